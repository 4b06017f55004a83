"""A change in brackets behind a figure is its difference from the figure before: `67.57 (▽7.17)`.

Where it may be a rate of change it is left alone: `6,322(-7.5)` is printed finer than any figure of its table,
or the unit of the table names per cents beside another one (억불, %).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from extract.audit.sheet_sums import Sums
from extract.audit.sheets import Sheet
from extract.audit.wording import cell_name, label, make, number
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check_tables"]

RULE: Final = "change-in-brackets"
TITLE: Final = ("괄호 안 증감", "Changes in brackets")
TRIPS: Final = """학교\t2017년\t2018년\t2019년
하늘고\t74.74\t67.57 (▽7.17)\t62.54 (▽6.03)
"""
PASSES: Final = """학교\t2017년\t2018년\t2019년
하늘고\t74.74\t67.57 (▽7.17)\t62.54 (▽5.03)
"""


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find changes in brackets that no neighbour gives."""
    for sheet in (sums.sheet for sums in tables):
        for (row, column), figures in () if sheet.layer else sheet.read.items():
            if figures.kind == "change" and figures.second is not None:
                yield from _check(sheet, row, column)


def _check(sheet: Sheet, row: int, column: int) -> Iterator[Finding]:
    here, second = sheet.matrix[row][column], sheet.read[row, column].second
    if here is None or second is None:
        return
    if second.decimals > sheet.decimals or _names_rates(sheet.table.unit_raw):
        return
    change = second.value * 10 ** (sheet.decimals - second.decimals)
    # A column of its own years may run either way, so either neighbour will do where heads do not tell.
    gives = {
        other: here - value
        for other in (column - 1, column + 1)
        if _may_be_before(sheet, other, column) and (value := sheet.matrix[row][other]) is not None
    }
    if not gives or any(abs(each) == abs(change) for each in gives.values()):
        return
    other, difference = next(iter(gives.items()))
    cell, base = sheet.cell(row, column), sheet.cell(row, other)
    expected, printed = number(difference, sheet.decimals), number(change, sheet.decimals)
    name, english_name = cell_name(
        sheet.number, label(sheet.rows[row]), label(sheet.columns[column])
    )
    text, against = cell.text if cell else "", base.text if base else ""
    yield make(
        RULE,
        "error" if len(gives) == 1 or column else "warning",
        (
            f"{name}: {text}의 괄호 안은 {printed}인데 {against}에서 {expected} 달라졌습니다",
            f"{english_name}: {text} says {printed}, but from {against} it changed by {expected}",
        ),
        values=(expected, printed),
        cells=(cell, base),
    )


def _names_rates(unit: str) -> bool:
    """Whether a table's unit is per cent and another one."""
    return "%" in unit and re.search(r"[가-힣A-Za-z$]", unit.replace("단위", "")) is not None


def _may_be_before(sheet: Sheet, other: int, column: int) -> bool:
    """Whether a neighbour may be what a column is compared with: no column of a later year."""
    if not 0 <= other < len(sheet.columns):
        return False
    theirs, ours = sheet.columns[other].year, sheet.columns[column].year
    return theirs is None or ours is None or theirs <= ours
