"""Rows as Word has them (`w:gridSpan`, `w:vMerge`) to a table with real spans.

Nothing is ever reserved for a declared size: the table is as large as its real cells make it.
"""

from typing import Literal, NamedTuple

from extract.readers.composer import SeenCell, SeenTable

__all__ = ["Merge", "RowCell", "TableBuilder"]

Merge = Literal["none", "restart", "continue"]
_MAX_COLUMNS = 1024


class RowCell(NamedTuple):
    """A cell of a row: how many columns it declares, how it merges, and what it holds."""

    span: int
    down: Merge
    content: list[str | SeenTable]
    header: bool = False
    across: Merge = "none"


class TableBuilder:
    """Takes the rows of one table from top to bottom."""

    def __init__(self) -> None:
        self._cells: list[SeenCell] = []
        self._open: dict[int, SeenCell] = {}
        self._rows = 0
        self._columns = 0
        self.covered: list[str] = []
        """Text that lies under a merged cell, where nobody sees it."""

    def row(self, cells: list[RowCell], before: int = 0) -> None:
        """Add a row; `before` columns are left empty at its start."""
        column = max(before, 0)
        still_open: dict[int, SeenCell] = {}
        for cell in self._merged_across(cells):
            above = self._open.get(column)
            if cell.down == "continue" and above is not None and above.column_span == cell.span:
                above.row_span += 1
                still_open[column] = above
                self._cover(cell)
            else:
                seen = SeenCell(self._rows, column, 1, cell.span, cell.content, cell.header)
                self._cells.append(seen)
                if cell.down != "none":
                    still_open[column] = seen
            column += cell.span
        self._open = still_open
        self._rows += 1
        self._columns = max(self._columns, column)

    def table(self) -> SeenTable:
        """Return the table."""
        if self._columns > _MAX_COLUMNS:
            self._narrow()
        return SeenTable(self._rows, self._columns, self._cells)

    @property
    def too_wide(self) -> bool:
        """It declares more columns than any real table; `table` keeps those that bound a cell."""
        return self._columns > _MAX_COLUMNS

    def _merged_across(self, cells: list[RowCell]) -> list[RowCell]:
        """The cells with their real spans; old files merge across by a mark on each cell."""
        out: list[RowCell] = []
        for cell in cells:
            if cell.across == "continue" and out:
                out[-1] = out[-1]._replace(span=out[-1].span + max(cell.span, 1))
                self._cover(cell)
            else:
                out.append(cell if cell.span > 0 else cell._replace(span=1))
        return out

    def _cover(self, cell: RowCell) -> None:
        self.covered += [part for part in cell.content if isinstance(part, str) and part.strip()]

    def _narrow(self) -> None:
        edges = {0}
        for cell in self._cells:
            edges |= {cell.column, cell.column + cell.column_span}
        place = {edge: index for index, edge in enumerate(sorted(edges))}
        for cell in self._cells:
            end = place[cell.column + cell.column_span]
            cell.column = place[cell.column]
            cell.column_span = end - cell.column
        self._columns = len(place) - 1
