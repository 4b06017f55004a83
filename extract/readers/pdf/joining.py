"""Tables that run over a page break, made one again; the repeated head is dropped."""

from typing import Final

from extract.readers.composer import SeenCell, SeenTable
from extract.readers.pdf.tables import PageTable

__all__ = ["continues", "joined"]

SAME_EDGE: Final = 3.0
"""Column edges that differ less than this, in points, are the same."""

MAX_HEAD: Final = 4
"""Rows a repeated head may have."""

FULL: Final = 0.75
"""A table without a repeated head goes on only where its page is filled this far."""


def continues(table: PageTable, following: PageTable, page_height: float) -> bool:
    """Tell whether `following`, first on its page, goes on with `table`, last on the page before."""
    if len(table.xs) != len(following.xs) or any(
        abs(a - b) > SAME_EDGE for a, b in zip(table.xs, following.xs, strict=True)
    ):
        return False
    if table.cut[1] and following.cut[0]:
        return True
    return bool(repeated_head(table.seen, following.seen)) or (
        table.seen.columns > 1 and table.box.bottom > FULL * page_height
    )


def repeated_head(table: SeenTable, following: SeenTable) -> int:
    """Number of rows at the top of both tables that are the same."""
    same = 0
    for row in range(min(MAX_HEAD, table.rows, following.rows)):
        if _row(table, row) != _row(following, row) or not any(
            text for _, text in _row(table, row)
        ):
            break
        same = row + 1
    # A head ends where no cell reaches further down.
    while same and any(
        cell.row < same < cell.row + cell.row_span for cell in (*table.cells, *following.cells)
    ):
        same -= 1
    return same if same < following.rows else 0


def _row(table: SeenTable, row: int) -> list[tuple[tuple[int, int, int], str]]:
    return [
        ((cell.column, cell.row_span, cell.column_span), _text(cell))
        for cell in table.cells
        if cell.row == row
    ]


def _text(cell: SeenCell) -> str:
    return "".join("".join(part.split()) for part in cell.content if isinstance(part, str))


def joined(table: PageTable, following: PageTable) -> PageTable:
    """Return both tables as one."""
    first, second = table.seen, following.seen
    if table.cut[1] and following.cut[0] and _closes(first, second):
        seen = _with_cut_row(first, second)
        return PageTable(seen, following.box, table.xs, (table.cut[0], following.cut[1]))
    head = repeated_head(first, second)
    shift = first.rows - head
    cells = first.cells + [
        SeenCell(cell.row + shift, cell.column, cell.row_span, cell.column_span, cell.content)
        for cell in second.cells
        if cell.row >= head
    ]
    seen = SeenTable(
        shift + second.rows, first.columns, cells, first.origin, (*first.page_rows, first.rows)
    )
    return PageTable(seen, following.box, table.xs, (table.cut[0], following.cut[1]))


def _last_row(table: SeenTable) -> dict[tuple[int, int], SeenCell]:
    return {
        (cell.column, cell.column_span): cell
        for cell in table.cells
        if cell.row + cell.row_span == table.rows
    }


def _closes(first: SeenTable, second: SeenTable) -> bool:
    """Tell whether the first row of `second` has the cells of the last row of `first`."""
    places = {(cell.column, cell.column_span) for cell in second.cells if cell.row == 0}
    return places == _last_row(first).keys()


def _with_cut_row(first: SeenTable, second: SeenTable) -> SeenTable:
    """Both tables as one, with the row that the page cut made whole.

    A form feed in it says where the page begins.
    """
    last = _last_row(first)
    begun = False
    cells = list(first.cells)
    for cell in second.cells:
        if cell.row:
            cell.row += first.rows - 1
            cells.append(cell)
            continue
        above = last[cell.column, cell.column_span]
        above.row_span += cell.row_span - 1
        for part in cell.content:
            if not begun:
                above.content.append("\f" + part if isinstance(part, str) else "\f")
                begun = True
                if isinstance(part, str):
                    continue
            above.content.append(part)
    pages = first.page_rows if begun else (*first.page_rows, first.rows)
    return SeenTable(first.rows + second.rows - 1, first.columns, cells, first.origin, pages)
