"""Characters into the cells of grids, nested grids into the cells that hold them."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.readers.pdf.glyphs import Glyph
from extract.readers.pdf.grids import WHOLE, Grid, GridCell
from extract.readers.pdf.lines import Line, lines_of
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
    bands: dict[int, list[_Owners]] = {}
    for own in owners:
        ys = own.grid.ys
        for band in range(int(ys[0] // BAND), int(ys[-1] // BAND) + 1):
            bands.setdefault(band, []).append(own)
    rest: list[Glyph] = []
    into, last = rest, None
    high = low = 0.0
    around: list[tuple[list[float], dict[int, int], list[list[Glyph]]]] = []
    for glyph in glyphs:
        text, left, top, right, bottom, _, _, _, _, _ = glyph
        if text in _CLOSING and last is not None and _touches(last, glyph):
            into.append(glyph)  # a bracket that hangs over the edge belongs to its word
            last = glyph
            continue
        y = (top + bottom) / 2
        if not high <= y < low:
            high, low, near = _between(bands, y)
            around = [(own.grid.xs, row, own.bags) for own in near if (row := own.row(y))]
        into = rest
        for xs, row, bags in around:
            found = row.get(bisect_right(xs, (left + right) / 2 - _TIE) - 1)
            if found is not None:
                into = bags[found]
                break
        into.append(glyph)
        last = glyph
    return rest


def _between(bands: dict[int, list[_Owners]], y: float) -> tuple[float, float, Sequence[_Owners]]:
    """The grids beside a height, and how far up and down they have the same rows there."""
    band = int(y // BAND)
    near = bands.get(band, ())
    high, low = band * BAND, (band + 1) * BAND
    for own in near:
        ys = own.grid.ys
        row = bisect_right(ys, y)
        high = max(high, ys[row - 1]) if row else high
        low = min(low, ys[row]) if row < len(ys) else low
    return high, low, near


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
