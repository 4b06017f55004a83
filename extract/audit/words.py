"""An amount in words is the one in figures beside it: `일금 삼백만원정(₩3,000,000)`, `3,000,000원(금삼백만원)`."""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span
from normalize.numerals import read_words

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "amount-in-words"
TITLE: Final = ("한글 금액과 숫자", "Amounts in words")
TRIPS: Final = """□ 계약금액
- 일금 삼백만원정(₩3,500,000)
- 계약금액 : 금 572,400,000원(금오억칠천사백이십만원정)
"""
PASSES: Final = """□ 계약금액
- 일금 삼백오십만원정(₩3,500,000)
- 계약금액 : 금 572,400,000원(금오억칠천이백사십만원정)
"""

_AMOUNT: Final = re.compile(
    r"금\s?(?P<words>[일이삼사오육륙칠팔구십백천만억조壹貳參拾百千萬億 ]{2,40})"
    r"(?:\s?원\s?정?\s?\(?\s?[₩￦\\]?\s?(?P<figures>\d{1,3}(?>(?:,\d{3})+))|\s?원?\s?정?\s?\))"
)
_FIGURES: Final = re.compile(r"(?<![\d,])(?P<figures>\d{1,3}(?>(?:,\d{3})+))\s?원?\s?\(\s?일?$")
_REACH: Final = 28  # characters of figures in front of the words


def check(case: Case) -> Iterator[Finding]:
    """Find amounts in words that are not those in figures."""
    if "금" not in case.view:
        return
    for found in _AMOUNT.finditer(case.view):
        base = 0 if found["figures"] else max(found.start() - _REACH, 0)
        printed = found if found["figures"] else _FIGURES.search(case.view[base : found.start()])
        if not printed:
            continue
        said, figures = read_words(found["words"].strip()), int(printed["figures"].replace(",", ""))
        if said is None or said == figures:
            continue
        start, end = printed.span("figures")
        yield make(
            RULE,
            "error",
            (
                f"한글로는 {said:,}원인데 숫자로는 {figures:,}원입니다",
                f"In words it is {said:,} won, in figures {figures:,} won",
            ),
            values=(f"{said:,}", printed["figures"]),
            places=(Span(base + start, base + end), Span(*found.span("words"))),
        )
