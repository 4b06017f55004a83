"""What the head words of a row or a column say about its cells, and whether a cell between them can hold funding."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from extract.parsers.funding_shape import NOT_BUDGET
from extract.parsers.heads import Heads, read_path
from extract.parsers.rates_and_counts import BUDGET, counts, is_rate

__all__ = ["Line", "fits", "line_across", "line_down", "line_of_expense"]

_BASIS: Final = re.compile(r"산출|산식")
"""Heads of a column that reckons (30교 × 50,000천원); only a result behind `=` is an amount."""
_QUANTITY: Final = re.compile(r"^\d|\d\s?[가-힣㎡㎞%]{1,3}$")
"""`안전요원 4명`, `체험부스 54개소`: a row that says how much, and no head of a count."""


class Line(NamedTuple):
    """What the head words of a row or a column say about its cells."""

    heads: Heads
    rate: bool
    not_budget: bool
    budget: bool


@lru_cache(maxsize=4096)
def line_across(path: tuple[str, ...]) -> Line:
    """The head words above a column."""
    head = "".join(path)
    return Line(
        read_path(path),
        is_rate(head),
        NOT_BUDGET.search(head) is not None or _BASIS.search(head) is not None,
        BUDGET.search(head) is not None,
    )


@lru_cache(maxsize=4096)
def line_down(path: tuple[str, ...], named: tuple[str, ...]) -> Line:
    """The head words beside a row; `named`: those of them that name its programme."""
    heads = read_path(named, rows=True)
    # 국비(50%) says how large its share is.
    share = heads.source not in ("", "계")
    return Line(
        heads,
        bool(path) and not share and not _QUANTITY.search(path[-1]) and counts(path[-1]),
        any(map(NOT_BUDGET.search, path)),
        BUDGET.search(" ".join(path)) is not None,
    )


def line_of_expense(row: Line, path: tuple[str, ...]) -> Line:
    """A row that is an item of expense: what it is called names no source."""
    if row.heads.source in ("", "계"):
        return row
    words = " ".join(path)
    return row._replace(heads=row.heads._replace(source="", source_raw="", program=words))


def fits(across: Line, down: Line, *, is_money: bool) -> bool:
    """Whether a cell can hold funding: a money column, or words that speak of it."""
    if across.rate or down.rate or across.not_budget:
        return False
    column, row = across.heads, down.heads
    named = column.source or row.source or column.year
    if is_money:
        # 예산액 over 처우개선수당: the column says that it is a budget.
        return bool(named or column.measure) or not down.not_budget
    said = named or column.measure or row.measure
    speaks = across.budget or down.budget or column.year or column.source
    return bool(said and speaks) and not down.not_budget
