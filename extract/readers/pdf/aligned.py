"""Tables without rules: lines whose pieces stand in columns.

    구분        2019년     2020년         wide gaps at the same places, line after line,
    국비         1,200        300         and figures in most pieces: a table
    시비            50         60

Figures are asked for because a list with padding (`’22.   9.   : 착공`) has gaps at the same places too.
"""

import re
from itertools import pairwise
from typing import Final

from extract.readers.composer import SeenCell, SeenTable
from extract.readers.pdf.lines import Line
from extract.readers.pdf.tables import PageTable
from extract.readers.pdf.view import Box

__all__ = ["aligned_tables"]

MIN_ROWS: Final = 3
MIN_COLUMNS: Final = 3

CLOSE: Final = 1.8
"""Rows stand closer together than this many line heights."""

_FIGURE: Final = re.compile(r"[-△▲▽]?\s?\(?[△-]?\d[\d,.]*\)?\s?%?|[-–—]")


def aligned_tables(lines: list[Line]) -> tuple[list[Line], list[PageTable]]:
    """Return the lines that stand in no table, and the tables."""
    rest: list[Line] = []
    tables: list[PageTable] = []
    run: list[Line] = []
    columns: list[tuple[float, float]] = []
    for line in [*lines, None]:
        widened = _fits(run, columns, line) if line is not None else None
        if line is not None and widened is not None:
            run.append(line)
            columns = widened
            continue
        if _is_table(run):
            tables.append(_table(run, columns))
        else:
            rest += run
        run, columns = [], []
        if line is not None:
            if len(line.parts) >= MIN_COLUMNS:
                run, columns = [line], [(part.left, part.right) for part in line.parts]
            else:
                rest.append(line)
    return rest, tables


def _fits(
    run: list[Line], columns: list[tuple[float, float]], line: Line
) -> list[tuple[float, float]] | None:
    """The columns widened by a line that stands in them, or None where it does not."""
    if not run or len(line.parts) != len(columns):
        return None
    if line.top - run[-1].bottom > CLOSE * (line.bottom - line.top):
        return None
    widened = [
        (min(left, part.left), max(right, part.right))
        for (left, right), part in zip(columns, line.parts, strict=True)
    ]
    if any(a[1] > b[0] for a, b in pairwise(widened)):
        return None
    return widened


def _is_table(run: list[Line]) -> bool:
    if len(run) < MIN_ROWS:
        return False
    body = run[1:]
    return all(_figures(line) * 2 >= len(line.parts) and _figures(line) >= 2 for line in body)


def _figures(line: Line) -> int:
    return sum(_FIGURE.fullmatch(part.text) is not None for part in line.parts)


def _table(run: list[Line], columns: list[tuple[float, float]]) -> PageTable:
    cells = [
        SeenCell(row, column, 1, 1, [part.text])
        for row, line in enumerate(run)
        for column, part in enumerate(line.parts)
    ]
    box = Box(columns[0][0], run[0].top, columns[-1][1], run[-1].bottom)
    seen = SeenTable(len(run), len(columns), cells, "spaced")
    return PageTable(seen, box, (*(left for left, _ in columns), columns[-1][1]))
