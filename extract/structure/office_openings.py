"""How the part of a department opens: its name on a line of the form that opens parts, its first work soon behind."""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.described import OVERVIEW
from extract.structure.marks import CHAPTER, CIRCLED, NUMBER, PLAIN
from extract.structure.office_parts import BODIES, doubtful, heads_works, is_first, opens_part
from extract.structure.titles import NUMBER_FIRST
from extract.structure.vocabulary import OFFICE_ENDS, office_name

__all__ = ["MARKS", "RANKS", "begins", "opened", "opening"]

_SOON: Final = 9
_NEAR: Final = 4
MARKS: Final = frozenset("◈❖◆▣■")
RANKS: Final = frozenset({CHAPTER, NUMBER, PLAIN})
_SPACED: Final = re.compile(r"(?:\S[ \t]+){2,}\S")
_OPENS: Final = re.compile(r"(?:일\s*반|기\s*본)\s*현\s*황|목\s*록|조\s*직")
_COUNT: Final = re.compile(r"\s*\(\d+\s?[개건]\s?(?:사업|과제)?\)$")
_DIVISION: Final = re.compile(r"[가-힣]{2,8}부")
"""A division of a public corporation (체육사업부)."""
_SECOND: Final = 2
_TOWNS: Final = frozenset("읍면동")
_TOWN: Final = re.compile(r"[가-힣]{1,4}[읍면동]")
_CHAPTER: Final = re.compile(
    rf"((?:[가-힣·]\s?){{2,12}}(?:{OFFICE_ENDS}))\s+(?:소관\s?)?(?:20\d\d년도?\s?)?(?:주요\s?)?(?:업무|사업|현안)"
    r"(?:\s?(?:추진)?\s?(?:계획|실적|상황|보고))?"
)
"""`Ⅱ. 교육지원과 주요업무`: a chapter that is a department's part."""


def opened(view: str, statements: Sequence[Statement], index: int, name: str, mark: str) -> str:
    """The office `name` if its works begin below, or go on below the `mark` that the office above has; else empty."""
    if name and statements[index].mark == mark:
        # The works of all departments may be counted through.
        on = name if _counts_on(view, statements, index) else ""
        return opens_part(view, statements, index, name) or on
    return name and opens_part(view, statements, index, name)


def begins(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether the first work of an office, or its overview, follows its name, and no title of a work stands above."""
    if statements[index].rank != PLAIN or index + 1 == len(statements):
        return False
    below, above = statements[index + 1], statements[index - 1] if index else None
    if above and (above.heading or above.rank == PLAIN) and _number(view, above):
        return False
    overview = OVERVIEW.fullmatch("".join(view[below.body : below.end].split()))
    return bool(_number(view, below) or overview)


def opening(view: str, statements: Sequence[Statement], index: int, listed: frozenset[str]) -> str:
    """The office whose part statement `index` opens by the form it has, or empty."""
    statement = statements[index]
    if statement.rank not in RANKS and statement.mark not in MARKS:
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
    if statement.mark not in MARKS and not (
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
