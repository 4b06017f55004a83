"""The records of a report as they are being read."""

from typing import NamedTuple

from extract.records import Event, Funding, Project, TableRecord

__all__ = ["Found"]


class Found(NamedTuple):
    """All records of a report, in its order."""

    projects: tuple[Project, ...] = ()
    timeline: tuple[Event, ...] = ()
    funding: tuple[Funding, ...] = ()
    tables: tuple[TableRecord, ...] = ()
