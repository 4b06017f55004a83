"""Columns that stand apart: boxes of one column, side by side, with their rows at the same heights.

+------+  +------+  +------+
| 2023 |  | 2024 |  | 2025 |        the rows of a table whose columns a gap parts
+------+  +------+  +------+
| 계획 |  | 구축 |  | 운영 |
+------+  +------+  +------+
"""

from typing import Final

from extract.readers.pdf.cells import FilledCell, FilledGrid
from extract.readers.pdf.grids import Grid

__all__ = ["with_columns_joined"]

SAME_HEIGHT: Final = 3.0
"""Edges of rows that differ less than this, in points, are the same."""

MAX_GAP: Final = 40.0
"""Widest gap between two columns of one table, in points."""


def with_columns_joined(grids: list[FilledGrid]) -> list[FilledGrid]:
    """Make one grid of single columns that stand side by side."""
    columns = [each for each in grids if len(each.grid.xs) == 2 and len(each.grid.ys) > 2]
    if len(columns) < 2:
        return grids
    columns.sort(key=lambda each: each.grid.xs[0])
    taken: set[int] = set()
    joined: list[FilledGrid] = []
    for number, first in enumerate(columns):
        if number in taken:
            continue
        run = [first]
        for index in range(number + 1, len(columns)):
            if index not in taken and _continues(run[-1].grid, columns[index].grid):
                run.append(columns[index])
                taken.add(index)
        joined.append(_one(run) if len(run) > 1 else first)
    whole = [each for each in grids if len(each.grid.xs) != 2 or len(each.grid.ys) <= 2]
    return sorted(whole + joined, key=lambda each: (each.grid.ys[0], each.grid.xs[0]))


def _continues(left: Grid, right: Grid) -> bool:
    return (
        len(left.ys) == len(right.ys)
        and 0 <= right.xs[0] - left.xs[1] <= MAX_GAP
        and all(abs(a - b) <= SAME_HEIGHT for a, b in zip(left.ys, right.ys, strict=True))
    )


def _one(run: list[FilledGrid]) -> FilledGrid:
    """One grid of several columns; the gap before a column becomes a part of it."""
    cells = [
        (FilledCell(cell.at._replace(column=column), cell.lines, cell.nested))
        for column, each in enumerate(run)
        for cell in each.cells
    ]
    cells.sort(key=lambda cell: cell.at)
    xs = [each.grid.xs[0] for each in run] + [run[-1].grid.xs[1]]
    grid = Grid(xs, run[0].grid.ys, [cell.at for cell in cells], list(range(len(cells))), 1.0)
    return FilledGrid(grid, cells)
