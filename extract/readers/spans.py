"""HTML's way of placing cells: each takes the first free column of its row.

A declared span is never trusted with memory: rows that don't exist are cut off, and when spans
cover far more addresses than there are cells, the rest count as one.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["Placed", "declared_span", "place"]

_MOST_COLUMNS: Final = 1000  # the limit of the HTML standard for `colspan`
_FREE_ADDRESSES: Final = 1_000_000
_ADDRESSES_A_CELL: Final = 64
_DIGITS: Final = re.compile(r"\s*+(\d{1,9})")


class Placed(NamedTuple):
    """Where a cell came to stand; spans are at least 1 and stay inside the table."""

    row: int
    column: int
    row_span: int
    column_span: int


def declared_span(value: str | None) -> int:
    """Read a `rowspan` or `colspan` attribute; what can't be read counts as 1.

    >>> declared_span("3"), declared_span("x"), declared_span(None)
    (3, 1, 1)
    """
    found = _DIGITS.match(value or "")
    return max(int(found[1]), 1) if found else 1


def place(rows: Sequence[Sequence[tuple[int, int]]]) -> list[list[Placed]]:
    """Place cells given row by row as (row span, column span).

    >>> [tuple(each) for each in place([[(2, 1), (1, 2)], [(1, 1), (1, 1)]])[1]]
    [(1, 1, 1, 1), (1, 2, 1, 1)]
    """
    left = _FREE_ADDRESSES + _ADDRESSES_A_CELL * sum(map(len, rows))
    taken: dict[int, int] = {}  # column -> first row that is free again
    placed: list[list[Placed]] = []
    for row, cells in enumerate(rows):
        column = 0
        out = []
        for row_span, column_span in cells:
            while taken.get(column, 0) > row:
                column += 1
                left -= 1
            height = min(row_span, len(rows) - row)
            width = min(column_span, _MOST_COLUMNS)
            width = next((w for w in range(1, width) if taken.get(column + w, 0) > row), width)
            left -= width * height
            if left < 0:
                height = width = 1
            if height > 1:
                for each in range(column, column + width):
                    taken[each] = row + height
            out.append(Placed(row, column, height, width))
            column += width
        placed.append(out)
    return placed
