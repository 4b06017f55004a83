"""A row called 계, 합계, 소계, 총계 is the sum of the rows it covers.

What it covers is read from the words, and where they leave a choice from the columns in which it adds up.
Figures in 백만원 or with decimals may be off by half a unit a term. A blank is unknown; a dash is nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from extract.audit.sheet_sums import Sums
from extract.audit.totals import misses_of
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check_tables"]

RULE: Final = "total-of-rows"
TITLE: Final = ("세로 합계", "Total rows")
TRIPS: Final = """(단위 : 천원)
재원별\t합계\t2019년\t2020년
계\t600\t200\t400
국비\t300\t120\t200
시비\t300\t100\t200
"""
PASSES: Final = """(단위 : 백만원)
구분\t2019년\t2020년
계\t4,038\t400
정책\t3,853\t200
운영\t184\t200
"""


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find total rows that are not the sum of their rows."""
    for sums in tables:
        yield from misses_of(sums, RULE, "rows", named=True)
