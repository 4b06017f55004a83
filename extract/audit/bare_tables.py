"""Tables with figures whose columns have no heads: what their figures mean is not known."""

from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.figures import read_figures
from extract.audit.sheets import read_sheets
from extract.audit.wording import make
from extract.findings import Finding
from extract.records import CellRecord, TableRecord

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "table-without-heads"
TITLE: Final = ("머리글이 없는 표", "Tables without heads")
TRIPS: Final = """□ 현황
가온동\t42,871\t98,240
누리동\t39,105\t90,512
"""
PASSES: Final = """□ 현황
구분\t세대\t인구
가온동\t42,871\t98,240
누리동\t39,105\t90,512
"""

_LEAST: Final = 4


def check(case: Case) -> Iterator[Finding]:
    """Find tables of figures without column heads; one finding for all."""
    bare = [
        (number, table)
        for number, table in enumerate(case.report.tables, start=1)
        if _is_bare(table, number)
    ]
    if bare:
        numbers = ", ".join(str(number) for number, _ in bare[:10])
        yield make(
            RULE,
            "info",
            (
                f"숫자가 있는 표 {len(bare)}개({numbers})에서 머리글을 찾지 못했습니다",
                f"{len(bare)} tables with figures ({numbers}) have no heads that we found",
            ),
            places=[table.span for _, table in bare],
        )


def _is_bare(table: TableRecord, number: int) -> bool:
    for cell in reversed(table.cells):
        if not cell.is_header and _has_head(cell):
            # As nearly everywhere, and in the last cells as a rule: such a table need not be laid out.
            return False
    if sum([not cell.is_header for cell in table.cells]) < _LEAST:
        return False
    sheet = next(read_sheets(table, number), None)
    return (
        sheet is not None
        and sheet.figured >= _LEAST
        and not any(
            head.words and any(sheet.figure(row, column) for row in range(len(sheet.rows)))
            for column, head in enumerate(sheet.columns)
        )
    )


def _has_head(cell: CellRecord) -> bool:
    """Whether a cell of the body holds a figure that a head stands above."""
    if not (cell.value or cell.text[:1].isdigit()):
        return False
    return bool(cell.column_path and (type(cell.value) is int or read_figures(cell.text)))
