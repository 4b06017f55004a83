"""Filled grids to tables; frames and charts, drawn with the same lines, to their paragraphs.

a frame around prose                      its lines
boxes below one another                   their lines
an organisation chart                     the lines of its boxes
anything else with two cells of text      a table
"""

import re
from typing import Final, NamedTuple

from extract.readers.composer import SeenCell, SeenTable
from extract.readers.pdf.cells import WHOLE, FilledCell, FilledGrid
from extract.readers.pdf.lines import Line
from extract.readers.pdf.rows import with_unruled_rows
from extract.readers.pdf.view import Box

__all__ = ["NUMBER_BOX", "Item", "PageTable", "items_of", "with_upright_words"]

NUMBER_BOX: Final = re.compile(
    r"(?:\d{1,2}(?:[-.]\d{1,2}){0,2}[.)]?|[IVXⅠ-Ⅻ]{1,4}[.]?|[가-하][.]|[①-⑳❶-❿])"
)


class PageTable(NamedTuple):
    """A table on a page.

    Attributes:
        seen: The table.
        box: Where it stands.
        xs: The edges of its columns.
    """

    seen: SeenTable
    box: Box
    xs: tuple[float, ...]


Item = Line | PageTable


def items_of(filled: FilledGrid) -> list[Item]:
    """Return what a filled grid holds: one table, or the paragraphs and tables that it frames."""
    with_text = [cell for cell in filled.cells if cell.lines or cell.nested]
    if not with_text:
        return []
    one_column = len(filled.grid.xs) == 2
    lone = len(with_text) == 1 and len(filled.cells) <= 3
    if filled.grid.outline < WHOLE or one_column or lone:
        return [item for cell in with_text for item in _in_order(cell)]
    return [_table(filled)]


def _in_order(cell: FilledCell) -> list[Item]:
    """The lines of a cell and what its nested grids hold, from top to bottom."""
    if not cell.nested:
        return list(cell.lines)
    parts: list[tuple[float, list[Item]]] = [(line.middle, [line]) for line in cell.lines]
    parts += [(inner.grid.ys[0], items_of(inner)) for inner in cell.nested]
    parts.sort(key=lambda part: part[0])
    return [item for _, items in parts for item in items]


def with_upright_words(items: list[Item], least: int) -> list[Item]:
    """Make one line of a word that is set upright, one letter a line.

    Args:
        items: Lines and tables from top to bottom.
        least: Number of letters from which it is a word.
    """
    joined: list[Item] = []
    run: list[Line] = []

    def close() -> None:
        if len(run) >= least:
            text = "".join(line.text for line in run)
            joined.append(run[0]._replace(text=text, bottom=run[-1].bottom))
        else:
            joined.extend(run)
        run.clear()

    for item in items:
        if isinstance(item, Line) and len(item.text) == 1 and "가" <= item.text <= "힣":
            if run and not _below(run[-1], item):
                close()
            run.append(item)
        else:
            close()
            joined.append(item)
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
                    for item in with_upright_words(_in_order(cell), 2)
                ],
            )
            for cell in cells
        ],
    )
    return PageTable(seen, filled.grid.box, tuple(filled.grid.xs))
