"""A table from the cells that are really there; what is declared is not believed.

    declared 65535 × 65535, nine cells      -> 3 × 3
    a cell at row 60000 of a table of 3     -> the row behind the last one
    two cells at one address                -> one cell with both texts
    a span over other cells                 -> cut where the other cell begins

No cell is lost, and nothing is allocated by a declared number.
"""

from typing import Final

from extract.errors import LimitError
from extract.findings import Finding
from extract.readers.composer import SeenCell, SeenTable

__all__ = ["make_table"]

MAX_CELLS: Final = 5_000_000
MAX_COVERED: Final = 20_000_000
"""Columns that all cells of a table cover together; only a forged table has more."""


def make_table(
    rows: int, columns: int, cells: list[SeenCell], findings: list[Finding]
) -> SeenTable | None:
    """Build a table of `cells`; None when there are none.

    Args:
        rows: Number of rows as declared.
        columns: Number of columns as declared.
        cells: As they stand in the file; addresses and spans that can't be are put right in place.
        findings: Gets a doubt when something had to be put right.

    Raises:
        LimitError: The table has more cells than any report.
    """
    if len(cells) > MAX_CELLS:
        raise LimitError("table", f"{len(cells)} cells")
    if not cells:
        return None
    height, doubtful_rows = _close_rows(cells, rows)
    width, doubtful_columns = _close_columns(cells, columns)
    cells.sort(key=_address)
    cells, merged = _merge_twins(cells)
    cut = _cut_spans(cells, height, width)
    if doubtful_rows or doubtful_columns or merged or cut:
        findings.append(_doubt(rows, columns, height, width))
    return SeenTable(height, width, cells)


def _address(cell: SeenCell) -> tuple[int, int]:
    return cell.row, cell.column


def _close_rows(cells: list[SeenCell], declared: int) -> tuple[int, bool]:
    used = {cell.row for cell in cells}
    size, places = _extent(used, declared)
    if places:
        for cell in cells:
            cell.row = places[cell.row]
    return size, bool(places) or size != declared


def _close_columns(cells: list[SeenCell], declared: int) -> tuple[int, bool]:
    used = {cell.column for cell in cells}
    size, places = _extent(used, declared)
    if places:
        for cell in cells:
            cell.column = places[cell.column]
    return size, bool(places) or size != declared


def _extent(used: set[int], declared: int) -> tuple[int, dict[int, int]]:
    """Return the size along one axis, and new places where the addresses can't be right."""
    last = max(used)
    plausible = 4 * len(used) + 64
    if last < declared <= plausible:
        return declared, {}
    if last < declared and last < plausible:
        return last + 1, {}
    return len(used), {address: place for place, address in enumerate(sorted(used))}


def _merge_twins(cells: list[SeenCell]) -> tuple[list[SeenCell], bool]:
    kept = cells[:1]
    for cell in cells[1:]:
        if cell.row == kept[-1].row and cell.column == kept[-1].column:
            kept[-1].content.extend(cell.content)
        else:
            kept.append(cell)
    return kept, len(kept) < len(cells)


def _cut_spans(cells: list[SeenCell], height: int, width: int) -> bool:
    """Cut every span at the table's edge and at the next cell; says whether one had to be."""
    cut = False
    covered = 0
    owners: list[SeenCell | None] = [None] * width
    for index, cell in enumerate(cells):
        row, column = cell.row, cell.column
        edge = width
        if index + 1 < len(cells) and cells[index + 1].row == row:
            edge = cells[index + 1].column
        row_span = max(1, min(cell.row_span, height - row))
        column_span = max(1, min(cell.column_span, edge - column))
        cut |= row_span != cell.row_span or column_span != cell.column_span
        cell.row_span, cell.column_span = row_span, column_span
        covered += column_span
        if covered > MAX_COVERED:
            raise LimitError("table", "spans cover more than any table holds")
        for place in range(column, column + column_span):
            owner = owners[place]
            if owner is not None and owner.row + owner.row_span > row:
                owner.row_span = row - owner.row
                cut = True
            owners[place] = cell
    return cut


def _doubt(rows: int, columns: int, height: int, width: int) -> Finding:
    return Finding(
        "table-geometry",
        "warning",
        "표의 칸 주소나 병합 정보가 서로 맞지 않아, 실제로 있는 칸으로 표를 다시 맞추었습니다.",
        "The addresses or spans of a table contradict each other; its cells decided.",
        expected=f"{rows}x{columns}",
        actual=f"{height}x{width}",
    )
