"""One fact has one value: an item's amount stated twice in a project, or the staff in a caption and its table.

The budget of a programme among the results (추진실적) is the one that its table names for the reported year.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from extract.audit.budgets import Ledger, factor_between, slack_of
from extract.audit.case import Case
from extract.audit.sheet_sums import Sums
from extract.audit.sheets import Sheet
from extract.audit.slips import is_slip_of
from extract.audit.wording import make
from extract.findings import Finding
from extract.records import Funding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check", "check_tables"]

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
    """Find amounts that have two values."""
    for ledger in case.ledgers.values():
        yield from _check_amounts(ledger.notes)
        if ledger.tables and ledger.notes:
            yield from _check_items(ledger)
        if ledger.tables and case.report.about.reported_year:
            yield from _check_results(case, ledger, case.report.about.reported_year)


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find captions that give another number of staff than their table: `정원 26명[현원 28명]` above `26(28)`."""
    for sheet in (sums.sheet for sums in tables):
        if "명" in sheet.table.caption:
            yield from _check_staff(sheet)


def _check_staff(sheet: Sheet) -> Iterator[Finding]:
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
    if len(rows) < 2:
        return
    named: dict[tuple[str, int | None], list[Funding]] = {}
    for row in rows:
        program = row.program
        if len(program) >= _NAME and not row.table:
            name = "".join(program.split()).removesuffix("비")
            if len(name) >= _NAME:
                named.setdefault((name, row.fiscal_year), []).append(row)
    for same in named.values():
        if len(same) != 2:
            continue
        one, other = same
        won = int(one.won), int(other.won)
        if factor_between(*won) or (is_slip_of(*won) and _is_exact(*won)):
            yield _finding(one, other)


def _check_items(ledger: Ledger) -> Iterator[Finding]:
    """A row of a table named at length, and an amount of the text for the same that is a power of ten off."""
    rows: dict[str, list[Funding]] = {}
    for table in ledger.tables.values():
        for row in table.whole:
            if len(row.program) >= _NAME - 1:
                rows.setdefault(_name(row), []).append(row)
    for note in ledger.notes if rows else ():
        name = _name(note).removesuffix("비")
        if note.table or len(name) < _NAME - 1:
            continue
        same = [row for key in (name, f"{name}비") for row in rows.get(key, ()) if row.won]
        factors = [factor_between(int(note.won), int(row.won)) for row in same]
        if factors and all(int(row.won) != int(note.won) for row in same) and any(factors):
            yield _finding(note, same[next(at for at, each in enumerate(factors) if each)])


def _check_results(case: Case, ledger: Ledger, year: int) -> Iterator[Finding]:
    """`사업예산 282,316천원` among the results of 2019, and another amount in the table's column of 2019."""
    done: dict[str, Funding] = {}
    for totals in ledger.tables.values():
        named = [row for row in totals.whole if row.program and row.fiscal_year is None]
        if named and _is_result(case, totals.start):
            done |= {_name(row): row for row in named}
    if not done:
        return
    for totals in ledger.tables.values():
        for row in totals.of_year(year):
            told = done.get(_name(row)) if row.program else None
            if told and told.table != row.table and _is_other(told, row):
                yield _finding(row, told)


def _is_result(case: Case, offset: int) -> bool:
    """Whether a place lies among the results, also below a heading that only names a programme."""
    project = case.outline.project_at(offset)
    before = case.outline.sections_between(project.start if project else offset, offset + 1)
    kinds = [section.kind for section in before if section.kind != "other"]
    return kinds[-1:] == ["results"]


def _name(row: Funding) -> str:
    return "".join(row.program.split())


def _is_other(told: Funding, row: Funding) -> bool:
    """Whether two amounts differ by more than rounding, but can be of one year."""
    one, other = int(told.won), int(row.won)
    off = abs(one - other)
    return 0 < 2 * off < max(one, other) and 2 * off > slack_of(told, row)


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
