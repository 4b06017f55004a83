"""Lists of the works of several offices that stand together in front of all works: there no part of an office begins.

1. 도로과
1-1. 골목길 정비
2. 교통과
2-1. 정류장 개선

1-1 골목길 정비
□ 사업개요
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from extract.outline import ProjectNode, Statement
from extract.structure.marks import PLAIN, SQUARE, SYLLABLE

__all__ = ["without_entries", "without_front_lists"]

_NUMBER: Final = re.compile(r"(?:\d{1,2}-)?\d{1,2}[.)]?\s+")
_start: Final = attrgetter("start")
_SAYS: Final = re.compile(r"[□■○●ㅇ◦▪※▶:]|\n\s*[-·]")
"""What stands in a work and not in a list of works."""
_SHORTEST: Final = 4
"""Syllables of a title that may be looked for further down."""


def without_front_lists(
    view: str, statements: Sequence[Statement], found: Sequence[tuple[str, int]]
) -> list[tuple[str, int]]:
    """The offices without those that head a list of works in front, all of which come again below with their sections.

    Which of the works below are whose is not said there again, so the last of the lists heads no part either.
    """
    ends = [start for _, start in found[1:]]
    lists = 0
    for (_, start), end in zip(found, ends, strict=False):
        first = bisect_right(statements, start, key=_start)
        inside = statements[first : bisect_left(statements, end, lo=first, key=_start)]
        if not inside or not all(_is_title(view, each) for each in inside):
            break
        titles = [_title(view, each) for each in inside]
        if not all(len(title) >= _SHORTEST and view.find(title, end) > 0 for title in titles):
            break
        lists += 1
    return list(
        found[lists + 1 :] if lists and _comes_again(view, statements, found[lists:]) else found
    )


def without_entries(view: str, nodes: Sequence[ProjectNode]) -> list[ProjectNode]:
    """The projects without those that are no more than the entry of a list in front: they come again, with their parts."""
    last = {(node.list_number, node.name): node.start for node in nodes}
    return [
        node
        for node in nodes
        if node.in_row
        or node.start == last[node.list_number, node.name]
        or _SAYS.search(view, node.start, node.end)
    ]


def _comes_again(
    view: str, statements: Sequence[Statement], rest: Sequence[tuple[str, int]]
) -> bool:
    """Whether the office behind the lists begins with a list of its own, whose works come again below it."""
    start = rest[0][1]
    behind = statements[bisect_right(statements, start, key=_start) :]
    for each, following in pairwise(behind):
        if not (_is_title(view, each) and _is_title(view, following)):
            return False
        title = _title(view, each)
        if len(title) >= _SHORTEST and view.find(title, following.start) > 0:
            return True
    return False


def _is_title(view: str, statement: Statement) -> bool:
    """Whether a line has a number in front and nothing of a section in it."""
    if statement.rank == SQUARE or (SYLLABLE <= statement.rank != PLAIN):
        return False
    return (
        statement.mark[:1].isdecimal()
        or _NUMBER.match(view, statement.body, statement.end) is not None
    )


def _title(view: str, statement: Statement) -> str:
    return _NUMBER.sub("", view[statement.body : statement.end], count=1).strip()
