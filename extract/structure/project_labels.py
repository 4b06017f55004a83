"""What the label of an item says: 사업비, 위치 and their like are the core of a project, 지원대상 is another one of it."""

import re
from functools import lru_cache
from typing import Final

__all__ = ["said_by"]

_LABEL: Final = re.compile(r"[(\[【〔]?([가-힣\s·]++)(?:[:(\])】〕]|$)")
_LABEL_LENGTH: Final = 16
_BARE_LABEL: Final = re.compile(r"((?:[가-힣]\s{0,4}){1,6}?[간비산치모량])\s+(?=\S)")
"""`사업기간  2022년 ~ …`, without a colon."""
_OF_A_TIME: Final = re.compile(r"^(?:(?:20\d\d|'\d\d)년도?\s?)?(?:\d{1,2}월\s?)?")
"""`'26년 추진계획 :`, `8월 계획 :`"""
_CORE: Final = re.compile(
    r"(?:총|소요)?사업비|소요예산|예산액?|지원금액|[가-힣]{0,4}(?:기간|위치|규모|내용)"
)
_MORE: Final = re.compile(
    r"[가-힣]{0,4}(?:대상|목적|업무|방법|기관|주체|목표|시기|시설)|추진(?:상황|실적|계획|사항|경과|절차)(?:및(?:향후)?계획)?"
    r"|(?:향후)?계획|실적"
)


def said_by(words: str) -> tuple[bool, bool]:
    """What the label of an item is, with a colon, without one, or behind its time; see `_weight`."""
    colon = ":" in words or "(" in words or len(words) <= _LABEL_LENGTH
    label = _label(words) if colon else ""
    if words[:1].isdecimal() or words[:1] == "'":
        label = _label(_OF_A_TIME.sub("", words))
    said = _weight(label) if label else (False, False)
    bare = None if any(said) else _BARE_LABEL.match(words)
    return _weight("".join(bare[1].split())) if bare else said


def _label(words: str) -> str:
    """The label that an item begins with, without blanks, or empty."""
    found = _LABEL.match(words)
    if not found or len(found[1]) < 2 or len(found[1].rstrip()) > _LABEL_LENGTH:
        return ""
    return "".join(found[1].split())


@lru_cache(maxsize=4096)
def _weight(label: str) -> tuple[bool, bool]:
    """Whether a label is of the core of a project, and whether it is another one that projects have."""
    if label == "주요내용":
        # It heads a paragraph of any policy; it says little of a project.
        return False, True
    return _CORE.fullmatch(label) is not None, _MORE.fullmatch(label) is not None
