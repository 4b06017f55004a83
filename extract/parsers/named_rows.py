"""Rows of a table in front of or behind all projects that name one of them: what they hold is that project's.

연번 | 세부사업명            | 총사업비        과 제                | 1/4분기
1-1  | 청년귀촌 스테이 조성 | 8,400           1. 어촌 활력 증진    | 대상지 선정

A name may be shortened behind the number of its project: `1-1-1. 취약지역 조사` for 1-1-1. 연안 취약지역 정밀조사.
"""

import re
from itertools import pairwise
from typing import Final

from extract.outline import Grid, Outline, ProjectNode

__all__ = ["rows_naming_projects"]

_TOTAL: Final = re.compile(r"총계|합계|총합계")
_PART: Final = frozenset("-·▪")
_WORD: Final = re.compile(r"[가-힣A-Za-z0-9]{2,}")
_NUMBER: Final = re.compile(r"^(?:\d{1,2}(?:-\d{1,2}){0,2}[.)]?|[①-⑳])\s+")
_DASHED: Final = re.compile(r"(\d{1,2}(?:-\d{1,2}){1,2})[.)]?\s+(?=\S)")
"""A number of two parts or three, which no other thing of the report has."""


def rows_naming_projects(outline: Outline, grid: Grid) -> dict[int, ProjectNode]:
    """The project that each row of a table names, by row; nothing for a table inside a project's part."""
    names = outline.projects_by_name
    if not names or outline.project_at(grid.table.start) is not None:
        return {}
    named = {
        cell.row: project
        for cell in grid.cells
        if cell.row >= grid.header_rows
        and (project := names.get(_bare(cell.text)) or _numbered(outline, cell.text))
    }
    return named and _with_parts(grid, named | _between(outline, grid, named))


def _numbered(outline: Outline, words: str) -> ProjectNode | None:
    """The one project of a number in front of words that say no more than its name does, shortened."""
    found = _DASHED.match(words)
    if not found:
        return None
    project = outline.projects_by_number.get(found[1])
    said = _WORD.findall(words, found.end())
    shared = sum(word in project.name for word in said) if project else 0
    return project if shared and 2 * shared >= len(said) else None


def _between(outline: Outline, grid: Grid, named: dict[int, ProjectNode]) -> dict[int, ProjectNode]:
    """The one row between two that name projects, if one project stands between those and its name comes back.

    `사전 기능 강화 및 콘텐츠 확대` stands for the second of three projects, 목적에 따른 사전 기능 강화.
    """
    order = {project.path: at for at, project in enumerate(outline.projects)}
    found: dict[int, ProjectNode] = {}
    for above, below in pairwise(sorted(named)):
        first, last = order[named[above].path], order[named[below].path]
        if last != first + 2:
            continue
        project = outline.projects[first + 1]
        rows = {
            cell.row
            for cell in grid.cells
            if above < cell.row < below and cell.is_header and _comes_back(project.name, cell.text)
        }
        if len(rows) == 1 and project not in named.values():
            found[rows.pop()] = project
    return found


def _comes_back(name: str, words: str) -> bool:
    """Whether two words of a name at least, and half of them, stand in other words too."""
    wanted = set(_WORD.findall(name))
    shared = wanted.intersection(_WORD.findall(words))
    return len(shared) > 1 and 2 * len(shared) >= len(wanted)


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
