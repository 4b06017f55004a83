"""The year that a bare month or day takes: from its statement, its parents, its neighbours, its section.

A report of results and plans names the year in its title; under 추진실적 `08.27` is of the year reported, under
추진계획 of the year planned.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

from extract.outline import Outline, Section, SectionKind
from extract.parsers.kinds import kind_at

__all__ = ["YearContext", "report_day"]


_CHAPTER: Final = 20
"""Ranks of chapters (Ⅱ., 제2장) are below: they may say which year they look back on."""
_LOOKS_BACK: Final = re.compile(
    r"(20\d\d)\s?년도?[^\n]{0,20}(?:성과|실적|결과|평가|결산)(?![^\n]{0,12}20\d\d\s?년)"
)
"""But Ⅱ. 2025년 추진실적 및 2026년 추진계획 looks both ways."""
_LATER_PART: Final = re.compile(
    r"하\s?반기|[2-4]\s?/\s?4\s?분기|[2-4]\s?분기|[월주]간\s?(?:주요\s?)?업무|\d\s?월\s?중?\s?(?:주요\s?)?업무"
)
"""A title of what only a later part of the year plans, or one month of it (8월 월간 업무계획)."""

_TITLE_YEAR: Final = re.compile(r"(?<![\d~-])(20\d\d|'\d\d)\s?년(?!\s?~|까지|이후|이전)")
"""The year that a section's title names: `2026 년 추진계획`."""
_DATED: Final = frozenset({"results", "plan"})
_SPRING: Final = 4
"""The last month in which plans of the year are still reported."""


class YearContext:
    """Years by place; built once a report."""

    def __init__(self, outline: Outline) -> None:
        about = outline.about
        self._outline = outline
        day = report_day(outline)
        written = day.year if day else None
        self._chapters = _chapters(outline)
        self._starts = outline.statement_starts
        self._planned = about.planned_year or written or about.reported_year
        self._reported = about.reported_year or (
            self._planned
            if _tells_of_this_year(outline, day)
            else _before(about.planned_year, written)
        )

    def of_section(self, section: Section | None, kind: SectionKind | None = None) -> int | None:
        """The year of a section, by what it is for, or by what the item `kind` of it is for."""
        kind = kind or (section.kind if section else "other")
        named = _TITLE_YEAR.findall(section.title) if section and section.kind in _DATED else ()
        if len(named) == 1 and kind == section.kind:  # type: ignore[union-attr]  # none is named without a section
            return int(named[0][-2:]) + 2000
        told = self._of_chapter(section.start) if section and kind != "plan" else None
        return told or (self._reported if kind == "results" else self._planned)

    def of_statement(
        self,
        index: int,
        known: Sequence[int | None],
        section: Section | None,
    ) -> int | None:
        """The year at statement `index`: of its parents where they name one, else of its section."""
        statements = self._outline.statements
        top = section.heading if section else -1
        at = statements[index].parent
        while at > top:
            year = known[at]
            if year is not None:
                return year
            at = statements[at].parent
        if section is None:
            results = kind_at(self._outline, index, None) == "results"
            told = self._of_chapter(self._starts[index])
            return told or (self._reported if results else self._planned)
        return self.of_section(section, kind_at(self._outline, index, section))

    def _of_chapter(self, start: int) -> int | None:
        """The year that the chapter around `start` looks back on (Ⅱ. 2024년 주요업무 성과)."""
        at = bisect_right(self._chapters, (start, 9999)) - 1
        return self._chapters[at][1] or None if at >= 0 else None


def _chapters(outline: Outline) -> list[tuple[int, int]]:
    """Start of each chapter, and the one year it looks back on, or 0."""
    view = outline.document.view
    found: list[tuple[int, int]] = []
    for each in outline.statements:
        if each.heading and each.rank < _CHAPTER:
            back = _LOOKS_BACK.search(view, each.body, each.end)
            found.append((each.start, int(back[1]) if back else 0))
    return found


def report_day(outline: Outline) -> date | None:
    """The last day of the report's date, as far as the cover names it."""
    words = outline.about.date
    parts = [int(part) for part in words.split("-") if part.isdecimal()]
    if not parts:
        return None
    month = parts[1] if len(parts) > 1 and parts[1] <= 12 else 12
    day = parts[2] if len(parts) > 2 else 28
    return date(parts[0], month, day)


def _tells_of_this_year(outline: Outline, day: date | None) -> bool:
    """Whether results are of the year planned: in the plan of a later part, or in a paper of mid-year.

    One that names the year may be of its spring, and look back on the year before.
    """
    about = outline.about
    if _LATER_PART.search(about.title):
        return True
    year = about.planned_year
    unnamed = year is not None and f"{year % 100:02}" not in about.title
    spring = 2 if unnamed else _SPRING
    return day is not None and day.year == year and day.month > spring


def _before(planned: int | None, written: int | None) -> int | None:
    """The year whose results a plan reports: the year it was written in, if that is before the plan's."""
    if planned is None:
        return written
    return written if written is not None and written < planned else planned - 1
