"""Every dated value of the report's statements, with its place: the raw material of the timeline.

One pass finds the dated expressions of the whole text; each is read without a year first, so that what names
its own year never depends on its surroundings, and then with the year that they give.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from extract.outline import Outline, Statement
from extract.parsers.bare_months import bare_months
from extract.parsers.days_of_month import with_days_of_months
from extract.parsers.kinds import kind_at
from extract.parsers.leading_days import leading_days
from extract.parsers.phrases import is_built_then, is_cited, role_of
from extract.parsers.stamp import Stamp, stamps_over_lines
from extract.parsers.years import YearContext
from normalize.dates import Period, scan_dates
from normalize.dates.read import read_folded

__all__ = ["OF_BUDGET", "read_stamps"]

_MONTHS: Final = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])(?=\s?[월.~])")
_WITHIN: Final = 200
_SCHEDULE: Final = re.compile(r"(?:추진|향후|세부|주요)?\s?일\s?정\s?:")
_DATED: Final = frozenset({"results", "plan", "mixed"})
_BEFORE_CHANGE: Final = re.compile(
    r"[.)\]]*\s*약?\s?\d[\d,.]*\s?[조억천백만]{0,2}\s?[^\s\d→]{0,3}\s?→\s*\(?(?:'\d\d|20\d\d)"
)
"""`('25년 1,420억원 → '26년 1,385억원)`: the year before says nothing of when."""
OF_BUDGET: Final = re.compile(
    r"\s?도?\s?(?:본|정부|국가|국비|세입·?세출)?\s?예산(?:안|\s?\(안\))"
    r"|\s?도?\s?[^:()\n]{2,16}(?:계획서?|대상|대상지|예산)(?:\([^()]*\))?\s[^:\n]{0,20}(?:수립|조사|협의|편성|의결|선정|확정|마련|제출)[^:\n]{0,16}:"
)
"""`2026년 안전보건계획 수립 : 12월말` is done in the year before."""
_ASKED: Final = re.compile(r"\s?도?\s?[^:()\n]{2,16}수요\s?조사\s?:")
"""`2026년 설치단지 수요조사 : 4분기`"""


def read_stamps(
    outline: Outline, years: YearContext
) -> tuple[list[tuple[int, list[Stamp]]], list[tuple[int, int]]]:
    """Stamps by statement index, in order; and the spans that stand in no statement (in tables)."""
    view = outline.document.view
    statements = outline.statements
    starts = outline.statement_starts
    gathered = _Gathered(outline, years)
    outside: list[tuple[int, int]] = []
    spans = _with_days(outline, scan_dates(view))
    first = -1
    for at, (start, end) in enumerate(spans):
        index = bisect_right(starts, start) - 1
        if index < 0 or end > statements[index].end:
            outside.append((start, end))
        elif view[end - 1] == "~" and _goes_on_below(view, spans, at, statements[index].end):
            first = start if first < 0 else first
        else:
            gathered.add(index, start if first < 0 else first, end)
            first = -1
    for index, stamps in gathered.found:
        if stamps[0].explicit and stamps[0].start <= statements[index].body + 1:
            bare = bare_months(view, statements[index].end, stamps)
            if bare:
                stamps[:] = sorted([*stamps, *bare], key=lambda stamp: stamp.start)
    return with_days_of_months(outline, years, gathered.found), outside


def _goes_on_below(view: str, spans: Sequence[tuple[int, int]], at: int, stop: int) -> bool:
    """Whether a line break of a statement parts a period behind its tilde: `2026. 1. 1. ~`, `2030. 12. 31.`."""
    if at + 1 == len(spans):
        return False
    start, end = spans[at + 1]
    return end <= stop and view[spans[at][1] : start].strip(" ") == "\n"


def _with_days(outline: Outline, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, and days that items of results and plans begin with, or their steps: `- 4. 15. 유관기관 합동회의`.

    Elsewhere two numbers with dots may count chapters; in such a section they are a month and its day.
    """
    led = [*leading_days(outline)]
    if not led:
        return spans
    view = outline.document.view
    known = dict(spans)
    days = []
    for index, leading in led:
        found = [day for day in leading if day[0] not in known]
        if not found:
            continue
        body = outline.statements[index].body
        section = outline.section_at(body)
        if _SCHEDULE.match(view, body) or kind_at(outline, index, section) in _DATED:
            days.extend(found)
    return sorted([*spans, *days]) if days else spans


class _Gathered:
    """Stamps in the making: what year each statement has, and which recurrence waits for its dates."""

    def __init__(self, outline: Outline, years: YearContext) -> None:
        self.found: list[tuple[int, list[Stamp]]] = []
        self._outline = outline
        self._view = outline.document.view
        self._years = years
        self._statements = outline.statements
        self._known: list[int | None] = [None] * len(outline.statements)
        self._of_siblings: dict[int, int] = {}
        self._waiting: tuple[int, str] = (-1, "")
        self._aside = (0, 0)
        self._around: dict[int, tuple[date, date]] = {}

    def add(self, index: int, start: int, end: int) -> None:
        """Read the expression at `start` to `end` of statement `index`."""
        found = self.found
        mine = found[-1][1] if found and found[-1][0] == index else []
        year = partial(self._year, index, start, end)
        stamps = stamps_over_lines(
            self._view, start, end, year, partial(self._year_above, index, start)
        )
        if stamps and stamps[0].rule == "range" and self._falls_back(index, stamps[0]):
            stamps = stamps_over_lines(self._view, start, end, year, lambda: None)
        if not stamps:
            self._recur(index, start, end, mine)
            return
        if self._waiting[0] == index:
            stamps = [
                stamp._replace(recurrence=stamp.recurrence or self._waiting[1]) for stamp in stamps
            ]
            self._waiting = (-1, "")
        self._learn(index, stamps)
        if mine:
            mine.extend(stamps)
        else:
            found.append((index, stamps))

    def _falls_back(self, index: int, stamp: Stamp) -> bool:
        """Whether a range would begin before the date in front of it, in its line or in the item above."""
        begins = stamp.period.start
        if not stamp.explicit or begins is None or not self.found:
            return False
        above, stamps = self.found[-1]
        parent = self._statements[index].parent
        near = above == index or self._statements[above].parent == parent
        last = stamps[-1].period.start
        return near and last is not None and begins < last

    def _year_above(self, index: int, start: int) -> int | None:
        """The year of the items above a statement, else that of its section."""
        section = self._outline.section_at(start)
        return self._years.of_statement(index, self._known, section)

    def _year(self, index: int, start: int, end: int) -> int | None:
        if self._around and (around := self._around_of(index)):
            return _year_within(around, self._view[start:end], self._year_of_section(start))
        statement = self._statements[index]
        close, aside = self._aside
        if start < close:
            return aside
        year = self._known[index] or self._of_siblings.get(statement.parent)
        return self._year_above(index, start) if year is None else year

    def _year_of_section(self, start: int) -> int | None:
        section = self._outline.section_at(start)
        return self._years.of_section(section) if section else None

    def _around_of(self, index: int) -> tuple[date, date] | None:
        """The period over years, in brackets, that a statement or the one above it names."""
        while index >= 0:
            if index in self._around:
                return self._around[index]
            if self._known[index] is not None:
                return None
            index = self._statements[index].parent
        return None

    def _learn(self, index: int, stamps: Sequence[Stamp]) -> None:
        """Take the year that a statement names for its later dates and those below and beside it."""
        first, last = stamps[0], stamps[-1]
        if not first.explicit or is_cited(self._view, last.end):
            return
        if self._says_which(index, first, last):
            return
        begins, ends, _, precision, _, _, _, _ = first.period
        of_year = precision == "year"
        statement = self._statements[index]
        if of_year and self._labels(index, statement, first, last):
            return
        # 2009년 이전 사업 : 5월 says nothing of when.
        day = begins if begins is None and of_year else ends or begins
        part = begins is not None and day is not None and begins.year != day.year
        # A period over several years that names no month (제3차 계획(2025~2029)) dates nothing below it.
        if day and not (of_year and part):
            # Behind `'23. 2. ~ '24. 9. : 공사` comes what follows its end: 임시개방(11월).
            aside = self._known[index] is not None or begins is None
            close = self._closing_bracket(statement, first.start) if aside or part else 0
            if aside and close:
                self._aside = close, day.year
            else:
                self._known[index] = day.year
            if begins and part and close:
                self._around[index] = begins, day
        if first.start <= statement.body + 2 and last.period.precision in ("day", "month"):
            self._of_siblings[statement.parent] = _year(last.period)

    def _labels(self, index: int, statement: Statement, first: Stamp, last: Stamp) -> bool:
        """Whether a year says which thing is meant, and what follows is done in another one.

        2026년 예산 편성: 10월 중 is done in the year before; 1월 : 2026년 공모사업 신청(~4월).
        """
        if OF_BUDGET.match(self._view, last.end):
            return True
        led = self._is_led(index, statement) or (
            self._known[index] is not None and self._names(first, statement)
        )
        return led and not is_built_then(self._view, last.end, statement.end)

    def _says_which(self, index: int, first: Stamp, last: Stamp) -> bool:
        """Whether a year is only that of its own words, and later dates are of the year around them.

        The figure before a change, a school year (its plan is made before it), a year in brackets behind its month,
        what is asked for the next year.
        """
        view = self._view
        if view[last.end - 1] == ")" and "(" in view[first.start + 1 : last.end - 3]:
            return last.period.precision in ("day", "month") and not last.period.weekday
        if "학년" in view[first.start : first.end]:
            return True
        if first.period.precision != "year":
            return False
        if _BEFORE_CHANGE.match(view, last.end):
            return True
        if not _ASKED.match(view, last.end):
            return False
        around = self._year_of_section(self._statements[index].start)
        return around is not None and around < _year(first.period)

    def _is_led(self, index: int, statement: Statement) -> bool:
        """Whether a statement begins with a month or a day whose year is the one around it."""
        if not self.found or self.found[-1][0] != index:
            return False
        lead = self.found[-1][1][0]
        fine = lead.period.precision in ("day", "month")
        return fine and not lead.explicit and lead.start <= statement.body + 1

    def _names(self, stamp: Stamp, statement: Statement) -> bool:
        """Whether a year says which thing is meant, and nothing is said to happen in it: `'26년도 사업 건의`."""
        if self._view[stamp.end - 1] != "도":
            return False
        span = stamp.start, stamp.end
        body, stop, closed = statement.body, statement.end, "/" not in stamp.period.edtf
        role = role_of(self._view, *span, floor=body, stop=stop, precision="year", closed=closed)
        return role == "label"

    def _closing_bracket(self, statement: Statement, at: int) -> int:
        """Where the bracket around `at` ends, 0 outside of brackets: a year in brackets is an aside, and ends there."""
        body = max(statement.body, at - _WITHIN)
        if self._view.rfind("(", body, at) <= self._view.rfind(")", body, at):
            return 0
        close = self._view.find(")", at, statement.end)
        return close if close >= 0 else statement.end

    def _recur(self, index: int, start: int, end: int, mine: list[Stamp]) -> None:
        """Give `월1회` to the dates of its segment: `3~4월, 11월 월1회 / 5월~10월 주1회`."""
        reading = read_folded(self._view[start:end], None, None)
        if reading is None or reading.recurrence is None:
            return
        given = False
        for at in range(len(mine) - 1, -1, -1):
            if mine[at].recurrence or "/" in self._view[mine[at].end : start]:
                break
            mine[at] = mine[at]._replace(recurrence=reading.recurrence.raw)
            given = True
        if not given:
            self._waiting = (index, reading.recurrence.raw)


def _year_within(around: tuple[date, date], words: str, likely: int | None) -> int:
    """The `likely` or the last year in which a month falls inside a period, else that of its end.

    「겨울 나루터」('25. 11월 ~ '26. 2월), 개막식 12월
    """
    begins, ends = around
    months = [int(month) for month in _MONTHS.findall(words)]
    first = ends.year if likely is None else likely
    years: list[int] = [first, *range(ends.year, begins.year - 1, -1)]
    for year in years:
        inside = (begins.replace(day=1) <= date(year, month, 1) <= ends for month in months)
        if any(inside):
            return year
    return ends.year


def _year(period: Period) -> int:
    day = period.end or period.start
    return day.year if day else 0
