"""Tables of steps: what is done across, when below it.

계획 수립  | 전문가 토론 | 결과 반영          구분 | 설계    | 공사
'24.10월   | '24.12월    | '25.3월            일정 | '25.3월 | '25.9월
"""

import re
from typing import Final

from extract.outline import Grid
from extract.records import CellRecord

__all__ = ["is_when", "step_of"]

_WHEN: Final = re.compile(r"[\d'’.~\s년월일상하반기분기초중순말경까지부터이후예정()/,-]{2,}")
_DIGIT: Final = re.compile(r"\d")
_WORDS: Final = re.compile(r"[가-힣]{2}")
_FEWEST: Final = 2


def step_of(grid: Grid, cell: CellRecord) -> str:
    """What is done at the date that is all a cell of the last row says, or empty.

    The row must hold dates alone, and words must stand above each.
    """
    last = grid.table.rows - 1
    if cell.row + cell.row_span - 1 != last or cell.row < 1 or not is_when(cell.text):
        return ""
    row = [one for one in grid.cells if one.row == cell.row and one.text]
    if len(row) < _FEWEST or not all(is_when(one.text) for one in row):
        return ""
    above = [_above(grid, one) for one in row]
    return _above(grid, cell) if all(map(_WORDS.search, above)) else ""


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
