"""Chains: numbers that are tied to the next one, as a range or as the factors of a product."""

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from normalize.money.items import Item
from normalize.money.surroundings import factor_unit
from normalize.money.tokens import Token
from normalize.money.values import Unit
from normalize.numerals import Number, exact

__all__ = ["formulas", "ranges"]

_TIMES: Final = re.compile(r"\s{0,2}[×xX*]\s{0,2}")
_EQUALS: Final = re.compile(r"\s{0,2}[=→]\s{0,2}")
_RANGE: Final = re.compile(r"\s?~\s?(?:최대\s?)?")
_GROUPS: Final = (10**12, 10**8, 10**4)
_ARROW: Final = re.compile(r"\s?→\s?(?P<year>\(?(?:20\d\d|'\d\d)년?도?\s?(?:\(안\)|안)?\)?\s?)?")
_YEAR_AHEAD: Final = re.compile(r"(?:20\d\d|'\d\d)년?도?\)?\s?(?:\(안\)\s?)?\Z|\A\Z")
"""Perhaps each with its year: `'25년 56 → '26년 64억원`, but `개소수 12 → '26년 64억원` is no change."""
_FACTOR: Final = re.compile(r"[×xX*]\s?\Z")
_FROM: Final = re.compile(r"\s?에서\s?")
_UP_TO: Final = re.compile(r"\s?(?:까지|사이|\Z)")
"""`300만원에서 500만원까지` is a range, `300만원에서 500만원으로` a change."""


def ranges(text: str, items: list[Item]) -> list[Item]:
    """Give both ends of `3~5억원` their unit and bound; refuse a range that falls."""
    items = list(items)
    for index, (left, right) in enumerate(pairwise(items)):
        if right.value is None:
            continue
        if not _is_range(text, left, right):
            before = _before_change(text, left, right)
            if before is not None:
                items[index] = left._replace(
                    value=before, code=right.code, unit_raw=right.unit_raw, rule="change"
                )
            continue
        value = left.value
        if value is None and left.token.tail is None:
            value = _shared(left.token, right.token.scale)
        code_differs = left.code not in {"", right.code}
        if value is None or code_differs or value >= right.value:
            items[index] = left._replace(value=None, rule="")
            items[index + 1] = right._replace(value=None, rule="")
            continue
        raw = left.unit_raw if left.value is not None else right.unit_raw
        items[index] = left._replace(
            value=value, code=right.code, unit_raw=raw, bound="min", rule="range", per=right.per
        )
        items[index + 1] = right._replace(
            bound=right.suffix.bound or "max", rule="range", per=left.per or right.per
        )
    return items


def _is_range(text: str, left: Item, right: Item) -> bool:
    if _RANGE.fullmatch(text, left.suffix.end, right.token.start):
        return True
    if left.value is None or right.value is None or left.code != right.code:
        return False
    between = _FROM.fullmatch(text, left.suffix.end, right.token.start)
    up_to = between and left.value < right.value and _UP_TO.match(text, right.token.end)
    return bool(up_to)


def _before_change(text: str, left: Item, right: Item) -> Number | None:
    """Return the value of the bare number in `1,500 → 1,800백만원`: a figure of the same size, and no year."""
    token = left.token
    if left.value is not None or token.tail is not None or left.pair != right.pair:
        return None
    arrow = _ARROW.fullmatch(text, left.suffix.end, right.token.start)
    if arrow is None or (arrow["year"] and not _YEAR_AHEAD.search(text, 0, token.start)):
        return None
    if _FACTOR.search(text, 0, token.start) or (not token.grouped and 1900 <= token.value <= 2100):
        return None
    value = _shared(token, right.token.scale)
    if not value or not right.value or token.scale not in {1, right.token.scale}:
        return None
    size = abs(Decimal(right.value) / Decimal(value))
    return value if Decimal("0.1") <= size <= 10 else None


def _shared(token: Token, scale: int) -> Number:
    """Return the value of a bare number that shares the unit of another with `scale`: 천 before 천만 is 천만."""
    if token.scale == 1:
        return exact(token.value * scale)
    if token.scale < _GROUPS[-1]:
        return exact(token.value * next((group for group in _GROUPS if scale >= group), 1))
    return exact(token.value)  # `2만~3만 5천원`


def formulas(text: str, items: list[Item], units: tuple[Unit, ...]) -> list[Item]:
    """Read `3,600,000원 × 12월 = 43,200`: factors, then the result."""
    items = list(items)
    product: Fraction | None = None
    for index, (left, right) in enumerate(pairwise(items)):
        ends = [left.suffix.end, factor_unit(text, left.token.end)[1]]
        if any(_TIMES.fullmatch(text, end, right.token.start) for end in ends):
            for at in (index, index + 1):
                items[at] = _factor(text, items[at])
            before = product if product is not None else Fraction(items[index].value or 0)
            product = before * Fraction(items[index + 1].value or 0)
        elif product is not None and any(
            _EQUALS.fullmatch(text, end, right.token.start) for end in ends
        ):
            items[index + 1] = _result(right, product, units)
            product = None
        else:
            product = None
    return items


def _factor(text: str, item: Item) -> Item:
    if item.value is not None:
        return item
    code, end = factor_unit(text, item.token.end)
    token = item.token._replace(end=end)
    return item._replace(token=token, value=exact(item.token.value), code=code, rule="formula")


def _result(item: Item, product: Fraction, units: tuple[Unit, ...]) -> Item:
    """Give the result its unit: the caption's, or the one in which the product is right."""
    if item.value is not None:
        return item
    money = [unit for unit in units if unit.is_money]
    if len(money) == 1:
        value = exact(item.token.value * money[0].scale)
        return item._replace(value=value, code=money[0].code, unit_raw=money[0].raw, rule="formula")
    for scale, raw in ((1, "원"), (1000, "천원"), (10**6, "백만원")):
        if not units and item.token.value and product == Fraction(item.token.value) * scale:
            value = exact(item.token.value * scale)
            return item._replace(value=value, code="KRW", unit_raw=raw, rule="formula")
    return item
