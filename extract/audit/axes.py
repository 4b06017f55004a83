"""What the head words of a row or column say to an auditor: is it a total, may it be added, is it a rate.

    합계                      a total of all, rank 2
    도시재생과 > 계           a total of its group, rank 3
    '24년 > 집행              spent, and so no part of a budget
    증감률(%)                 never added

To add a word: in one of the patterns below, and a row in tests/extract/audit/test_audit_axes.py.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

__all__ = ["LETTERS", "Head", "read_head", "scale_of"]

LETTERS: Final = "A-Z㉠-㉻①-⑳ⓐ-ⓩ"
"""The letters that formulas in heads are made of, as a pattern's set holds them."""
_RANKS: Final = {"총계": 1, "총합계": 1, "총괄": 1, "합계": 2, "계": 3, "소계": 4}
_TOTAL: Final = re.compile(
    r"(?:.{0,8}?(?P<rank>총합계|총계|합계|소계)|(?P<sole>총괄|계)|(?P<whole>총(?:사업비|예산액?|소요액?|투자액?|금액|액|원|인원|건수|면적|연장|합)|합산))"
)
_SUFFIX: Final = re.compile(r"(?:[(\[【㉮-㉻①-⑳]|[A-Z][=+\-]|[A-Z]\Z).*+", re.DOTALL)
_RATE: Final = re.compile(
    r"[률율](?![가-힣])|%|비율|구성비|비중|점유|평균|단가|(?<!단)지수|순위|연번|순번|번호|^쪽$|^순$|점수|등급|1인당|비고|기간|^연도$"
    r"|\)[/÷]\(?[A-Z]|^기준|(?:목표|계획|대상|예산|정원|배정)액?대비$|^최[대소고저]|중위|위치|연령|배점|가중치|일련|코드|전화|^월$|^일$"
)
_CHANGE: Final = re.compile(r"증감|비교|대비|증△감|△|증가|감소|잔액|차액|잔여")
_SPENT: Final = re.compile(r"집행|지출|결산|기성|이월|불용|반납|수납|징수")
_COARSE: Final = ("백만", "억", "조", "만원", "십억")
_LETTER: Final = re.compile(rf"[{LETTERS}]")
_YEAR: Final = re.compile(r"(?<!\d)(?:(20\d\d|19\d\d)|'(\d\d))(?!\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """The words that lead to a row or column, judged.

    Attributes:
        words: Innermost last, spaces squeezed out.
        rank: 0 for no total; else 1 (총계) to 4 (소계): the smaller, the more it covers.
        group: The words in front of the innermost one: what the total is a total of.
        rate: It can't be added (증감률, 단가, 연번).
        change: The difference of others (증감): it adds down, but is no part of a sum across.
        spent: 집행, 지출 and their like: no part of a budget.
        year: The year it names, or None.
        coarse: It names a unit in which figures are rounded (백만원, 억원).
        thousands: It names 천원.
        lettered: A letter stands in it that formulas are made of.
    """

    words: tuple[str, ...]
    rank: int
    group: tuple[str, ...]
    rate: bool
    change: bool
    spent: bool
    year: int | None
    coarse: bool
    thousands: bool
    lettered: bool


@lru_cache(maxsize=4096)
def read_head(path: tuple[str, ...]) -> Head:
    """Judge a path of head words, outermost first.

    >>> read_head(("도 시 재 생 과", "계")).rank, read_head(("합 계",)).rank, read_head(("설계",)).rank
    (3, 2, 0)
    >>> read_head(("증감률(%)",)).rate, read_head(("'24년", "집행")).spent
    (True, True)
    """
    words = tuple("".join(word.split()) for word in path if word.strip())
    last = words[-1] if words else ""
    rank = _rank(last)
    group = words[:-1]
    if not rank and words and (first := _rank(words[0])):
        # A total's other stub cells hold notes (`계 | 15건`), not names.
        rank, group = first, ()
    whole = "".join(words)
    year = _YEAR.search(whole)
    return Head(
        words,
        rank,
        group,
        bool(_RATE.search(last)) or "%" in whole,
        bool(_CHANGE.search(last)),
        bool(_SPENT.search(last)),
        int(year[1] or f"20{year[2]}") if year else None,
        *scale_of(whole),
        bool(_LETTER.search(whole)),
    )


@lru_cache(maxsize=1024)
def scale_of(words: str) -> tuple[bool, bool]:
    """Whether words name a unit in which figures are rounded (백만원, 억원), and whether they name 천원.

    >>> scale_of("백만원"), scale_of("천원"), scale_of("명")
    ((True, False), (False, True), (False, False))
    """
    bare = "".join(words.split())
    return any(word in bare for word in _COARSE), "천원" in bare


def _rank(word: str) -> int:
    if _YEAR.search(word):
        # `총사업비('24년)` is one year's, not the whole.
        return 0
    bare = _SUFFIX.sub("", word) or word
    total = _TOTAL.fullmatch(bare)
    if not total:
        return 0
    return 1 if total["whole"] else _RANKS[total["rank"] or total["sole"]]
