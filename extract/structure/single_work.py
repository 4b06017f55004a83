"""A paper on one work, whose name is that of the paper: `어린이공원 재정비사업 추진계획` over □ 사업개요."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.outline import ProjectNode
from extract.structure.works import names_a_work

__all__ = ["named_by_paper"]

_PAPER: Final = re.compile(
    r"\s*(?:세부\s?)?(?:추진\s?)?(?:계획|상황|현황|실적|결과|보고)(?:\s?보고)?서?(?:\s?\(안\))?$"
)
"""What a paper says of its work: 추진계획(안), 추진상황 보고."""
_YEAR: Final = re.compile(r"^(?:20\d\d|'\d\d)\s?년도?\s+")
_OF_ALL: Final = re.compile(r"주요\s?(?:업무|사업)|업무|현안|공약|총괄|사업\s?계획")
"""A title that names the works of an office is the name of none."""


def named_by_paper(projects: Sequence[ProjectNode], title: str) -> tuple[ProjectNode, ...]:
    """Name the one project of a paper by the title of the paper, where it has no name and that names a work."""
    name = _YEAR.sub("", _PAPER.sub("", title))
    if len(projects) != 1 or projects[0].name or not names_a_work(name) or _OF_ALL.search(name):
        return tuple(projects)
    return (replace(projects[0], name=name),)
