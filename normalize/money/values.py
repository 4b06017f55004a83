"""What a reading of money gives: units, amounts, quantities, and the characters they came from."""

from typing import Literal, NamedTuple

from normalize.numerals import Number

__all__ = ["Amount", "AmountReading", "Bound", "Quantity", "Role", "Unit", "is_currency"]

Bound = Literal["", "max", "min", "lt", "gt"]
"""`max`: at most (최대, 이하). `min`: at least (최소, 이상). `lt`: below (미만). `gt`: above (초과)."""

Role = Literal["", "head", "part"]
"""`head`: an amount with a split behind it. `part`: one of the split, which adds up to the head."""


def is_currency(code: str) -> bool:
    """Tell whether a unit code is a currency of ISO 4217.

    >>> is_currency("KRW"), is_currency("KRW/m2"), is_currency("GW")
    (True, False, False)
    """
    return len(code) == 3 and code.isupper()


class Unit(NamedTuple):
    """A unit of money or of something else.

    Attributes:
        scale: How many of `code` one printed unit is: 1000 for 천원.
        code: ISO 4217 for money (`KRW`), UCUM for measures (`m2`, `har`), `{명}` for counts, `[평]`, `%`.
        raw: As printed.
    """

    scale: Number
    code: str
    raw: str

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return is_currency(self.code)


class Amount(NamedTuple):
    """An amount of money.

    Attributes:
        value: In the currency's unit, exact.
        currency: ISO 4217: `KRW`, `USD`, …
        won: `value` where the currency is won, else None: nothing is converted.
        bound: See `Bound`.
        approximate: 약, 여, 내외, 정도.
        per: What it is paid for or over: `P1M`, `P8M` (ISO 8601), `{명}`, `m2`, `3.3m2`; empty for a plain amount.
        source: Name of the source of funds whose label stands with it, or empty.
        source_raw: That label as printed.
        label: Any other label right before it in a split: 공사비, 재정, '23년.
        unit_raw: Its unit as printed, wherever it was inherited from.
        role: See `Role`.
        span: The number and its own unit.
        label_span: The label, or an empty span.
        non_budget: 비예산: nothing is spent, `value` is 0.
    """

    value: Number
    currency: str
    won: Number | None
    bound: Bound
    approximate: bool
    per: str
    source: str
    source_raw: str
    label: str
    unit_raw: str
    role: Role
    span: tuple[int, int]
    label_span: tuple[int, int]
    non_budget: bool


class Quantity(NamedTuple):
    """A measured or counted quantity.

    Attributes:
        value: In `unit`, exact.
        unit: UCUM code, `{명}` for counted things, `[평]` (400/121 m2), `%`.
        approximate: 약, 여, 내외, 정도.
        label: The source of funds or word right before it, or empty.
        span: The number and its unit.
        bound: See `Bound`.
    """

    value: Number
    unit: str
    approximate: bool
    label: str
    span: tuple[int, int]
    bound: Bound


class AmountReading(NamedTuple):
    """The values of one expression.

    Attributes:
        start: First character used.
        end: One past the last.
        values: Amounts and quantities in the order of the text.
        rule: Names of the rules that made them, joined with ` + `.
    """

    start: int
    end: int
    values: tuple[Amount | Quantity, ...]
    rule: str
