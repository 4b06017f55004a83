"""What the head words of a row or a column say about its cells, and whether a cell of both can hold funding."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from extract.outline import Grid
from extract.parsers.funding_shape import NOT_BUDGET
from extract.parsers.heads import Heads, read_path
from extract.parsers.rates_and_counts import BUDGET, counts, is_rate
from extract.parsers.row_words import lists_expenses, naming_path, other_payers, words_that_name

__all__ = ["HeadLine", "columns_of", "fits", "rows_of"]

_NOT_NAMED: Final = frozenset({"", "계"})
_BASIS: Final = re.compile(r"산출|산식")
"""Heads of a column that reckons (30교 × 50,000천원); only a result behind `=` is an amount."""
_QUANTITY: Final = re.compile(r"^\d|\d\s?[가-힣㎡㎞%]{1,3}$")
"""`안전요원 4명`, `체험부스 54개소`: a row that says how much, and no head of a count."""


class HeadLine(NamedTuple):
    """What the head words of a row or a column say about its cells."""

    heads: Heads
    rate: bool
    not_budget: bool
    budget: bool


def columns_of(grid: Grid) -> list[HeadLine]:
    """What the head words above each column say."""
    return [_across(path) for path in grid.column_paths]


def rows_of(grid: Grid) -> list[HeadLine]:
    """What the head words beside each row say."""
    names = words_that_name(grid)
    rows = [_down(path, naming_path(path, names)) for path in grid.row_paths]
    if lists_expenses(grid):
        rows = [_of_expense(row, path) for row, path in zip(rows, grid.row_paths, strict=True)]
    for row, heads in other_payers(grid, [row.heads for row in rows]).items():
        rows[row] = rows[row]._replace(heads=heads)
    return rows


@lru_cache(maxsize=4096)
def _across(path: tuple[str, ...]) -> HeadLine:
    """The head words above a column."""
    head = "".join(path)
    return HeadLine(
        read_path(path),
        is_rate(head),
        NOT_BUDGET.search(head) is not None or _BASIS.search(head) is not None,
        BUDGET.search(head) is not None,
    )


@lru_cache(maxsize=4096)
def _down(path: tuple[str, ...], named: tuple[str, ...]) -> HeadLine:
    """The head words beside a row; `named`: those of them that name its programme."""
    heads = read_path(named, rows=True)
    # 국비(50%) says how large its share is.
    share = heads.source not in _NOT_NAMED
    return HeadLine(
        heads,
        bool(path) and not share and not _QUANTITY.search(path[-1]) and counts(path[-1]),
        any(map(NOT_BUDGET.search, path)),
        BUDGET.search(" ".join(path)) is not None,
    )


def _of_expense(row: HeadLine, path: tuple[str, ...]) -> HeadLine:
    """A row that is an item of expense: what it is called names no source."""
    if row.heads.source in _NOT_NAMED:
        return row
    words = " ".join(path)
    return row._replace(heads=row.heads._replace(source="", source_raw="", program=words))


def fits(across: HeadLine, down: HeadLine, *, is_money: bool) -> bool:
    """Whether a cell can hold funding: a money column, or words that speak of it."""
    if across.rate or down.rate or across.not_budget:
        return False
    if is_money and not down.not_budget:  # as in most
        return True
    column, row = across.heads, down.heads
    named = column.source or row.source or column.year
    if is_money:
        # 예산액 over 처우개선수당: the column says that it is a budget.
        return bool(named or column.measure)
    said = named or column.measure or row.measure
    speaks = across.budget or down.budget or column.year or column.source
    return bool(said and speaks) and not down.not_budget
