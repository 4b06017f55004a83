"""What the words beside the amounts of a row say: its programme where a column names it, the source that pays it.

연도 | 사업명          | 보조사업자  | 보조금액 | 재원
2024 | 슬레이트 처리   | 하늘환경    | 352,000  | 도비
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Grid
from extract.parsers.heads import Heads, read_path
from extract.records import CellRecord, Number

__all__ = [
    "corner",
    "lists_expenses",
    "naming_path",
    "other_payers",
    "sources_of_rows",
    "words_that_name",
]

_SOURCE_HEAD: Final = re.compile(r"재원(?:구분|별|명)?")
_EXPENSES: Final = re.compile(r"목명|비목|세목|통계목|편성목|성질별")
_FEWEST: Final = 2  # sources that a table must name
_FEWEST_COLUMNS: Final = 2  # of a stub in which one names what the others speak of
_NAMING: Final = re.compile(r"사업명|과제명|프로그램|^사업$|^과제$|명칭|^세부사업|단위사업")
_EXPLAINING: Final = re.compile(r"산\s?출|산\s?식|근\s?거")
"""Heads of a column that tells how an amount was reckoned."""


def words_that_name(grid: Grid) -> frozenset[str]:
    """Words of the stub that name a programme, where other stub columns say other things of it."""
    if grid.header_columns < _FEWEST_COLUMNS:
        return frozenset()
    heads = {
        cell.column: "".join(cell.column_path)
        for cell in grid.cells
        if cell.column < grid.header_columns
    }
    naming = {column for column, head in heads.items() if _NAMING.search("".join(head.split()))}
    if not naming:
        explaining = {column for column, head in heads.items() if _EXPLAINING.search(head)}
        naming = heads.keys() - explaining if explaining else set()
    if not naming or len({head for head in heads.values() if head}) < 2:
        return frozenset()
    return frozenset(cell.text for cell in grid.cells if cell.column in naming)


def sources_of_rows(grid: Grid) -> dict[int, Heads]:
    """The source of each row where a column 재원 behind the amounts names it."""
    columns = {
        column
        for column, path in enumerate(grid.column_paths)
        if path and "재" in path[-1] and _SOURCE_HEAD.fullmatch("".join(path[-1].split()))
    }
    if not columns:
        return {}
    return {
        cell.row: heads
        for cell in grid.cells
        if cell.column in columns
        and not cell.is_header
        and (heads := read_path((cell.text,), rows=True)).source
    }


def other_payers(grid: Grid, rows: Sequence[Heads]) -> dict[int, Heads]:
    """The rows among sources of funds that name none we know (동산시, LH), where the total adds them up as one.

    계 | 7,642
    국비 | 4,585     시비 | 2,293     동산시 | 764
    """
    body = range(grid.header_rows, grid.table.rows)
    unknown = [row for row in body if not rows[row].source and rows[row].program]
    if not unknown or grid.header_columns != 1:
        return {}
    known = [row for row in body if rows[row].source not in ("", "계")]
    total = [row for row in body if rows[row].source == "계"]
    if len(known) < _FEWEST or len(total) != 1:
        return {}
    parts = [*unknown, *known]
    columns: dict[int, dict[int, Number]] = {}
    for cell in grid.cells:
        if cell.value is not None and not cell.is_header:
            columns.setdefault(cell.column, {})[cell.row] = cell.value
    sums = [
        figures[total[0]] == sum(figures.get(row, 0) for row in parts)
        for figures in columns.values()
        if total[0] in figures
    ]
    if not sums or not all(sums):
        return {}
    return {
        row: rows[row]._replace(source="기타", source_raw=rows[row].program, program="")
        for row in unknown
    }


def lists_expenses(grid: Grid) -> bool:
    """Whether the rows of a table are items of expense (목명: 융자금, 민간경상보조), which pay and are no source."""
    return any(_EXPENSES.search("".join(cell.text.split())) for cell in corner(grid))


def corner(grid: Grid) -> list[CellRecord]:
    """The heads of the stub: the cells where head rows and stub columns meet."""
    cells = []
    for cell in grid.cells:
        if cell.row >= grid.header_rows:
            break
        if cell.column < grid.header_columns:
            cells.append(cell)
    return cells


def _says_more(word: str) -> bool:
    heads = read_path((word,), rows=True)
    return bool(heads.source) or (heads.year is not None and not heads.program)


def naming_path(path: tuple[str, ...], names: frozenset[str]) -> tuple[str, ...]:
    """A row path, cut to its naming words and sources where a column names the programme."""
    if not names:
        return path
    kept = tuple(word for word in path if word in names or _says_more(word))
    return kept or path
