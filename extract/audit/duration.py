"""A length of time in brackets fits the period before it: `2018. ~ 2020. (3년)`, `2019.7.1.~2021.6.30.(2년)`.

Years may be counted as calendar years or rounded from months; months and days count both ends or one.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Severity, Span
from extract.records import Event

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "duration-of-period"
TITLE: Final = ("기간과 햇수", "Durations")
TRIPS: Final = """1. 천문마을 조성
□ 사업개요
- 사업기간 : 2021. 3. ~ 2024. 12.(3년)
"""
PASSES: Final = """1. 천문마을 조성
□ 사업개요
- 사업기간 : 2021. 3. ~ 2024. 12.(4년)
- 협약기간 : 2019.7.1.~2021.6.30.(2년)
"""

_LENGTH: Final = re.compile(
    r"[\s.월일]*\((?:총|약|마중물사업)?\s?(?:[가-힣]{1,8}\s)?(?P<count>\d{1,4})\s?(?P<unit>년|개년|개월|일)(?:간|차)?\)"
)
_INSIDE: Final = re.compile(
    r"\((?:[가-힣]{1,8}\s)?(?P<count>\d{1,4})\s?(?P<unit>년|개년|개월|일)(?:간)?\)$"
)
_BEHIND: Final = re.compile(
    r"(?:\([월화수목금토일]\))?\s?[,/]\s?(?:\d{1,2}박\s?)?(?P<count>\d{1,3})\s?(?P<unit>일)간?(?![가-힣])"
)
"""`11. 11.(월) ~ 11. 17.(일), 6박 7일`"""
_MONTHS: Final = 100  # days of the longest period whose working days are counted
_REACH: Final = 30  # characters behind a period that may tell its length


def check(case: Case) -> Iterator[Finding]:
    """Find durations that their period does not have."""
    view = case.view
    for event in case.report.timeline:
        first, last = event.start, event.end
        if first is None or last is None or first == last:
            continue
        start, end = event.span
        if view.find("~", start, end) < 0 or view.find("(", start, end + _REACH) < 0:
            continue
        stop = min(end + _REACH, len(view))
        found = (
            _INSIDE.search(view, start, end)
            or _LENGTH.match(view, end, stop)
            or _BEHIND.match(view, end, stop)
        )
        if found:
            yield from _check(event, first, last, found)


def _check(event: Event, start: date, end: date, found: re.Match[str]) -> Iterator[Finding]:
    count, unit = int(found["count"]), found["unit"]
    fits, shorter = _lengths(start, end, unit)
    if count in fits:
        return
    severity: Severity = "warning" if count == shorter else "error"
    expected = f"{max(fits)}{unit}"
    yield make(
        RULE,
        severity,
        (
            f"기간 {event.date_raw.strip()}의 길이는 {expected}인데 {count}{unit}이라고 적혀 있습니다",
            f"{event.date_raw.strip()} spans {max(fits)}, but says {count} ({unit})",
        ),
        values=(expected, f"{count}{unit}"),
        places=(Span(*found.span()), event.span),
    )


def _lengths(start: date, end: date, unit: str) -> tuple[set[int], int]:
    """The counts that fit, and the one that cuts a broken year off."""
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if unit == "일":
        days = (end - start).days
        # 6. 16.(월) ~ 6. 27.(금), 10일: on working days.
        working = sum(
            (start + timedelta(each)).weekday() < 5 for each in range(min(days, _MONTHS) + 1)
        )
        return {days, days + 1, working}, -1
    if unit == "개월":
        return ({months, months - 1} if end.day < 28 or start.day > 1 else {months}), -1
    exact = months if start.day == 1 or end.day >= start.day else months - 1
    if start.month == 1 and start.day == 1 and end.month == 12 and months > 60:
        # `2023년 ~ 2033년(10년)`: over many years the first one often goes uncounted.
        return {end.year - start.year + 1, end.year - start.year}, -1
    return {end.year - start.year + 1, (exact + 6) // 12 or 1, -(-(exact - 1) // 12)}, exact // 12
