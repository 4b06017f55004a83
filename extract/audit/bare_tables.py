"""Tables with figures whose columns have no heads: what their figures mean is not known."""

from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding

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
        sheet
        for sheet in case.sheets
        if not sheet.layer
        and len(sheet.read) + len(sheet.plain) >= _LEAST
        and not any(sheet.columns[column].words for _, column in (*sheet.read, *sheet.plain))
    ]
    if bare:
        numbers = ", ".join(str(sheet.number) for sheet in bare[:10])
        yield make(
            RULE,
            "info",
            (
                f"숫자가 있는 표 {len(bare)}개({numbers})에서 머리글을 찾지 못했습니다",
                f"{len(bare)} tables with figures ({numbers}) have no heads that we found",
            ),
            places=[sheet.table.span for sheet in bare],
        )
