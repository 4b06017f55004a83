"""Durations: how long, and from which event. They never become a calendar date, unless a date is printed.

duration = count (년 | 개월 | 주 | 일) [간]
         | event [일] [로부터 | 후] duration [이내]      착공 후 24개월
         | (D | M) (+ | -) count                     D-30, M+2
"""

import re
from typing import Final

from normalize.dates.values import Duration

__all__ = ["iso_duration", "relative_offset"]

_PARTS: Final = re.compile(r"(\d{1,4})(개년|년|개월|월|주|일)")
_UNITS: Final[dict[str, str]] = {
    "개년": "Y",
    "년": "Y",
    "개월": "M",
    "월": "M",
    "주": "W",
    "일": "D",
}
_MONTHS: Final[dict[str, int]] = {
    word: count
    for count, words in enumerate(("한", "두", "세석", "네넉"), start=1)
    for word in words
}
_IN_WORDS: Final[dict[str, str]] = {"일주일": "P1W", "열흘": "P10D", "보름": "P15D"}
_OFFSET: Final = re.compile(r"([DM])([-+])(\d{1,4})(일|개월|월)?$")


def iso_duration(raw: str) -> str:
    """ISO 8601 of a length of time, or empty.

    >>> iso_duration("24개월"), iso_duration("1년 6개월"), iso_duration("5개년"), iso_duration("두 달간")
    ('P24M', 'P1Y6M', 'P5Y', 'P2M')
    """
    bare = "".join(raw.split())
    if bare[1:2] == "달" and bare[0] in _MONTHS:
        return f"P{_MONTHS[bare[0]]}M"
    if in_words := _IN_WORDS.get(bare.removesuffix("간").removesuffix("동안")):
        return in_words
    parts = _PARTS.findall(bare)
    return (
        "P" + "".join(count.lstrip("0").rjust(1, "0") + _UNITS[unit] for count, unit in parts)
        if parts
        else ""
    )


def relative_offset(raw: str, span: tuple[int, int]) -> Duration | None:
    """`D-30` is thirty days before the day, `M+2` two months after the start.

    >>> relative_offset("D-30", (0, 4))[:2]
    ('-P30D', 'D')
    """
    match = _OFFSET.match("".join(raw.split()))
    if match is None:
        return None
    unit = "M" if match[4] in {"월", "개월"} else match[1]
    sign = "-" if match[2] == "-" else ""
    return Duration(
        f"{sign}P{int(match[3])}{unit}", match[1], approximate=False, bound="", span=span
    )
