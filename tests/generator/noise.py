"""Damage that recognition and typing do to a report, one kind at a time; the number of lines stays."""

import re
from collections.abc import Callable
from random import Random

__all__ = ["KINDS", "noisy"]

SHARE = 0.05
"""Share of the places where a kind of damage could happen at which it does."""

KINDS: dict[str, tuple[str, str]] = {
    "O for 0": (r"(?<=\d)0(?=[\d.,])", "O"),
    "l for 1": (r"(?<=[\d.,])1(?=[\d.,])", "l"),
    "I for 1": (r"(?<=[\d.,])1(?=[\d.,])", "I"),
    "split digits": (r"(?<=\d),(?=\d{3})", ", "),
    "point for comma": (r"(?<=\d),(?=\d{3})", "."),
    "comma for point": (r"(?<=\d)\.(?= ?\d)", ","),
    "wrong quote": (r"['’‘´′`](?=\d\d)", '"'),
    "lost quote": (r"['’‘´′`](?=\d\d)", ""),
    "lost blank": (r"(?<=[가-힣:]) (?=\S)", ""),
    "added blank": (r"(?<=[가-힣])(?=[가-힣])", " "),
    "lost dot": (r"(?<=\d)\.(?= )", ""),
    "dash for tilde": (r"[~∼～〜]", "-"),
    "lost bracket": (r"\)", ""),
    "lost mark": (r"(?m)^[-○ㅇ◦❍] ?", ""),
}
"""Kind -> where it can happen, and what it leaves there."""


def noisy(kind: str, seed: int) -> Callable[[str], str]:
    """A function that does damage of `kind` to a text; the same seed does the same damage."""
    pattern, damage = KINDS[kind]

    def change(text: str) -> str:
        rng = Random(seed)  # noqa: S311 - reproducible, nothing secret
        return re.sub(pattern, lambda found: damage if rng.random() < SHARE else found[0], text)

    return change
