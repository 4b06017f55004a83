"""The table of contents (목차, 차례): which page each title stands on.

□ 문화예술과
  1. 빛초롱축제 개최 ········ 3
  2. 아트센터 건립⇥5
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.outline import ProjectNode, Statement
from extract.structure.titles import NUMBER_FIRST, title_and_status

__all__ = ["is_entry", "with_contents_pages"]

_FIRST: Final = 150  # statements among which the contents stand
_ENTRY: Final = re.compile(
    r"(?P<title>.*?[^\s.·…∙⋯‧ㆍ])(?:\t+|[\s.·…∙⋯‧ㆍ]{4,})-?\s?(?P<page>\d{1,3})\s?-?"
)
_PAGE: Final = re.compile(r"(?:\t|[.·…]{3,}|[ ]{4,})[ \t]*-?\d{1,3}-?$")
_PAGE_ENDS: Final = frozenset("-0123456789")


def is_entry(view: str, start: int, end: int) -> bool:
    """Whether a line of the contents: its page at its end."""
    return view[end - 1] in _PAGE_ENDS and _PAGE.search(view, start, end) is not None


def with_contents_pages(
    view: str, statements: Sequence[Statement], projects: Sequence[ProjectNode]
) -> tuple[ProjectNode, ...]:
    """Fill in the page of each project that the table of contents names, where no list of projects gave it.

    A title that the contents hold twice with other pages says nothing.
    """
    if all(project.list_page is not None for project in projects):
        return tuple(projects)
    pages = _pages(view, statements)
    return tuple(
        replace(project, list_page=page)
        if project.list_page is None and project.name and (page := pages.get(_bare(project.name)))
        else project
        for project in projects
    )


def _pages(view: str, statements: Sequence[Statement]) -> dict[str, int]:
    pages: dict[str, int] = {}
    for statement in statements[:_FIRST]:
        last = view[statement.end - 1]
        if not last.isdecimal() and last != "-":
            continue
        entry = _ENTRY.fullmatch(view, statement.body, statement.end)
        if entry:
            title = _bare(title_and_status(NUMBER_FIRST.sub("", entry["title"], count=1))[0])
            page = int(entry["page"])
            pages[title] = page if pages.get(title, page) == page else 0
    return pages


def _bare(title: str) -> str:
    return "".join(title.split())
