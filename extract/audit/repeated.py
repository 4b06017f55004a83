"""One fact has one value: an item's amount stated twice in a project, or the staff in a caption and its table."""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.budgets import factor_between
from extract.audit.case import Case
from extract.audit.sheets import Sheet
from extract.audit.slips import is_slip_of
from extract.audit.wording import make
from extract.findings import Finding
from extract.records import Funding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "fact-stated-twice"
TITLE: Final = ("두 번 적은 값", "Facts stated twice")
TRIPS: Final = """□ 인 력 : 정원 17명(현원 16명)

합 계\t5급\t6급\t7급
16(16)\t1(1)\t8(8)\t7(7)
"""
PASSES: Final = """□ 인 력 : 정원 16명(현원 16명)

합 계\t5급\t6급\t7급
16(16)\t1(1)\t8(8)\t7(7)
"""

_NAME: Final = 6  # syllables that make a name one of its own
_STAFF: Final = (
    re.compile(r"정\s?원\s?:?\s?(\d[\d,]*)\s?명"),
    re.compile(r"현\s?원\s?:?\s?(\d[\d,]*)\s?명"),
)


def check(case: Case) -> Iterator[Finding]:
    """Find facts that have two values."""
    for sheet in case.sheets:
        yield from _check_staff(sheet)
    for ledger in case.ledgers.values():
        yield from _check_amounts(ledger.notes)


def _check_staff(sheet: Sheet) -> Iterator[Finding]:
    """`정원 26명[현원 28명]` above a table of `26(28)`."""
    stated = _STAFF[sheet.layer].search(sheet.table.caption)
    if not stated:
        return
    rows = [at for at, head in enumerate(sheet.rows) if head.rank] or (
        [at for at, line in enumerate(sheet.matrix) if any(line)]
    )
    columns = [at for at, head in enumerate(sheet.columns) if head.rank]
    if len(columns) != 1 or len(rows) != 1:
        return
    value, cell = sheet.matrix[rows[0]][columns[0]], sheet.cell(rows[0], columns[0])
    says = int(stated[1].replace(",", ""))
    if value is None or value == says * int(10**sheet.decimals):
        return
    yield make(
        RULE,
        "error",
        (
            f"표 {sheet.number} 위에는 {stated[0]}이라고 했는데 표의 합계는 {value:,}명입니다",
            f"The caption of table {sheet.number} says {stated[0]}, the table {value:,}",
        ),
        values=(f"{says:,}", f"{value:,}"),
        cells=(cell,),
    )


def _check_amounts(rows: list[Funding]) -> Iterator[Finding]:
    """An item named at length, with two amounts that one slip tells apart."""
    named: dict[tuple[str, int | None], list[Funding]] = {}
    for row in rows:
        if len(row.program) >= _NAME and not row.table:
            name = "".join(row.program.split())
            if len(name) >= _NAME:
                named.setdefault((name, row.fiscal_year), []).append(row)
    for same in named.values():
        if len(same) != 2:
            continue
        one, other = same
        won = int(one.won), int(other.won)
        if factor_between(*won) or (is_slip_of(*won) and _is_exact(*won)):
            yield _finding(one, other)


def _is_exact(*amounts: int) -> bool:
    """Whether amounts have digits enough that one alone tells a slip: `80억` and `20억` do not."""
    return min(len(str(amount).rstrip("0")) for amount in amounts) > 2


def _finding(one: Funding, other: Funding) -> Finding:
    return make(
        RULE,
        "warning",
        (
            f"{other.program}: 한 곳에는 {one.amount_raw}, 다른 곳에는 {other.amount_raw}입니다",
            f"{other.program} is {one.amount_raw} in one place and {other.amount_raw} in another",
        ),
        values=(one.amount_raw, other.amount_raw),
        places=(other.span, one.span),
    )
