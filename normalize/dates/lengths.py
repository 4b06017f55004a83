"""Lengths of time as printed: `24개월`, `30일 이내`, `3년`."""

from normalize.dates.tokens import Tokens
from normalize.dates.wording import number

__all__ = ["length_at", "may_be_length"]


def may_be_length(letters: str, index: int) -> bool:
    """A number needs a unit; `3월 4주` is the fourth week."""
    letter = letters[index]
    if letter == "N":
        return letters[index + 1] in "yd"
    return letter != "D" or letters[index - 1 : index] != "m"


def length_at(tokens: Tokens, at: int, end: int, *, anchored: bool) -> tuple[str, int]:
    """The length of time that begins at a token, and the token behind it; empty where none does."""
    if at >= end:
        return "", at
    letters = tokens.letters
    if letters[at] == "D":
        return tokens.word(at), at + 1
    if letters[at] == "N" and at + 1 < end and letters[at + 1] in "dy":
        within = letters[at + 1 : at + 3] == "dU" and tokens.word(at + 2) in {"이내", "안에"}
        if within and letters[at - 1 : at] not in {"m", "."}:
            return f"{number(tokens.word(at))}일", at + 2
        plain = letters[at + 1] == "y" and tokens.word(at + 1) == "년" and _alone(letters, at, end)
        if anchored or plain:
            count = number(tokens.word(at))
            return f"{count}{'년' if letters[at + 1] == 'y' else '일'}", at + 2
    return "", at


def _alone(letters: str, at: int, end: int) -> bool:
    """`3년` is a length when nothing makes a year of it: no range before it, no month behind."""
    before = letters[at - 1] if at else ""
    behind = letters[at + 2] if at + 2 < end else ""
    return before not in {"~", "-", ",", "/"} and behind not in {
        "N",
        "P",
        "H",
        "h",
        "Q",
        "~",
        "L",
        "A",
        "V",
    }
