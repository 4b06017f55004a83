"""Filled grids to tables; frames and charts, drawn with the same lines, to their paragraphs.

a frame around prose                      its lines
boxes below one another                   their lines
an organisation chart                     the lines of its boxes
anything else with two cells of text      a table
"""

import re
from bisect import bisect_left
from itertools import groupby
from typing import Final, NamedTuple

from extract.readers.composer import SeenCell, SeenTable
from extract.readers.pdf.cells import FilledCell, FilledGrid
from extract.readers.pdf.grids import WHOLE, Grid
from extract.readers.pdf.lines import Line
from extract.readers.pdf.rows import with_unruled_rows
from extract.readers.pdf.view import Box
from extract.readers.pdf.wrapping import in_cell, in_column

__all__ = ["NUMBER_BOX", "Item", "PageTable", "items_of", "upright_words"]

NUMBER_BOX: Final = re.compile(
    r"(?:\d{1,2}(?:[-.]\d{1,2}){0,2}[.)]?|[IVXⅠ-Ⅻ]{1,4}[.]?|[가-하][.]|[①-⑳❶-❿])"
)


class PageTable(NamedTuple):
    """A table on a page.

    Attributes:
        seen: The table.
        box: Where it stands.
        xs: The edges of its columns.
        cut: Whether a page cut its first row above, and its last row below.
    """

    seen: SeenTable
    box: Box
    xs: tuple[float, ...]
    cut: tuple[bool, bool] = (False, False)


Item = Line | PageTable


def items_of(filled: FilledGrid) -> list[Item]:
    """Return what a filled grid holds: one table, or the paragraphs and tables that it frames."""
    with_text = [cell for cell in filled.cells if cell.lines or cell.nested]
    if not with_text:
        return []
    one_column = len(filled.grid.xs) == 2
    lone = len(with_text) == 1 and len(filled.cells) <= 3
    if filled.grid.outline < WHOLE or one_column or lone:
        return [item for cell in with_text for item in _in_order(cell, filled.grid, framed=True)]
    return [_table(filled)]


def _in_order(cell: FilledCell, grid: Grid, *, framed: bool = False) -> list[Item]:
    """The lines of a cell and what its nested grids hold, from top to bottom.

    Args:
        cell: The cell.
        grid: The grid it belongs to.
        framed: It is a frame around running text rather than a cell of a table.
    """
    lines = _paragraphs(cell, grid, framed=framed)
    if not cell.nested:
        return list(lines)
    parts: list[tuple[float, list[Item]]] = [(line.middle, [line]) for line in lines]
    parts += [(inner.grid.ys[0], items_of(inner)) for inner in cell.nested]
    parts.sort(key=lambda part: part[0])
    return [item for _, items in parts for item in items]


def _paragraphs(cell: FilledCell, grid: Grid, *, framed: bool) -> list[Line]:
    """The lines of a cell; what its edge cut is joined, unless a nested table stands between."""
    if len(cell.lines) < 2:
        return cell.lines
    last = cell.at.column + cell.at.column_span
    left, right = grid.xs[cell.at.column], grid.xs[min(last, len(grid.xs) - 1)]
    padding = min(max(min(line.left for line in cell.lines) - left, 1.0), 8.0)
    edges = sorted(inner.grid.ys[0] for inner in cell.nested)
    lines: list[Line] = []
    for _, group in groupby(
        upright_words(cell.lines, 2), key=lambda line: bisect_left(edges, line.middle)
    ):
        join = in_column if framed else in_cell
        lines += join(list(group), right - padding)
    return lines


def upright_words(lines: list[Line], least: int) -> list[Line]:
    """Make one line of a word that is set upright, one letter a line.

    Args:
        lines: Lines from top to bottom.
        least: Number of letters from which it is a word.
    """
    joined: list[Line] = []
    run: list[Line] = []

    def close() -> None:
        if len(run) >= least:
            text = "".join(line.text for line in run)
            joined.append(run[0]._replace(text=text, bottom=run[-1].bottom))
        else:
            joined.extend(run)
        run.clear()

    for line in lines:
        if len(line.text) == 1 and "가" <= line.text <= "힣":
            if run and not _below(run[-1], line):
                close()
            run.append(line)
        else:
            close()
            joined.append(line)
    close()
    return joined


def _below(line: Line, following: Line) -> bool:
    height = line.bottom - line.top
    return (
        abs(line.left - following.left) < height / 2 and following.middle - line.middle < 2 * height
    )


def _table(filled: FilledGrid) -> PageTable:
    rows, cells = with_unruled_rows(len(filled.grid.ys) - 1, filled.cells)
    seen = SeenTable(
        rows,
        len(filled.grid.xs) - 1,
        [
            SeenCell(
                cell.at.row,
                cell.at.column,
                cell.at.row_span,
                cell.at.column_span,
                [
                    item.text if isinstance(item, Line) else item.seen
                    for item in _in_order(cell, filled.grid)
                ],
            )
            for cell in cells
        ],
    )
    return PageTable(seen, filled.grid.box, tuple(filled.grid.xs), filled.grid.cut)
