"""The weekday in brackets is the one of its date: `2023. 5. 17.(수)`.

Without a printed year a date is only asked where others show that the year around it is meant.
"""

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
- 6월 13일(화)부터 9월 14일(토)까지 : 특별전
"""
PASSES: Final = """2023. 7.
□ 추진실적
- 2023. 5. 17.(수) : 공정보고회
- 6월 13일(금) ~ 9월 14일(일) : 특별전
"""

_YEAR: Final = re.compile(r"(?:19|20)\d\d|['’‘`´′]\s?\d\d")
_SURE: Final = 3  # right weekdays for each wrong one that show the year of the surroundings
_DAYS: Final = "월화수목금토일"
_WEEKDAY: Final = re.compile(r"\(([월화수목금토일])(?:요일)?\)")


def check(case: Case) -> Iterator[Finding]:
    """Find weekdays that their date does not have."""
    view = case.view
    agreed = 0
    doubtful: list[Finding] = []
    for event in case.report.timeline:
        if event.precision != "day":
            continue
        start, end = event.span
        if view.find("(", start, end + 5) < 0:
            continue
        if event.recurrence or (event.start is None and event.end is None):
            continue
        right, wrong = _judged(view, event)
        if _YEAR.search(event.date_raw) or (right and wrong):
            yield from wrong
        else:
            # The year is that of the surroundings, which may be the wrong one.
            agreed += right
            doubtful += wrong
    if agreed >= _SURE * len(doubtful):
        yield from doubtful


def _judged(view: str, event: Event) -> tuple[int, list[Finding]]:
    """How many weekdays of an event are right, and what is to say of the others."""
    start, end = event.span
    right = 0
    wrong: list[Finding] = []
    for found in _WEEKDAY.finditer(view, start, min(end + 5, len(view))):
        day = _day_of(event, view, found.start())
        if day is not None and _DAYS[day.weekday()] == found[1]:
            right += 1
        elif day is not None:
            wrong.append(_finding(event, day, found))
    return right, wrong


def _day_of(event: Event, view: str, at: int) -> date | None:
    """The end of the event that the weekday stands behind."""
    if event.start == event.end:
        return event.start
    between = re.search(r"[~∼-]|부터", view[event.span.start : event.span.end])
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
