"""What a statement is about: its section, unless an item above it says otherwise (○ 추진상황 및 계획 : …)."""

import re
from functools import lru_cache
from typing import Final

from extract.outline import Outline, Section, SectionKind, Statement
from extract.parsers.labels import split_label

__all__ = ["is_title", "kind_at"]

_LENGTH: Final = 30
_ASIDE: Final = re.compile(r"(?<=.)\([^()]*\)?$")
"""`추진현황('25. 1월 기준)` is 추진현황."""
_SET_APART: Final = re.compile(r"([가-힣][가-힣 ]{1,12}?)\s{2,}\S")
"""`추진계획  신청 접수(2월 ~ 9월)`: a label that blanks set apart."""
_CONTENTS: Final = re.compile(r"\(?(?:주요|추진|세부|운영|행사)\s?내\s{0,4}용\)?")
_TIME: Final = re.compile(r"^(?:(?:20\d\d|'\d\d)년도?)?(?:\d{1,2}월중?)?")
"""`2026년 추진계획`, `8월 계획`"""
_KINDS: Final[tuple[tuple[SectionKind, re.Pattern[str]], ...]] = (
    (
        "mixed",
        re.compile(r"추진(?:실적|상황|경과|경위|사항)(?:및|·)(?:향후)?(?:추진)?(?:계획|일정)"),
    ),
    ("overview", re.compile(r"^(?:사업|추진|행사|운영|용역|시설)?개요$")),
    (
        "plan",
        re.compile(r"^(?:향후|추진|세부|주요|연도별)?(?:추진)?(?:계획|일정)$|^추진(?:방향|방안)$"),
    ),
    (
        "results",
        re.compile(
            r"^(?:그간|주요|그동안)?(?:의)?(?:추진)?(?:실적|상황|경과|경위|사항|성과)$|^추진현황$"
        ),
    ),
)


def kind_at(outline: Outline, index: int, section: Section | None) -> SectionKind:
    """The kind of the nearest item above statement `index`, itself included, that names one."""
    view = outline.document.view
    top = section.heading if section else -1
    # Without 사업개요 an item of the project, or one called 주요내용, tells what is done, and when.
    telling = section is not None and section.kind == "overview" and "개요" not in section.title
    at = index
    while at > top:
        statement = outline.statements[at]
        kind, labelled = _said_in(view[statement.body : statement.end][:_LENGTH])
        if kind:
            return kind
        if telling and _CONTENTS.match(view, statement.body, statement.end):
            return "other"
        if section and at == index and not labelled and statement.parent == top:
            # An item of a project under one □ that says no `label : value` tells what is done.
            return "other" if telling else section.kind
        at = statement.parent
    return section.kind if section else "status"


def is_title(view: str, statement: Statement) -> bool:
    """Whether an item is nothing but the title of those below it: `○ 추진실적(2025년)`."""
    if statement.end - statement.body > _LENGTH:
        return False
    kind, labelled = _said_in(view[statement.body : statement.end])
    return kind is not None and not labelled


@lru_cache(maxsize=8192)
def _said_in(words: str) -> tuple[SectionKind | None, bool]:
    """The kind that the beginning of an item names, and whether it has a label; many items share one above."""
    labelled = split_label(words, 0, len(words))
    apart = None if labelled else _SET_APART.match(words)
    if apart and (kind := _kind(apart[1])):
        return kind, True
    return _kind(labelled.label if labelled else words), labelled is not None


def _kind(label: str) -> SectionKind | None:
    bare = _TIME.sub("", _ASIDE.sub("", "".join(label.split()).rstrip(":")))
    return next((kind for kind, pattern in _KINDS if pattern.search(bare)), None)
