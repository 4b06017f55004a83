"""Rows that no rule parts: a ruled row whose cells hold lines that line up is several rows.

    +------+-------+-----+        +------+-------+-----+
    | 국비 |   120 |  80 |        | 국비 |   120 |  80 |
    | 시비 |    60 |  40 |   ->   | 시비 |    60 |  40 |
    | 구비 |    30 |  20 |        | 구비 |    30 |  20 |
    +------+-------+-----+        +------+-------+-----+

Cells with several lines each (`58개소`, `31.7ha`, `(270억원)` below one another) look alike. There
a column's lines differ in kind, here they are of one kind; and here every line has its label. Where each
label has a mark of its own (`• 부산문학관 건립`), the values opposite are told apart whatever their kind.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.readers.pdf.cells import FilledCell
from extract.readers.pdf.grids import GridCell
from extract.readers.pdf.lines import Line

__all__ = ["with_unruled_rows"]

LINES_UP: Final = 3.5
"""Lines whose middles differ less than this, in points, stand in one row."""

_MARKED: Final = re.compile(
    r"[•·․ㆍ・‧∙‣▪▫◦○ㅇ●■□◆◇▶▷※*]\s?[가-힣A-Za-z0-9(「]|-\s?[가-힣A-Za-z(「]|[①-⑳]|\d{1,2}[.)]\s"
)
"""How a line begins that is an item of its own."""

_DIGIT: Final = re.compile(r"\d")
_NUMERAL: Final = re.compile(r"[\d,.\s]++")
_NUMBER: Final = re.compile(r"[-△▲▽+()\d,.%\s]*+")


def with_unruled_rows(rows: int, cells: list[FilledCell]) -> tuple[int, list[FilledCell]]:
    """Return the number of rows and the cells, with unruled rows taken apart."""
    rows, cells = _without_short_rules(rows, cells)
    by_row: dict[int, list[FilledCell]] = {}
    spanned: set[int] = set()
    for cell in cells:
        by_row.setdefault(cell.at.row, []).append(cell)
        if cell.at.row_span > 1:
            spanned.update(range(cell.at.row, cell.at.row + cell.at.row_span))
    found = {
        row: unruled
        for row, held in by_row.items()
        if row not in spanned and (unruled := _common_heights(held) or _marked_heights(held))
    }
    if not found:
        return rows, cells
    first = [0]
    for row in range(rows):
        first.append(first[-1] + (len(found[row].heights) if row in found else 1))
    taken_apart: list[FilledCell] = []
    for cell in cells:
        unruled = found.get(cell.at.row)
        if unruled is not None and cell.at.column >= unruled.column:
            taken_apart += _taken_apart(cell, unruled.heights, first[cell.at.row])
        else:
            at = cell.at._replace(
                row=first[cell.at.row],
                row_span=first[cell.at.row + cell.at.row_span] - first[cell.at.row],
            )
            taken_apart.append(cell._replace(at=at))
    return first[-1], sorted(taken_apart, key=lambda cell: cell.at)


def _without_short_rules(rows: int, cells: list[FilledCell]) -> tuple[int, list[FilledCell]]:
    """Put the rows together that a rule under some columns only parts, where marked labels span them.

    Such a rule parts no rows: their labels stand in one cell, as do most of their values.
    """
    found: list[FilledCell] = []
    gone = 0
    for group in _hanging_together(cells):
        first = group[0].at.row
        last = max(cell.at.row + cell.at.row_span for cell in group)
        whole = _put_together(group) if last - first > 1 else None
        found += [
            cell._replace(at=cell.at._replace(row=cell.at.row - gone)) for cell in whole or group
        ]
        gone += last - first - 1 if whole else 0
    return rows - gone, found


def _hanging_together(cells: list[FilledCell]) -> Iterator[list[FilledCell]]:
    """The cells of each row, or of the rows that cells span."""
    group: list[FilledCell] = []
    end = 0
    for cell in sorted(cells, key=lambda cell: cell.at):
        if group and cell.at.row >= end:
            yield group
            group = []
        group.append(cell)
        end = max(end, cell.at.row + cell.at.row_span)
    if group:
        yield group


def _put_together(group: list[FilledCell]) -> list[FilledCell] | None:
    """The cells of a group of rows as one row's; None where its labels do not say that it is several."""
    columns: dict[tuple[int, int], list[FilledCell]] = {}
    for cell in group:
        columns.setdefault((cell.at.column, cell.at.column_span), []).append(cell)
    if sum(span for _, span in columns) != max(at + span for at, span in columns):
        return None
    whole = [
        FilledCell(
            GridCell(group[0].at.row, column, 1, span),
            sorted((line for cell in held for line in cell.lines), key=lambda line: line.middle),
            [inner for cell in held for inner in cell.nested],
        )
        for (column, span), held in sorted(columns.items())
    ]
    return whole if _marked_heights(whole) else None


class _Unruled(NamedTuple):
    """Rows inside of a ruled row: the heights at which they stand, and the column they begin in."""

    heights: list[float]
    column: int


def _marked_heights(cells: list[FilledCell]) -> _Unruled | None:
    """Return the rows that marked labels make with the values opposite them.

    What stands before the labels heads them all. A label and its values may take several lines each; they
    are set around one middle.
    """
    filled = sorted((cell for cell in cells if cell.lines), key=lambda cell: cell.at.column)
    if any(cell.nested for cell in cells):
        return None
    for number, label in enumerate(filled[:-2]):
        heights = _labels(label.lines)
        if len(heights) < 2:
            continue
        values = filled[number + 1 :]
        if any(_MARKED.match(line.text) for each in values for line in each.lines):
            return None  # lists side by side
        full = sum(len(_slots(each.lines, heights)) == len(heights) for each in values)
        if full >= 2 and all(_stand_opposite(each.lines, heights) for each in values):
            return _Unruled(heights, label.at.column)
    return None


def _labels(lines: list[Line]) -> list[float]:
    """The middles of the labels in a column, each from its mark to the line before the next; none unmarked."""
    begins = [number for number, line in enumerate(lines) if _MARKED.match(line.text)]
    if not begins or begins[0]:
        return []
    ends = [*begins[1:], len(lines)]
    return [
        (lines[begin].top + lines[end - 1].bottom) / 2
        for begin, end in zip(begins, ends, strict=True)
    ]


def _stand_opposite(lines: list[Line], heights: list[float]) -> bool:
    """Tell whether the lines of a column are set around the middles of the labels."""
    return all(
        abs((held[0].top + held[-1].bottom) / 2 - heights[slot]) < LINES_UP
        for slot, held in _slots(lines, heights).items()
    )


def _slots(lines: list[Line], heights: list[float]) -> dict[int, list[Line]]:
    """The lines by the height that is nearest to each."""
    slots: dict[int, list[Line]] = {}
    for line in lines:
        nearest = min(range(len(heights)), key=lambda index: abs(heights[index] - line.middle))
        slots.setdefault(nearest, []).append(line)
    return slots


def _common_heights(cells: list[FilledCell]) -> _Unruled | None:
    """Return the heights at which the lines of all cells stand, if they line up."""
    filled = [cell for cell in cells if cell.lines]
    if len(filled) < 3 or any(cell.nested for cell in cells):
        return None
    longest = max(filled, key=lambda cell: len(cell.lines))
    heights = [line.middle for line in longest.lines]
    if len(heights) < 3:
        return None
    fitting = [cell for cell in filled if _lines_up(cell.lines, heights)]
    full = [cell for cell in fitting if len(cell.lines) >= 0.8 * len(heights)]
    if len(full) < 3 or len(fitting) < 0.9 * len(filled):
        return None
    label = min(filled, key=lambda cell: cell.at.column)
    if label not in full or not all(_of_one_kind(cell.lines) for cell in full if cell is not label):
        return None
    return _Unruled(heights, 0)


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
    slots = _slots(cell.lines, heights)
    return [
        FilledCell(
            GridCell(first + index, cell.at.column, 1, cell.at.column_span),
            slots.get(index, []),
            [],
        )
        for index in range(len(heights))
    ]
