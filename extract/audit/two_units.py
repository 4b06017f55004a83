"""An amount and the same in another unit in brackets do not differ by zeros: `4억 8천만원(480,000천원)`."""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.budgets import factor_between
from extract.audit.case import Case, place_of
from extract.audit.wording import amount, make
from extract.findings import Finding, Span
from normalize.money import Amount, read_amounts

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "amount-in-two-units"
TITLE: Final = ("두 단위로 적은 금액", "Amounts in two units")
TRIPS: Final = """□ 지적사항
- 대출금 4억 8천만원(4,800,000천원) 중 초과액 65,000천원
"""
PASSES: Final = """□ 지적사항
- 대출금 4억 8천만원(480,000천원) 중 초과액 65,000천원
- 예산 1,200백만원(630백만원)
"""

_BEFORE: Final = re.compile(r"(?<![\d.,])\d[\d,. 조억천백만]*원$")
_WITHIN: Final = re.compile(r"\d[\d,.]*\s?[조억천백만]{0,2}\s?[\d,.]*\s?[조억천백만]{0,2}원")
_REACH: Final = 24  # characters of an amount


def check(case: Case) -> Iterator[Finding]:
    """Find amounts that are a power of ten off what stands in brackets behind them."""
    view = case.view
    for bracket in case.brackets:
        start, words = bracket
        if words[-1] != "원" or view[start - 1] != "원" or not _WITHIN.fullmatch(words):
            continue
        base = max(start - _REACH, 0)
        found = _BEFORE.search(view[base:start])
        one, other = _won(found[0]) if found else 0, _won(words)
        if not found or not factor_between(one, other):
            continue
        yield make(
            RULE,
            "error",
            (
                f"{found[0].strip()}은 {amount(one)}인데 괄호 안은 {words}입니다: 0의 개수를 보세요",
                f"{found[0].strip()} is {amount(one)}, but {words} stands in the brackets",
            ),
            values=(amount(one), words),
            places=(place_of(bracket), Span(base + found.start(), start)),
        )


def _won(words: str) -> int:
    """The one amount that words give, in won; 0 where they give none."""
    reading = read_amounts(words)
    values = reading.values if reading else ()
    return int(values[0].value) if len(values) == 1 and isinstance(values[0], Amount) else 0
