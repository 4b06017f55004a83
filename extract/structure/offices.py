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
from extract.structure.marks import CHAPTER, CIRCLED, NUMBER, PLAIN
from extract.structure.office_parts import (
    BODIES,
    LAST,
    OFTEN_BODIES,
    doubtful,
    heads_list,
    heads_works,
    is_first,
    named,
    numbers_run_on,
    opens_part,
)
from extract.structure.titles import NUMBER_FIRST
from extract.structure.vocabulary import OFFICE_ENDS, office_name

__all__ = ["Office", "read_offices"]

_SPACED: Final = re.compile(r"(?:\S[ \t]+){2,}\S")
_OPENS: Final = re.compile(r"(?:일\s*반|기\s*본)\s*현\s*황|목\s*록|조\s*직")
_SOON: Final = 9
_LONGEST: Final = 40
_ENDS: Final = LAST | frozenset("읍면동안")
"""How every line ends that may name an office; a town, 현안."""
_MARKS: Final = frozenset("◈❖◆▣■")
_RANKS: Final = frozenset({CHAPTER, NUMBER, PLAIN})
_COUNT: Final = re.compile(r"\s*\(\d+\s?[개건]\s?(?:사업|과제)?\)$")
_DIVISION: Final = re.compile(r"[가-힣]{2,8}부")
"""A division of a public corporation (체육사업부)."""
_NEAR: Final = 4
_SECOND: Final = 2
_TOWNS: Final = frozenset("읍면동")
_TOWN: Final = re.compile(r"[가-힣]{1,4}[읍면동]")
_CHAPTER: Final = re.compile(
    rf"((?:[가-힣·]\s?){{2,12}}(?:{OFFICE_ENDS}))\s+(?:소관\s?)?(?:20\d\d년도?\s?)?(?:주요\s?)?(?:업무|사업|현안)"
    r"(?:\s?(?:추진)?\s?(?:계획|실적|상황|보고))?"
)
"""`Ⅱ. 교육지원과 주요업무`: a chapter that is a department's part."""
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
        if not said and statement.rank not in _RANKS and statement.mark not in _MARKS:
            continue
        name = said if said in in_lists and _begins(view, statements, index) else ""
        name = name or _opening(view, statements, index, listed)
        name = name or _opened(view, statements, index, said, mark)
        if name and name != (found[-1][0] if found else ""):
            found.append((name, statement.start))
            mark = statement.mark
        elif said and not name and heads_list(view, statements, index, said, lists):
            over_lists.append((said, statement.start))
    found = _with_lists(view, statements, found, over_lists)
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


def _opened(view: str, statements: Sequence[Statement], index: int, name: str, mark: str) -> str:
    """The office `name` if its works begin below, or go on below the `mark` that the office above has; else empty."""
    if name and statements[index].mark == mark:
        return opens_part(view, statements, index, name) or numbers_run_on(statements, index, name)
    return name and opens_part(view, statements, index, name)


def _begins(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether the first work of an office, or its overview, follows its name, and no title of a work stands above."""
    if statements[index].rank != PLAIN or index + 1 == len(statements):
        return False
    below, above = statements[index + 1], statements[index - 1] if index else None
    if above and (above.heading or above.rank == PLAIN) and _number(view, above):
        return False
    overview = OVERVIEW.fullmatch("".join(view[below.body : below.end].split()))
    return bool(_number(view, below) or overview)


def _opening(view: str, statements: Sequence[Statement], index: int, listed: frozenset[str]) -> str:
    """The office whose part statement `index` opens by the form it has, or empty."""
    statement = statements[index]
    if statement.rank not in _RANKS and statement.mark not in _MARKS:
        return ""
    if statement.rank == PLAIN:
        name = _plain_office(view[statement.start : statement.end])
        opens = bool(name) and _opens(view, statements, index, name, listed)
    elif statement.rank == CHAPTER:
        name = _office_of_chapter(view, statement)
        opens = bool(name) and _has_works(view, statements[index + 1 : index + 2])
    else:
        name = _marked_office(view, statement)
        opens = bool(name) and _holds_projects(view, statements, index)
    return name if opens else ""


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


def _opens(
    view: str, statements: Sequence[Statement], index: int, name: str, listed: frozenset[str]
) -> bool:
    """Whether a line that is an office's name opens its part of the report."""
    following = statements[index + 1 : index + _SOON]
    counts_on = _counts_on(view, statements, index)
    if doubtful(name) and not heads_works(view, statements, index, counted_on=counts_on):
        return False
    if not name.endswith(BODIES) and (_counts_anew(following[:1]) or counts_on):
        return True
    spaced = _SPACED.fullmatch(view[statements[index].start : statements[index].end])
    if not spaced and name not in listed:
        return False
    return _counts_anew(following[:_NEAR]) or any(
        _OPENS.search(view[each.start : each.end]) for each in following
    )


def _plain_office(words: str) -> str:
    """The office that a line is; a town (읍, 면) only where its name is letter-spaced, as a title is."""
    name = office_name(words)
    if name or words[-1] not in _TOWNS or not _SPACED.fullmatch(words):
        return name
    squeezed = "".join(words.split())
    return squeezed if _TOWN.fullmatch(squeezed) and max(map(len, words.split())) == 1 else ""


def _office_of_chapter(view: str, statement: Statement) -> str:
    """The office whose part a chapter is: `Ⅱ. 교육지원과 주요업무`, `Ⅰ. 도 시 과`."""
    chapter = _CHAPTER.fullmatch(view, statement.body, statement.end)
    if chapter:
        return "".join(chapter[1].split())
    return office_name(view[statement.body : statement.end])


def _has_works(view: str, following: Sequence[Statement]) -> bool:
    """Whether an office's first work or its 일반현황 follows."""
    return _counts_anew(following) or any(
        _OPENS.search(view, each.start, each.end) for each in following
    )


def _marked_office(view: str, statement: Statement) -> str:
    """The office that a marked line names and nothing else: `◈ 농업정책과 (3건)`, `2. 체육사업부`."""
    if statement.mark not in _MARKS and not (
        statement.rank == NUMBER and statement.mark[:-1].isdecimal()
    ):
        return ""
    words = _COUNT.sub("", view[statement.body : statement.end])
    return office_name(words) or (words if _DIVISION.fullmatch(words) else "")


def _holds_projects(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether a title and an overview follow a marked office, as in no list of offices."""
    return any(
        OVERVIEW.fullmatch("".join(view[each.body : each.end].split()))
        for each in statements[index + 2 : index + _SOON]
    )


def _counts_anew(following: Sequence[Statement]) -> bool:
    """Whether among the lines behind an office's name is the first of its works: 1. 늘봄숲 조성."""
    return any(each.rank <= CIRCLED and is_first(each.mark) for each in following)


def _counts_on(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether the title right behind an office's name has the number behind that of the title before it.

    The works of all departments are counted through.
    """
    behind = _number(view, statements[index + 1]) if index + 1 < len(statements) else 0
    if behind < _SECOND:
        return False
    above = (_number(view, statements[at]) for at in range(index - 1, -1, -1))
    return next(filter(None, above), 0) + 1 == behind


def _number(view: str, statement: Statement) -> int:
    """The number of a title: 3 of `3. 늘봄숲 조성` and of `3⇥늘봄숲 조성`, else 0."""
    if statement.rank == PLAIN:
        found = NUMBER_FIRST.match(view, statement.body, statement.end)
        return int(found[1]) if found else 0
    digits = statement.mark.rstrip(".")
    counted = statement.heading and statement.rank == NUMBER and digits.isdecimal()
    return int(digits) if counted else 0


def _in_contents(view: str, statements: Sequence[Statement]) -> frozenset[str]:
    """Offices that the table of contents names, with a page behind."""
    names = set()
    for statement in statements[:80]:
        words = view[statement.body : statement.end]
        entry = _ENTRY.search(words) if words[-1:].isdecimal() else None
        if entry:
            names.add("".join(entry[1].split()))
    return frozenset(names)
