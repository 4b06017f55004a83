"""Dates in the heading of a section: `□ 사업개요(2021~2031)`, `□ 향후계획 : 보관함 교체(하반기)`."""

import re
from typing import Final

from extract.outline import Section, Statement
from extract.parsers.clauses import clause_around
from extract.parsers.labels import Labelled
from extract.parsers.stamp import Stamp
from extract.records import EventKind

__all__ = ["is_told_in_heading", "of_heading"]

_ASIDE: Final = re.compile(r"\s[*※]")
"""A remark behind a title, in small type."""
_NEAR: Final = 400
_TELLING: Final = frozenset({"plan", "results", "mixed"})
_COARSE: Final = frozenset({"year", "half", "quarter"})


def is_told_in_heading(
    statement: Statement, section: Section | None, stamp: Stamp, labelled: Labelled | None
) -> bool:
    """Whether a date stands in what a section says on the line of its title: `□ 향후계획 : 보관함 교체(하반기)`."""
    if not statement.heading or labelled is None or section is None or section.kind not in _TELLING:
        return False
    return stamp.start > labelled.start + 1


def of_heading(
    view: str, statement: Statement, stamp: Stamp, section: Section
) -> tuple[EventKind, str] | None:
    """A date in the heading of an overview: `□ 사업개요(2021~2031)`, `□ 조례 시행('25. 1. 1.)`."""
    period = stamp.period
    title = section.title[:_NEAR].split("(")[0]
    floor, stop = max(statement.body, stamp.start - _NEAR), min(statement.end, stamp.end + _NEAR)
    aside = _ASIDE.search(view, floor, stamp.start)
    if aside:
        return "mention", " ".join(view[aside.end() : stop].split())
    if "/" in period.edtf:
        return ("period", title) if period.start and period.end else ("mention", title)
    if period.precision in _COARSE:
        return None
    return "inline", clause_around(view, stamp.start, stamp.end, floor=floor, stop=stop)
