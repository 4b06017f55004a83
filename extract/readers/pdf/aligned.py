"""Tables without rules: lines whose pieces stand in columns.

    구분        2019년     2020년         wide gaps at the same places, line after line,
    국비         1,200        300         and figures in most pieces: a table
    시비            50         60

    사업명          위치       준공         or short words under a head of words, a figure or a
    나루공원        해운대구   2025. 3.     date in every row
    둑길 정비       사상구     2026. 6.

Figures are asked for because a list with padding (`’22.   9.   : 착공`) has gaps at the same places too.
A row may lack pieces; those it has stand in the columns of the rows above.
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

LABEL: Final = 12
"""Characters of a head's label at most."""

WORDS: Final = 24
"""Characters of a piece at most; what is longer is prose."""

_MARKED: Final = re.compile(r"[□■○●◦ㅇ◇◆▷▶※*•·-]\s?\S|[①-⑳]|\d{1,2}[.)]\s|[가-하][.)]\s")
_DATED: Final = re.compile(
    r"['’‘(△-]?\d[^가-힣A-Za-z]*+(?>(?:[가-힣A-Za-z]{1,4}+[^가-힣A-Za-z]*+){0,3})"
)
"""A figure, a date or a number with its unit."""
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
    if not run or line.top - run[-1].bottom > CLOSE * (line.bottom - line.top):
        return None
    if len(line.parts) == len(columns):
        places = list(range(len(columns)))
    elif len(line.parts) >= 2 and len(run) >= 2:
        places = _columns_of(line, columns)
    else:
        return None
    widened = list(columns)
    for place, part in zip(places, line.parts, strict=False):
        left, right = widened[place]
        widened[place] = min(left, part.left), max(right, part.right)
    if len(places) < len(line.parts) or any(a[1] > b[0] for a, b in pairwise(widened)):
        return None
    return widened


def _columns_of(line: Line, columns: list[tuple[float, float]]) -> list[int]:
    """The columns that the pieces of a line stand in, fewer than its pieces if one stands in none."""
    places = [
        number
        for part in line.parts
        for number, (left, right) in enumerate(columns)
        if part.left < right and part.right > left
    ]
    return places if len(set(places)) == len(places) == len(line.parts) else []


def _is_table(run: list[Line]) -> bool:
    if len(run) < MIN_ROWS:
        return False
    head, *body = run
    if all(_figures(line) * 2 >= len(line.parts) and _figures(line) >= 2 for line in body):
        return True
    return len(body) >= MIN_ROWS and _is_head(head) and all(map(_is_row, body))


def _is_head(line: Line) -> bool:
    """Tell whether a line holds labels: short words that are no figures, items or fields."""
    return not _MARKED.match(line.text) and all(
        len(part.text) <= LABEL
        and not part.text.endswith((":", "."))
        and not _DATED.match(part.text)
        for part in line.parts
    )


def _is_row(line: Line) -> bool:
    """Tell whether a line holds short words and, behind the first of them, a figure or a date."""
    return (
        not _MARKED.match(line.text)
        and all(len(part.text) <= WORDS and not part.text.endswith(":") for part in line.parts)
        and any(_DATED.fullmatch(part.text) for part in line.parts[1:])
    )


def _figures(line: Line) -> int:
    return sum(_FIGURE.fullmatch(part.text) is not None for part in line.parts)


def _table(run: list[Line], columns: list[tuple[float, float]]) -> PageTable:
    cells = [
        SeenCell(row, column, 1, 1, [part.text])
        for row, line in enumerate(run)
        for column, part in zip(_columns_of(line, columns), line.parts, strict=True)
    ]
    box = Box(columns[0][0], run[0].top, columns[-1][1], run[-1].bottom)
    seen = SeenTable(len(run), len(columns), cells, "spaced")
    return PageTable(seen, box, (*(left for left, _ in columns), columns[-1][1]))
