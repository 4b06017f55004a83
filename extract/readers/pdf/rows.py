"""Rows that no rule parts: a ruled row whose cells hold lines that line up is several rows.

    +------+-------+-----+        +------+-------+-----+
    | 국비 |   120 |  80 |        | 국비 |   120 |  80 |
    | 시비 |    60 |  40 |   ->   | 시비 |    60 |  40 |
    | 구비 |    30 |  20 |        | 구비 |    30 |  20 |
    +------+-------+-----+        +------+-------+-----+

Cells with several lines each (`58개소`, `31.7ha`, `(270억원)` below one another) look alike. There
a column's lines differ in kind, here they are of one kind; and here every line has its label.
"""

import re
from typing import Final

from extract.readers.pdf.cells import FilledCell
from extract.readers.pdf.grids import GridCell
from extract.readers.pdf.lines import Line

__all__ = ["with_unruled_rows"]

LINES_UP: Final = 3.5
"""Lines whose middles differ less than this, in points, stand in one row."""

_DIGIT: Final = re.compile(r"\d")
_NUMERAL: Final = re.compile(r"[\d,.\s]++")
_NUMBER: Final = re.compile(r"[-△▲▽+()\d,.%\s]*+")


def with_unruled_rows(rows: int, cells: list[FilledCell]) -> tuple[int, list[FilledCell]]:
    """Return the number of rows and the cells, with unruled rows taken apart."""
    by_row: dict[int, list[FilledCell]] = {}
    spanned: set[int] = set()
    for cell in cells:
        by_row.setdefault(cell.at.row, []).append(cell)
        if cell.at.row_span > 1:
            spanned.update(range(cell.at.row, cell.at.row + cell.at.row_span))
    heights = {
        row: found
        for row, held in by_row.items()
        if row not in spanned and (found := _common_heights(held))
    }
    if not heights:
        return rows, cells
    first = [0]
    for row in range(rows):
        first.append(first[-1] + len(heights.get(row, (0,))))
    taken_apart: list[FilledCell] = []
    for cell in cells:
        if cell.at.row in heights:
            taken_apart += _taken_apart(cell, heights[cell.at.row], first[cell.at.row])
        else:
            at = cell.at._replace(
                row=first[cell.at.row],
                row_span=first[cell.at.row + cell.at.row_span] - first[cell.at.row],
            )
            taken_apart.append(cell._replace(at=at))
    return first[-1], sorted(taken_apart, key=lambda cell: cell.at)


def _common_heights(cells: list[FilledCell]) -> list[float]:
    """Return the heights at which the lines of all cells stand, if they line up."""
    filled = [cell for cell in cells if cell.lines]
    if len(filled) < 3 or any(cell.nested for cell in cells):
        return []
    longest = max(filled, key=lambda cell: len(cell.lines))
    heights = [line.middle for line in longest.lines]
    if len(heights) < 3:
        return []
    fitting = [cell for cell in filled if _lines_up(cell.lines, heights)]
    full = [cell for cell in fitting if len(cell.lines) >= 0.8 * len(heights)]
    if len(full) < 3 or len(fitting) < 0.9 * len(filled):
        return []
    label = min(filled, key=lambda cell: cell.at.column)
    if label not in full or not all(_of_one_kind(cell.lines) for cell in full if cell is not label):
        return []
    return heights


def _lines_up(lines: list[Line], heights: list[float]) -> bool:
    return all(min(abs(line.middle - height) for height in heights) < LINES_UP for line in lines)


def _of_one_kind(lines: list[Line]) -> bool:
    """Tell whether the lines differ in nothing but their numbers, or hold none."""
    if all(_NUMBER.fullmatch(line.text) for line in lines):
        return True
    if not any(_DIGIT.search(line.text) for line in lines):
        return True
    return len({_NUMERAL.sub("", line.text) for line in lines}) == 1


def _taken_apart(cell: FilledCell, heights: list[float], first: int) -> list[FilledCell]:
    slots: list[list[Line]] = [[] for _ in heights]
    for line in cell.lines:
        nearest = min(range(len(heights)), key=lambda index: abs(heights[index] - line.middle))
        slots[nearest].append(line)
    return [
        FilledCell(GridCell(first + index, cell.at.column, 1, cell.at.column_span), lines, [])
        for index, lines in enumerate(slots)
    ]
