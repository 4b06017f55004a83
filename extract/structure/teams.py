"""Who is in charge of a project (담당): the division behind its title, or on the line at the foot of its page.

2 노후 전동차 교체 【철도운영과】
담당 | 공원여가정책과장 김○○(3790) | 공원여가정책팀장 … | 담당자 …
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.outline import Grid, ProjectNode, Statement
from extract.structure.marks import BRACKET
from extract.structure.titles import OFFICE_AT_MARGIN
from extract.structure.vocabulary import DIVISION_ENDS, OFFICE_BEHIND, office_name

__all__ = ["with_teams"]

_OFFICE: Final = rf"([가-힣0-9·]{{2,15}}?(?:{DIVISION_ENDS}|관|팀))"
_CHARGE: Final = re.compile(r"담\s*당|작\s*성\s*자")
_HEAD: Final = re.compile(rf"{_OFFICE}장?\s*:?\s*[가-힣○*]{{0,4}}")
_ENDS: Final = r"(?:장(?=[\s(:☎]|$)|(?=\s?(?:[(:☎]|$)|\s[가-힣0-9·]{2,15}(?:팀|과장|팀장|담당)|\s(?:주무관|[가-힣○◯]{2,4}\s?(?:주무관|[(☎]))))"
"""Behind an office: who heads it, a telephone, the next office, nothing; but `담당 공무원과 협의`."""
_LINE: Final = re.compile(rf"(?:담\s?당|작\s?성\s?자)\s*:?\s+{_OFFICE}{_ENDS}")
_NEXT: Final = re.compile(rf"\s{_OFFICE}{_ENDS}")
_BELOW_TITLE: Final = re.compile(
    rf"\(\s?(?:(?:담당(?:부서)?\s?:\s?)?{_OFFICE}|담당\s?:\s?([가-힣0-9·]{{2,15}}(?:과|팀|담당관))장?\s?☎[^()]*)\s?\)"
)
"""`(담당 : 도로시설팀장 ☎ 650-2321)`"""
_COUNTS: Final = re.compile(r"\d\s?개")
_REACH: Final = 400  # an archive in one file must not cost its square
_NEAR: Final = 3  # lines below its title in which an office stands alone in brackets
_TEAM_HEADING: Final = re.compile(r"[【\[〈<]\s?([가-힣·\d]{2,12}팀)\s?[】\]〉>]")


def with_teams(
    view: str,
    statements: Sequence[Statement],
    projects: Sequence[ProjectNode],
    grids: Sequence[Grid],
) -> tuple[ProjectNode, ...]:
    """Fill in the team of each project that has a line 담당, as a table or in words."""
    starts = [project.start for project in projects]
    named = _under_headings(view, statements, projects)
    named |= _at_margins(view, projects)
    named |= _in_lines(view, statements, projects, starts)
    for grid in grids:
        if grid.table.rows > 2:
            continue
        row = [cell for cell in grid.cells if cell.row == grid.table.rows - 1]
        if len(row) > 1 and _CHARGE.fullmatch(row[0].text):
            owner = _owner(grid, projects, bisect_right(starts, row[0].start) - 1)
            heads = [found[1] for cell in row[1:] if (found := _HEAD.match(cell.text))]
            if owner and (team := _team(heads, owner.department)):
                named.setdefault(owner.path, team)
    return tuple(_with_team(project, named.get(project.path, "")) for project in projects)


def _owner(grid: Grid, projects: Sequence[ProjectNode], at: int) -> ProjectNode | None:
    """The project whose frame a row 담당 stands in: the next one where its title is the row above, else the one around it."""
    titles = {"".join(cell.text.split()) for cell in grid.cells if cell.row == 0}
    for project in projects[at + 1 : at + 2]:
        if "".join(project.name.split()) in titles:
            return project
    return projects[at] if at >= 0 and grid.table.start < projects[at].end else None


def _under_headings(
    view: str, statements: Sequence[Statement], projects: Sequence[ProjectNode]
) -> dict[str, str]:
    """The team under whose heading a project stands, as 【보건행정팀】, up to the next one or the next department."""
    headings = [
        (statement.start, found[1])
        for statement in statements
        if statement.rank == BRACKET
        and (found := _TEAM_HEADING.fullmatch(view, statement.start, statement.end))
    ]
    named: dict[str, str] = {}
    of_others = -1  # where the last project of another department begins
    before = projects[0] if projects else None
    for project in projects if headings else ():
        if before and before.department != project.department:
            of_others = before.start
        at = bisect_right(headings, (project.start, "")) - 1
        if at >= 0 and headings[at][0] > of_others:
            named[project.path] = headings[at][1]
        before = project
    return named


def _at_margins(view: str, projects: Sequence[ProjectNode]) -> dict[str, str]:
    """The office that stands at the margin behind the title of a project."""
    named: dict[str, str] = {}
    for project in projects:
        end = view.find("\n", project.start)
        if view.find("\t", project.start, end) >= 0:
            found = OFFICE_AT_MARGIN.search(view, project.start, end)
            if found:
                named[project.path] = found[1]
    return named


def _in_lines(
    view: str,
    statements: Sequence[Statement],
    projects: Sequence[ProjectNode],
    starts: Sequence[int],
) -> dict[str, str]:
    """The team of each project whose part has the line 담당 in words, or an office in brackets below its title."""
    named: dict[str, str] = {}
    for statement in statements:
        if statement.mark or view[statement.body] not in "담작(":
            continue
        at = bisect_right(starts, statement.start) - 1
        if at < 0 or statement.start >= projects[at].end:
            continue
        project = projects[at]
        found = _LINE.match(view, statement.body, statement.end)
        if found:
            offices = [found[1], *_NEXT.findall(view, found.end(), statement.end)]
        else:
            near = statement.start - project.start < _REACH
            near = near and view.count("\n", project.start, statement.start) <= _NEAR
            below = near and _BELOW_TITLE.fullmatch(view, statement.body, statement.end)
            name = (below[1] or below[2]).removesuffix("장") if below else ""
            offices = [name] if name and _is_office(name) else []
        if team := _team(offices, project.department):
            named.setdefault(project.path, team)
    return named


def _is_office(words: str) -> bool:
    """Whether words in brackets are an office, and count nothing: (도로과), not (5개소)."""
    return bool(office_name(words)) and not _COUNTS.search(words)


def _team(offices: Sequence[str], department: str) -> str:
    """The first of the offices in charge that is not the department itself: 도로과장 김○○, 도로팀장 이○○."""
    return next((office for office in offices if office != department), "")


def _with_team(project: ProjectNode, team: str) -> ProjectNode:
    found = OFFICE_BEHIND.search(project.name)
    if found:
        own = found[1] if found[1] != project.department else team or project.team
        return replace(project, name=project.name[: found.start()], team=own)
    return replace(project, team=team) if team else project
