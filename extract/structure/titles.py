"""The title above a section, and what stands in it: number, name, state (`2. 골목길 정비 [신규]`)."""

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import numeric

from extract.outline import Statement
from extract.structure.described import COST_BEHIND, NO_PROJECT
from extract.structure.marks import (
    BRACKET,
    CIRCLED,
    GROUP,
    ITEM,
    NUMBER,
    PLAIN,
    SQUARE,
    SYLLABLE,
)
from extract.structure.vocabulary import office_name, section_kind

__all__ = [
    "NO_TITLE",
    "NUMBER_FIRST",
    "OFFICE_AT_MARGIN",
    "TITLE_LENGTH",
    "is_section_of_circled",
    "number_of",
    "title_above",
    "title_and_status",
    "title_words",
]

NUMBER_FIRST: Final = re.compile(
    r"(\d{1,2})\s{1,8}(?:[│|┃ㅣ]\s)?(?=(?:20\d\d년?\s)?[가-힣A-Z'\"「『(])"
)
TITLE_LENGTH: Final = 70
NO_TITLE: Final = re.compile(
    r":|(?<![가-힣])~(?![^()]*\))|~(?![가-힣]|[^()]*\))|\.{3}|…|\t|(?:다|음|함|임|됨)\.?$|^[(\[]"
)
_STATUS: Final = re.compile(
    r"[\[(<【〈]\s*(계속|신규|완료|추진\s?중|진행\s?중|종료|보완|확대|변경|공약|핵심|시책)[^\])>】〉]{0,8}[\])>】〉]\s*$"
)
_IN_CHARGE: Final = re.compile(r"\s*\((?:주관|주최|소관|담당)\s*:[^()]*\)\s*$")
_GENERAL: Final = re.compile(
    r"조직|인력|정원|예산|비전|목표|여건|현황|일반|성과|방향|과제|체계$|결과|개요|총괄|환경|전략|계획$"
)
"""Numbered lines with these words open a part of the report, not a project."""
_PICTURE: Final = re.compile(
    r"(?:도|도면|사진|이미지|전경|포스터|그림|플랜|계획(?:\(안\))?)[\s*]*$"
)
"""`□ 늘봄마을 계획도` heads a picture, which a converter drops."""
_BEGINS: Final = frozenset({"overview", "need"})
_ITEMS: Final = (CIRCLED, ITEM, SYLLABLE)
_SECTION_LENGTH: Final = 16
_SUMMARY_REACH: Final = 5
_TO_THE_MARGIN: Final = re.compile(
    r"(?<=^\d)\t+|(?<=^\d\d)\t+|\t+(?=[(【\[][^()【】\[\]]+[)】\]]$)"
)
"""Tabs that only set a number or a remark apart: `1⇥골목길 정비`, `골목길 정비⇥[신규]`."""
OFFICE_AT_MARGIN: Final = re.compile(
    r"(?<=[가-힣\])】〉>])\t+(?:[가-힣]{2,14}(?:\([가-힣]{2,14}\))?\s?/\s?)?([가-힣]{2,14}(?:과|담당관|팀|단|센터))$"
)
"""`1. 국도 개량【계속】⇥국토교통부(도로과) / 건설과`: who is in charge, behind a title."""
_STATE_AT_MARGIN: Final = re.compile(r"\t+(계속|신규|완료|종료|확대|보완|변경|추진\s?중)$")
"""`1⇥골목길 정비⇥계속`: the row of a frame, its last cell the state."""
_IN_CHARGE_LINE: Final = re.compile(r"☎|^담\s?당\s|팀장\s[가-힣○◯]\s?[가-힣○◯]")
"""Who is in charge, set below a title: `상수도팀장 박○○ (☎ 2541)`."""
_BOXED: Final = frozenset("⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾")
_DASHED: Final = re.compile(r"\d{1,2}-\d{1,2}")


def title_above(
    view: str, statements: Sequence[Statement], index: int, taken: int, *, sure: bool
) -> int:
    """Index of the title that stands above section `index` and behind statement `taken`, or -1.

    `sure` asks for a title that can be nothing else: a dashed number, as in `1-1`.
    """
    title = _right_above(view, statements, index, taken)
    return title if title >= 0 else _above(view, statements, index, taken, sure=sure)


def title_and_status(words: str) -> tuple[str, str]:
    """A title without the state, the cost and the body in charge in brackets behind it, and that state.

    >>> title_and_status("1. 일자리카페 운영 [계속]")
    ('1. 일자리카페 운영', '계속')
    """
    words = COST_BEHIND.sub("", _IN_CHARGE.sub("", words))
    found = _STATUS.search(words)
    if not found:
        return words.strip(), ""
    return words[: found.start()].strip(), found[1]


def title_words(view: str, statement: Statement) -> str:
    """The words of a title without the tabs, and without the office, that are set at the margin."""
    words = view[statement.body : statement.end]
    if "\t" not in words:
        return words
    return _TO_THE_MARGIN.sub(" ", _STATE_AT_MARGIN.sub(r" [\1]", OFFICE_AT_MARGIN.sub("", words)))


def _right_above(view: str, statements: Sequence[Statement], index: int, taken: int) -> int:
    """Index of a title with the mark of a section or of an item (② 체계 개발, (1) …), right above □ 추진배경, or -1.

    What a project begins with shows that the line above is no section without content, or marks that differ
    (▣ over ■). Below ② the sections may have numbers (1. 사업개요).
    """
    if index - 1 <= taken:
        return -1
    above = statements[index - 1]
    if statements[index].rank != SQUARE and not is_section_of_circled(statements, index):
        return -1
    kind = section_kind(view[statements[index].body : statements[index].end])
    parts = above.rank == SQUARE and above.mark != statements[index].mark and kind
    opens = above.rank in _ITEMS and kind and not _is_last_of_list(statements, index - 1)
    if not parts and not opens and kind not in _BEGINS:
        return -1
    words = title_words(view, above)
    if above.rank not in (SQUARE, *_ITEMS) or section_kind(words) or _PICTURE.search(words):
        return -1
    if parts and _is_summary(view, statements, index - 1):
        return -1
    return index - 1 if len(words) <= TITLE_LENGTH and not NO_TITLE.search(words) else -1


def _is_summary(view: str, statements: Sequence[Statement], at: int) -> bool:
    """Whether ◇ between a numbered title and □ 사업개요 says what the project is for, and is no title itself.

    1-1 늘봄항 정비, ◇ 어항을 넓혀 정주여건 개선, □ 사업개요.
    """
    if not _is_numbered_title(view, statements, at - 1):
        return False
    mark = statements[at].mark
    for statement in statements[at + 1 :]:
        if statement.rank <= NUMBER + 2 or NUMBER_FIRST.match(view, statement.body, statement.end):
            break
        if statement.mark == mark:
            return False
    return True


def _is_numbered_title(view: str, statements: Sequence[Statement], at: int) -> bool:
    """Whether statement `at` is a title with a number: `1-1 늘봄항 정비`, `1⇥늘봄항 정비`."""
    if at < 0:
        return False
    statement = statements[at]
    words = title_words(view, statement)
    if statement.rank == PLAIN:
        numbered = NUMBER_FIRST.match(words)
        if not numbered or _is_section(words, numbered):
            return False
    elif not (statement.heading and NUMBER <= statement.rank <= NUMBER + 2):
        return False
    if office_name(words) or NO_PROJECT.search(words):
        return False
    return len(words) <= TITLE_LENGTH and not NO_TITLE.search(words)


def _is_last_of_list(statements: Sequence[Statement], at: int) -> bool:
    """Whether an item stands right below another one of its rank, as a title does not."""
    return at > 0 and statements[at - 1].rank == statements[at].rank


def is_section_of_circled(statements: Sequence[Statement], index: int) -> bool:
    """Whether a numbered heading stands right below a circled number: ② 도서관 건립, then 1. 사업개요."""
    return index > 0 and statements[index].mark == "1." and statements[index - 1].rank == CIRCLED


def _above(
    view: str, statements: Sequence[Statement], index: int, taken: int, *, sure: bool
) -> int:
    """Index of the title, perhaps with the summary between it and the section, or -1."""
    for at in range(index - 1, max(index - 1 - _SUMMARY_REACH, taken), -1):
        statement = statements[at]
        if statement.rank <= GROUP:
            return -1
        if statement.rank == SQUARE:
            summary = at == index - 1 and statement.mark != statements[index].mark
            if summary and at - 1 > taken and _is_summary(view, statements, at):
                return at - 1
            return -1
        words = title_words(view, statement)
        if NUMBER <= statement.rank <= NUMBER + 2:
            good = statement.heading and sure <= bool(_DASHED.match(statement.mark))
            return at if good and len(words) <= TITLE_LENGTH and not NO_TITLE.search(words) else -1
        numbered = NUMBER_FIRST.match(words) if statement.rank == PLAIN else None
        if statement.rank == PLAIN and not numbered and _below_number(view, statements, at, taken):
            continue
        if statement.rank == PLAIN and (numbered or (not sure and at == index - 1)):
            good = len(words) <= TITLE_LENGTH and not NO_TITLE.search(words)
            good = good and not (sure and _GENERAL.search(words))
            good = good and not office_name(words) and not _IN_CHARGE_LINE.search(words)
            # A long title may hold 현안 or 현황; a short one is a section.
            return at if good and not _is_section(words, numbered) else -1
        if statement.rank == CIRCLED and at == index - 1 and not sure:
            return at if len(words) <= TITLE_LENGTH and not NO_TITLE.search(words) else -1
        if statement.rank in (BRACKET, CIRCLED) or statement.note:
            return -1
    return -1


def _below_number(view: str, statements: Sequence[Statement], at: int, taken: int) -> bool:
    """Whether a plain line stands below a numbered title: what the project is about, who is in charge of it."""
    for above in range(at - 1, max(at - 1 - _SUMMARY_REACH, taken - 1), -1):
        statement = statements[above]
        if statement.rank != PLAIN:
            return statement.heading and NUMBER <= statement.rank <= NUMBER + 2
        words = title_words(view, statement)
        numbered = NUMBER_FIRST.match(words)
        if numbered:
            return (
                len(words) <= TITLE_LENGTH
                and not NO_TITLE.search(words)
                and not _is_section(words, numbered)
            )
    return False


def _is_section(words: str, numbered: re.Match[str] | None) -> bool:
    return (not numbered or len(words) <= _SECTION_LENGTH) and section_kind(words) is not None


def number_of(mark: str) -> str:
    """The number in a mark: `1-1` of `1-1.`, `2` of `과제 2` and of `②`, none in `□`.

    A digit in a box (⓵) is drawn by HWP alone: other formats of the same report know no number.
    """
    if len(mark) == 1:
        return str(int(numeric(mark))) if mark.isnumeric() and mark not in _BOXED else ""
    return (
        mark.strip("【】[]〈〉<>《》 ")
        .rsplit(" ", 1)[-1]
        .lstrip("과제공약번호사업안건의")
        .strip(".():[] ")
    )
