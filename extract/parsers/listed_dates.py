"""Dates that stand behind a label with nothing else said of each: `캠페인 : 3. 22.(금), 4. 26.(금)`, `선정 : 1차 4. 12., 2차 5. 24.`."""

import re
from collections.abc import Sequence
from typing import Final

from extract.parsers.labels import Labelled
from extract.parsers.stamp import Stamp

__all__ = ["label_of_dates", "with_label"]

_SAID: Final = re.compile(r"[가-힣A-Za-z0-9]")
_ASIDE: Final = re.compile(
    r"(?:오전|오후)?\s?\d{1,2}(?::\d\d|시(?:\s?\d{1,2}분)?)|제?\s?\d{1,2}\s?[차기](?=\s|$)|[상하]반기"
)
"""An hour, a turn: no words that tell what happens."""
_TURN: Final = re.compile(r"(?:제?\s?\d{1,2}\s?[차기]|[상하]반기|[1-4]분기)(?:\s?\([^()]*\))?")


def label_of_dates(view: str, labelled: Labelled | None, stamps: Sequence[Stamp]) -> str:
    """The label of a line whose value is dates, with their hours and turns, and nothing else; else empty."""
    if labelled is None or stamps[0].start < labelled.start or _TURN.match(labelled.label):
        return ""
    at = labelled.start
    for stamp in stamps:
        if _tells(view, at, stamp.start):
            return ""
        at = stamp.end
    return "" if _tells(view, at, labelled.end) else labelled.label


def _tells(view: str, start: int, end: int) -> bool:
    """Whether what stands between dates says more than an hour or a turn."""
    if not _SAID.search(view, start, end):
        return False
    return _SAID.search(_ASIDE.sub("", view[start:end])) is not None


def with_label(text: str, listed: str, labelled: Labelled | None, stamp: Stamp) -> str:
    """What happens at a date: the label of a `listed` one, or behind it where the words say no more than a turn: `2차(총 498대)`."""
    if listed:
        return listed
    if labelled is None or stamp.start < labelled.start or not _TURN.fullmatch(text):
        return text
    if _TURN.match(labelled.label):
        return text
    return f"{labelled.label} {text}"
