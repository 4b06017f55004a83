"""The table of contents (목차, 차례): which page each title stands on, and its number where the title itself has none.

□ 문화예술과
  1. 빛초롱축제 개최 ········ 3
  2. 아트센터 건립⇥5
1-1. 국어사전 개편 ········ 18      over □ 국어사전 개편
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from extract.outline import ProjectNode, Statement
from extract.structure.marks import SQUARE
from extract.structure.titles import NUMBER_FIRST, number_of, title_and_status
from extract.structure.unit import Unit

__all__ = [
    "Entry",
    "is_entry",
    "read_contents",
    "titles_of_contents",
    "with_contents",
    "without_groups",
]

_FIRST: Final = 150  # statements among which the contents stand
_ENTRY: Final = re.compile(
    r"(?P<title>.*?[^\s.·…∙⋯‧ㆍ])(?:\t+|[\s.·…∙⋯‧ㆍ]{4,}|\s?[·…∙⋯‧ㆍ]{2,}\s?)-?\s?(?P<page>\d{1,3})\s?-?"
)
_PAGE: Final = re.compile(r"(?:\t|[.·…]{3,}|[ ]{4,})[ \t]*-?\d{1,3}-?$")
_PAGE_ENDS: Final = frozenset("-0123456789")


def is_entry(view: str, start: int, end: int) -> bool:
    """Whether a line of the contents: its page at its end."""
    return view[end - 1] in _PAGE_ENDS and _PAGE.search(view, start, end) is not None


class Entry(NamedTuple):
    """What the contents say of a title: its page (0 where they hold it twice), and its number if it is one of 1-1, 1-2."""

    page: int
    number: str


def titles_of_contents(
    view: str,
    statements: Sequence[Statement],
    headings: Sequence[int],
    entries: Mapping[str, Entry],
) -> frozenset[int]:
    """Headings □ without a number that the contents count as works, 1-1, 1-2, with their items right below.

    Where sections stand below, they tell of the work themselves.
    """
    counted = {title for title, entry in entries.items() if entry.number}
    return frozenset(
        index
        for index in (headings if counted else ())
        if statements[index].rank == SQUARE
        and _bare(view[statements[index].body : statements[index].end]) in counted
        and index + 1 < len(statements)
        and statements[index + 1].rank > SQUARE
    )


def without_groups(view: str, units: Sequence[Unit], entries: Mapping[str, Entry]) -> list[Unit]:
    """The units without those that only head others, which the contents count below them: `1 핵심 과제` over 1-1, 1-2."""
    above = {entry.number.partition("-")[0] for entry in entries.values() if entry.number}
    if not above:
        return list(units)
    heads = {
        one.start
        for one, other in pairwise(units)
        if "\n" not in view[one.start : other.start].strip()
    }
    return [
        unit
        for unit in units
        if not (unit.number in above and unit.start in heads and _bare(unit.name) in entries)
    ]


def with_contents(
    view: str, projects: Sequence[ProjectNode], entries: Mapping[str, Entry]
) -> tuple[ProjectNode, ...]:
    """Fill in the page of each project that the table of contents names, where no list of projects gave it.

    A title without a number of its own has that of the contents. A title that they hold twice with other pages
    says nothing.
    """
    if all(project.list_page is not None for project in projects):
        return tuple(projects)
    return tuple(
        _of_entry(view, project, entry)
        if project.list_page is None
        and project.name
        and (entry := entries.get(_bare(project.name)))
        and entry.page
        else project
        for project in projects
    )


def _of_entry(view: str, project: ProjectNode, entry: Entry) -> ProjectNode:
    if entry.number and view.startswith("□", project.start) and not project.parent:
        path = f"{project.department}/{entry.number}"
        return replace(project, list_page=entry.page, list_number=entry.number, path=path)
    return replace(project, list_page=entry.page)


def read_contents(view: str, statements: Sequence[Statement]) -> dict[str, Entry]:
    """What the table of contents (차례) says of each title, by the title without its blanks."""
    entries: dict[str, Entry] = {}
    for statement in statements[:_FIRST]:
        ends = view[statement.end - 1] in _PAGE_ENDS
        found = _ENTRY.fullmatch(view, statement.body, statement.end) if ends else None
        if found:
            number = number_of(statement.mark)
            title = _bare(title_and_status(NUMBER_FIRST.sub("", found["title"], count=1))[0])
            dashed = number if "-" in number else ""
            page = int(found["page"])
            same = entries.get(title, Entry(page, dashed)).page == page
            entries[title] = Entry(page if same else 0, dashed)
    return entries


def _bare(title: str) -> str:
    return "".join(title.split())
