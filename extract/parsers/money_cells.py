"""The amount of money in a table cell: a figure in the unit of its column, or the first sum in its words."""

import re
from typing import Final

from extract.findings import Span
from extract.parsers.funding_shape import names_won
from extract.records import CellRecord, Number
from normalize.money import Amount, Unit, find_amounts
from normalize.numerals import read_number

__all__ = ["amount_in_brackets", "amount_of"]

_BESIDE: Final = re.compile(
    r"(?P<front>[△▽-]?\d[\d,.]*+)\s?[(\[](?P<inside>[△▽-]?\d[\d,.]*)(?:%p?)?[)\]]"
)
_TIMES: Final = re.compile(r"\s?[×xX*]\s?\d")
"""`3,600,000원 × 12월`: a price, not what is paid."""


def amount_of(view: str, cell: CellRecord, unit: Unit | None) -> tuple[Number, Span, str] | None:
    """The amount of a cell in won, with place and unit: one figure, or the first in words with figures."""
    if unit and cell.value is not None:
        won = cell.value * unit.scale
        span = cell.span if len(cell.text) == cell.length else _place(view, cell)
        return won if type(won) is int else _exact(won), span, unit.raw
    if unit and (beside := _BESIDE.fullmatch(cell.text)):
        return _figure(view, cell, unit, beside["front"])
    if not names_won(cell.text):
        return None
    for reading in find_amounts(view[cell.start : cell.end]):
        for amount in reading.values:
            if (
                isinstance(amount, Amount)
                and amount.won is not None
                and not amount.per
                and amount.role != "part"
                and not _TIMES.match(view, cell.start + amount.span[1], cell.end)
            ):
                span = Span(cell.start + amount.span[0], cell.start + amount.span[1])
                # The first amount is the cell's; what follows explains it.
                return amount.won, span, amount.unit_raw
    return None


def amount_in_brackets(
    view: str, cell: CellRecord, unit: Unit | None
) -> tuple[Number, Span, str] | None:
    """The figure in brackets behind another: `317,500 (31,800)`, `341,802 [341,802]`; a rate is none."""
    found = _BESIDE.fullmatch(cell.text) if unit else None
    if unit is None or found is None or "%" in cell.text:
        return None
    return _figure(view, cell, unit, found["inside"], behind=found["front"])


def _figure(
    view: str, cell: CellRecord, unit: Unit, figure: str, *, behind: str = ""
) -> tuple[Number, Span, str] | None:
    """A figure of a cell, where it stands: behind another one, if one is given."""
    value = read_number(figure)
    after = view.find(behind, cell.start, cell.end) + len(behind)
    at = view.find(figure, after, cell.end)
    if value is None or at < 0:
        return None
    return _exact(value * unit.scale), Span(at, at + len(figure)), unit.raw


def _place(view: str, cell: CellRecord) -> Span:
    """Where the words of a cell stand, without the blanks around them."""
    words = view[cell.start : cell.end]
    bare = words.strip()
    start = cell.start + words.index(bare)
    return Span(start, start + len(bare))


def _exact(value: Number) -> Number:
    return value if isinstance(value, int) or value != int(value) else int(value)
