"""Shares of sources that a line states make a whole, and fit the amounts above it: `(국비 50%, 시비 25%, 구비 25%)`."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.figures import figure_of
from extract.audit.rates import Allowed, exact_rate, is_within
from extract.audit.wording import make, number
from extract.findings import Finding, Severity, Span
from extract.records import Funding
from normalize.sources import read_source

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "matching-ratio"
TITLE: Final = ("매칭비율", "Shares of sources")
TRIPS: Final = """1. 공공근로
□ 사업개요
- 예 산 : 1,000천원(시비 600, 구비 400)
  ※ 매칭비율(시비 70%, 구비 30%)
2. 노인일자리
□ 사업개요
- 소요예산 : 10,842백만원(국비 50%, 도비 15%, 군비 30%)
- 매칭비율 : 국비 50%, 도비 15%, 군비 45%
"""
PASSES: Final = """1. 공공근로
□ 사업개요
- 예 산 : 1,000천원(시비 700, 구비 300)
  ※ 매칭비율(시비 70%, 구비 30%)
"""

_SHARE: Final = re.compile(r"(?P<label>[가-힣]{1,6})\s?(?P<rate>\d{1,3}(?:\.\d+)?)\s?%")
_IN_LINE: Final = re.compile(r"국비(?<!\(국비)\s?\d{1,3}(?:\.\d+)?\s?%(?!p)[^\n()]{4,60}")
"""`매칭비율 : 국비 50%, 시비 50%`: shares without brackets."""
_VAGUE: Final = re.compile(r"이내|이상|이하|최대|최소|까지|또는|~|중\s")
_LAST: Final = frozenset({"구비", "군비", "시비", "지방비", "민간", "기타"})
"""Who pays what the others leave."""
_SEVERAL: Final = 3  # shares that mean to make a whole
_MOST: Final = 6  # amounts that shares are stated of
_NEAR: Final = 160  # characters between the amounts and the shares stated of them


def check(case: Case) -> Iterator[Finding]:
    """Find shares that the amounts before them do not have."""
    for line in _IN_LINE.finditer(case.view):
        named = _shares(line[0])
        if len(named) > 1:
            yield from _check_whole(line[0], line.start() - 1, named)
    for start, words in case.brackets:
        if words.count("%") < 2:
            continue
        shares = _shares(words)
        if len(shares) < 2:
            continue
        yield from _check_whole(words, start, shares)
        yield from _check(_rows_before(case, start), start, shares)


def _shares(words: str) -> dict[str, re.Match[str]]:
    """The shares that words state, by who pays."""
    return {
        source.name: share
        for share in _SHARE.finditer(words)
        if (source := read_source(share["label"]))
    }


def _check_whole(words: str, start: int, shares: dict[str, re.Match[str]]) -> Iterator[Finding]:
    """Three shares or more, down to the last payer's, make a hundred; more than that, two can't make either."""
    rates = [figure_of(share["rate"]) for share in shares.values()]
    decimals = max(rate.decimals for rate in rates)
    together = sum(rate.value * int(10 ** (decimals - rate.decimals)) for rate in rates)
    off = together - 100 * int(10**decimals)
    if abs(off) <= (1 if decimals else 0) or _VAGUE.search(words) or words.count("%") > len(shares):
        return
    if off < 0 and (len(shares) < _SEVERAL or not _LAST & shares.keys()):
        return
    first, last = (list(shares.values())[at] for at in (0, -1))
    added = " + ".join(share["rate"] for share in shares.values())
    total = number(together, decimals)
    yield make(
        RULE,
        "warning",
        (
            f"분담 비율을 더하면 {added} = {total}%로, 100%가 아닙니다",
            f"The shares add up to {added} = {total}%, not to 100%",
        ),
        values=("100%", f"{total}%"),
        places=(Span(start + 1 + first.start("label"), start + 1 + last.end()),),
    )


def _rows_before(case: Case, start: int) -> list[Funding]:
    """The last amounts of the text in front of an offset."""
    starts = case.amount_starts
    first = bisect_left(starts, start - 2 * _NEAR)
    before = case.report.funding[first : bisect_left(starts, start, first)]
    rows = [row for row in before if row.kind in {"statement", "total_cost"}]
    return rows[-_MOST:]


def _check(rows: list[Funding], start: int, shares: dict[str, re.Match[str]]) -> Iterator[Finding]:
    near = [row for row in rows if start - row.span.end < _NEAR]
    whole = next((row for row in reversed(near) if row.source == "계" and not row.table), None)
    parts = {row.source: row for row in near if whole and row.span.start > whole.span.start}
    if whole is None or not whole.won or not shares.keys() <= parts.keys():
        return
    for source, share in shares.items():
        part, rate = parts[source], figure_of(share["rate"])
        allowed = Allowed(int(part.won), int(whole.won), 1000, 1000)
        if is_within(rate, allowed):
            continue
        right = exact_rate(allowed, rate.decimals + 1)
        expected = f"{number(right.value, right.decimals)}%"
        far = abs(right.value - rate.value * 10) >= 20 * int(10**rate.decimals)
        severity: Severity = "warning" if far else "info"
        yield make(
            RULE,
            severity,
            (
                f"{share['label']} {part.amount_raw}은 {whole.amount_raw}의 {expected}인데 {share['rate']}%라고 적혀 있습니다",
                f"{part.amount_raw} ({share['label']}) is {expected} of {whole.amount_raw}, but {share['rate']}% is stated",
            ),
            values=(expected, f"{share['rate']}%"),
            places=(
                Span(
                    start + 1 + share.start("rate"),
                    start + 1 + share.end("rate"),
                ),
                part.span,
                whole.span,
            ),
        )
