"""Whether a line that names a department, with whatever mark, opens its part: the count of works begins anew below it.

□ 도로과          도로과 주요업무계획          < 도로과 >(2건)
□ 일반현황        1. 골목길 정비               1 골목길 정비
1. 골목길 정비
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extract.outline import Statement
from extract.structure.marks import (
    BRACKET,
    CHAPTER,
    CIRCLED,
    NOTE,
    NUMBER,
    PLAIN,
    SQUARE,
    SYLLABLE,
)
from extract.structure.vocabulary import numbered_office, office_name, section_kind

__all__ = [
    "BODIES",
    "LAST",
    "OFTEN_BODIES",
    "doubtful",
    "heads_list",
    "heads_works",
    "is_first",
    "named",
    "opens_part",
]

BODIES: Final = ("청", "원", "공단", "공사", "재단", "위원회")
"""How whole bodies are called; a report of one has no department, unless it names some."""
OFTEN_BODIES: Final = ("본부", "부")
"""How a whole body is called as often as a part of one: 소방안전본부, 해양수산부; a part has others beside it."""
_FIRST: Final = re.compile(r"(?:\d{1,2}-)?1\)?|\[1\]|[①⓵]")
_MAY_BE_NONE: Final = re.compile(r"(?:부|처|담당|파트)$")
"""Names that other things have, too: an office only where a work with sections follows."""
_OF_PARTS: Final = frozenset({CHAPTER, BRACKET, SQUARE, PLAIN})
_LONGEST: Final = 40
LAST: Final = frozenset("과관국실단터소원청처부당사트서대팀반】〉》>])획고무적황업")
"""How every line ends that `named` looks at, but for a telephone."""
_COUNT: Final = re.compile(r"\s*\(\s?\d+\s?[개건]?\s?(?:사업|과제)?\s?\)$")
_TAIL: Final = re.compile(
    r"\s?(?:소관\s?)?(?:20\d\d년도?\s?)?(?:주요|현안|핵심)?\s?(?:업무|사업)?\s?(?:추진)?\s?(?:계획|실적|상황|보고|현황)?$"
)
_REPORTED: Final = frozenset("획적황고무업관년도요심안진")
"""How `_TAIL` ends."""
_OFFICE: Final = re.compile("[과관국실단터소부원청처당사트서대반팀]")
_BRACKETS: Final = " 【】〈〉《》<>[]"
_FIRST_BARE: Final = re.compile(r"(?:\d{1,2}-)?1\s+(?:[가-힣A-Z「『]|20\d\d)")
_PAGE_BEHIND: Final = re.compile(r"[\t.·…]\s*\d{1,3}$")
_ORNAMENTS: Final = frozenset("◈❖◆▣■▶")
_REACH: Final = 14
_CLOSE: Final = 6


def opens_part(view: str, statements: Sequence[Statement], index: int, name: str) -> str:
    """The office `name` of statement `index` if its part begins there, or empty."""
    if name.endswith(BODIES) or (index and _is_beside(view, statements, index)):
        return ""
    if doubtful(name) and not heads_works(view, statements, index):
        return ""
    if name.endswith("팀") and index and _is_division(named(view, statements[index - 1])):
        return ""  # 【인력육성팀】 right below 농촌지원과
    for each in statements[index + 1 : index + 1 + _REACH]:
        below = "" if each.rank == CHAPTER else named(view, each)
        if below.endswith("팀") and _is_division(name):
            continue
        if each.rank == CHAPTER or below:
            break
        if each.mark.isdecimal() or is_first(each.mark) or NUMBER <= each.rank < SYLLABLE:
            first = is_first(each.mark) and not _PAGE_BEHIND.search(view, each.body, each.end)
            return name if first else ""
        if each.rank == PLAIN and _FIRST_BARE.match(view, each.body, each.end):
            return "" if _PAGE_BEHIND.search(view, each.body, each.end) else name
    return ""


def _is_division(name: str) -> bool:
    """Whether a name is that of a division, which has teams."""
    return name.endswith(("과", "담당관", "실", "단"))


def is_first(mark: str) -> bool:
    """Whether a number may be that of the first of an office's works, or of the first of a chapter of them.

    >>> is_first("1."), is_first("2-1"), is_first("[1]"), is_first("11.")
    (True, True, True, False)
    """
    return _FIRST.fullmatch(mark.rstrip(".")) is not None


def doubtful(name: str) -> bool:
    """Whether a name is as often that of something else: 초등부, 거래처, 행사담당.

    >>> doubtful("경영지원부"), doubtful("도로과")
    (True, False)
    """
    return _MAY_BE_NONE.search(name) is not None


def heads_works(
    view: str, statements: Sequence[Statement], index: int, *, counted_on: bool = False
) -> bool:
    """Whether a numbered title with a section right below it follows statement `index`, which may head a part.

    Its number is the first, or one that goes on (`counted_on`).
    """
    if statements[index].rank not in _OF_PARTS and statements[index].mark not in _ORNAMENTS:
        return False
    title = -1
    for at in range(index + 1, min(index + 1 + _REACH, len(statements))):
        each = statements[at]
        if NUMBER <= each.rank <= NUMBER + 2 or _FIRST_BARE.match(view, each.body, each.end):
            title = at
        elif title >= 0 and each.heading and section_kind(view[each.body : each.end]):
            # The works may be listed in front of the first of them.
            mark = statements[title].mark
            return counted_on or not mark or is_first(mark)
    return False


def heads_list(
    view: str, statements: Sequence[Statement], index: int, name: str, lists: Sequence[int]
) -> bool:
    """Whether the list of the projects of the office `name`, of statement `index`, stands right below.

    `lists`: where such lists begin. Between them may stand what the list is called, and the office's teams.
    """
    at = bisect_left(lists, statements[index].end)
    if at == len(lists) or name.endswith((*BODIES, "팀")):
        return False
    for each in statements[index + 1 : index + 1 + _CLOSE]:
        if each.start > lists[at]:
            return True
        beside = named(view, each)
        if each.rank <= NUMBER + 2 or (beside and not beside.endswith("팀")):
            return False
    return index + _CLOSE >= len(statements)


def _is_beside(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether the line stands in a list of offices with the same mark, or under the title of a work whose office it is."""
    above, here = statements[index - 1], statements[index]
    if here.rank == PLAIN and numbered_office(view[here.body : here.end]):
        return False
    numbered = above.heading and NUMBER <= above.rank <= NUMBER + 2
    listed = above.rank == here.rank and bool(named(view, above))
    return numbered or above.rank == CIRCLED or listed


def named(view: str, statement: Statement) -> str:
    """The office that a line names and nothing else, behind its mark and in front of what it reports."""
    start, body, end, _, rank, _, _, _ = statement
    if end - start > _LONGEST or rank == NOTE:
        return ""
    if view[end - 1] not in LAST and view.find("☎", body, end) < 0:
        return ""
    if rank == PLAIN and view[body].isdecimal() and (name := numbered_office(view[body:end])):
        return name
    return _named(view[body:end])


@lru_cache(maxsize=4096)
def _named(words: str) -> str:
    """The office that words name and nothing else; a line is asked for it more than once."""
    for _ in range(2):
        words = (_COUNT.sub("", words) if words[-1:] == ")" else words).strip(_BRACKETS)
    name = office_name(words)
    # Most lines are no office: only one with a syllable of an office in front of what it reports is looked at again.
    if name or words[-1:] not in _REPORTED or not _OFFICE.search(words, 0, len(words) - 2):
        return name
    return office_name(_TAIL.sub("", words))
