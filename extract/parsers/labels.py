"""`label : value` lines (사업기간 : 2019. ~ 2021.) split at their colon, and what the labels mean.

Ministries put the label in brackets, `(사업기간) 2026. 3. ~`; some write neither, `사업기간  2022년 ~ 2027년`:
then only words that can be nothing else in front of such a value are a label.

To add a label: into the pattern of its meaning, with a row in tests/extract/parsers/test_labels.py.
"""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

__all__ = ["Labelled", "Meaning", "label_meaning", "part_at", "shared_label", "split_label"]

Meaning = Literal[
    "period", "location", "scale", "total_cost", "budget", "purpose", "contents", "place_and_scale", "",
]  # fmt: skip

_new: Final = (
    tuple.__new__
)  # a report has hundreds of labels, and this costs half of calling the class
_COLON: Final = re.compile(r"[ \t]*:(?!\d\d\b)[ \t]*")
_LETTER: Final = re.compile(r"[가-힣A-Za-z一-鿿]")
_BRACKETED: Final = re.compile(r"[(\[【〔]\s?([가-힣][가-힣\s·/]{1,12})[)\]】〕]\s*(?=\S)")
_BUDGET_IN_BRACKETS: Final = re.compile(
    r"\(\s?((?:20\d\d|'\d\d)년?도?\s?(?:소요)?\s?(?:예산|사업비)(?:액|안|\(안\))?)\s?\)\s*(?=\d)"
)
"""`('26년 예산) 134억 원(국비 50, 시비 84)`"""
_NAMES_A_PART: Final = re.compile(
    r"(?:상황|실적|계획|일정|경과|경위|현황|사항|대상|방법|방식|근거|배경|효과|문제점|대책|기관|부서)$"
)
_BARE: Final = re.compile(
    r"((?:(?:사\s?업|추\s?진|운\s?영|공\s?사|행\s?사|교\s?육|지\s?원)\s?)?기\s{0,4}간)[ \t]+(?=['’‘]?\d{2}|20\d\d)"
    r"|((?:총|소요)?\s?사\s{0,3}업\s{0,3}비|(?:소\s?요\s?)?예\s{0,4}산)[ \t]+(?=(?:약|총|(?:국고?|[시도구군])비\s)?\s?[\d,.]+\s?[조억천백만]{1,2}\s?[\d원만])"
    r"|((?:사\s?업|공\s?사|시\s?설)?\s?(?:위\s{0,4}치|구\s{0,4}간|규\s{0,4}모|물\s?량|면\s{0,4}적|량))(?:[ ]{2,}|\t)[ \t]*(?=\S)"
)
_OPENS_LABEL: Final = frozenset("([【〔")
_OPENS_BARE: Final = frozenset("사추운공행교지기총소예위구규물면시량")
_SHARED: Final = re.compile(r"\s?[/·]\s?|\s?및\s?")
_STROKES: Final = (re.compile(r"\s/\s"), re.compile(r"/"))
_SPACED: Final = re.compile(r"(?:\S[ \t]+){1,8}\S")
_MEANINGS: Final[tuple[tuple[Meaning, re.Pattern[str]], ...]] = (
    ("period", re.compile(r"(?:기간|기한|일시|(?:^|사업|추진|운영|발표|공모|접수|모집|신청|시행|개최|점검)시기|추진일정|일정)$|^기간")),
    ("place_and_scale", re.compile(r"(?:위치|장소|대상지)(?:및|[/·,])(?:규모|면적)")),
    ("location", re.compile(r"(?:사업|운영|설치|조성|추진|행사|공사|시설|대상|개최)?(?:위치|장소|대상지|소재지|구간|사업지)$")),
    ("scale", re.compile(r"(?:사업|시설|공사|조성|건축|부지|설치|대상)?(?:규모|면적|대상면적|사업량|사업물량)$")),
    ("total_cost", re.compile(r"^(?:총|전체|소요)?(?:사업비|사업예산|소요사업비|공사비|용역비|연구비|소요예산|투자비|사업비용|소요재원)$|^총예산$|^총사업비")),
    ("budget", re.compile(r"예산|사업비|연구비|소요액|재원|자본금|비용|경비|지원금|보조금|출연금|분담금")),
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
    """Split a line at its first colon outside brackets, or behind its label in brackets; None where it has no label.

    >>> split_label("사 업 비 : 80백만원", 0, 14)
    Labelled(label='사업비', start=8, end=14, label_start=0, label_end=5)
    >>> split_label("(사업기간) 2026. 3. ~", 0, 16).label, split_label("사업비 80백만원", 0, 9).label
    ('사업기간', '사업비')
    """
    first = view[start : start + 1]
    if first in _OPENS_LABEL and (bracketed := _in_brackets(view, start, end)):
        return bracketed
    at = view.find(":", start, end)
    if not 0 <= at - start < reach:
        return _bare(view, start, end) if first in _OPENS_BARE else None
    words, value = view[start:at].rstrip(" \t"), at + 1
    if view[value : value + 1].isdecimal():
        # A time (`9:30`): the next colon, if any.
        found = _COLON.search(view, start + len(words), end)
        words, value = (view[start : found.start()], found.end()) if found else ("", end)
    if not words or len(words) > reach:
        return None
    if "\n" in words or words.count("(") != words.count(")"):
        return None
    if not ("가" <= words[0] <= "힣" or _LETTER.search(words)):
        return None
    while value < end and view[value] in " \t":
        value += 1
    return _new(Labelled, (clean_label(words), value, end, start, start + len(words)))


def _in_brackets(view: str, start: int, end: int) -> Labelled | None:
    """The label that a line begins with in brackets."""
    found = _BRACKETED.match(view, start, end)
    if not (found and (label_meaning(found[1]) or _NAMES_A_PART.search(found[1]))):
        found = _BUDGET_IN_BRACKETS.match(view, start, end)
    return Labelled(clean_label(found[1]), found.end(), end, *found.span(1)) if found else None


def _bare(view: str, start: int, end: int) -> Labelled | None:
    """The label that a line without a colon begins with."""
    found = _BARE.match(view, start, end)
    if found is None:
        return None
    group = found.lastindex or 1
    return Labelled(clean_label(found[group]), found.end(), end, *found.span(group))


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


def part_at(view: str, labelled: Labelled, at: int) -> Labelled:
    """Of a label that several share, the one whose part of the value holds `at`.

    >>> line = "사업기간/사업비 : 2022. ~ 2026. / 312억원"
    >>> part_at(line, split_label(line, 0, len(line)), line.index("312")).label
    '사업비'
    """
    if "/" not in labelled.label or at < labelled.start:
        return labelled
    names = [name.strip() for name in labelled.label.split("/")]
    for mark in _STROKES:
        places = [found.span() for found in mark.finditer(view, labelled.start, labelled.end)]
        if len(places) + 1 == len(names) and any(map(label_meaning, names)):
            starts = [labelled.start, *(end for _, end in places)]
            ends = [*(start for start, _ in places), labelled.end]
            part = sum(start <= at for start in starts[1:])
            return labelled._replace(
                label=clean_label(names[part]), start=starts[part], end=ends[part]
            )
    return labelled


def shared_label(label: str, value: str) -> list[tuple[str, str]]:
    """The labels that share a line, each with its part of the value; one pair where none do.

    >>> shared_label("기간/장소", "2025. 6. 11. ~ 6. 13./벡스코")
    [('기간', '2025. 6. 11. ~ 6. 13.'), ('장소', '벡스코')]
    """
    if "/" not in value:
        return [(label, value)]
    labels, values = _SHARED.split(label), value.split("/")
    if 1 < len(labels) == len(values) and all(map(label_meaning, labels)):
        return [(each, part.strip()) for each, part in zip(labels, values, strict=True)]
    return [(label, value)]
