"""A line of the file with its place: what every table form in text is made of."""

from itertools import chain
from typing import Final, NamedTuple

from extract.document import Cell

__all__ = ["Line", "filled", "new_cell", "trimmed_cell"]


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start: Offset of its first character, blanks included.
        text: The line as the file has it, without its line end.
    """

    start: int
    text: str


def new_cell(row: int, column: int, start: int, end: int) -> Cell:
    """Make a plain cell; a report has thousands, and this costs a quarter of calling `Cell`."""
    return _new(Cell, (row, column, 1, 1, start, end, False, (), 1, ()))


_new: Final = tuple.__new__


def trimmed_cell(view: str, row: int, column: int, start: int, end: int) -> Cell:
    """Make a cell of the words between `start` and `end`, without the blanks around them."""
    words = view[start:end]
    bare = words.strip()
    start += words.index(bare)
    return new_cell(row, column, start, start + len(bare))


def filled(rows: list[list[Cell]]) -> tuple[int, tuple[Cell, ...]]:
    """Pad ragged rows with empty cells behind their last one; returns the columns and all cells."""
    columns = max(map(len, rows))
    for row, cells in enumerate(rows):
        if len(cells) < columns:
            end = cells[-1].end
            cells += [new_cell(row, column, end, end) for column in range(len(cells), columns)]
    return columns, tuple(chain.from_iterable(rows))
