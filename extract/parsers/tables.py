"""Grids to table records: every cell with its head words, and its value where it is one number."""

from collections.abc import Iterator

from extract.findings import Span
from extract.outline import Grid, GridCell, Outline
from extract.records import CellRecord, Number, TableRecord
from normalize.numerals import read_number

__all__ = ["read_tables"]


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
            tuple(_cells(grid)),
            Span(grid.table.start, grid.table.end),
        )


def _cells(grid: Grid) -> Iterator[CellRecord]:
    for cell in grid.cells:
        yield CellRecord(
            cell.row,
            cell.column,
            cell.row_span,
            cell.column_span,
            cell.is_header,
            cell.row_path,
            cell.column_path,
            cell.text,
            _value(cell),
            cell.confidence,
            Span(cell.start, cell.end),
        )


def _value(cell: GridCell) -> Number | None:
    return None if cell.is_header or not cell.text else read_number(cell.text)
