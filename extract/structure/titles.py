"""The title above a section, and what stands in it: number, name, state (`2. 골목길 정비 [신규]`)."""

import re
from typing import Final
from unicodedata import numeric

from extract.outline import Statement
from extract.structure.described import COST_BEHIND
from extract.structure.vocabulary import IN_CHARGE, OFFICE_BEHIND, PLEDGED, STATES

__all__ = [
    "NO_TITLE",
    "NUMBER_FIRST",
    "OFFICE_AT_MARGIN",
    "TITLE_LENGTH",
    "number_of",
    "title_and_status",
    "title_words",
]

NUMBER_FIRST: Final = re.compile(
    r"(\d{1,2})(?:\s{1,8}(?:[│|┃ㅣ▶▷►]\s)?|\s?[│|┃]\s?)(?=(?:20\d\d년?\s)?[가-힣A-Z'\"「『(])"
)
TITLE_LENGTH: Final = 70
NO_TITLE: Final = re.compile(
    r":|(?<![가-힣])~(?![^()]*\))|~(?![가-힣]|[^()]*\))|\.{3}|…|\t|(?:다|음|함|임|됨)\.?$|^[(\[]"
)
_STATUS: Final = re.compile(
    r"[\[(<【〈]\s*(계속|신규|완료|추진\s?중|진행\s?중|종료|보완|확대|변경|공약|핵심|시책)[^\])>】〉]{0,8}[\])>】〉]\s*$"
)
_IN_CHARGE: Final = re.compile(r"\s*\((?:주관|주최|소관|담당)\s*:[^()]*\)\s*$")
_WITHOUT_BUDGET: Final = re.compile(r"\s*[(\[<]\s?비\s?예산(?:\s?사업)?\s?[)\]>]\s*$")
_TO_THE_MARGIN: Final = re.compile(
    r"(?<=^\d)\t+|(?<=^\d\d)\t+|\t+(?=[(【\[][^()【】\[\]]+[)】\]]$)"
)
"""Tabs that only set a number or a remark apart: `1⇥골목길 정비`, `골목길 정비⇥[신규]`."""
OFFICE_AT_MARGIN: Final = re.compile(
    rf"(?<=[가-힣\])】〉>])\t+(?:[가-힣]{{2,14}}(?:\([가-힣]{{2,14}}\))?\s?/\s?)?({IN_CHARGE})$"
)
"""`1. 국도 개량【계속】⇥국토교통부(도로과) / 건설과`: who is in charge, behind a title."""
_STATE_AT_MARGIN: Final = re.compile(rf"\t+({STATES})(?:\t+{PLEDGED})?$")
"""`1⇥골목길 정비⇥계속`: the row of a frame, its last cell the state, or that and what it was promised as (공약 5-1)."""
_OPENS, _CLOSES = "<〈《【[", ">〉》】]"
_BOXED: Final = frozenset("⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾")


def title_and_status(words: str) -> tuple[str, str]:
    """A title without the state, the cost and the body in charge in brackets behind it, and that state.

    >>> title_and_status("1. 일자리카페 운영 [계속]")
    ('1. 일자리카페 운영', '계속')
    """
    words = _WITHOUT_BUDGET.sub("", COST_BEHIND.sub("", _IN_CHARGE.sub("", words)))
    office = OFFICE_BEHIND.search(words)
    behind = office[0] if office else ""
    found = _STATUS.search(words.removesuffix(behind))
    if found:
        words = words[: found.start()] + behind
    return _bare(words.strip()), found[1] if found else ""


def _bare(words: str) -> str:
    """A title without the brackets around all of it: `<골목길 정비>`, and what is left of `【골목길 정비】` behind its mark."""
    if words[-1:] in _CLOSES:
        inner = words[:-1].lstrip(_OPENS)
        if not any(mark in inner for mark in _OPENS + _CLOSES):
            return inner.strip()
    return words


def title_words(view: str, statement: Statement) -> str:
    """The words of a title without the tabs, and without the office, that are set at the margin."""
    words = view[statement.body : statement.end]
    if "\t" not in words:
        return words
    return _TO_THE_MARGIN.sub(" ", _STATE_AT_MARGIN.sub(r" [\1]", OFFICE_AT_MARGIN.sub("", words)))


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
