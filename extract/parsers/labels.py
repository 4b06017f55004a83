"""`label : value` lines (사업기간 : 2019. ~ 2021.) split at their colon, and what the labels mean.

To add a label: into the pattern of its meaning, with a row in tests/extract/parsers/test_labels.py.
"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

__all__ = ["Labelled", "Meaning", "label_meaning", "split_label"]

Meaning = Literal[
    "period", "location", "scale", "total_cost", "budget", "purpose", "contents", "place_and_scale", "",
]  # fmt: skip

_COLON: Final = re.compile(r"[ \t]*:(?!\d\d\b)[ \t]*")
_LETTER: Final = re.compile(r"[가-힣A-Za-z一-鿿]")
_SPACED: Final = re.compile(r"(?:\S[ \t]+){1,8}\S")
_MEANINGS: Final[tuple[tuple[Meaning, re.Pattern[str]], ...]] = (
    ("period", re.compile(r"(?:기간|기한|일시|운영시기|추진시기|사업시기|추진일정|일정)$|^기간")),
    ("place_and_scale", re.compile(r"(?:위치|장소|대상지)(?:및|[/·,])(?:규모|면적)")),
    ("location", re.compile(r"(?:사업|운영|설치|조성|추진|행사|공사|시설|대상|개최)?(?:위치|장소|대상지|소재지|구간|사업지)$")),
    ("scale", re.compile(r"(?:사업|시설|공사|조성|건축|부지|설치|대상)?(?:규모|면적|대상면적|사업량|사업물량)$")),
    ("total_cost", re.compile(r"^(?:총|전체|소요)?(?:사업비|사업예산|소요사업비|공사비|소요예산|예산액?|예산금액|투자비|사업비용|소요재원)$|^총예산$|^총사업비")),
    ("budget", re.compile(r"예산|사업비|소요액|재원|자본금|비용|경비|지원금|보조금|출연금|분담금")),
    ("purpose", re.compile(r"목적$|^취지$|추진배경$")),
    ("contents", re.compile(r"^(?:주요)?(?:사업)?내용$|^주요사업$|사업내용|주요내용")),
)  # fmt: skip


class Labelled(NamedTuple):
    """A label and the place of its value.

    Attributes:
        label: The label, without letter-spacing.
        start: Offset of the value.
        end: Offset behind it.
        label_start: Offset of the label.
        label_end: Offset behind the label.
    """

    label: str
    start: int
    end: int
    label_start: int
    label_end: int


def split_label(view: str, start: int, end: int, *, reach: int = 36) -> Labelled | None:
    """Split a line at its first colon outside brackets; None where it has no label.

    >>> split_label("사 업 비 : 80백만원", 0, 14)
    Labelled(label='사업비', start=8, end=14, label_start=0, label_end=5)
    """
    at = view.find(":", start, min(end, start + reach))
    if at < 0:
        return None
    while at > start and view[at - 1] in " \t":
        at -= 1
    found = _COLON.search(view, at, end)
    if not found:
        return None
    label_end, value = found.span()
    if label_end == start or label_end > start + reach:
        return None
    words = view[start:label_end]
    if "\n" in words or words.count("(") != words.count(")") or not _LETTER.search(words):
        return None
    return Labelled(clean_label(words), value, end, start, label_end)


@lru_cache(maxsize=8192)
def clean_label(words: str) -> str:
    """A label without letter-spacing and stray brackets.

    >>> clean_label("사  업  비"), clean_label("교육인원 및 횟수")
    ('사업비', '교육인원 및 횟수')
    """
    words = words.strip()
    return "".join(words.split()) if _SPACED.fullmatch(words) else " ".join(words.split())


@lru_cache(maxsize=4096)
def label_meaning(label: str) -> Meaning:
    """What a label is for, or empty.

    >>> label_meaning("사업기간"), label_meaning("총사업비"), label_meaning("대상")
    ('period', 'total_cost', '')
    """
    bare = "".join(label.split("(", maxsplit=1)[0].split())
    if len(bare) > 18:
        return ""
    for meaning, pattern in _MEANINGS:
        if pattern.search(bare):
            return meaning
    return ""
