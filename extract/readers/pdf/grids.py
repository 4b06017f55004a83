"""Ruling lines to grids: which lines belong together, and which cells they enclose.

----------------    the sides of Korean tables are often open: a horizontal rule that reaches
  |    |            past the last vertical one says where the table ends
----------------

+----+-----+        an L-shaped region is cut into rectangles, columns first: the header cell
|    |              open to its neighbour keeps its own column
|    +--+--+
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from extract.readers.pdf.places import Floats
from extract.readers.pdf.rules import joined_rules, levels
from extract.readers.pdf.strokes import Stroke
from extract.readers.pdf.view import Box

__all__ = ["MAX_GRID", "WHOLE", "Grid", "GridCell", "find_grids"]

MAX_GRID: Final = 250_000
"""Addresses of one grid; 300 x 300 is read, more than this is no table of a report."""

MAX_CROSSINGS: Final = 5_000_000
"""Pairs of rules of one page that are looked at; 1,000 x 1,000 lines are 1,000,000."""

TOUCH: Final = 1.3
"""A rule that ends this close to another one, in points, meets it."""

OPEN_SIDE: Final = 4.0
"""A rule that reaches this much past the last crossing rule has an open side there."""

WHOLE: Final = 0.6
"""A table's top and bottom edges are ruled this far; a chart's only where its boxes are."""

FROM_SIDE_TO_SIDE: Final = 0.95
"""A rule that covers this part of the width runs from side to side."""

MIN_RULES: Final = 3
"""A table whose row a page has cut, and the edge with it, has this many rules from side to side."""

COVERED: Final = 0.6
"""Part of a cell's edge that must be ruled for the edge to be one."""


class GridCell(NamedTuple):
    """A cell of a grid: its address and its spans."""

    row: int
    column: int
    row_span: int
    column_span: int


class Grid(NamedTuple):
    """A ruled grid.

    Attributes:
        xs: Left edges of its columns, and the right edge of the last.
        ys: Top edges of its rows, and the bottom edge of the last.
        cells: By row, then by column.
        regions: For each cell the number of the region it was cut from.
        outline: Part of its top and bottom edge that is ruled, 0 to 1; a table's is whole.
        cut: Whether a page cut its first row above, and its last row below.
    """

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    regions: list[int]
    outline: float
    cut: tuple[bool, bool] = (False, False)

    @property
    def box(self) -> Box:
        """The grid's outer edges."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_box(self, cell: GridCell) -> Box:
        """The edges of a cell."""
        return Box(
            self.xs[cell.column],
            self.ys[cell.row],
            self.xs[cell.column + cell.column_span],
            self.ys[cell.row + cell.row_span],
        )


def find_grids(
    across: Sequence[Stroke] | Floats, down: Sequence[Stroke] | Floats
) -> tuple[list[Grid], int]:
    """Return the grids that strokes make, from the top, and how many were too large to read."""
    level, upright = joined_rules(across, 6), joined_rules(down, 4)
    grids: list[Grid] = []
    too_large = 0
    groups = _connected(level, upright)
    if groups is None:
        return [], 1
    for rows, columns in groups:
        found = _grid(rows, columns)
        if found is None:
            continue
        if isinstance(found, Grid):
            grids.append(found)
        else:
            too_large += 1
    grids.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return grids, too_large


class _Sets:
    """Disjoint sets of numbers."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def root(self, item: int) -> int:
        parent = self.parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        if a != b:
            self.parent[max(a, b)] = min(a, b)


def _connected(
    level: list[Stroke], upright: list[Stroke]
) -> list[tuple[list[Stroke], list[Stroke]]] | None:
    """Return the groups of rules that meet, or None where more may meet than any table has."""
    sets = _Sets(len(level) + len(upright))
    places = [rule.at for rule in upright]  # in order: `joined_rules` sorts by place
    looked_at = 0
    for number, rule in enumerate(level):
        first = bisect_left(places, rule.start - TOUCH)
        last = bisect_right(places, rule.end + TOUCH)
        looked_at += last - first
        if looked_at > MAX_CROSSINGS:
            return None
        for index in range(first, last):
            crossing = upright[index]
            if crossing.start - TOUCH <= rule.at <= crossing.end + TOUCH:
                sets.join(number, len(level) + index)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for number, rule in enumerate(level):
        groups.setdefault(sets.root(number), ([], []))[0].append(rule)
    for index, rule in enumerate(upright):
        groups.setdefault(sets.root(len(level) + index), ([], []))[1].append(rule)
    return [group for group in groups.values() if len(group[0]) >= 2 and group[1]]


def _with_open_sides(rules: list[Stroke], crossing: list[Stroke]) -> list[Stroke]:
    """Add the outer edges that `crossing` rules reach past the last of `rules`."""
    low, high = min(each.start for each in crossing), max(each.end for each in crossing)
    first, last = min(each.at for each in rules), max(each.at for each in rules)
    start, end = min(each.at for each in crossing), max(each.at for each in crossing)
    closed = list(rules)
    if low < first - OPEN_SIDE:
        closed.append(Stroke(low, start, end))
    if high > last + OPEN_SIDE:
        closed.append(Stroke(high, start, end))
    return closed


def _grid(level: list[Stroke], upright: list[Stroke]) -> Grid | int | None:
    upright = _with_open_sides(upright, level)
    level = _with_open_sides(level, upright)
    xs, ys = levels(rule.at for rule in upright), levels(rule.at for rule in level)
    if len(xs) < 2 or len(ys) < 2:
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows * columns > MAX_GRID:
        return rows * columns
    ruled_above = _ruled(level, ys, xs)
    ruled_before = _ruled(upright, xs, ys)
    cells = _cells(rows, columns, ruled_above, ruled_before)
    widths = [b - a for a, b in pairwise(xs)]
    shares = [
        sum(width for width, here in zip(widths, line, strict=True) if here) / sum(widths)
        for line in ruled_above
    ]
    grid = _without_idle_lines(xs, ys, cells, min(shares[0], shares[-1]))
    whole = sum(share >= FROM_SIDE_TO_SIDE for share in shares)
    if grid.outline < WHOLE and whole >= MIN_RULES and 2 * whole > len(shares):
        return grid._replace(outline=1.0, cut=(shares[0] < WHOLE, shares[-1] < WHOLE))
    return grid


def _without_idle_lines(
    xs: list[float], ys: list[float], cells: list[tuple[GridCell, int]], outline: float
) -> Grid:
    """The grid without the lines that bound no cell; the cells come with their regions."""
    rows = sorted({edge for c, _ in cells for edge in (c.row, c.row + c.row_span)})
    columns = sorted({edge for c, _ in cells for edge in (c.column, c.column + c.column_span)})
    row = {old: new for new, old in enumerate(rows)}
    column = {old: new for new, old in enumerate(columns)}
    placed = sorted(
        (
            GridCell(
                row[c.row],
                column[c.column],
                row[c.row + c.row_span] - row[c.row],
                column[c.column + c.column_span] - column[c.column],
            ),
            region,
        )
        for c, region in cells
    )
    return Grid(
        [xs[i] for i in columns],
        [ys[i] for i in rows],
        [cell for cell, _ in placed],
        [region for _, region in placed],
        outline,
    )


def _ruled(rules: list[Stroke], places: list[float], crossing: list[float]) -> list[list[bool]]:
    """For each place, which stretches between `crossing` places are ruled."""
    ruled = [[False] * (len(crossing) - 1) for _ in places]
    for rule in rules:
        line = ruled[_nearest(places, rule.at)]
        first = max(bisect_right(crossing, rule.start) - 1, 0)
        for index in range(first, min(bisect_left(crossing, rule.end), len(crossing) - 1)):
            low, high = crossing[index], crossing[index + 1]
            if min(rule.end, high) - max(rule.start, low) >= COVERED * (high - low):
                line[index] = True
    return ruled


def _nearest(places: list[float], place: float) -> int:
    index = bisect_left(places, place)
    if index == len(places) or (index and place - places[index - 1] <= places[index] - place):
        return index - 1
    return index


def _cells(
    rows: int, columns: int, ruled_above: list[list[bool]], ruled_before: list[list[bool]]
) -> list[tuple[GridCell, int]]:
    """Join the addresses that no rule parts, and cut what is no rectangle."""
    sets = _Sets(rows * columns)
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and not ruled_before[column + 1][row]:
                sets.join(here, here + 1)
            if row + 1 < rows and not ruled_above[row + 1][column]:
                sets.join(here, here + columns)
    regions: dict[int, list[tuple[int, int]]] = {}
    for row in range(rows):
        for column in range(columns):
            regions.setdefault(sets.root(row * columns + column), []).append((row, column))
    return [
        (cell, number)
        for number, region in enumerate(regions.values())
        for cell in _rectangles(region)
    ]


def _rectangles(region: list[tuple[int, int]]) -> list[GridCell]:
    """Cut a region into rectangles, columns first."""
    if len(region) == 1:
        return [GridCell(*region[0], 1, 1)]
    top, bottom = region[0][0], region[-1][0]
    left, right = min(c for _, c in region), max(c for _, c in region)
    if len(region) == (bottom - top + 1) * (right - left + 1):
        return [GridCell(top, left, bottom - top + 1, right - left + 1)]
    rest = set(region)
    cells: list[GridCell] = []
    for row, column in region:
        if (row, column) not in rest:
            continue
        last_row = row
        while (last_row + 1, column) in rest:
            last_row += 1
        rows = range(row, last_row + 1)
        last = column
        while all((each, last + 1) in rest for each in rows):
            last += 1
        rest.difference_update((each, c) for each in rows for c in range(column, last + 1))
        cells.append(GridCell(row, column, len(rows), last - column + 1))
    return cells
