"""The fiscal year of table columns that name none.

예 산 액 | 전년도 예산액 | 비교        the year that the report plans, and the one before
기정예산액 | 추경예산액 | 증감         the year that the report plans: its budget is changed
(2019년 뉴딜일자리) 사업비            the year of the table's title, or of the line of its unit
□ 2020년 소요예산                     the year of the budget that the table divides
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from extract.outline import Grid, Outline
from extract.parsers.heads import budget_year, fiscal_year, read_path
from extract.records import CellRecord

__all__ = [
    "BodyPaths",
    "TableYears",
    "body_paths",
    "has_years",
    "year_of_table",
    "years_of",
]

Path = tuple[str, ...]

_LAST_YEAR: Final = re.compile(r"전\s?년")
_COULD_BE_SPENT: Final = re.compile(r"예산현액")
_WAS_SPENT: Final = re.compile(r"지출액|집행액")
_GIVEN: Final = re.compile(r"예산|(?:총\s?)?사업비$")
_AS_OF: Final = re.compile(r"(20\d\d|'\d\d)[.년]\s?\d{1,2}[.월][\d.일말\s]{0,6}(?:현재|기준)")
_SETTLED: Final = re.compile(r"^기\s?정(?:예산)?액?")

_OF_BUDGET: Final = re.compile(
    r"((?:20\d\d|'\s?\d\d)년도?)\s?(?:본|당초|최종|추경|세출|세입)?\s?(?:예산|결산)"
)
YEAR_OF_UNIT: Final = re.compile(r"[(\[]\s?((?:20\d\d|'\s?\d\d)년도?)\s?[,/·]\s?단\s?위\s?:")
"""`(2025년, 단위 : 백만원)`: the line of a unit that names the year of the figures, and tells of no event."""
_WHOLE: Final = re.compile(r"총(?:사업비|투자|액|소요)|누계|기투자|연차")
_LINE: Final = 60


class BodyPaths(NamedTuple):
    """The head words above the columns and beside the rows that hold more than heads, by column and by row."""

    across: dict[int, Path]
    down: dict[int, Path]


class TableYears(NamedTuple):
    """The fiscal year of a column that names none, and that of one headed 전년도."""

    own: int | None
    before: int | None


def years_of(outline: Outline, grid: Grid, paths: BodyPaths) -> TableYears:
    """A table without years takes its title's; a budget beside 전년도 is of the year the report plans."""
    if has_years(paths):
        return TableYears(None, None)
    planned = outline.about.planned_year
    if planned and any(map(_is_last_year, grid.column_paths)):
        return TableYears(planned, planned - 1)
    if planned and any(map(_is_settled, grid.column_paths)):
        return TableYears(planned, None)
    section = outline.section_at(grid.table.start)
    own = fiscal_year(grid.caption) or _of_unit_line(outline, grid) or budget_year(section)
    if own is None and _settles(grid.column_paths):
        own = outline.about.reported_year
    if own is None and section and section.kind == "results" and _spent(grid.column_paths):
        own = fiscal_year(section.title)
    return TableYears(own, None)


def _settles(paths: Sequence[Path]) -> bool:
    """Whether columns set what was spent beside what could be (예산현액, 지출액): a settlement, of the year reported."""
    heads = ["".join("".join(path[-1:]).split()) for path in paths]
    return any(map(_COULD_BE_SPENT.match, heads)) and any(map(_WAS_SPENT.match, heads))


def _spent(paths: Sequence[Path]) -> bool:
    """Whether a column is of what was spent (집행액): below `2024년 추진실적` it is of that year."""
    return any(_WAS_SPENT.match("".join("".join(path[-1:]).split())) for path in paths)


def _of_unit_line(outline: Outline, grid: Grid) -> int | None:
    """The year that the unit's line gives the amounts: (기준 : '25년 본예산, 단위 : 백만원)."""
    if grid.unit_span is None:
        return None
    view, end = outline.document.view, grid.unit_span.start
    line = max(0, view.rfind("\n", 0, end), end - _LINE)
    found = _OF_BUDGET.search(view, line, end) or YEAR_OF_UNIT.search(view, line, end)
    if found:
        return fiscal_year(found[1])
    # (2025. 6월말 현재, 단위 : 백만원) over what was given and spent till then
    as_of = _AS_OF.search(view, line, end) if _sets_spent_beside_given(grid.column_paths) else None
    return int(as_of[1][-2:]) + 2000 if as_of else None


def _sets_spent_beside_given(paths: Sequence[Path]) -> bool:
    heads = ["".join("".join(path).split()) for path in paths]
    return any(map(_GIVEN.match, heads)) and any(map(_WAS_SPENT.match, heads))


def year_of_table(years: TableYears, cell: CellRecord) -> int | None:
    """The year that a table gives a cell whose heads name none; none where they name the cost of all years."""
    if years.own is None and years.before is None:
        return None
    if _is_whole(cell.column_path) or _is_whole(cell.row_path):
        return None
    return years.before if _is_last_year(cell.column_path) else years.own


@lru_cache(maxsize=4096)
def _is_whole(path: tuple[str, ...]) -> bool:
    """Whether head words name the cost of all years (총사업비, 기투자)."""
    return _WHOLE.search("".join(path)) is not None


@lru_cache(maxsize=4096)
def _is_last_year(path: tuple[str, ...]) -> bool:
    """Whether head words name the year before (전년도 예산액)."""
    return _LAST_YEAR.search("".join(path)) is not None


@lru_cache(maxsize=4096)
def _is_settled(path: tuple[str, ...]) -> bool:
    """Whether head words name the budget as it stood before the supplementary one (기정예산액)."""
    return any(map(_SETTLED.search, path))


def has_years(paths: BodyPaths) -> bool:
    """Whether any head of a table names a fiscal year."""
    return any(read_path(path).year for path in paths.across.values()) or any(
        read_path(path, rows=True).year for path in paths.down.values()
    )


def body_paths(grid: Grid) -> BodyPaths:
    """The head words of a table's columns and rows; read once, for all that looks at a table."""
    across: dict[int, Path] = {}
    down: dict[int, Path] = {}
    for row, column, _, _, is_header, row_path, column_path, _, _, _, _, _ in grid.cells:
        if not is_header:
            across[column] = column_path
            down[row] = row_path
    return BodyPaths(across, down)
