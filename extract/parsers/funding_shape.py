"""Whether a table is one of funding, and which of its columns hold won.

A table of funding speaks of sources of funds or of budgets in its heads, its title or its section; one of
wages, prices or counts is none, whatever its unit.
"""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import permutations, takewhile
from typing import Final

from extract.outline import Grid, Outline
from extract.parsers.heads import read_path
from extract.parsers.labels import clean_label
from extract.parsers.rates_and_counts import BUDGET, counted_columns, heads_counts, is_rate
from extract.parsers.row_words import corner
from extract.parsers.table_years import BodyPaths, has_years
from normalize.money import Amount, Unit, find_amounts, read_caption
from normalize.numerals import Number, read_number

__all__ = [
    "NOT_BUDGET",
    "holds_won",
    "is_funding",
    "money_units",
    "names_won",
    "unit_of_row",
    "units_of",
]

NOT_BUDGET: Final = re.compile(
    r"임금|시급|월급|월급여|단가|요금|수당|연봉|소득|매출|수출|수입액|가격|물가|과태료|임대료|부담률|생산액|거래|시세"
)
_CALLED_BUDGET: Final = re.compile(
    r"예산\s?(?:내역|편성|현황|집행|액|(?:\(안\))?$)|소요\s?예산|집행\s?(?:계획|현황|실적)|세입|세출"
)
_COMPARED: Final = re.compile(r"(?:전\s?년|전\s?년도|예산|계획|목표)\s?대\s?비$")
_COST_LINE: Final = re.compile(
    r"(?:(?:20\d\d|'\d\d)년도?\s?)?(?:총\s?|소요\s?)?(?:사\s?업\s?비|예\s?산액?|투\s?자\s?비|재원)\s*:"
)
_OWN_WON: Final = re.compile(r"\d\s?(?:천|백만|억|조|千|百萬|億|兆)?원")
_EOK: Final = re.compile(r"(?:약|총)?\s?\d[\d,.]*\s?억(?:\s?\([^()]*\))?")
MONEY_WORD: Final = "원"


def units_of(grid: Grid) -> tuple[Unit, ...]:
    """The units of the unit line of a table, in its order."""
    return read_caption(f"(단위: {grid.unit_raw})") if grid.unit_raw else ()


def money_units(grid: Grid, paths: BodyPaths) -> dict[int, Unit]:
    """The unit of each column of won; a column of rates, counts or foreign money has none."""
    units = units_of(grid)
    won = [unit for unit in units if unit.code == "KRW"] or _of_corner(grid) or _of_cost_above(grid)
    heads = ["".join(path) for path in paths.across.values()]
    # (단위 : 백만원, %) over 예산 and 전년대비: where no head says which is the rate, the comparison is.
    compared = any(unit.code == "%" for unit in units) and not any(map(is_rate, heads))
    # (단위 : 동, 천원) over 목표, 실적 and 사업비: what is counted has the other unit.
    counted = counted_columns(units, paths)
    found: dict[int, Unit] = {}
    for (column, path), head in zip(paths.across.items(), heads, strict=True):
        if column in counted:
            continue
        if compared and _COMPARED.search(head) and _holds_rates(grid, column):
            continue
        own = [unit for word in path for unit in read_caption(word)] if "(" in head else []
        if own:
            named = next((unit for unit in own if unit.code == "KRW"), None)
            if named:
                found[column] = named
        elif len(won) == 1 and not heads_counts(head):
            found[column] = won[0]
    return found


def _holds_rates(grid: Grid, column: int) -> bool:
    """Whether a column of comparisons holds rates: figures that are not the difference of two others of their row."""
    rows: dict[int, dict[int, Number]] = {}
    for cell in grid.cells:
        if cell.value is not None:
            rows.setdefault(cell.row, {})[cell.column] = cell.value
    figured = [row for row in rows.values() if column in row]
    differences = [
        row
        for row in figured
        if any(
            row[column] == one - other
            for one, other in permutations([row[at] for at in row if at != column], 2)
        )
    ]
    return len(differences) * 2 < len(figured)


@lru_cache(maxsize=4096)
def unit_of_row(path: tuple[str, ...]) -> Unit | None:
    """The unit of won that the head of a row names itself: `사업비(백만원)` below `관로 개량(㎞)`."""
    units = read_caption(path[-1]) if path and "(" in path[-1] else ()
    return next((unit for unit in units if unit.code == "KRW"), None)


def _of_corner(grid: Grid) -> list[Unit]:
    """The unit that the head of the stub names for the whole table: `구분(백만원)`."""
    return [
        unit
        for cell in corner(grid)
        if "(" in cell.text
        for unit in read_caption(cell.text)
        if unit.code == "KRW"
    ][:1]


def _of_cost_above(grid: Grid) -> list[Unit]:
    """The unit of the cost in the line above a table that has none of its own and repeats its figure.

    `○ 총사업비 : 31억원` over a table of years that holds 31.
    """
    if grid.unit_raw or MONEY_WORD not in grid.caption or not _COST_LINE.match(grid.caption):
        return []
    for reading in find_amounts(grid.caption):
        amount = next((one for one in reading.values if isinstance(one, Amount)), None)
        if amount and amount.won and amount.unit_raw:
            units = [one for one in read_caption(f"(단위: {amount.unit_raw})") if one.code == "KRW"]
            figures = {read_number(cell.text) for cell in grid.cells if not cell.is_header}
            return [one for one in units if Decimal(amount.won) / one.scale in figures]
    return []


def holds_won(grid: Grid) -> bool:
    """Whether any cell, or the head of a row, names won itself."""
    return any(map(unit_of_row, grid.row_paths)) or any(
        names_won(cell.text) for cell in grid.cells if not cell.is_header
    )


def names_won(text: str) -> bool:
    """Whether a cell names won itself: 45억원, or 45억 alone or with its split.

    >>> names_won("45억(국 20, 시 25)"), names_won("3개소(20억원)"), names_won("20억 어절"), names_won("479건")
    (True, True, False, False)
    """
    return MONEY_WORD in text or ("억" in text and _EOK.fullmatch(text) is not None)


def is_funding(outline: Outline, grid: Grid, paths: BodyPaths) -> bool:
    """Whether the heads, the title or the section of a table speak of funding."""
    if _has_source(paths):
        return True
    if _CALLED_BUDGET.search(grid.caption) and not NOT_BUDGET.search(grid.caption):
        # 강사수당 and 임대료 are items of it.
        return True
    in_head = takewhile(lambda cell: cell.row < grid.header_rows, grid.cells)
    above_all = " ".join({cell.text for cell in in_head})
    if BUDGET.search(above_all) and not NOT_BUDGET.search(f"{grid.caption} {above_all}"):
        # Its rows may be of 요금 and 수당: their columns are of 예산.
        return True
    heads = {clean_label(cell.text) for cell in grid.cells if cell.is_header}
    title = f"{grid.caption} {' '.join(heads)}"
    if NOT_BUDGET.search(title):
        return _has_budget_row(paths)
    if BUDGET.search(title) or _mostly_won(grid, paths):
        return True
    section = outline.section_at(grid.table.start)
    return bool(section and section.kind == "budget")


def _has_budget_row(paths: BodyPaths) -> bool:
    """Whether a row is one of budgets by years, though the table is of wages: 예 산 | 376,884천원 | …."""
    return has_years(paths) and any(
        read_path(path, rows=True).measure == "budget" for path in paths.down.values()
    )


def _mostly_won(grid: Grid, paths: BodyPaths) -> bool:
    """Whether the cells themselves name won, and the heads years: `58개소 (270억원)` by years."""
    body = [cell.text for cell in grid.cells if not cell.is_header and cell.text not in ("", "-")]
    return has_years(paths) and sum(map(bool, map(_OWN_WON.search, body))) * 2 > len(body)


def _has_source(paths: BodyPaths) -> bool:
    named = {read_path(path).source for path in paths.across.values()}
    named.update(read_path(path, rows=True).source for path in paths.down.values())
    return not named <= {"", "계"}
