"""The list of projects (주요사업 목록) runs by number and by page.

That each of its projects has a section is told where sections are found.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding
from extract.records import CellRecord, TableRecord

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "list-of-projects"
TITLE: Final = ("주요사업 목록", "The list of projects")
TRIPS: Final = """주요사업 목록

연번\t주요사업\t구분\t쪽
1\t하늘마을 조성\t계속\t3
3\t바다마을 조성\t계속\t5

1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 12.

3. 바다마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 12.
"""
PASSES: Final = """주요사업 목록

연번\t주요사업\t구분\t쪽
1\t하늘마을 조성\t계속\t3
2\t바다마을 조성\t계속\t5

1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 12.

2. 바다마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 12.
"""

_FIRST: Final = frozenset("연번쪽페")
_LONGEST: Final = 6  # characters of the heads looked for, letter-spaced


def check(case: Case) -> Iterator[Finding]:
    """Find gaps and repeats in the numbers, and pages that run back."""
    for table in case.report.tables:
        heads: dict[str, int] = {}
        for cell in table.cells:
            if cell.row:
                break
            if cell.text[:1] in _FIRST and len(cell.text) <= _LONGEST:
                heads["".join(cell.text.split())] = cell.column
        if len(heads) < 2:
            continue
        ordinal = heads.get("연번", heads.get("번호", -1))
        page = heads.get("쪽", heads.get("페이지", -1))
        if ordinal >= 0 and page >= 0:
            yield from _check(table, ordinal, page)


def _check(table: TableRecord, ordinal: int, page: int) -> Iterator[Finding]:
    for one, other in pairwise(_column(table, ordinal)):
        if int(other.text) != int(one.text) + 1:
            yield _finding(
                (one, other),
                str(int(one.text) + 1),
                f"사업 목록에서 {one.text}번 다음이 {other.text}번입니다",
                f"In the list of projects {other.text} follows {one.text}",
            )
    for one, other in pairwise(_column(table, page)):
        if int(other.text) < int(one.text):
            yield _finding(
                (one, other),
                f"≥ {one.text}",
                f"사업 목록의 쪽수가 {one.text}쪽에서 {other.text}쪽으로 되돌아갑니다",
                f"In the list of projects page {other.text} follows page {one.text}",
            )


def _column(table: TableRecord, column: int) -> list[CellRecord]:
    return [
        cell
        for cell in table.cells
        if cell.column == column and cell.row and cell.text.isascii() and cell.text.isdigit()
    ]


def _finding(
    cells: tuple[CellRecord, CellRecord], expected: str, korean: str, english: str
) -> Finding:
    one, other = cells
    return make(
        RULE, "warning", (korean, english), values=(expected, other.text), cells=(other, one)
    )
