"""A list of dated lines runs by date; one that stands behind a later one is out of order.

Only lists that otherwise run are judged, forwards or backwards; equal dates and open ends are no matter.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding
from extract.records import Event

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "dates-out-of-order"
TITLE: Final = ("추진실적의 순서", "Order of dates")
TRIPS: Final = """2019. 11.
□ 추진실적
- 2018.07.05. : 지역 지정
- 2019.02.01. : 공청회
- 2019.08.01. : 계획 고시
- 2019.05.24. : 합동단속반 운영
"""
PASSES: Final = """2019. 11.
□ 추진실적
- 2018.07.05. : 지역 지정
- 2019.02.01. : 공청회
- 2019.05. : 합동단속반 운영
- 2019.05.24. ~ : 점검
"""

_LEAST: Final = 3


def check(case: Case) -> Iterator[Finding]:
    """Find dated lines that stand behind later ones."""
    for events in _lists(case):
        if len(events) < _LEAST:
            continue
        starts = [event.start or date.max for event in events]
        if starts == sorted(starts):
            continue
        steps = list(pairwise(events))
        back = [pair for pair in steps if _is_before(pair[1], pair[0]) and not _spans(*pair)]
        if not back:
            continue
        forth = [pair for pair in steps if _is_before(pair[0], pair[1])]
        if len(back) * 2 > len(forth):
            back = forth if len(forth) * 2 <= len(back) else []
        for earlier, later in back:
            yield make(
                RULE,
                "warning",
                (
                    f"날짜 순서가 맞지 않습니다: {earlier.date_raw} 다음에 {later.date_raw} 일정이 있습니다",
                    f"{later.date_raw} stands behind {earlier.date_raw}, out of the order of dates",
                ),
                values=(earlier.date_raw, later.date_raw),
                places=(later.span, earlier.span),
            )


def _lists(case: Case) -> Iterator[list[Event]]:
    """Milestones of one list: lines under one parent, of one section and project."""
    starts, statements = case.lines, case.outline.statements
    lists: dict[tuple[int, str], list[Event]] = {}
    for event in case.milestones:
        if "·" in event.date_raw:
            continue
        start, _ = event.span
        at = bisect_right(starts, start) - 1
        if at < 0:
            continue
        _, body, end, _, _, parent, _, _ = statements[at]
        if start - body > 1 or start > end:
            # A line's second date says nothing of the list.
            continue
        lists.setdefault((parent, event.project), []).append(event)
    yield from lists.values()


def _spans(earlier: Event, later: Event) -> bool:
    """Whether the later line's period reaches over the earlier one's: either may come first."""
    if earlier.end is None or later.end is None or later.end == later.start:
        return False
    return later.end >= earlier.end


def _is_before(one: Event, other: Event) -> bool:
    """Whether one begins before the other, as far as the coarser of the two can tell."""
    if one.start is None or other.start is None or one.start >= other.start:
        return False
    coarse = {one.precision, other.precision}
    return _at(one.start, coarse) < _at(other.start, coarse)


def _at(day: date, coarse: set[str]) -> tuple[int, int, int]:
    if "year" in coarse:
        return (day.year, 0, 0)
    if "half" in coarse:
        return (day.year, (day.month - 1) // 6, 0)
    if "quarter" in coarse:
        return (day.year, (day.month - 1) // 3, 0)
    return (day.year, day.month, 0 if "month" in coarse else day.day)
