"""Tables as an auditor sees them: a matrix of integers, with the heads of its rows and columns judged.

All figures of a sheet count the same unit: the last digit of the most exact one. A blank is unknown (None), a
dash is nothing (0). `26(28)` gives two sheets, one of the figures in front and one of those in brackets.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from extract.audit.axes import Head, read_head, scale_of
from extract.audit.figures import Figure, Figures, read_figures
from extract.records import CellRecord, TableRecord

__all__ = ["Matrix", "Sheet", "read_sheets"]

Matrix = list[list[int | None]]

_new: Final = tuple.__new__  # half the cost of calling the class

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
        dashes: The addresses of cells that hold a dash.
        figured: How many cells hold figures.
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
    dashes: list[tuple[int, int]]
    figured: int
    layer: int

    def figure(self, row: int, column: int) -> Figure | None:
        """The figure in front at an address of the matrix, as printed."""
        figures = self.read.get((row, column))
        if figures:
            return figures.main
        value = self.matrix[row][column]
        if value is None or (row, column) in self.dashes:
            return None
        return Figure(value // 10**self.decimals, 0)

    def cell(self, row: int, column: int) -> CellRecord | None:
        """The cell at an address; None where there is none, or a head."""
        cells = self.table.cells
        at = bisect_left(cells, (row, column))
        cell = cells[at] if at < len(cells) else None
        found = cell is not None and (cell.row, cell.column) == (row, column)
        return cell if found and cell and not cell.is_header else None


class _Seen(NamedTuple):
    """What the cells of a table hold.

    Attributes:
        matrix: Its integers and its dashes, which are 0, by row and column.
        read: Its other figures, by address.
        dashes: The addresses of its dashes.
        rows: The heads of its rows.
        columns: The heads of its columns.
        figured: How many of its cells hold figures.
    """

    matrix: Matrix
    read: dict[tuple[int, int], Figures]
    dashes: list[tuple[int, int]]
    rows: list[Head]
    columns: list[Head]
    figured: int


_NO_HEAD: Final = read_head(())


def read_sheets(table: TableRecord, number: int) -> Iterator[Sheet]:
    """Lay the figures of a table out; nothing for a table that has fewer than two."""
    seen = _look(table)
    _, read, _, rows, columns, figured = seen
    if figured < 2:
        return
    for head in rows:
        if head.words:
            break
    else:
        _name_bare_rows(table, seen)
    kinds = [figures.kind for figures in read.values()] if read else []
    if "rate" in kinds:
        # `취업자(%)` over `7(27%)` is a column of counts: the per cent is what stands in brackets.
        for (_, column), kind in zip(read, kinds, strict=True):
            if kind == "rate" and columns[column].rate:
                columns[column] = replace(columns[column], rate=False)
    yield _sheet(table, number, seen, 0)
    pairs = kinds.count("count")
    if pairs >= 2 and pairs * 2 >= figured:
        yield _sheet(table, number, seen, 1)


def _look(table: TableRecord) -> _Seen:
    """Go through the cells of a table once: what they hold, and the heads that lead to them."""
    rows: list[Head] = []
    columns: list[Head] = []
    matrix: Matrix = []
    line: list[int | None] = []
    others: list[tuple[int, int, str]] = []
    integers = height = width = 0
    for cell in table.cells:
        if cell.is_header:
            continue
        row, column, _, _, _, row_path, column_path, text, value, _, _, _ = cell
        while row >= height:
            # Cells stand by row, and all of a row have one path.
            rows.append(read_head(row_path) if row == height and row_path else _NO_HEAD)
            line = [None] * width
            matrix.append(line)
            height += 1
        while column >= width:
            columns.append(_NO_HEAD)
            line.append(None)
            width += 1
        if column_path and columns[column] is _NO_HEAD:
            columns[column] = read_head(column_path)
        if type(value) is int and "." not in text:
            line[column] = value
            integers += 1
        elif text and text[0] in _FIRST:
            others.append((row, column, text))
    for line in matrix:
        line.extend([None] * (width - len(line)))
    read, dashes = _read(others, matrix)
    return _new(_Seen, (matrix, read, dashes, rows, columns, integers + len(read)))


def _read(
    cells: Iterable[tuple[int, int, str]], matrix: Matrix
) -> tuple[dict[tuple[int, int], Figures], list[tuple[int, int]]]:
    """The figures of cells that are no integers, and the dashes, which count as 0 in the matrix."""
    read: dict[tuple[int, int], Figures] = {}
    dashes: list[tuple[int, int]] = []
    for row, column, text in cells:
        if text in _DASHES:
            matrix[row][column] = 0
            dashes.append((row, column))
        elif figures := read_figures(text):
            read[row, column] = figures
    return read, dashes


def _sheet(table: TableRecord, number: int, seen: _Seen, layer: int) -> Sheet:
    matrix, read, dashes, rows, columns, figured = seen
    grains, decimals = None, 0
    if read:
        chosen = _layer(read, layer)
        decimals = max([each.decimals for each in chosen.values()], default=0)
        grains = _grains(chosen, seen, decimals) if decimals else None
        matrix = _scaled(chosen, seen, decimals, layer)
    coarse, thousands = scale_of(table.unit_raw)
    for head in columns:
        if head.coarse:
            coarse = True
        if head.thousands:
            thousands = True
    figures = (matrix, grains, decimals, coarse, thousands)
    return _new(Sheet, (number, table, *figures, rows, columns, read, dashes, figured, layer))


def _name_bare_rows(table: TableRecord, seen: _Seen) -> None:
    """Name a row without a stub by the words in front of its first figure."""
    matrix, read, dashes = seen.matrix, seen.read, seen.dashes
    words: dict[int, list[str]] = {}
    figured: set[int] = set()
    for cell in table.cells:
        if cell.is_header:
            continue
        row, column = at = (cell.row, cell.column)
        if column and (at in read or (matrix[row][column] is not None and at not in dashes)):
            figured.add(row)
        elif cell.text and row not in figured:
            words.setdefault(row, []).append(cell.text)
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


def _scaled(
    chosen: dict[tuple[int, int], Figure], seen: _Seen, decimals: int, layer: int
) -> Matrix:
    """All figures of a layer in units of the last digit of the most exact one."""
    scale = 10**decimals
    if layer:
        matrix: Matrix = [[None] * len(seen.columns) for _ in seen.rows]
        for row, column in seen.dashes:
            matrix[row][column] = 0
    elif decimals:
        matrix = [[value and value * scale for value in line] for line in seen.matrix]
    else:
        matrix = [line.copy() for line in seen.matrix]
    for (row, column), figure in chosen.items():
        matrix[row][column] = figure.value * 10 ** (decimals - figure.decimals)
    return matrix


def _grains(chosen: dict[tuple[int, int], Figure], seen: _Seen, decimals: int) -> list[list[int]]:
    unit = 10**decimals
    grains = [[1 if value is None else unit for value in line] for line in seen.matrix]
    for row, column in seen.dashes:
        grains[row][column] = 1
    for (row, column), figure in chosen.items():
        grains[row][column] = 10 ** (decimals - figure.decimals)
    return grains
