"""The shape that three amounts in four have, read by one pattern: one number, its multiplier, its unit.

    350백만원   3.5억 원   12억   8,076명   56,611㎡   12.5%   5개소

The rules of `normalize.money.expression` read them all, and the same; a test compares the two. What is not plain
here is left to them.
"""

import re
from typing import Final

from normalize.money.units import unit_at
from normalize.money.values import Amount, AmountReading, Quantity
from normalize.numerals import Number, exact, read_digits

__all__ = ["read_plain"]

_PLAIN: Final = re.compile(
    r"((?:[1-9][0-9]{0,2}(?>(?:,[0-9]{3}){1,4})|[1-9][0-9]{0,11}+|0)(?:\.[0-9]{1,2}+)?)(?![0-9,.])"
    r" ?(?:([십백천]?[만억조]|[백천])? ?(원)|([십백천]?억)$)?"
)
_MULTIPLIERS: Final = {
    small + group: value * factor
    for small, value in (("", 1), ("십", 10), ("백", 100), ("천", 1000))
    for group, factor in (("", 1), ("만", 10**4), ("억", 10**8), ("조", 10**12))
}
_BEHIND: Final = re.compile(
    r" {0,2}\Z| {1,2}(?![이한까미초내정가안쯤여규두])[가-힣]{1,3}+(?<!원)\Z"
)
"""Nothing, or the beginning of a word that says nothing about the number."""
_KINDS: Final = frozenset({"measure", "noun", "count"})
_NO: Final = False


def read_plain(text: str) -> AmountReading | None:
    """Read an expression of the plain shape; None leaves it to the rules.

    >>> read_plain("12.5억원").values[0].won, read_plain("8,076명").values[0].unit
    (1250000000, '{명}')
    """
    match = _PLAIN.match(text)
    if match is None:
        return None
    digits, multiplier, won, left_out = match.groups()
    end = match.end()
    if won or left_out:
        if not _BEHIND.match(text, end):
            return None
        factor = _MULTIPLIERS[multiplier or left_out or ""]
        return _amount(exact(read_digits(digits) * factor), text, match.end(1), end)
    found = unit_at(text, end)
    if found is None or found[2] not in _KINDS or not _BEHIND.match(text, found[1]):
        return None
    unit, stop, _ = found
    value = Quantity(exact(read_digits(digits)), unit.code, _NO, "", (0, stop), "")
    return AmountReading(0, stop, (value,), "unit")


def _amount(value: Number, text: str, behind: int, end: int) -> AmountReading:
    unit_raw = text[behind:end].strip()
    amount = Amount(
        value, "KRW", value, "", _NO, "", "", "", "", unit_raw, "", (0, end), (0, 0), _NO
    )
    return AmountReading(0, end, (amount,), "unit")
