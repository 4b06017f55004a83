"""Tables of sources of funds without a unit: their figures may be thousands or millions, so no amount was read."""

from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding
from extract.records import TableRecord
from normalize.sources import read_source

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "unit-missing"
TITLE: Final = ("단위가 없는 재원 표", "Tables of funds without a unit")
TRIPS: Final = """□ 연차별 투자계획
재원별\t합계\t2023년\t2024년
국비\t300\t120\t180
시비\t200\t80\t120
"""
PASSES: Final = """□ 연차별 투자계획
(단위 : 백만원)
재원별\t합계\t2023년\t2024년
국비\t300\t120\t180
시비\t200\t80\t120
"""

_SOURCES: Final = frozenset({"국비", "시비", "도비", "구비", "군비", "지방비"})
_LEAST: Final = 2
"""Sources, and figures, that a table of funds has."""


def check(case: Case) -> Iterator[Finding]:
    """Find tables whose heads name sources, whose figures no unit says; one finding for all."""
    bare = [
        (number, table)
        for number, table in enumerate(case.report.tables, start=1)
        if not table.unit_raw and not case.held[number] and _is_of_funds(table)
    ]
    if bare:
        numbers = ", ".join(str(number) for number, _ in bare[:10])
        yield make(
            RULE,
            "info",
            (
                f"재원 표 {len(bare)}개({numbers})에 단위가 없어 금액으로 읽지 않았습니다",
                f"{len(bare)} tables of funds ({numbers}) have no unit, so no amounts were read from them",
            ),
            places=[table.span for _, table in bare],
        )


def _is_of_funds(table: TableRecord) -> bool:
    """Whether two heads name sources or their sum, and two figures stand below or beside them."""
    sources = {
        found.name for cell in table.cells if cell.is_header and (found := read_source(cell.text))
    }
    if len(sources) < _LEAST or not sources & _SOURCES:
        return False
    return sum(bool(cell.value) for cell in table.cells if not cell.is_header) >= _LEAST
