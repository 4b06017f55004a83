"""Tables as an auditor sees them: a matrix of integers, with the heads of its rows and columns judged.

All figures of a sheet count the same unit: the last digit of the most exact one. A blank is unknown (None), a
dash is nothing (0). `26(28)` gives two sheets, one of the figures in front and one of those in brackets.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from extract.audit.axes import Head, read_head, scale_of
from extract.audit.figures import Figure, Figures, read_figures
from extract.records import CellRecord, TableRecord

__all__ = ["Matrix", "Sheet", "read_sheets"]

Matrix = list[list[int | None]]

_DASHES: Final = frozenset({"-", "–", "—", "―", "－", "·", "‐"})
_FIRST: Final = _DASHES | frozenset("0123456789△▽▲▼+-(")
"""What a figure or a dash begins with."""


class Sheet(NamedTuple):
    """One layer of figures of a table.

    Attributes:
        number: 1-based number of the table.
        table: The table.
        matrix: Figures by row and column, all in units of 10 to the power of minus `decimals`.
        grains: The last printed digit of each figure in those units; None where all are 1.
        decimals: See `matrix`.
        coarse: The figures are rounded ones (백만원, decimals): sums may be off by rounding.
        thousands: The figures are in 천원, exact as a rule and rounded at times.
        rows: The judged heads of the rows.
        columns: The judged heads of the columns.
        read: What each cell holds that is more than one integer, by address.
        plain: The integers of the other cells.
        layer: 0 for the figures in front, 1 for those in brackets.
    """

    number: int
    table: TableRecord
    matrix: Matrix
    grains: list[list[int]] | None
    decimals: int
    coarse: bool
    thousands: bool
    rows: list[Head]
    columns: list[Head]
    read: dict[tuple[int, int], Figures]
    plain: dict[tuple[int, int], int]
    layer: int

    def figure(self, row: int, column: int) -> Figure | None:
        """The figure in front at an address, as printed."""
        value = self.plain.get((row, column))
        if value is not None:
            return Figure(value, 0)
        figures = self.read.get((row, column))
        return figures.main if figures else None

    def cell(self, row: int, column: int) -> CellRecord | None:
        """The cell at an address; None where there is none, or a head."""
        cells = self.table.cells
        at = bisect_left(cells, (row, column))
        cell = cells[at] if at < len(cells) else None
        found = cell is not None and (cell.row, cell.column) == (row, column)
        return cell if found and cell and not cell.is_header else None


class _Seen(NamedTuple):
    """What the cells of a table hold, by address: its figures, its dashes, its heads."""

    plain: dict[tuple[int, int], int]
    read: dict[tuple[int, int], Figures]
    dashes: list[tuple[int, int]]
    rows: list[Head]
    columns: list[Head]


_NO_HEAD: Final = read_head(())


def read_sheets(table: TableRecord, number: int) -> Iterator[Sheet]:
    """Lay the figures of a table out; nothing for a table that has fewer than two."""
    seen = _look(table)
    count = len(seen.read) + len(seen.plain)
    if count < 2:
        return
    if not any(head.words for head in seen.rows):
        _name_bare_rows(table, seen)
    kinds = [figures.kind for figures in seen.read.values()]
    if "rate" in kinds:
        # `취업자(%)` over `7(27%)` is a column of counts: the per cent is what stands in brackets.
        for (_, column), kind in zip(seen.read, kinds, strict=True):
            if kind == "rate" and seen.columns[column].rate:
                seen.columns[column] = replace(seen.columns[column], rate=False)
    yield _sheet(table, number, seen, 0)
    pairs = kinds.count("count")
    if pairs >= 2 and pairs * 2 >= count:
        yield _sheet(table, number, seen, 1)


def _look(table: TableRecord) -> _Seen:
    """Go through the cells of a table once: what they hold, and the heads that lead to them."""
    seen = _Seen({}, {}, [], [], [])
    plain, rows, columns = seen.plain, seen.rows, seen.columns
    height = width = 0
    for cell in table.cells:
        if cell.is_header:
            continue
        row, column, _, _, _, row_path, column_path, text, value, _, _, _ = cell
        if row >= height:
            # Cells stand by row, and all of a row have one path.
            rows += [_NO_HEAD] * (row - height)
            rows.append(read_head(row_path) if row_path else _NO_HEAD)
            height = row + 1
        if column >= width:
            columns += [_NO_HEAD] * (column + 1 - width)
            width = column + 1
        if column_path and columns[column] is _NO_HEAD:
            columns[column] = read_head(column_path)
        if type(value) is int and "." not in text:
            plain[row, column] = value
        elif text and text[0] in _FIRST:
            if text in _DASHES:
                seen.dashes.append((row, column))
            elif figures := read_figures(text):
                seen.read[row, column] = figures
    return seen


def _sheet(
    table: TableRecord,
    number: int,
    seen: _Seen,
    layer: int,
) -> Sheet:
    plain, read, _, rows, columns = seen
    width = len(columns)
    matrix: Matrix = [[None] * width for _ in rows]
    chosen = _layer(read, layer) if read else {}
    decimals = max([each.decimals for each in chosen.values()], default=0)
    scale = 10**decimals
    if not layer:
        for (row, column), value in plain.items():
            matrix[row][column] = value * scale
    for row, column in seen.dashes:
        matrix[row][column] = 0
    for (row, column), figure in chosen.items():
        matrix[row][column] = figure.value * 10 ** (decimals - figure.decimals)
    grains = _grains(chosen, plain, decimals, len(rows), width) if decimals else None
    coarse, thousands = scale_of(table.unit_raw)
    for head in columns:
        coarse, thousands = coarse or head.coarse, thousands or head.thousands
    figures = (matrix, grains, decimals, coarse, thousands)
    return Sheet(number, table, *figures, rows, columns, read, plain, layer)


def _name_bare_rows(table: TableRecord, seen: _Seen) -> None:
    """Name a row without a stub by the words in front of its first figure."""
    words: dict[int, list[str]] = {}
    figured: set[int] = set()
    for cell in table.cells:
        if cell.is_header:
            continue
        at = (cell.row, cell.column)
        if cell.column and (at in seen.read or at in seen.plain):
            figured.add(cell.row)
        elif cell.text and cell.row not in figured:
            words.setdefault(cell.row, []).append(cell.text)
    for row, path in words.items():
        seen.rows[row] = read_head(tuple(path))


def _layer(read: dict[tuple[int, int], Figures], layer: int) -> dict[tuple[int, int], Figure]:
    if not layer:
        return {at: figures.main for at, figures in read.items()}
    return {
        at: figures.second
        for at, figures in read.items()
        if figures.kind == "count" and figures.second is not None
    }


def _grains(
    chosen: dict[tuple[int, int], Figure],
    plain: dict[tuple[int, int], int],
    decimals: int,
    height: int,
    width: int,
) -> list[list[int]]:
    grains = [[1] * width for _ in range(height)]
    for row, column in plain:
        grains[row][column] = 10**decimals
    for (row, column), figure in chosen.items():
        grains[row][column] = 10 ** (decimals - figure.decimals)
    return grains
