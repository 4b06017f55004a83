"""The items of a 세부내역 add up to the headline budget of their year.

□ 2020년 소요예산 : 16,500,000천원
▶ 2020년 소요예산(안) 세부내역
  - 부지매입 12,000백만원, 센터운영 4,500백만원
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from extract.audit.budgets import slack_of
from extract.audit.case import Case
from extract.audit.item_lists import end_of_list
from extract.audit.wording import amount, make
from extract.findings import Finding
from extract.records import Funding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "details-of-headline"
TITLE: Final = ("소요예산의 세부내역", "Details of a headline")
TRIPS: Final = """1. 우시장 재생
□ 사업개요
- 사업기간 : 2019 ~ 2020
□ 2020년 소요예산 : 16,500,000천원
▶ 2020년 소요예산 세부내역
- 부지매입 12,000백만원, 센터운영 5,400백만원
"""
PASSES: Final = """1. 우시장 재생
□ 사업개요
- 사업기간 : 2019 ~ 2020
□ 2020년 소요예산 : 16,500,000천원
▶ 2020년 소요예산 세부내역
- 부지매입 12,000백만원, 센터운영 4,500백만원
"""

_DETAILS: Final = re.compile(r"(?:소요예산|예산|사업비)[^\n:]{0,10}(?:세부|산출)\s?내역$")
_RARE: Final = re.compile("내역")
_REACH: Final = 20  # characters that announce details


def check(case: Case) -> Iterator[Finding]:
    """Find details that do not add up to their headline."""
    rows, starts, lines = case.written, case.written_starts, case.lines
    for found in _details(case.view):
        at = bisect_right(lines, found.start()) - 1
        if at < 0 or found.end() > case.outline.statements[at].end:
            continue
        line = case.outline.statements[at]
        end = max(end_of_list(case.outline, lines, found.start()), line.end)
        items = rows[bisect_left(starts, found.end()) : bisect_left(starts, end)]
        items = [item for item in items if item.source == "계" and item.kind == "statement"]
        if len(items) > 1:
            yield from _check(case, items)


def _details(view: str) -> Iterator[re.Match[str]]:
    """The words that announce details; 내역 is rare, so it is looked for first."""
    for rare in _RARE.finditer(view):
        at, end = rare.span()
        found = _DETAILS.search(view, max(at - _REACH, view.rfind("\n", 0, at) + 1), end)
        if found:
            yield found


def _check(case: Case, items: list[Funding]) -> Iterator[Finding]:
    headline = next(iter(case.ledgers[items[0].project].headlines.values()), None)
    together = sum(int(item.won) for item in items)
    if headline is None or 2 * abs(int(headline.won) - together) <= slack_of(headline, *items):
        return
    yield make(
        RULE,
        "warning",
        (
            f"소요예산은 {headline.amount_raw}인데 세부내역 {len(items)}건을 더하면 {amount(together)}입니다",
            f"The budget is {headline.amount_raw}, but its {len(items)} details give {amount(together)}",
        ),
        values=(amount(together), headline.amount_raw),
        places=(headline.span, *(item.span for item in items)),
    )
