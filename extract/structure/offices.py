"""The departments (부서) of a report: where each one's part begins.

A department opens with its name alone on a line, letter-spaced (`도 시 재 생 과`) or known from the table of
contents, and soon its own 일반현황 or list of projects. A report of one office has no such lines; then the
office that publishes it is the department of all its projects.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from extract.outline import Statement
from extract.structure.described import OVERVIEW
from extract.structure.front_lists import without_front_lists
from extract.structure.marks import CHAPTER
from extract.structure.office_openings import MARKS, RANKS, begins, opened, opening
from extract.structure.office_parts import (
    BODIES,
    LAST,
    OFTEN_BODIES,
    heads_list,
    named,
)
from extract.structure.vocabulary import OFFICE_ENDS

__all__ = ["Office", "read_offices"]

_LONGEST: Final = 40
_ENDS: Final = LAST | frozenset("읍면동안")
"""How every line ends that may name an office; a town, 현안."""
_NEAR: Final = 4
_BRANCHES: Final = re.compile(r"(?:사업소|(?:직속|소속|산하)\s?기관)")
_start: Final = attrgetter("start")
_FACT: Final = re.compile(
    r"(?:위\s*치|(?:사업|추진|공사)?\s?기\s*간|(?:총\s?)?사\s*업\s*비|사업\s?규모|사\s*업\s*량)\s*:"
)
"""What only a work has: `위 치 :`, `사업기간 :`."""
_ENTRY: Final = re.compile(rf"([가-힣·]{{2,14}}(?:{OFFICE_ENDS}))\)?[\s.·…]*\d{{1,3}}$")


class Office(NamedTuple):
    """A department and its part of the report."""

    name: str
    start: int
    end: int


def read_offices(
    view: str,
    statements: Sequence[Statement],
    fallback: str,
    in_lists: frozenset[str],
    lists: Sequence[int],
) -> tuple[Office, ...]:
    """The departments in order; one with the name `fallback` (it may be empty) where none is named.

    `in_lists`: those that a list of all projects names; `lists`: where lists of projects begin.
    """
    listed = _in_contents(view, statements)
    found: list[tuple[str, int]] = []
    over_lists: list[tuple[str, int]] = []
    phones = "☎" in view
    mark = " "  # of the last office
    for index, statement in enumerate(statements):
        end = statement.end
        # Most lines are done with here.
        if end - statement.start > _LONGEST or (view[end - 1] not in _ENDS and not phones):
            continue
        said = named(view, statement)
        if not said and statement.rank not in RANKS and statement.mark not in MARKS:
            continue
        name = said if said in in_lists and begins(view, statements, index) else ""
        name = name or opening(view, statements, index, listed)
        name = name or opened(view, statements, index, said, mark)
        if name and name != (found[-1][0] if found else ""):
            found.append((name, statement.start))
            mark = statement.mark
        elif said and not name and heads_list(view, statements, index, said, lists):
            over_lists.append((said, statement.start))
    return _bounded(view, statements, _with_lists(view, statements, found, over_lists), fallback)


def _bounded(
    view: str, statements: Sequence[Statement], found: list[tuple[str, int]], fallback: str
) -> tuple[Office, ...]:
    """The offices from where each begins to where the next does; those of no part have the whole report."""
    if len({name for name, _ in found if not name.endswith(BODIES)}) == 1:
        found = [each for each in found if not _may_be_body(*each, view)]
    if not fallback and len({name for name, _ in found}) == 1 and found[0][0].endswith(BODIES):
        found = []  # 산림청 on its cover is the whole body
    if not found:
        return (Office(fallback, 0, len(view)),)
    first = found[0][1]
    if (fallback and _is_of_branches(view, statements, first)) or _has_overview(
        view, statements, first
    ):
        found.insert(0, (fallback, 0))
    ends = [*(start for _, start in found[1:]), len(view)]
    return tuple(Office(name, start, end) for (name, start), end in zip(found, ends, strict=True))


def _with_lists(
    view: str,
    statements: Sequence[Statement],
    found: list[tuple[str, int]],
    over_lists: list[tuple[str, int]],
) -> list[tuple[str, int]]:
    """The offices with those that only head a list of their works, and without those whose lists stand all in front."""
    known = {name for name, _ in found}
    more = [each for each in over_lists if each[0] not in known]
    together = sorted([*found, *more], key=itemgetter(1))
    return without_front_lists(view, statements, _without_teams(view, statements, together))


def _without_teams(
    view: str, statements: Sequence[Statement], found: Sequence[tuple[str, int]]
) -> list[tuple[str, int]]:
    """The offices without the teams of a division whose first team stands right below its name."""
    kept: list[tuple[str, int]] = []
    of_teams = False
    for name, start in found:
        if name.endswith("팀"):
            if of_teams:
                continue
        else:
            at = bisect_right(statements, start, key=attrgetter("start"))
            of_teams = at < len(statements) and named(view, statements[at]).endswith("팀")
        kept.append((name, start))
    return kept


def _may_be_body(name: str, start: int, view: str) -> bool:
    """Whether a name without a mark may be that of the whole body, as on a cover: 해양수산부."""
    return name.endswith(OFTEN_BODIES) and view.startswith(name[0], start)


def _is_of_branches(view: str, statements: Sequence[Statement], start: int) -> bool:
    """Whether the first office stands in a chapter of branch offices (사업소); what is in front is the whole body's."""
    chapters = [each for each in statements if each.rank == CHAPTER and each.start < start]
    return (
        bool(chapters) and _BRANCHES.search(view, chapters[-1].body, chapters[-1].end) is not None
    )


def _has_overview(view: str, statements: Sequence[Statement], stop: int) -> bool:
    """Whether works stand in front of the first office, as those of one whose name is not known to be an office's."""
    last = bisect_left(statements, stop, key=_start)
    return any(
        each.heading
        and OVERVIEW.fullmatch("".join(view[each.body : each.end].split()))
        and any(_FACT.match(view, one.body) for one in statements[at + 1 : at + 1 + _NEAR])
        for at, each in enumerate(statements[:last])
    )


def _in_contents(view: str, statements: Sequence[Statement]) -> frozenset[str]:
    """Offices that the table of contents names, with a page behind."""
    names = set()
    for statement in statements[:80]:
        words = view[statement.body : statement.end]
        entry = _ENTRY.search(words) if words[-1:].isdecimal() else None
        if entry:
            names.add("".join(entry[1].split()))
    return frozenset(names)
