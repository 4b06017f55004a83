"""Two neighbouring digits changed places: a budget of 9,360 above a table of 9,630; 6,820㎡ here and 6,280㎡ there.

Asked of what a report means to say twice: budgets against the totals of the tables of their project, and areas of
a project against each other. Other figures may be alike by chance.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from extract.audit.budgets import Ledger
from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span
from extract.records import Funding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check", "swaps_of"]

RULE: Final = "digits-swapped"
TITLE: Final = ("뒤바뀐 숫자", "Swapped digits")
TRIPS: Final = """1. 귀촌 체험마을 조성
□ 사업개요
- 사업기간 : 2025 ~ 2026
- 총사업비 : 9,360백만원
- 부지면적 : 6,820㎡
□ 연차별 투자계획
(단위 : 백만원)
구분\t계\t2025년\t2026년
계\t9,630\t5,000\t4,630
군비\t9,630\t5,000\t4,630
"""
PASSES: Final = """1. 귀촌 체험마을 조성
□ 사업개요
- 사업기간 : 2025 ~ 2026
- 총사업비 : 9,630백만원
- 부지면적 : 6,820㎡, 건축연면적 2,680㎡
□ 연차별 투자계획
(단위 : 백만원)
구분\t계\t2025년\t2026년
계\t9,630\t5,000\t4,630
군비\t9,630\t5,000\t4,630
"""

_AREA: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+$")
_REACH: Final = 12  # characters of an area
_OF_ALL: Final = re.compile("총|예산|사업비|규모")
_BEFORE: Final = 14  # characters that say what an amount is
_FEWEST: Final = 3  # digits that are no zeros behind, for two of them to be taken for swapped


def check(case: Case) -> Iterator[Finding]:
    """Find amounts and areas that are another one of their project with two digits swapped."""
    for ledger in case.ledgers.values():
        yield from _of_budgets(case.view, ledger)
    yield from _of_areas(case)


def swaps_of(figure: int) -> set[int]:
    """The figures that two neighbouring digits of one give when they change places; none of a cut (△9,360).

    >>> sorted(swaps_of(9360)), swaps_of(-9360)
    ([3960, 9306, 9630], set())
    """
    digits = str(figure)
    if figure < 0 or len(digits.rstrip("0")) < _FEWEST:
        return set()
    return {
        int(f"{digits[:at]}{right}{left}{digits[at + 2 :]}")
        for at, (left, right) in enumerate(pairwise(digits))
        if left != right and not (at == 0 and right == "0")
    }


def _of_budgets(view: str, ledger: Ledger) -> Iterator[Finding]:
    printed = {
        row.won: row for table in ledger.tables.values() for row in table.whole if not row.program
    }
    said = [*ledger.headlines.values(), *ledger.costs, *ledger.notes] if printed else []
    stated = {row.won: row for row in said if row.won not in printed and not row.table}
    for won, row in stated.items():
        for other in swaps_of(int(won)) & printed.keys():
            if row.kind != "statement" or _is_of_all(view, row):
                there = printed[other]
                yield _finding(row.amount_raw, row.span, there.amount_raw, there.span)


def _is_of_all(view: str, row: Funding) -> bool:
    """Whether the words in front of an amount call it that of the whole: `예산총액 : 84,630백만원`."""
    start = row.span.start
    return _OF_ALL.search(view, max(start - _BEFORE, 0), start) is not None


def _of_areas(case: Case) -> Iterator[Finding]:
    seen: dict[int, list[Span]] = {}
    view = case.view
    at = view.find("㎡")
    while at >= 0:
        base = max(at - _REACH, 0)
        found = _AREA.search(view[base:at].rstrip())
        if found:
            area = int(found[0].replace(",", ""))
            seen.setdefault(area, []).append(Span(base + found.start(), at))
        at = view.find("㎡", at + 1)
    for area, places in seen.items():
        for other in swaps_of(area) & seen.keys():
            first, place = seen[other][0], places[0]
            if first < place and case.outline.project_at(first.start) is case.outline.project_at(
                place.start
            ):
                one, two = (view[each.start : each.end + 1] for each in (place, first))
                yield _finding(one, place, two, first)


def _finding(one: str, place: Span, other: str, elsewhere: Span) -> Finding:
    return make(
        RULE,
        "warning",
        (
            f"{one}이라고 했는데 다른 곳은 {other}입니다: 숫자 두 개가 뒤바뀐 듯합니다",
            f"{one} stands here and {other} elsewhere: two digits seem swapped",
        ),
        values=(other, one),
        places=(place, elsewhere),
    )
