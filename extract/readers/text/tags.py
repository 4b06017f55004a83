"""HTML tables inside a text file, as converters to Markdown leave them where cells are merged.

    <table><tr><th rowspan="2">재원별</th><th colspan="2">연차별</th></tr> … </table>

The tags are scanned where they stand, so each cell's range points into the file's own text. Nested tables
hang in their cell. End tags may be missing, as HTML allows.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from extract.document import Cell, Table
from extract.readers.spans import declared_span, place

__all__ = ["find_tables"]

_TAG: Final = re.compile(r"<(/?)(table|tr|td|th)\b([^<>]{0,4000})>", re.IGNORECASE)
_SPAN: Final = re.compile(r"\b(row|col)span\s{0,9}=\s{0,9}[\"']?\s{0,9}(\d{1,9})", re.IGNORECASE)
_DEEPEST: Final = 16


@dataclass(slots=True)
class _OpenCell:
    start: int
    header: bool
    row_span: int
    column_span: int
    end: int = -1
    tables: list[Table] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTable:
    start: int
    rows: list[list[_OpenCell]] = field(default_factory=list)


def find_tables(text: str, view: str) -> list[Table]:
    """Return the outermost HTML tables of `text`; each covers its tags from `<table` to `</table>`."""
    found: list[Table] = []
    stack: list[_OpenTable] = []
    too_deep = 0  # tables inside the deepest one that is read; their words are its cell's
    for tag in _TAG.finditer(text):
        closing, name = bool(tag[1]), tag[2].lower()
        if name == "table" and (too_deep or (len(stack) >= _DEEPEST and not closing)):
            too_deep += -1 if closing else 1
        elif too_deep:
            continue
        elif name == "table" and not closing:
            stack.append(_OpenTable(tag.start()))
        elif stack and name == "table":
            _close(stack, tag.start(), tag.end(), view, found)
        elif stack:
            _step(stack[-1], name, tag)
    while stack:
        _close(stack, len(text), len(text), view, found)
    return found


def _step(table: _OpenTable, name: str, tag: re.Match[str]) -> None:
    _end_cell(table, tag.start())
    if tag[1]:
        return
    if name == "tr" or not table.rows:
        table.rows.append([])
    if name != "tr":
        spans = {kind.lower(): declared_span(count) for kind, count in _SPAN.findall(tag[3])}
        table.rows[-1].append(
            _OpenCell(tag.end(), name == "th", spans.get("row", 1), spans.get("col", 1))
        )


def _end_cell(table: _OpenTable, end: int) -> None:
    if table.rows and table.rows[-1] and table.rows[-1][-1].end < 0:
        table.rows[-1][-1].end = end


def _close(stack: list[_OpenTable], inner: int, end: int, view: str, found: list[Table]) -> None:
    table = stack.pop()
    _end_cell(table, inner)
    rows = [row for row in table.rows if row]
    if not rows:
        return
    placed = place([[(cell.row_span, cell.column_span) for cell in row] for row in rows])
    cells = tuple(
        _cell(cell, view, *at)
        for row, places in zip(rows, placed, strict=True)
        for cell, at in zip(row, places, strict=True)
    )
    columns = max(cell.column + cell.column_span for cell in cells)
    result = Table(table.start, end, len(rows), columns, cells, "html")
    parent = stack[-1].rows[-1][-1] if stack and stack[-1].rows and stack[-1].rows[-1] else None
    if parent is None or parent.end >= 0:
        found.append(result)
    else:
        parent.tables.append(result)


def _cell(
    cell: _OpenCell, view: str, row: int, column: int, row_span: int, column_span: int
) -> Cell:
    words = view[cell.start : cell.end]
    bare = words.strip()
    start = cell.start + words.index(bare) if bare else cell.start
    return Cell(
        row,
        column,
        row_span,
        column_span,
        start,
        start + len(bare),
        header=cell.header,
        tables=tuple(cell.tables),
    )
