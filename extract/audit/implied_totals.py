"""Rows or columns that add up in every line but one, though no word calls them a total.

`특별회계` above its accounts, `120 경상적경비` above its items, `예산액 = 전년도 + 증감`. At least three lines must
say so before the one that does not is told.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from extract.audit.sheet_sums import Sums
from extract.audit.totals import misses_of
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check_tables"]

RULE: Final = "pattern-of-sums"
TITLE: Final = ("합의 규칙", "Sums without a name")
TRIPS: Final = """(단위 : 원)
회계\t예산\t수납\t지출\t이월\t반납
특별회계\t900\t800\t700\t90\t5
주차장\t500\t450\t410\t50\t3
상수도\t400\t350\t290\t50\t2
"""
PASSES: Final = """(단위 : 원)
회계\t예산\t수납\t지출\t이월\t반납
특별회계\t900\t800\t700\t90\t5
주차장\t500\t450\t410\t50\t3
상수도\t400\t350\t290\t40\t2
"""


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find lines that break what all other lines add up to."""
    for sums in tables:
        if sums.rows:
            yield from misses_of(sums, RULE, "rows", named=False)
        if sums.columns:
            yield from misses_of(sums, RULE, "columns", named=False)
