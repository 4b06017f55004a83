"""Which line above a section is the title of its project: forms in which offices set titles.

1. 늘봄숲 조성        1⇥늘봄숲 조성          ■ 늘봄숲 조성            ② 늘봄숲 조성
□ 사업개요            ◇ 쉴 곳을 넓혀 …       쉴 곳을 넓혀 …           1. 사업개요
                      □ 사업개요             □ 사업개요
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.marks import (
    ARROW,
    BRACKET,
    CIRCLE,
    CIRCLED,
    DOT,
    GROUP,
    ITEM,
    NUMBER,
    PLAIN,
    SQUARE,
    SYLLABLE,
    SYLLABLE_ITEM,
)
from extract.structure.titles import NO_TITLE, NUMBER_FIRST, TITLE_LENGTH, title_words
from extract.structure.vocabulary import numbered_office, office_name, section_kind
from extract.structure.works import names_no_project

__all__ = ["is_section_of_circled", "title_above"]

_GENERAL: Final = re.compile(
    r"조직|인력|정원|예산|비전|목표|여건|현황|일반|성과|방향|과제|체계$|결과|개요|총괄|환경|전략|계획$"
)
"""Numbered lines with these words open a part of the report, not a project."""
_PICTURE: Final = re.compile(
    r"(?:도|도면|사진|이미지|전경|포스터|그림|플랜|계획(?:\(안\))?)[\s*]*$"
)
"""`□ 늘봄마을 계획도` heads a picture, which a converter drops."""
_BEGINS: Final = frozenset({"overview", "need"})
_BRACKETS: Final = frozenset("【〈《<[")
_MARKED: Final = frozenset({BRACKET, SYLLABLE_ITEM, CIRCLE, CIRCLED, ARROW, DOT})
"""Ranks of marks that are those of items, or of brackets around a title."""
_MARKED_LENGTH: Final = 40
_ORNAMENTS: Final = frozenset({ARROW, BRACKET})
_FAR: Final = 600
"""How far around other uses of a mark are looked for, in statements: an archive in one file must not cost its square."""
_ITEMS: Final = frozenset({CIRCLED, ITEM, SYLLABLE})
_RANKS: Final = _ITEMS | {SQUARE}
"""Ranks of the titles that may stand right above a section."""
_SECTION_LENGTH: Final = 16
_SUMMARY_REACH: Final = 5
_IN_CHARGE_LINE: Final = re.compile(
    r"☎|^담\s?당\s|팀장\s[가-힣○◯]\s?[가-힣○◯]|[과국실단팀관소]\s?[/(,]\s?(?:20\d\d|'\d\d)[.년]"
)
"""Who is in charge, or lays it and when, set below a title: `상수도팀장 박○○ (☎ 2541)`, `푸른도시과 / 2024. 12.`."""
_DASHED: Final = re.compile(r"\d{1,2}-(?:\d{1,2}|[①-⑳])")


def title_above(
    view: str, statements: Sequence[Statement], index: int, taken: int, *, sure: bool
) -> int:
    """Index of the title that stands above section `index` and behind statement `taken`, or -1.

    `sure` asks for a title that can be nothing else: a dashed number, as in `1-1`.
    """
    title = _right_above(view, statements, index, taken)
    return title if title >= 0 else _above(view, statements, index, taken, sure=sure)


def _right_above(view: str, statements: Sequence[Statement], index: int, taken: int) -> int:
    """Index of a title with the mark of a section or of an item (② 체계 개발, (1) …), right above □ 추진배경, or -1.

    What a project begins with shows that the line above is no section without content, or marks that differ
    (▣ over ■). Below ② the sections may have numbers (1. 사업개요).
    """
    squared = statements[index].rank == SQUARE
    if index - 1 <= taken or not (squared or is_section_of_circled(statements, index)):
        return -1
    above = statements[index - 1]
    if above.rank in _MARKED and _is_marked_title(view, statements, index):
        return index - 1
    if above.rank not in _RANKS:
        return -1
    kind = section_kind(view[statements[index].body : statements[index].end])
    parts = above.rank == SQUARE and above.mark != statements[index].mark and kind is not None
    # 〈 과제별 소요예산 〉 below a □ is the title of a table.
    parts = parts and (kind in _BEGINS or statements[index].mark not in _BRACKETS)
    opens = above.rank in _ITEMS and kind and not _is_last_of_list(statements, index - 1)
    if not parts and not opens and kind not in _BEGINS:
        return -1
    words = title_words(view, above)
    if section_kind(words) or _PICTURE.search(words):
        return -1
    if office_name(words):
        return -1
    if parts and _is_summary(view, statements, index - 1):
        return -1
    return index - 1 if _may_be_title(words) else -1


def _is_marked_title(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether a line whose mark is that of items elsewhere (▶, ◎, 【…】) is a title: right above 사업개요, no title above it.

    Its mark stands above another overview of the report too.
    """
    above, section = statements[index - 1], statements[index]
    if not _opens_project(view, section):
        return False
    words = title_words(view, above)
    if section_kind(words) or office_name(words) or len(words) > _MARKED_LENGTH:
        return False
    before = statements[max(index - 1 - _SUMMARY_REACH, 0) : index - 1]
    if not _may_be_title(words) or any(_is_counted(view, each) for each in before):
        return False
    if before and before[-1].mark == above.mark:
        return False
    alike = [
        at
        for at in range(max(index - _FAR, 0), min(index + _FAR, len(statements) - 1))
        if statements[at].rank == above.rank
        and (above.rank == SYLLABLE_ITEM or statements[at].mark == above.mark)
    ]
    opening = [at for at in alike if _opens_project(view, statements[at + 1])]
    # ▶ and 【…】 have other uses; a mark of items must be that of titles and nothing else.
    return len(opening) > 1 and (above.rank in _ORNAMENTS or len(opening) == len(alike))


def _is_counted(view: str, statement: Statement) -> bool:
    """Whether a line has a number that titles have."""
    if statement.rank == PLAIN:
        return NUMBER_FIRST.match(view, statement.body, statement.end) is not None
    return NUMBER <= statement.rank <= NUMBER + 2


def _opens_project(view: str, section: Statement) -> bool:
    """Whether a heading □ is 사업개요."""
    return section.rank == SQUARE and section_kind(view[section.body : section.end]) == "overview"


def _is_summary(view: str, statements: Sequence[Statement], at: int) -> bool:
    """Whether ◇ between a numbered title and □ 사업개요 says what the project is for, and is no title itself.

    1-1 늘봄항 정비, ◇ 어항을 넓혀 정주여건 개선, □ 사업개요.
    """
    if not _is_numbered_title(view, statements, at - 1):
        return False
    mark = statements[at].mark
    for below in range(at + 1, min(at + _FAR, len(statements))):
        statement = statements[below]
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
        if not numbered or _is_section(words, numbered=True):
            return False
    elif not (statement.heading and NUMBER <= statement.rank <= NUMBER + 2):
        return False
    if _names_office(words) or names_no_project(words):
        return False
    return _may_be_title(words)


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
        _, _, _, mark, rank, _, _, note = statement = statements[at]
        if CIRCLED < rank < PLAIN and not note:
            continue  # items, as most lines are
        right_above = at == index - 1
        if rank == PLAIN or mark.isdecimal():
            found = _plain_above(view, statements, at, taken, index, sure=sure)
            if found is not None:
                return found
        elif rank == SQUARE:
            summary = right_above and mark != statements[index].mark
            summary = summary and at - 1 > taken and _is_summary(view, statements, at)
            summary = summary and not _is_beside(view, statements[at - 1], statements[index])
            return at - 1 if summary else -1
        elif NUMBER <= rank <= NUMBER + 2:
            good = statement.heading and sure <= bool(_DASHED.match(mark))
            good = good and not _is_beside(view, statement, statements[index])
            return at if good and _may_be_title(title_words(view, statement)) else -1
        elif rank == CIRCLED and right_above and not sure:
            return at if _may_be_title(title_words(view, statement)) else -1
        if rank <= GROUP or rank in (BRACKET, CIRCLED) or note:
            return -1
    return -1


def _is_beside(view: str, title: Statement, section: Statement) -> bool:
    """Whether a title is itself a section with the mark of the one below: 1. 추진배경 above 2. 추진계획."""
    return title.rank == section.rank and section_kind(title_words(view, title)) is not None


def _plain_above(
    view: str, statements: Sequence[Statement], at: int, taken: int, index: int, *, sure: bool
) -> int | None:
    """Index of the title that a line without a mark is, or stands below; -1 for no title, None to look further up."""
    words = title_words(view, statements[at])
    numbered = statements[at].mark.isdecimal() or NUMBER_FIRST.match(words) is not None
    right_above = at == index - 1
    if not numbered:
        if _below_number(view, statements, at, taken):
            return None
        if right_above and at - 1 > taken and _is_square_title(view, statements, at - 1, index):
            # ■ 늘봄숲 조성, then what it is for, then □ 사업개요.
            return at - 1
        if sure or not right_above:
            return None
    good = _may_be_title(words) and not (sure and _GENERAL.search(words))
    good = good and not _names_office(words) and not _IN_CHARGE_LINE.search(words)
    # A long title may hold 현안 or 현황; a short one is a section.
    return at if good and not _is_section(words, numbered=numbered) else -1


def _names_office(words: str) -> bool:
    """Whether words are an office's, perhaps behind the number of its part: `1 도로과`."""
    return bool(office_name(words) or numbered_office(words))


def _may_be_title(words: str) -> bool:
    """Whether words have the length of a title, and nothing that none holds."""
    return len(words) <= TITLE_LENGTH and not NO_TITLE.search(words)


def _below_number(view: str, statements: Sequence[Statement], at: int, taken: int) -> bool:
    """Whether a plain line stands below a numbered title: what the project is about, who is in charge of it."""
    for above in range(at - 1, max(at - 1 - _SUMMARY_REACH, taken - 1), -1):
        statement = statements[above]
        if statement.rank != PLAIN:
            return statement.heading and NUMBER <= statement.rank <= NUMBER + 2
        words = title_words(view, statement)
        numbered = NUMBER_FIRST.match(words)
        if numbered:
            return _may_be_title(words) and not _is_section(words, numbered=True)
    return False


def _is_square_title(view: str, statements: Sequence[Statement], at: int, section: int) -> bool:
    """Whether statement `at` has a square other than that of the section, and names no section itself."""
    title = statements[at]
    words = title_words(view, title)
    opens = section_kind(view[statements[section].body : statements[section].end]) in _BEGINS
    return (
        opens
        and title.heading
        and title.rank == SQUARE == statements[section].rank
        and title.mark not in ("", statements[section].mark)
        and section_kind(words) is None
        and _may_be_title(words)
    )


def _is_section(words: str, *, numbered: bool) -> bool:
    return (not numbered or len(words) <= _SECTION_LENGTH) and section_kind(words) is not None
