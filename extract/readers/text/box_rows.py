"""The lines between two rules to rows and cells: what goes on in a cell, and what begins the next row.

A head is stacked, line on line. Below it a line with an amount makes a row; words above it belong to its
label; words behind it go on in their cells unless they begin with a mark, as the items of 산출기초 do.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from extract.document import Cell
from extract.findings import Span
from extract.readers.text.box_lines import Field

__all__ = ["Band", "cells_of"]

Drawn = list[Field]
"""The fields of one line."""

_AMOUNT: Final = re.compile(
    r"[(\-△▲▽+]*+\s*+\d{1,3}(?>(?:,\d{3})*)(?>(?:\.\d++)?)\s*+[)%]?|\d++|[-·]"
)
_MARK: Final = re.compile(r"[○◦□■●▶※·*\-\[【〈<①-⑳]|\d{1,2}[.)]\s|[가-하][.)]\s")


@dataclass(slots=True)
class Band:
    """The lines between two full rules, in parts: a partial rule divides them and lets some cells go on."""

    parts: list[list[Drawn]] = field(default_factory=lambda: [[]])
    going_on: list[frozenset[int]] = field(default_factory=lambda: [frozenset()])

    def divide(self, fields: Drawn, columns: int) -> None:
        """Add a line that is a rule under some columns and words or blanks under the others."""
        ruled = {each.column + at for each in fields if each.ruled for at in range(each.width)}
        self.parts[-1].append([each for each in fields if not each.ruled])
        self.parts.append([])
        self.going_on.append(frozenset(range(columns)) - ruled)


@dataclass(slots=True)
class _Open:
    """A cell that may still grow."""

    row: int
    column: int
    width: int
    place: int
    last_row: int
    pieces: list[Span] = field(default_factory=list)
    header: bool = False


def cells_of(bands: list[Band], view: str) -> tuple[int, tuple[Cell, ...]]:
    """Return the number of rows and the cells of a drawn table, whose first band of several is its head."""
    bands = [band for band in bands if any(band.parts)]
    cells: list[_Open] = []
    current: dict[int, _Open] = {}
    row = 0
    for number, band in enumerate(bands):
        head = number == 0 and len(bands) > 1
        every_row_ruled = len(bands) > 2
        for part, going_on in zip(band.parts, band.going_on, strict=True):
            for lines in [part] if head else _rows(part, view, every_row_ruled=every_row_ruled):
                _add_row(lines, row, going_on, current, cells, head=head)
                row += 1
    return row, tuple(map(_closed, sorted(cells, key=lambda each: (each.row, each.column))))


def _add_row(
    lines: list[Drawn],
    row: int,
    going_on: frozenset[int],
    current: dict[int, _Open],
    cells: list[_Open],
    *,
    head: bool,
) -> None:
    begun: set[int] = set()
    for fields in lines:
        for each in fields:
            cell = current.get(each.column)
            if cell is None or (each.column not in begun and each.column not in going_on):
                cell = _Open(row, each.column, each.width, each.start, row, header=head)
                cells.append(cell)
                current[each.column] = cell
            begun.add(each.column)
            cell.last_row = row
            if each.end > each.start:
                cell.pieces.append(Span(each.start, each.end))


def _rows(lines: list[Drawn], view: str, *, every_row_ruled: bool) -> list[list[Drawn]]:
    counted = [_has_amount(fields, view) for fields in lines]
    amounts = sum(counted)
    if not lines or (not amounts and every_row_ruled):
        return [lines] if lines else []
    rows: list[list[Drawn]] = [[]]
    seen = 0
    for fields, counts in zip(lines, counted, strict=True):
        if rows[-1] and _begins_row(fields, seen, amounts, view, counts=counts):
            rows.append([])
        rows[-1].append(fields)
        seen += counts
    return rows


def _begins_row(fields: Drawn, seen: int, amounts: int, view: str, *, counts: bool) -> bool:
    if counts:
        return seen > 0
    if not amounts:
        return True
    if not seen:
        return False
    words = [each for each in fields if each.end > each.start]
    if amounts > 1 and words and words[0].column == 0:
        return True
    return any(_MARK.match(view, each.start, each.end) for each in words if each.column)


def _has_amount(fields: Drawn, view: str) -> bool:
    return any(
        _AMOUNT.fullmatch(view, each.start, each.end)
        for each in fields
        if each.column and each.end > each.start
    )


def _closed(cell: _Open) -> Cell:
    pieces = tuple(cell.pieces)
    start, end = (pieces[0].start, pieces[-1].end) if pieces else (cell.place, cell.place)
    height = cell.last_row - cell.row + 1
    several = pieces if len(pieces) > 1 else ()
    return Cell(cell.row, cell.column, height, cell.width, start, end, cell.header, several)
