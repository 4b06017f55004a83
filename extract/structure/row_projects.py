"""Projects that are the rows of a table, where no part of the report tells of them.

연번 | 사업명      | 위치   | 사업기간  | 총사업비
1    | 하늘천 정비 | 하늘면 | 2023~2026 | 3,000
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from extract.outline import Grid, ProjectNode
from extract.records import CellRecord
from extract.structure.lists import read_list
from extract.structure.matching import same_name
from extract.structure.offices import Office
from extract.structure.vocabulary import squeeze

__all__ = ["read_row_projects"]

_NAMES: Final = re.compile(r"(?:주요|단위|세부|투자|추진)?사업명?|과제명")
_PLACE: Final = re.compile(r"(?:사업)?(?:위치|장소|대상지|구간)")
_PERIOD: Final = re.compile(r"(?:사업|공사|추진|총사업)?기간")
_SIZE: Final = re.compile(r"(?:사업)?(?:규모|면적|량|물량|내용)")
_COST: Final = re.compile(r"(?:총|소요)?사업비|총공사비|총예산|예산액?")
_UNIT: Final = re.compile(r"\(.*\)$")
_TOTAL: Final = re.compile(r"(?:총|합|소|누)?계|총괄|기타|-|")
_NUMBER: Final = re.compile(r"\d{1,3}(?:-\d{1,2})?")
_FEWEST: Final = 2


def read_row_projects(
    grids: Sequence[Grid], office: Office, known: Sequence[ProjectNode]
) -> Iterator[ProjectNode]:
    """Projects that rows of an office's tables are: named, and with a place or a period beside their cost or size.

    A table inside a project's part lists its own pieces, and one that names a known project sums up.
    """
    order = len(known)
    for grid in grids:
        column = _column_of_names(grid)
        if column < 0 or any(node.start <= grid.table.start < node.end for node in known):
            continue
        rows = [row for row in _rows(grid) if _name(row, column)]
        names = [_name(row, column) for row in rows]
        if len(rows) < _FEWEST or any(same_name(n, node.name) for n in names for node in known):
            continue
        for row, name in zip(rows, names, strict=True):
            order += 1
            numbered = row[0].column < column and _NUMBER.fullmatch(row[0].text)
            number = row[0].text if numbered else str(order)
            path, end = f"{office.name}/{number}", row[-1].end
            yield ProjectNode(
                path, "", office.name, "", number, name, "", None, row[0].start, end, in_row=True
            )


def _column_of_names(grid: Grid) -> int:
    """The column that names projects in a table that describes them, or -1."""
    if not grid.header_rows or grid.nested:
        return -1
    naming = list(map(_names, grid.column_paths))
    if True not in naming:
        return -1
    column = naming.index(True)
    heads = list(map(_bare, grid.column_paths))
    said = [any(map(like.fullmatch, heads)) for like in (_PLACE, _PERIOD, _SIZE, _COST)]
    return column if any(said[:2]) and sum(said) >= _FEWEST and not read_list(grid) else -1


@lru_cache(maxsize=4096)
def _bare(path: tuple[str, ...]) -> str:
    """The head word of a column without blanks and its unit."""
    return _UNIT.sub("", "".join(path[-1].split())) if path else ""


@lru_cache(maxsize=4096)
def _names(path: tuple[str, ...]) -> bool:
    """Whether the head words of a column say that it names projects."""
    return _NAMES.fullmatch(_bare(path)) is not None


def _rows(grid: Grid) -> list[list[CellRecord]]:
    """The cells of each row below the heads."""
    rows: dict[int, list[CellRecord]] = {}
    for cell in grid.cells:
        if cell.row >= grid.header_rows:
            rows.setdefault(cell.row, []).append(cell)
    return list(rows.values())


def _name(row: Sequence[CellRecord], column: int) -> str:
    """The name in a row; empty for a total, and for a row that a merged cell leaves without one."""
    cell = next((cell for cell in row if cell.column == column), None)
    words = squeeze(cell.text) if cell and cell.row_span == 1 else ""
    return "" if _TOTAL.fullmatch("".join(words.split())) else words
