"""Figures that no record claims: cells of a funding table, and money in the text. Ours to improve, told briefly."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.sheets import Sheet
from extract.audit.wording import make
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "money-not-read"
TITLE: Final = ("읽지 않은 금액", "Money that no record holds")
TRIPS: Final = """□ 기타
고령자친화기업 공모사업 선정 시 : 최대 3억원 운영비 지원
"""
PASSES: Final = """1. 하늘마을 조성
□ 사업개요
- 총사업비 : 900백만원(시비 900)
"""

_MONEY: Final = re.compile(r"\d[\d,.]*\s?(?:(?:[십천]?만|[십백]?억|조|천|백만)\s?원|(?<=\d{3})원)")


def check(case: Case) -> Iterator[Finding]:
    """Find money that was seen and not read: one finding a table, and one for the text."""
    claimed = {row.span.start for row in case.report.funding}
    tables = {row.table for row in case.report.funding if row.table}
    for sheet in case.sheets:
        if sheet.number in tables and not sheet.layer:
            yield from _in_table(sheet, claimed)
    yield from _in_text(case)


def _in_table(sheet: Sheet, claimed: set[int]) -> Iterator[Finding]:
    money = {
        cell.column
        for cell in sheet.table.cells
        if any(start in claimed for start in range(cell.span.start, cell.span.end))
    }
    left = [
        cell
        for row, line in enumerate(sheet.cells)
        for column, cell in enumerate(line)
        if cell is not None
        and cell.value
        and column in money
        and not sheet.columns[column].rate
        and not sheet.rows[row].rate
        and not sheet.columns[column].change
        and not any(start in claimed for start in range(cell.span.start, cell.span.end))
    ]
    if left and "원" in sheet.table.unit_raw:
        yield make(
            RULE,
            "info",
            (
                f"표 {sheet.number}의 숫자 {len(left)}칸이 재정 기록에 없습니다 (예: {left[0].text})",
                f"{len(left)} figures of table {sheet.number} are in no funding record ({left[0].text})",
            ),
            values=("", left[0].text),
            cells=left,
        )


def _in_text(case: Case) -> Iterator[Finding]:
    spans = sorted(row.span for row in case.report.funding)
    starts = [span.start for span in spans]
    tables = sorted(table.span for table in case.report.tables)
    table_starts = [span.start for span in tables]
    left: list[Span] = []
    for found in _MONEY.finditer(case.view):
        at = found.start()
        inside = bisect_right(table_starts, at) - 1
        if inside >= 0 and at < tables[inside].end:
            continue
        before = bisect_right(starts, found.end() - 1) - 1
        if before >= 0 and spans[before].end > at:
            continue
        left.append(Span(*found.span()))
    if left:
        first = case.view[left[0].start : left[0].end]
        yield make(
            RULE,
            "info",
            (
                f"글에 있는 금액 {len(left)}곳이 재정 기록에 없습니다 (예: {first})",
                f"{len(left)} amounts in the text are in no funding record (e.g. {first})",
            ),
            values=("", first),
            places=left,
        )
