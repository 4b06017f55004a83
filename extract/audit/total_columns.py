"""A column called 계, 합계, 소계, 총사업비 is the sum of the columns it covers: years, sources, parts.

Columns of 집행 are no part of a budget, and 증감 is no part of anything.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from extract.audit.sheet_sums import Sums
from extract.audit.totals import misses_of
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check_tables"]

RULE: Final = "total-of-columns"
TITLE: Final = ("가로 합계", "Total columns")
TRIPS: Final = """(단위 : 천원)
재원별\t합계\t2019년\t2020년
국비\t310\t120\t200
시비\t300\t100\t200
"""
PASSES: Final = """(단위 : 백만원)
재원\t총사업비\t기투자\t소계\t2025\t2026\t향후
국비\t800\t200\t500\t300\t200\t100
시비\t400\t100\t250\t150\t100\t50
"""


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find total columns that are not the sum of their columns."""
    for sums in tables:
        yield from misses_of(sums, RULE, "columns", named=True)
