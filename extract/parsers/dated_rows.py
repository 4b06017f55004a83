"""Rows that begin with their date under a head that says nothing of dates.

구분       | 추진내용              연도   | 주요 추진내용   | 사업비
2024년 3월 | 기본계획 수립         2023년 | 기본계획 수립   | 100
"""

import re
from typing import Final

from extract.outline import Grid
from extract.parsers.deeds import ends_in_deed, holds_deed
from extract.parsers.step_tables import is_when
from extract.records import CellRecord

__all__ = ["deed_of_row", "has_deeds"]

_TELLS: Final = re.compile(r"내용|실적|사항|추진|경과|과정|업무|일정")
_ORDINAL: Final = re.compile(r"연번|순번|번호|순")
_NO_DEED: Final = re.compile(r"예산|사업비|금액|계획액|인원|건수|율$|률$")
_WORDS: Final = re.compile(r"[가-힣]{2}")
_ALWAYS: Final = re.compile(r"연중|상시|수시|연간|매[년월주]|분기별?|월별|주별")
"""What stands among the dates of a schedule and is none."""
_FEWEST: Final = 2


def deed_of_row(grid: Grid, cell: CellRecord, *, coarse: bool, telling: bool) -> str:
    """What is done at the date that a row begins with, or empty.

    The first column must hold dates alone, and the head of another one speak of what is done. A year (`coarse`)
    dates only words that end in a deed, in plans and results (`telling`) those that hold one: it labels figures as often.
    """
    if not grid.header_rows and is_when(cell.text):
        return _without_heads(grid, cell, coarse=coarse)
    first = 0 if not _ORDINAL.fullmatch("".join(_head(grid, 0).split())) else 1
    if cell.column != first or not is_when(cell.text):
        return ""
    column = [one.text for one in grid.cells if one.column == first and one.row >= grid.header_rows]
    # `임기 후` may stand below the years.
    if len(column) < _FEWEST or sum(map(_says_when, column)) * 4 < 3 * len(column):
        return ""
    for other in grid.cells:
        if other.column <= first or not other.row <= cell.row < other.row + other.row_span:
            continue
        head = _head(grid, other.column)
        if _TELLS.search(head) and not _NO_DEED.search(head) and _WORDS.search(other.text):
            done = ends_in_deed(other.text) or (telling and holds_deed(other.text))
            return other.text if not coarse or done else ""
    return ""


def has_deeds(grid: Grid) -> bool:
    """Whether a column behind the first says what is done: 추진내용, 추진실적."""
    heads = (path[-1] for path in grid.column_paths[1:] if path)
    return any(_TELLS.search(head) and not _NO_DEED.search(head) for head in heads)


def _without_heads(grid: Grid, cell: CellRecord, *, coarse: bool) -> str:
    """What is done at a date that a row of a table without heads begins with: `'23. 2. 17. | 공모 선정`."""
    row = [one for one in grid.cells if one.row == cell.row and one.text]
    ahead = [one for one in row if one.column < cell.column and not one.is_header]
    behind = [one for one in row if one.column > cell.column]
    if not all(is_when(one.text) for one in ahead) or not behind or coarse:
        return ""
    return behind[0].text if _WORDS.search(behind[0].text) else ""


def _says_when(text: str) -> bool:
    return is_when(text) or _ALWAYS.fullmatch(text) is not None


def _head(grid: Grid, column: int) -> str:
    path = grid.column_paths[column]
    return path[-1] if path else ""
