"""Projects that a table describes one a row (공모사업 추진현황): a cell that opens with their name.

연번 | 사업내용                          | 주관부처
1    | 사 업 명 : 노후 조명 교체 사업      | 문화체육관광부
| 사업기간 : 2024. 1. ~ 12.  …        |
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extract.outline import Grid, ProjectNode
from extract.records import CellRecord
from extract.structure.offices import Office
from extract.structure.vocabulary import squeeze

__all__ = ["read_cell_projects"]

_NAMED: Final = re.compile(r"\W{0,3}(?:세부\s?)?(?:사\s?업|공\s?모)\s?명\s*:\s*([^\n]{2,80})")
_NAME: Final = re.compile(r"명\s*:")
_NUMBER: Final = re.compile(r"\d{1,3}")


def read_cell_projects(
    view: str, grids: Sequence[Grid], office: Office, known: Sequence[ProjectNode]
) -> Iterator[ProjectNode]:
    """Projects that cells of an office's tables name; a project's own table inside its part is none."""
    order = len(known)
    for grid in grids:
        # The words are rare, and a table has many cells.
        if not _NAME.search(view, grid.table.start, grid.table.end):
            continue
        named = [(cell, _NAMED.match(view, cell.start, cell.end)) for cell in grid.cells]
        found = [(cell, match) for cell, match in named if match]
        # One name in a project's own part repeats its title; several are a list.
        if len(found) < 2 and any(node.start <= grid.table.start < node.end for node in known):
            continue
        numbers = {cell.row: cell.text for cell in grid.cells if _NUMBER.fullmatch(cell.text)}
        for cell, match in found:
            order += 1
            number = numbers.get(cell.row, str(order))
            yield ProjectNode(
                f"{office.name}/{number}",
                "",
                office.name,
                "",
                number,
                squeeze(match[1]),
                "",
                None,
                cell.start,
                _goes_on_to(grid, cell),
            )


def _goes_on_to(grid: Grid, cell: CellRecord) -> int:
    """The end of a project's cell, or of the rows below that a page break has cut off it.

    Such a row has no number, no name and nothing else but what it goes on with.
    """
    end = cell.end
    row = cell.row + cell.row_span
    while row < grid.table.rows:
        below = [one for one in grid.cells if one.row == row and one.text]
        if len(below) != 1 or below[0].column != cell.column or _NAME.search(below[0].text):
            break
        end, row = below[0].end, row + below[0].row_span
    return end
