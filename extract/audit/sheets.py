"""Tables as an auditor sees them: a matrix of integers, with the heads of its rows and columns judged.

All figures of a sheet count the same unit: the last digit of the most exact one. A blank is unknown (None), a
dash is nothing (0). `26(28)` gives two sheets, one of the figures in front and one of those in brackets.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.audit.axes import Head, read_head
from extract.audit.figures import Figure, Figures, read_figures
from extract.records import CellRecord, TableRecord

__all__ = ["Matrix", "Sheet", "read_sheets"]

Matrix = list[list[int | None]]

_DASHES: Final = frozenset({"-", "–", "—", "―", "－", "·", "‐"})
_COARSE: Final = ("백만", "억", "조", "만원", "십억")


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
        cells: The cell of each address that has one.
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
    cells: list[list[CellRecord | None]]
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


_NO_HEAD: Final = read_head(())


def read_sheets(table: TableRecord, number: int) -> Iterator[Sheet]:
    """Lay the figures of a table out; nothing for a table that has fewer than two."""
    body = [cell for cell in table.cells if not cell.is_header]
    read: dict[tuple[int, int], Figures] = {}
    plain: dict[tuple[int, int], int] = {}
    for cell in body:
        text = cell.text
        if not text:
            continue
        if type(cell.value) is int and "." not in text:
            plain[cell.row, cell.column] = cell.value
        elif text in _DASHES:
            continue
        elif figures := read_figures(text):
            read[cell.row, cell.column] = figures
    if len(read) + len(plain) < 2:
        return
    yield _sheet(table, number, body, _Seen(plain, read), 0)
    pairs = sum(figures.kind == "count" for figures in read.values())
    if pairs >= 2 and pairs * 2 >= len(read) + len(plain):
        yield _sheet(table, number, body, _Seen(plain, read), 1)


class _Seen(NamedTuple):
    """Figures by address: those that are one integer, and those that are more."""

    plain: dict[tuple[int, int], int]
    read: dict[tuple[int, int], Figures]


def _sheet(
    table: TableRecord, number: int, body: Sequence[CellRecord], seen: _Seen, layer: int
) -> Sheet:
    plain, read = seen
    height = 1 + max(cell.row for cell in body)
    width = 1 + max(cell.column for cell in body)
    matrix: Matrix = [[None] * width for _ in range(height)]
    cells: list[list[CellRecord | None]] = [[None] * width for _ in range(height)]
    chosen = {at: _layer(figures, layer) for at, figures in read.items()}
    decimals = max((each.decimals for each in chosen.values() if each), default=0)
    scale = int(10**decimals)
    if not layer:
        for (row, column), value in plain.items():
            matrix[row][column] = value * scale
    for cell in body:
        row, column = cell.row, cell.column
        cells[row][column] = cell
        if cell.text in _DASHES:
            matrix[row][column] = 0
        elif (row, column) in chosen and (figure := chosen[row, column]):
            matrix[row][column] = figure.value * 10 ** (decimals - figure.decimals)
    rows, columns = _heads(body, seen, height, width)
    grains = _grains(chosen, plain, decimals, height, width) if decimals else None
    words = "".join([*table.unit_raw.split(), *(word for head in columns for word in head.words)])
    coarse, thousands = any(word in words for word in _COARSE), "천원" in words
    figures = (matrix, grains, decimals, coarse, thousands)
    return Sheet(number, table, *figures, rows, columns, cells, read, plain, layer)


def _heads(
    body: Sequence[CellRecord], seen: _Seen, height: int, width: int
) -> tuple[list[Head], list[Head]]:
    rows, columns = [_NO_HEAD] * height, [_NO_HEAD] * width
    for cell in body:
        if rows[cell.row] is _NO_HEAD and cell.row_path:
            rows[cell.row] = read_head(cell.row_path)
        if columns[cell.column] is _NO_HEAD:
            columns[cell.column] = read_head(cell.column_path)
    _name_bare_rows(body, rows, seen)
    _free_columns(columns, seen.read)
    return rows, columns


def _name_bare_rows(body: Sequence[CellRecord], rows: list[Head], seen: _Seen) -> None:
    """Name a row without a stub by the words in front of its first figure."""
    if any(head.words for head in rows):
        return
    words: dict[int, list[str]] = {}
    figured: set[int] = set()
    for cell in body:
        at = (cell.row, cell.column)
        if cell.column and (at in seen.read or at in seen.plain):
            figured.add(cell.row)
        elif cell.text and cell.row not in figured:
            words.setdefault(cell.row, []).append(cell.text)
    for row, path in words.items():
        rows[row] = read_head(tuple(path))


def _free_columns(columns: list[Head], read: dict[tuple[int, int], Figures]) -> None:
    """`취업자(%)` over `7(27%)` is a column of counts: the per cent is what stands in brackets."""
    for column in {column for (_, column), figures in read.items() if figures.kind == "rate"}:
        columns[column] = columns[column]._replace(rate=False)


def _layer(figures: Figures, layer: int) -> Figure | None:
    if not layer:
        return figures.main
    return figures.second if figures.kind == "count" else None


def _grains(
    chosen: dict[tuple[int, int], Figure | None],
    plain: dict[tuple[int, int], int],
    decimals: int,
    height: int,
    width: int,
) -> list[list[int]]:
    grains = [[1] * width for _ in range(height)]
    for row, column in plain:
        grains[row][column] = 10**decimals
    for (row, column), figure in chosen.items():
        if figure:
            grains[row][column] = 10 ** (decimals - figure.decimals)
    return grains
