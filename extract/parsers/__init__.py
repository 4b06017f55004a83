"""`Outline` to records. Timeline, funding and tables are read apart; projects gather from the first two.

To add a record type: a class in `extract/records.py`, a module here, and a line in `parse`.
"""

from typing import NamedTuple

from extract.outline import Outline
from extract.parsers.funding_lines import read_funding_lines
from extract.parsers.funding_tables import read_funding_tables
from extract.parsers.projects import read_projects
from extract.parsers.tables import read_tables
from extract.parsers.timeline import read_timeline
from extract.records import Event, Funding, Project, TableRecord

__all__ = ["Records", "parse"]


class Records(NamedTuple):
    """All records of a report, in its order."""

    projects: tuple[Project, ...]
    timeline: tuple[Event, ...]
    funding: tuple[Funding, ...]
    tables: tuple[TableRecord, ...]


def parse(outline: Outline) -> Records:
    """Read every record of a report."""
    timeline = read_timeline(outline)
    amounts = [*read_funding_tables(outline), *read_funding_lines(outline)]
    amounts.sort(key=lambda amount: amount.span)
    funding = tuple(amounts)
    return Records(
        tuple(read_projects(outline, timeline, funding)),
        timeline,
        funding,
        tuple(read_tables(outline)),
    )
