"""Dated expressions that stand in tables: each with its table, its cell, and how much of it is the cell's."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from extract.outline import Grid, Outline
from extract.parsers.step_tables import has_dates_above
from extract.records import CellRecord
from normalize.dates import scan_dates

__all__ = ["dated_cells"]

_GAP: Final = 6
_TILDE_OVER_LINES: Final = re.compile(r"[^~]?\s*~\s*")
_YEAR_ALONE: Final = re.compile(r"(?:20\d\d|'\d\d)년?도?\s*")
_start: Final = attrgetter("start")
_text: Final = attrgetter("text")


def dated_cells(
    outline: Outline, spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[Grid, CellRecord, tuple[int, int]]]:
    """Find the cell of each expression at `spans`, heads of columns left out, in order."""
    starts = [grid.table.start for grid in outline.grids]
    inside: dict[int, tuple[list[int], list[CellRecord]]] = {}
    view = outline.document.view
    done = 0
    spans = list(spans)
    for index, (start, end) in enumerate(spans):  # which grows by what a border of cells parts
        at = _grid_at(outline, starts, start, end) if start >= done else -1
        if at < 0:
            continue
        grid = outline.grids[at]
        if at not in inside:
            # By place: an empty cell may stand anywhere, and lines of cells may interlock.
            cells = sorted(filter(_text, grid.cells), key=_start)
            inside[at] = [*map(_start, cells)], cells
        begins, cells = inside[at]
        here = bisect_right(begins, start) - 1
        cell = cells[here] if here >= 0 else None
        if cell is None or start >= cell.end:
            # Between the cells, as in a frame that is broken.
            continue
        if cell.row < grid.header_rows and not has_dates_above(grid):
            continue
        if end > cell.end:
            spans[index : index + 1] = [(start, cell.end), *_beyond(view, cell.end, end)]
        done = _end_over_lines(view, spans, index, cell)
        yield grid, cell, (start, done)


def _grid_at(outline: Outline, starts: Sequence[int], start: int, end: int) -> int:
    """The number of the innermost table that holds an expression, or -1."""
    at = bisect_right(starts, start) - 1
    # A table nested in a cell ends before the table around it does.
    while at >= 0 and end > outline.grids[at].table.end and outline.grids[at].nested:
        at -= 1
    return at if at >= 0 and end <= outline.grids[at].table.end else -1


def _beyond(view: str, border: int, end: int) -> Iterator[tuple[int, int]]:
    """What mere blanks let an expression take from the next cell: `'24. 12. 18.` | `2025년 공모 선정`."""
    for first, last in scan_dates(view[border:end]):
        if not _YEAR_ALONE.fullmatch(view, border + first, border + last):
            yield border + first, border + last


def _end_over_lines(
    view: str, spans: Sequence[tuple[int, int]], index: int, cell: CellRecord
) -> int:
    """Where span `index` ends, with the end of a period that a tilde leaves to the cell's next line."""
    end = spans[index][1]
    if index + 1 < len(spans):
        start, stop = spans[index + 1]
        near = start - end <= _GAP and stop <= cell.end
        if near and _TILDE_OVER_LINES.fullmatch(view, end - 1, start):
            return stop
    return end
