"""Items: a number together with all that its place says about it, on the way to a value."""

from typing import NamedTuple

from normalize.money.brackets import Bracket
from normalize.money.surroundings import Label, Suffix
from normalize.money.tokens import Token
from normalize.money.values import Bound
from normalize.numerals import Number

__all__ = ["Expression", "Item"]


class Item(NamedTuple):
    """One number of an expression.

    Attributes:
        token: The number as printed.
        label: What stands before it.
        suffix: What stands behind it.
        per: What it is per.
        pair: The bracket it stands in, or None.
        head: Index of the item that its bracket belongs to, or -1.
        value: Value in the unit `code`, or None where the unit is not certain.
        code: Its unit.
        unit_raw: The unit as printed, here or where it was inherited from.
        bound: Its bound.
        rule: The rule that gave the unit.
    """

    token: Token
    label: Label
    suffix: Suffix
    per: str
    pair: Bracket | None
    head: int
    value: Number | None
    code: str
    unit_raw: str
    bound: Bound
    rule: str


class Expression(NamedTuple):
    """Numbers in order, with the folded text and its brackets."""

    text: str
    pairs: list[Bracket]
    items: list[Item]
