"""Whether a dated statement is done, ongoing or planned: from its section and the report's date."""

from extract.outline import Outline, Section
from extract.parsers.years import report_day
from normalize.dates import Period

__all__ = ["StatusOf"]


class StatusOf:
    """Judges dates against the day of the report."""

    def __init__(self, outline: Outline) -> None:
        self._day = report_day(outline)
        self._month = self._day and self._day.replace(day=1)
        self._planned = outline.about.planned_year

    def of(self, period: Period, section: Section | None) -> str:
        """`done`, `ongoing` or `planned`."""
        kind = section.kind if section else ""
        day, month = self._day, self._month
        if day is None or month is None:
            if period.ongoing and kind != "plan":
                return "ongoing"
            if self._planned and period.start and period.start.year > self._planned:
                return "planned"  # 2027년 준공 예정, among the results in the plan of 2026
            return "planned" if kind in ("plan", "budget") else "done" if kind == "results" else ""
        if period.end is not None and period.end < month:
            return "done"
        if period.start is not None and period.start > day:
            return "planned"
        if period.start is None:
            return "planned"
        if kind == "results" and period.end is not None and not period.ongoing:
            return "done" if period.end <= day else "ongoing"
        return "ongoing" if period.ongoing or period.start <= day else "planned"
