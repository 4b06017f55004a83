"""Items 1), (2), ① that are projects or programmes of one: all of a row describe themselves."""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.described import describes_itself, heading_above
from extract.structure.marks import (
    ARROW,
    BRACKET,
    CIRCLED,
    GROUP,
    ITEM,
    NUMBER,
    PLAIN,
    SQUARE,
    SYLLABLE,
)
from extract.structure.titles import NUMBER_FIRST
from extract.structure.vocabulary import section_kind
from extract.structure.works import names_no_project

__all__ = ["works_in_items"]

_ITEMS: Final = frozenset({ITEM, CIRCLED, BRACKET, ARROW})
_FAR: Final = 600
"""How far up a title is looked for, in statements."""
_OF_ALL: Final = re.compile(
    r"총괄|일반현황|기본현황|(?:20\d\d년도?)?[가-힣·]{0,8}주요(?:업무|사업)(?!별)"
)
_OF_EACH: Final = re.compile(
    r"(?:(?:주요|세부)\s?)?(?:사업|과제|노선|지구|권역|단지|시설|구간|대상지)별\s?\S|세부\s?(?:사업|과제)$|세부\s?(?:추진|사업|운영)?\s?계획$|(?:주요|추진|사업)\s?내용$|(?:투자|예산|사업비|재원)\S{0,6}\s?총괄$"
)
"""`나. 사업별 추진상황`: a section that takes the programmes of its project one by one."""


def works_in_items(view: str, statements: Sequence[Statement]) -> tuple[list[int], dict[int, int]]:
    """Items 1), (2), ① that are projects, and those that are programmes with the title of theirs.

    All of a row describe themselves. Below a numbered title they are its programmes, right below it or in its
    section 사업별 추진상황; in no project's part they are projects themselves (1) 게이트볼장 설치 (완료)).
    """
    rows: dict[tuple[int, int], list[int]] = {}
    for index, statement in enumerate(statements):
        if statement.rank in _ITEMS:
            parent = heading_above(statements, statement)
            rows.setdefault((parent, statement.rank), []).append(index)
    works: list[int] = []
    programmes: dict[int, int] = {}
    for (parent, rank), row in rows.items():
        holder = _holder(view, statements, parent, rank)
        if holder < 0 and not _is_general(view, statements, parent):
            continue
        if not all(describes_itself(view, statements, at) for at in row):
            continue
        if holder < 0:
            works.extend(row)
        else:
            programmes |= dict.fromkeys(row, holder)
    return works, programmes


def _holder(view: str, statements: Sequence[Statement], at: int, rank: int) -> int:
    """The numbered title whose programmes stand below statement `at`, or -1."""
    if at >= 0 and _takes_one_by_one(view, statements[at]):
        at = _title_of_section(view, statements, at)
    elif rank != ITEM or at < 0 or not NUMBER <= statements[at].rank < SYLLABLE:
        return -1
    return at if at >= 0 and _holds_programmes(view, statements[at]) else -1


def _takes_one_by_one(view: str, statement: Statement) -> bool:
    """Whether a section is called so (사업별 추진상황), or sets out the budget of them all."""
    if _OF_EACH.match(view, statement.body, statement.end):
        return True
    return statement.heading and section_kind(view[statement.body : statement.end]) == "budget"


def _title_of_section(view: str, statements: Sequence[Statement], at: int) -> int:
    """The numbered title that a section stands below, or -1."""
    parent = statements[at].parent
    if parent >= 0 and NUMBER <= statements[parent].rank < SYLLABLE:
        return parent
    # `3⇥지천 정비`, a frame of two cells, has no mark that nests what follows.
    for above in range(at - 1, max(at - _FAR, -1), -1):
        statement = statements[above]
        if statement.rank == PLAIN and NUMBER_FIRST.match(view, statement.body, statement.end):
            return above
        if statement.rank == SQUARE and statement.mark != statements[at].mark:
            # ■ 지천 정비 over □ 투자계획 총괄.
            return above
        if statement.rank < SYLLABLE:
            break
    return -1


def _is_general(view: str, statements: Sequence[Statement], at: int) -> bool:
    """Whether statement `at` is none, a chapter, or a part that tells of all projects (▣ 총괄)."""
    if at < 0 or statements[at].rank <= GROUP:
        return True
    words = "".join(view[statements[at].body : statements[at].end].split())
    return statements[at].heading and _OF_ALL.match(words) is not None


def _holds_programmes(view: str, statement: Statement) -> bool:
    """Whether a statement is a numbered title, and neither a section nor a part of one."""
    numbered = NUMBER <= statement.rank < SYLLABLE or statement.rank == SQUARE
    return (
        ((statement.heading and numbered) or statement.rank == PLAIN)
        and not section_kind(view[statement.body : statement.end])
        and not names_no_project(view[statement.body : statement.end])
    )
