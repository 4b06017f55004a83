"""A line of the file with its place: what every table form in text is made of."""

from typing import NamedTuple

from extract.document import Cell

__all__ = ["Line", "filled", "trimmed_cell"]


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start: Offset of its first character, blanks included.
        text: The line as the file has it, without its line end.
    """

    start: int
    text: str


def trimmed_cell(view: str, row: int, column: int, start: int, end: int) -> Cell:
    """Make a cell of the words between `start` and `end`, without the blanks around them."""
    words = view[start:end]
    if not words or words.isspace():
        return Cell(row, column, 1, 1, start, start)
    bare = words.strip()
    start += words.index(bare)
    return Cell(row, column, 1, 1, start, start + len(bare))


def filled(cells: list[list[Cell]]) -> tuple[int, tuple[Cell, ...]]:
    """Pad ragged rows with empty cells behind their last one; returns the columns and all cells."""
    columns = max(map(len, cells))
    flat: list[Cell] = []
    for row, each in enumerate(cells):
        flat += each
        if len(each) < columns:
            end = each[-1].end
            flat += (Cell(row, column, 1, 1, end, end) for column in range(len(each), columns))
    return columns, tuple(flat)
