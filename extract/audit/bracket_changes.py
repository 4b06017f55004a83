"""A change in brackets behind a figure is its difference from the figure before: `67.57 (▽7.17)`."""

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
    change = second.value * 10 ** max(sheet.decimals - second.decimals, 0)
    gives: dict[int, int] = {}
    for other in (column - 1, column + 1):
        value = sheet.matrix[row][other] if 0 <= other < len(sheet.columns) else None
        if value is not None:
            gives[other] = here - value
    # A column of its own years may run either way, so either neighbour will do.
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
