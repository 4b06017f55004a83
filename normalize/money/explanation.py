"""Explanation: which rule read which characters as what."""

from typing import Final

from normalize.money.reading import find_amounts, read_amounts
from normalize.money.values import Amount, Quantity, Unit

__all__ = ["explain_amounts"]

_LINE: Final = 400
"""A longer text is searched, not read as one expression."""


def explain_amounts(text: str, *, unit: Unit | str | None = None) -> list[str]:
    """Return one line a value: its place, characters, unit and source, and the rules of its reading.

    Args:
        text: A whole expression, or a line or page that holds some.
        unit: As in `read_amounts`.

    >>> explain_amounts("10억원(국비 4, 시비 6)")[1]
    "8-9 '4' = 400000000 KRW 국비 part [unit + split]"
    """
    is_line = "\n" not in text.strip() and len(text) <= _LINE
    whole = read_amounts(text, unit=unit) if is_line else None
    readings = [whole] if whole else find_amounts(text, unit=unit)
    return [
        f"{_line(text, value)} [{reading.rule}]" for reading in readings for value in reading.values
    ]


def _line(text: str, value: Amount | Quantity) -> str:
    start, end = value.span
    if isinstance(value, Amount):
        words = [value.currency, value.source or value.label, value.role, value.per]
    else:
        words = [value.unit, value.label]
    words += [value.bound, "approximate" if value.approximate else ""]
    said = " ".join(word for word in words if word)
    return f"{start}-{end} {text[start:end]!r} = {value.value} {said}"
