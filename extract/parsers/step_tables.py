"""Tables of steps: what is done across, when below it.

계획 수립  | 전문가 토론 | 결과 반영          구분 | 설계    | 공사          시기 | '25. 3. | '25. 9.
'24.10월   | '24.12월    | '25.3월            일정 | '25.3월 | '25.9월     내용 | 설계    | 공사
"""

import re
from typing import Final

from extract.outline import Grid
from extract.records import CellRecord

__all__ = ["has_dates_above", "is_when", "step_of"]

_WHEN: Final = re.compile(
    r"(?:[○◦●▪❍ㅇ•]\s)?[\d'’.~\s년월화수목금토일상하반기분기초중순말경까지부터이후예정()/,-]{2,}"
)
_WHEN_LABEL: Final = re.compile(r"시\s?기|일\s?정|기\s?간|연\s?도")
_DIGIT: Final = re.compile(r"\d|[상하]반기")
_WORDS: Final = re.compile(r"[가-힣]{2}")
_FEWEST: Final = 2


def step_of(grid: Grid, cell: CellRecord) -> str:
    """What is done at the date that is all a cell of the last row says, or empty.

    The row must hold dates alone, and words must stand above each.
    """
    if not is_when(cell.text):
        return ""
    last = grid.table.rows - 1
    if cell.row == 0 and last == 1:
        return _below(grid, cell)
    if cell.row + cell.row_span - 1 != last or cell.row < 1:
        return ""
    row = [one for one in grid.cells if one.row == cell.row and one.text]
    if len(row) < _FEWEST or not all(is_when(one.text) for one in row):
        return ""
    above = [_above(grid, one) for one in row]
    return _above(grid, cell) if all(map(_WORDS.search, above)) else ""


def _below(grid: Grid, cell: CellRecord) -> str:
    """The words below a date of the first of two rows: 추진시기 | '25. 1. ~ 7. over 추진내용 | 골조 공사."""
    rows: dict[int, list[CellRecord]] = {0: [], 1: []}
    for one in grid.cells:
        if one.text and one.row in rows:
            rows[one.row].append(one)
    above, below = rows[0], rows[1]
    if (
        len(above) < _FEWEST + 1
        or len(above) != len(below)
        or not _WHEN_LABEL.search(above[0].text)
    ):
        return ""
    if not all(is_when(one.text) for one in above[1:]):
        return ""
    return next((one.text for one in below[1:] if one.column == cell.column), "")


def has_dates_above(grid: Grid) -> bool:
    """Whether the first of two rows says when (추진시기 | '25. 1. | '25. 8.), and the second what."""
    first = grid.cells[0] if grid.cells and grid.table.rows == _FEWEST else None
    return first is not None and _WHEN_LABEL.search(first.text) is not None


def is_when(text: str) -> bool:
    """Whether a cell says nothing but when."""
    return _WHEN.fullmatch(text) is not None and _DIGIT.search(text) is not None


def _above(grid: Grid, cell: CellRecord) -> str:
    """The words above a cell in its own column, outermost first."""
    return " ".join(
        " ".join(one.text.split())
        for one in grid.cells
        if one.row < cell.row and one.column == cell.column and one.text and not is_when(one.text)
    )
