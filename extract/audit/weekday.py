"""The weekday in brackets is the one of its date: `2023. 5. 17.(수)`."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span
from extract.records import Event

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "weekday-of-date"
TITLE: Final = ("요일", "Weekdays")
TRIPS: Final = """2023. 7.
□ 추진실적
- 2023. 5. 17.(화) : 공정보고회
"""
PASSES: Final = """2023. 7.
□ 추진실적
- 2023. 5. 17.(수) : 공정보고회
"""

_YEAR: Final = re.compile(r"(?:19|20)\d\d|['’‘`´′]\s?\d\d")
_DAYS: Final = "월화수목금토일"
_WEEKDAY: Final = re.compile(r"\(([월화수목금토일])(?:요일)?\)")


def check(case: Case) -> Iterator[Finding]:
    """Find weekdays that their date does not have."""
    view = case.view
    for event in case.report.timeline:
        if event.precision != "day":
            continue
        start, end = event.span
        if view.find("(", start, end + 5) < 0:
            continue
        if not _YEAR.search(event.date_raw):
            # A year taken from the context may be the wrong one; the weekday can't tell which is.
            continue
        if event.recurrence or (event.start is None and event.end is None):
            continue
        for found in _WEEKDAY.finditer(view, start, min(end + 5, len(view))):
            day = _day_of(event, view, found.start())
            if day is not None and _DAYS[day.weekday()] != found[1]:
                yield _finding(event, day, found)


def _day_of(event: Event, view: str, at: int) -> date | None:
    """The end of the event that the weekday stands behind."""
    if event.start == event.end:
        return event.start
    between = re.search(r"[~∼-]", view[event.span.start : event.span.end])
    if between is None:
        return None
    return event.start if at < event.span.start + between.start() else event.end


def _finding(event: Event, day: date, found: re.Match[str]) -> Finding:
    right = _DAYS[day.weekday()]
    return make(
        RULE,
        "warning",
        (
            f"{day.year}년 {day.month}월 {day.day}일은 {right}요일인데 {found[1]}요일이라고 적혀 있습니다",
            f"{day.isoformat()} is a {day.strftime('%A')}, but the report says {found[1]}",
        ),
        values=(right, found[1]),
        places=(Span(*found.span()), event.span),
    )
