"""Rows of a table in front of or behind all projects that name one of them: what they hold is that project's.

연번 | 세부사업명            | 총사업비        과 제                | 1/4분기
1-1  | 청년귀촌 스테이 조성 | 8,400           1. 어촌 활력 증진    | 대상지 선정
"""

import re
from typing import Final

from extract.outline import Grid, Outline, ProjectNode

__all__ = ["rows_naming_projects"]

_TOTAL: Final = re.compile(r"총계|합계|총합계")
_PART: Final = frozenset("-·▪")
_NUMBER: Final = re.compile(r"^(?:\d{1,2}(?:-\d{1,2})?[.)]?|[①-⑳])\s+")


def rows_naming_projects(outline: Outline, grid: Grid) -> dict[int, ProjectNode]:
    """The project that each row of a table names, by row; nothing for a table inside a project's part."""
    names = outline.projects_by_name
    if not names or outline.project_at(grid.table.start) is not None:
        return {}
    named = {
        cell.row: project
        for cell in grid.cells
        if cell.row >= grid.header_rows and (project := names.get(_bare(cell.text)))
    }
    return named and _with_parts(grid, named)


def _with_parts(grid: Grid, named: dict[int, ProjectNode]) -> dict[int, ProjectNode]:
    """The rows with those below them that go on: of parts, which a dash begins (` - 산불진화임도 확충`), or blank in front."""
    found = dict(named)
    above: ProjectNode | None = None
    totals = {cell.row for cell in grid.cells if _TOTAL.fullmatch("".join(cell.text.split()))}
    first = {cell.row: cell.text for cell in grid.cells if cell.column == 0}
    for row in range(grid.header_rows, grid.table.rows):
        words = first.get(row, "")
        if words and words[0] not in _PART:
            # Only a name in the first column goes on below it; a blank there may stand for the month above.
            name = named.get(row)
            above = name if name and _bare(words) == _bare(name.name) else None
        elif above and row not in totals:
            found.setdefault(row, above)
    return found


def _bare(words: str) -> str:
    return "".join(_NUMBER.sub("", words).split())
