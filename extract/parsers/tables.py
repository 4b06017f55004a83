"""Grids to table records: structure has read the cells already; section and project are added."""

from collections.abc import Iterator

from extract.findings import Span
from extract.outline import Outline
from extract.parsers.found import Found
from extract.records import TableRecord

__all__ = ["read", "read_tables"]


def read(outline: Outline, found: Found) -> tuple[TableRecord, ...]:  # noqa: ARG001 - the shape of every parser
    """Read every table, in the order of the report."""
    return tuple(read_tables(outline))


def read_tables(outline: Outline) -> Iterator[TableRecord]:
    """Every table of the report, in order."""
    for grid in outline.grids:
        section = outline.section_at(grid.table.start)
        project = outline.project_at(grid.table.start)
        yield TableRecord(
            project.path if project else "",
            section.title if section else "",
            grid.caption,
            grid.unit_raw,
            grid.cells,
            Span(grid.table.start, grid.table.end),
        )
