"""Characters into the cells of grids, nested grids into the cells that hold them."""

from bisect import bisect_right
from typing import Final, NamedTuple

from extract.readers.pdf.grids import WHOLE, Grid, GridCell
from extract.readers.pdf.lines import Line, lines_of
from extract.readers.pdf.runs import Glyph
from extract.readers.pdf.view import Box

__all__ = ["FilledCell", "FilledGrid", "fill"]

MAX_DEPTH: Final = 30
"""Grids may be nested this deep; what lies deeper stands beside them."""

MAX_GRIDS: Final = 1_000
"""Grids of one page that are read, the largest ones; no report has as many."""

_TIE: Final = 0.5
"""A condensed glyph stands left in its box: on a rule, it is of the cell on the left."""

_CLOSING: Final = frozenset(")]}」』〉》】")

BAND: Final = 40.0
"""Height of the bands, in points, by which the grid around a character is looked up."""


class FilledCell(NamedTuple):
    """A cell with what stands in it, from top to bottom."""

    at: GridCell
    lines: list[Line]
    nested: "list[FilledGrid]"


class FilledGrid(NamedTuple):
    """A grid with its cells filled."""

    grid: Grid
    cells: list[FilledCell]


def fill(grids: list[Grid], glyphs: list[Glyph]) -> tuple[list[FilledGrid], list[Glyph]]:
    """Return the outermost grids, filled, and the characters that stand in none."""
    by_size = sorted(grids, key=lambda grid: _area(grid.box))[-MAX_GRIDS:]
    owners = [_Owners(grid) for grid in by_size]
    rest = _sort_in(owners, glyphs)
    for own in owners:
        if own.grid.outline < WHOLE:
            own.gather_regions()
    filled = [
        FilledGrid(
            grid,
            [
                FilledCell(cell, lines_of(bag), [])
                for cell, bag in zip(grid.cells, own.bags, strict=True)
            ],
        )
        for grid, own in zip(by_size, owners, strict=True)
    ]
    outermost: list[FilledGrid] = []
    depths = [0] * len(filled)
    for number in range(len(filled) - 1, -1, -1):
        inner = filled[number]
        holder = _holder(inner.grid.box, owners, number)
        if holder is None or depths[holder[0]] >= MAX_DEPTH:
            outermost.append(inner)
        else:
            depths[number] = depths[holder[0]] + 1
            filled[holder[0]].cells[holder[1]].nested.append(inner)
    for each in filled:
        for cell in each.cells:
            cell.nested.sort(key=_place)
    return sorted(outermost, key=_place), rest


def _place(filled: FilledGrid) -> tuple[float, float]:
    return filled.grid.ys[0], filled.grid.xs[0]


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


class _Owners:
    """Which cell of a grid holds a point."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.bags: list[list[Glyph]] = [[] for _ in grid.cells]
        self.rows: list[dict[int, int]] = [{} for _ in grid.ys[1:]]
        for number, cell in enumerate(grid.cells):
            columns = range(cell.column, cell.column + cell.column_span)
            for row in self.rows[cell.row : cell.row + cell.row_span]:
                row.update(dict.fromkeys(columns, number))

    def gather_regions(self) -> None:
        """Give each region of a chart its text in one piece: frames that overlap cut it apart."""
        first: dict[int, int] = {}
        for number, region in enumerate(self.grid.regions):
            held = first.setdefault(region, number)
            if held != number:
                self.bags[held] += self.bags[number]
                self.bags[number] = []

    def cell(self, x: float, y: float) -> int | None:
        return self.row(y).get(bisect_right(self.grid.xs, x) - 1)

    def row(self, y: float) -> dict[int, int]:
        """Column -> cell, at a height."""
        row = bisect_right(self.grid.ys, y) - 1
        return self.rows[row] if 0 <= row < len(self.rows) else {}


def _sort_in(owners: list[_Owners], glyphs: list[Glyph]) -> list[Glyph]:
    """Put each character into the smallest grid around it; return those that have none."""
    bands = _bands(owners)
    rest: list[Glyph] = []
    into, last = rest, None
    for run in glyphs:
        closes = run.text[0] in _CLOSING and last is not None
        whole = None if closes else _whole(run, bands, rest)
        if whole is not None:
            whole.append(run)
            into, last = whole, run
            continue
        for glyph in run.letters():
            # A bracket that hangs over the edge belongs to its word.
            if not (glyph.text in _CLOSING and last is not None and _touches(last, glyph)):
                into = _bag(glyph, bands, rest)
            into.append(glyph)
            last = glyph
    return rest


def _bands(owners: list[_Owners]) -> dict[int, list[_Owners]]:
    """The grids beside each height; bands with the same grids share one list."""
    bands: dict[int, list[_Owners]] = {}
    for own in owners:
        ys = own.grid.ys
        for band in range(int(ys[0] // BAND), int(ys[-1] // BAND) + 1):
            bands.setdefault(band, []).append(own)
    shared: dict[tuple[int, ...], list[_Owners]] = {}
    return {band: shared.setdefault(tuple(map(id, near)), near) for band, near in bands.items()}


def _whole(run: Glyph, bands: dict[int, list[_Owners]], rest: list[Glyph]) -> list[Glyph] | None:
    """Where a run belongs that stands in one cell, or beside all grids, with all its characters; else None."""
    _, left, top, right, bottom, *_ = run
    near = bands.get(int(top // BAND), ())
    if near is not bands.get(int(bottom // BAND), ()):
        return None  # grids begin or end beside it
    for own in near:
        xs, ys = own.grid.xs, own.grid.ys
        if right <= xs[0] or left - _TIE >= xs[-1] or bottom <= ys[0] or top >= ys[-1]:
            continue
        cell = own.cell(left - _TIE, top)
        return own.bags[cell] if cell is not None and cell == own.cell(right, bottom) else None
    return rest


def _bag(glyph: Glyph, bands: dict[int, list[_Owners]], rest: list[Glyph]) -> list[Glyph]:
    """Where a character belongs."""
    x, y = (glyph.left + glyph.right) / 2 - _TIE, (glyph.top + glyph.bottom) / 2
    for own in bands.get(int(y // BAND), ()):
        cell = own.cell(x, y)
        if cell is not None:
            return own.bags[cell]
    return rest


def _touches(last: Glyph, glyph: Glyph) -> bool:
    height = glyph.bottom - glyph.top
    return (
        not glyph.before
        and abs(glyph.base - last.base) < height / 2
        and abs(glyph.left - last.right) < height / 4
    )


def _holder(box: Box, owners: list[_Owners], number: int) -> tuple[int, int] | None:
    """The smallest larger grid, and its cell, that holds the whole of `box`."""
    for index in range(number + 1, len(owners)):
        own = owners[index]
        middle = own.cell((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        if middle is None:
            continue
        around = own.grid.cell_box(own.grid.cells[middle])
        if _inside(box, around):
            return index, middle
    return None


def _inside(box: Box, around: Box) -> bool:
    """Tell whether `around` holds `box`; an inner table may reach over the edge a little."""
    return (
        box.left >= around.left - 4
        and box.right <= around.right + 4
        and box.top >= around.top - 4
        and box.bottom <= around.bottom + 4
    )
