"""Figures that no record claims: cells of a funding table, and money in the text. Ours to improve, told briefly."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.sheets import read_sheets
from extract.audit.wording import make
from extract.findings import Finding, Span
from extract.records import CellRecord, TableRecord

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

_WON: Final = re.compile("원(?<=[천만억조백0-9 ].)")
"""The 원 of an amount: a number or multiplier stands before it. The fixed character first, as it is looked for fast."""
_MONEY: Final = re.compile(r"\d[\d,.]*+\s?(?:(?:[십백천]?[만억조]|천|백만)\s?원|(?<=\d{3})원)$")
_REACH: Final = 24  # characters of an amount


def check(case: Case) -> Iterator[Finding]:
    """Find money that was seen and not read: one finding a table, and one for the text."""
    starts = case.amount_starts
    held = case.held
    for number, table in enumerate(case.report.tables, start=1):
        if held[number] and "원" in table.unit_raw:
            yield from _in_table(table, number, held[number], starts)
    yield from _in_text(case)


def _in_table(table: TableRecord, number: int, rows: int, claimed: list[int]) -> Iterator[Finding]:
    at = bisect_left(claimed, table.span.start)
    whole = set(claimed[at : bisect_left(claimed, table.span.end, at)])
    rest = [
        cell
        for cell in table.cells
        if cell.value
        and not cell.is_header
        and cell.start not in whole
        and not _is_claimed(cell.start, cell.end, claimed)
    ]
    if not rest:
        return
    free = {cell.start for cell in rest}
    money = {
        cell.column
        for cell in table.cells
        if cell.value and not cell.is_header and cell.start not in free
    }
    left = _of_money(table, number, rows, [cell for cell in rest if cell.column in money])
    if left:
        yield make(
            RULE,
            "info",
            (
                f"표 {number}의 숫자 {len(left)}칸이 재정 기록에 없습니다 (예: {left[0].text})",
                f"{len(left)} figures of table {number} are in no funding record ({left[0].text})",
            ),
            values=("", left[0].text),
            cells=left,
        )


def _of_money(
    table: TableRecord, number: int, rows: int, cells: list[CellRecord]
) -> list[CellRecord]:
    """Those of some cells whose heads do not say that they hold rates or changes."""
    sheet = next(read_sheets(table, number), None) if cells else None
    if sheet is None or rows >= sheet.figured:
        return []
    return [
        cell
        for cell in cells
        if not sheet.columns[cell.column].rate
        and not sheet.columns[cell.column].change
        and not sheet.rows[cell.row].rate
    ]


def _is_claimed(start: int, end: int, claimed: list[int]) -> bool:
    at = bisect_left(claimed, start)
    return at < len(claimed) and claimed[at] < end


def _in_text(case: Case) -> Iterator[Finding]:
    spans, starts = case.amounts, case.amount_starts
    tables = sorted([table.span for table in case.report.tables])
    table_starts = [span.start for span in tables]
    ends = {end for _, end in spans}
    left: list[Span] = []
    for won in _WON.finditer(case.view):
        end = won.end()
        if end in ends:
            continue
        base = max(end - _REACH, 0)
        last = bisect_right(table_starts, end) - 1
        if last >= 0 and table_starts[last] <= base and end <= tables[last].end:
            # As most of the others, it stands in a table: what it is need not be known.
            continue
        found = _MONEY.search(case.view[base:end])
        before = bisect_left(starts, end) - 1
        if not found or (before >= 0 and spans[before].end >= end):
            continue
        at = base + found.start()
        inside = bisect_right(table_starts, at) - 1
        if inside >= 0 and at < tables[inside].end:
            continue
        if before >= 0 and spans[before].end > at:
            continue
        left.append(Span(at, end))
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
