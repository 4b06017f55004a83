"""A monthly wage (월급) is the hourly one (시급) times the hours of a month, the same in every column.

209 hours a month (40 hours a week, 월 환산 소정근로시간) is the usual factor; the table's own is what counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from extract.audit.axes import Head
from extract.audit.sheet_sums import Sums
from extract.audit.sheets import Sheet
from extract.audit.wording import cell_name, label, make, number
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check_tables"]

RULE: Final = "monthly-wage"
TITLE: Final = ("시급과 월급", "Hourly and monthly wages")
TRIPS: Final = """(단위 : 원)
구분\t2018년\t2019년\t2020년
시급\t7,530원\t8,350원\t8,590원
월급\t1,573,770원\t1,745,150원\t1,745,150원
"""
PASSES: Final = """(단위 : 원)
구분\t2018년\t2019년\t2020년
시급\t7,530원\t8,350원\t8,590원
월급\t1,573,770원\t1,745,150원\t1,795,310원
"""


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find monthly wages that break the table's own factor."""
    for sheet in (sums.sheet for sums in tables):
        rows = sheet.rows
        pairs = [
            (row - 1, row)
            for row, head in enumerate(rows)
            if head.words and "월급" in head.words[-1] and row and _is_hourly(rows[row - 1])
        ]
        if pairs:
            yield from _check(sheet, pairs)


def _is_hourly(head: Head) -> bool:
    return bool(head.words) and "시급" in head.words[-1]


def _check(sheet: Sheet, pairs: list[tuple[int, int]]) -> Iterator[Finding]:
    wages = [
        (hourly, monthly, column, low, high)
        for hourly, monthly in pairs
        for column in range(len(sheet.columns))
        if (low := sheet.matrix[hourly][column]) and (high := sheet.matrix[monthly][column])
    ]
    factors = Counter(high // low for *_, low, high in wages if high % low == 0)
    if not factors:
        return
    hours, votes = factors.most_common(1)[0]
    if votes < 2:
        return
    for hourly, monthly, column, low, high in wages:
        if low * hours == high:
            continue
        cell, base = sheet.cell(monthly, column), sheet.cell(hourly, column)
        expected = number(low * hours, sheet.decimals)
        labels = label(sheet.columns[column]), label(sheet.rows[monthly])
        name, english_name = cell_name(sheet.number, *labels)
        yield make(
            RULE,
            "error",
            (
                f"{name}: {number(high)}인데 시급 {number(low)} × {hours}시간 = {expected}입니다",
                f"{english_name}: {number(high)} stands there, but {number(low)} × {hours} hours = {expected}",
            ),
            values=(expected, cell.text if cell else ""),
            cells=(cell, base),
        )
