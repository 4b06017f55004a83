"""The year that a bare month or day takes: from its statement, its parents, its neighbours, its section.

A report of results and plans names the year in its title; under 추진실적 `08.27` is of the year reported, under
추진계획 of the year planned.
"""

from collections.abc import Sequence
from datetime import date

from extract.outline import Outline, Section, SectionKind

__all__ = ["YearContext", "report_day"]


class YearContext:
    """Years by place; built once a report."""

    def __init__(self, outline: Outline) -> None:
        about = outline.about
        day = report_day(outline)
        written = day.year if day else None
        self._planned = about.planned_year or written or about.reported_year
        self._reported = about.reported_year or _before(about.planned_year, written)

    def of_section(self, section: Section | None) -> int | None:
        """The year of a section, by what it is for."""
        kind: SectionKind = section.kind if section else "other"
        return self._reported if kind == "results" else self._planned

    def of_statement(
        self,
        index: int,
        parents: Sequence[int],
        known: Sequence[int | None],
        section: Section | None,
    ) -> int | None:
        """The year at statement `index`: of its parents where they name one, else of its section."""
        at = parents[index]
        while at >= 0:
            year = known[at]
            if year is not None and section and at >= section.heading and at != section.heading:
                return year
            at = parents[at]
        return self.of_section(section)


def report_day(outline: Outline) -> date | None:
    """The last day of the report's date, as far as the cover names it."""
    words = outline.about.date
    parts = [int(part) for part in words.split("-") if part.isdecimal()]
    if not parts:
        return None
    month = parts[1] if len(parts) > 1 and parts[1] <= 12 else 12
    day = parts[2] if len(parts) > 2 else 28
    return date(parts[0], month, day)


def _before(planned: int | None, written: int | None) -> int | None:
    """The year whose results a plan reports: the year it was written in, if that is before the plan's."""
    if planned is None:
        return written
    return written if written is not None and written < planned else planned - 1
