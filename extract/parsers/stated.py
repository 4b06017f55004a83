"""An amount that a line or a cell states, as a record that its reader completes."""

from extract.findings import Span
from extract.records import Funding
from normalize.money import Amount, Quantity

__all__ = ["is_item", "stated"]


def stated(value: Amount | Quantity, start: int, text: str) -> Funding | None:
    """Return the statement of a sum; None for what is none: a quantity, foreign money, a price a unit, a bound.

    `start` is the place in `text` that the spans of the reading count from.

    >>> from normalize.money import read_amounts
    >>> line = "사업비 : 국비 250백만원"
    >>> one = stated(read_amounts(line[6:]).values[0], 6, line)
    >>> one.source, one.won, one.amount_raw, tuple(one.span)
    ('국비', 250000000, '250백만원', (9, 15))
    """
    if not isinstance(value, Amount) or value.won is None or value.per or value.bound:
        return None
    span = Span(start + value.span[0], start + value.span[1])
    return Funding(
        "",
        value.label if is_item(value) else "",
        "statement",
        "budget",
        None,
        value.source or "계",
        value.source_raw,
        value.won,
        text[span.start : span.end],
        value.unit_raw,
        None,
        span,
    )


def is_item(value: Amount | Quantity) -> bool:
    """Whether a part of a sum is told by what it pays, not by who pays it: (공사비 200, 설계비 50)."""
    return isinstance(value, Amount) and value.role == "part" and not value.source
