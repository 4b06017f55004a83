"""What a row of a schedule is about: its head words, or the words beside its date."""

import re
from typing import Final

from extract.outline import Grid
from extract.parsers.deeds import ends_in_deed
from extract.parsers.heads import fiscal_year
from extract.parsers.row_words import corner
from extract.parsers.stamp import Stamp
from extract.records import CellRecord

__all__ = ["row_words"]

_MONTH: Final = re.compile(r"\d{1,2}\s?월|[상하]반기|\d\s?/?\s?4?\s?분기")
_YEAR_ONLY: Final = re.compile(r"(?:20\d\d|'\s?\d\d)\s?[.]?(?:년도?)?")
_COUNT: Final = re.compile(r"약?\s?[\d,.]+\s?(?:[천만억]\s?)?\S{0,3}")
_WORD: Final = re.compile(r"[가-힣]{2}")
_ORDINAL: Final = re.compile(r"\d{1,3}|[①-⑳]")
_GROUPS: Final = re.compile(r"구분|분야|단계")
_TOLD: Final = re.compile(r"(?:주요|추진|세부)(?:추진)?(?:내용|사항|업무|절차)")
_EXPLAINING: Final = re.compile(
    r"(?:사업|공사|시설|설치)?(?:량|내용|규모|물량|위치|장소|개요|제원|연장|면적)"
)
"""Heads of stub columns that name no row."""
_PART_OF_PLAN: Final = re.compile(
    r"(?:그간)?(?:의)?추진(?:실적|상황|경과|경위|사항|계획|일정)|향후(?:추진)?(?:계획|일정)"
)
"""A stub that parts what was done from what will be; it tells of no row."""


def row_words(grid: Grid, cell: CellRecord, stamp: Stamp) -> str:
    """What a row is about: its head words, or the words beside its date."""
    beside_name = _beside_name(grid, cell)
    words = [
        word
        for word in cell.row_path
        if word not in beside_name
        and not (_ORDINAL.fullmatch(word) or _MONTH.fullmatch(word) or _YEAR_ONLY.fullmatch(word))
        and not _PART_OF_PLAN.fullmatch("".join(word.split()))
    ]
    told = _told_beside(grid, cell) if len(words) == 1 else ""
    if words:
        return told or " ".join(words)
    beside = [
        other.text
        for other in grid.cells
        if other.row <= cell.row < other.row + other.row_span
        and other.column != cell.column
        and other.text
    ]
    told = next((text for text in beside if _tells(text)), "")
    # `드림볼파크 3. 25.(토)` beside mere figures: the words around the date tell.
    around = f"{cell.text[: stamp.start - cell.start]} {cell.text[stamp.end - cell.start :]}"
    return told or (" ".join(around.split()) if _tells(around) else "")


def _told_beside(grid: Grid, cell: CellRecord) -> str:
    """What happens, where the one stub column only groups the rows (구분) and a column 추진내용 stands beside it."""
    if grid.header_columns != 1 or not any(
        _GROUPS.fullmatch("".join(other.text.split())) for other in corner(grid)
    ):
        return ""
    return next(
        (
            other.text
            for other in grid.cells
            if other.row == cell.row
            and other.column_path
            and _TOLD.fullmatch("".join(other.column_path[-1].split()))
        ),
        "",
    )


def _beside_name(grid: Grid, cell: CellRecord) -> frozenset[str]:
    """The words of a row that say where and how much, beside the one that names it: 두암저수지 보수 | 두암리 | L=120m."""
    columns = {
        column
        for column in range(1, grid.header_columns)
        if grid.column_paths[column]
        and _EXPLAINING.fullmatch("".join(grid.column_paths[column][-1].split()))
    }
    if not columns:
        return frozenset()
    return frozenset(
        other.text
        for other in grid.cells
        if other.column in columns and other.row <= cell.row < other.row + other.row_span
    )


def _tells(text: str) -> bool:
    """Whether words tell what happens, and are no count, number, month or year."""
    return not (
        _ORDINAL.fullmatch(text)
        or _MONTH.fullmatch(text)
        or _COUNT.fullmatch(text)
        or _PART_OF_PLAN.fullmatch("".join(text.split()))
        or (fiscal_year(text) and not ends_in_deed(text))
    ) and bool(_WORD.search(text))
