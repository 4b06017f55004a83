"""The departments that works name in or below their titles, in a paper that one office compiles of the works of all.

1. 은골지구 정비사업                              1-1-1. 연안관측망 확충    [관측예보과]
담당부서 : 안전건설과 복구지원팀(☎ 7421)          부서명⇥안전건설과 복구지원팀
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from extract.outline import ProjectNode
from extract.structure.vocabulary import OFFICE_BEHIND

__all__ = ["compiles", "with_sheet_offices"]

_DIVISION: Final = re.compile(
    r"(?:과|담당관|(?:기획|예산|조정|평가|감사|공약)[가-힣]{0,4}(?:관|실|단))$"
)
"""How divisions are called, and the staff offices beside them: 정책기획관, 기획조정실."""
_IN_CHARGE: Final = re.compile(
    r"(?<![가-힣])(?:(?:담당|주관|소관|추진|시행)\s?부서|부서)(?:명|장)?[ ]{0,8}[:\t|][ \t|]{0,8}"
    r"(?P<office>[가-힣·]{2,14}?(?:과|담당관|사업소|센터|소|실|단))(?:[ (/·]{1,3}(?P<team>[가-힣·0-9]{2,14}팀))?(?![가-힣])"
)
_REACH: Final = 300
"""Characters from a title in which the line of its office stands."""
_FEWEST: Final = 2
_LINES: Final = 5


class _InCharge(NamedTuple):
    """The office that a work names, and its team or nothing."""

    office: str
    team: str


def with_sheet_offices(
    view: str, projects: Sequence[ProjectNode], publisher: str
) -> tuple[ProjectNode, ...]:
    """Put each project below the department its title or sheet names, where they name several.

    Args:
        view: The folded text.
        projects: The projects, in order.
        publisher: The office that lays the report; a bureau's divisions are its own.
    """
    if publisher and not compiles(publisher):
        return tuple(projects)
    named = {
        project.path: found
        for project in projects
        if project.department == publisher
        and not project.parent
        and (found := _in_charge(view, project))
    }
    if len({found.office for found in named.values()}) < _FEWEST:
        return tuple(projects)
    return tuple(_of(project, named.get(project.parent or project.path)) for project in projects)


def compiles(publisher: str) -> bool:
    """Whether an office that lays the works of other divisions has none of its own: those are no teams of it.

    >>> compiles("기획예산과"), compiles("정책기획관"), compiles("교통국")
    (True, True, False)
    """
    return _DIVISION.search(publisher) is not None


def _in_charge(view: str, project: ProjectNode) -> _InCharge | None:
    """The office behind the title, else that of the sheet, which may name the team as well."""
    near = view[project.start : min(project.end, project.start + _REACH)]
    # A list may have named it without the office that its title has.
    title = OFFICE_BEHIND.search(project.name) or OFFICE_BEHIND.search(near.partition("\n")[0])
    found = _IN_CHARGE.search(view, project.start, project.start + len(near))
    if found and view.count("\n", project.start, found.start()) < _LINES:
        return _InCharge(title[1] if title else found["office"], found["team"] or "")
    return _InCharge(title[1], "") if title else None


def _of(project: ProjectNode, found: _InCharge | None) -> ProjectNode:
    if found is None:
        return project
    office, before = found.office, f"{project.department}/"
    return replace(
        project,
        department=office,
        team=project.team if project.team not in ("", office) else found.team,
        path=f"{office}/{project.path.removeprefix(before).removeprefix('/')}",
        parent=project.parent
        and f"{office}/{project.parent.removeprefix(before).removeprefix('/')}",
    )
