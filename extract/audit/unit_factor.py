"""Two statements of one amount that differ by 10, 1,000 or 1,000,000: a lost zero, or a wrong unit.

Compared are the headline with its table's year, and the total cost with the table's total.
"""

from collections.abc import Iterator
from typing import Final

from extract.audit.budgets import Money, factor_between, tables_of
from extract.audit.case import Case
from extract.audit.wording import amount, make
from extract.findings import Finding
from extract.records import Funding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "unit-factor"
TITLE: Final = ("단위와 자릿수", "Units and zeros")
TRIPS: Final = """1. 옛길 조성
□ 사업개요
- 사업기간 : 2023 ~ 2024
- 총사업비 : 1,250천원(도비 500, 군비 750)
□ 2023년 소요예산 : 480,000천원
(단위 : 천원)
재원별\t합계\t2023년\t2024년
계\t1,250,000\t480,000\t770,000
도비\t500,000\t192,000\t308,000
군비\t750,000\t288,000\t462,000
"""
PASSES: Final = """1. 옛길 조성
□ 사업개요
- 사업기간 : 2023 ~ 2024
- 총사업비 : 1,250백만원(도비 500, 군비 750)
□ 2023년 소요예산 : 480,000천원
(단위 : 천원)
재원별\t합계\t2023년\t2024년
계\t1,250,000\t480,000\t770,000
도비\t500,000\t192,000\t308,000
군비\t750,000\t288,000\t462,000
"""


def check(case: Case) -> Iterator[Finding]:
    """Find amounts that differ from their table by a power of ten."""
    for yearly in case.yearly:
        yield from _compare(yearly.headline, yearly.tables, "소요예산", "budget")
    seen = {id(yearly.headline) for yearly in case.yearly}
    for ledger in case.ledgers.values():
        for year, headline in ledger.headlines.items() if ledger.tables else ():
            if year is not None and id(headline) not in seen:
                # No table of its own section has the year; one of the project has.
                yield from _compare(
                    headline, list(tables_of(ledger, year, None)), "소요예산", "budget"
                )
    for path, tables in case.overall.items():
        yield from _compare(case.ledgers[path].costs[0], tables, "총사업비", "total cost")


def _compare(row: Funding, tables: list[Money], korean: str, english: str) -> Iterator[Finding]:
    if len(tables) != 1:
        return
    gives = tables[0].won
    factor = factor_between(int(row.won), gives)
    if not factor:
        return
    yield make(
        RULE,
        "error",
        (
            f"{korean} {row.amount_raw}은 표의 {amount(gives)}과 {factor:,}배 다릅니다: 단위나 0의 개수를 보세요",
            f"The {english} {row.amount_raw} differs from the table's {amount(gives)} by a factor of {factor:,}",
        ),
        values=(amount(gives), row.amount_raw),
        places=(row.span, tables[0].row.span),
    )
