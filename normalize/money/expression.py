"""An expression: its numbers with everything that the neighbouring words and brackets say about them.

`analyse` decides the unit of every number; `normalize.money.splits` then makes the values.
"""

import re
from fractions import Fraction
from itertools import zip_longest
from typing import Final, NamedTuple

from normalize.money.brackets import Bracket, bracket_of, brackets
from normalize.money.surroundings import (
    Label,
    Suffix,
    factor_unit,
    label_before,
    per_before,
    suffix_at,
)
from normalize.money.tokens import Token, tokenize
from normalize.money.values import Bound, Unit
from normalize.numerals import Number, exact

__all__ = ["Expression", "Item", "analyse"]


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


_NEAR: Final = re.compile(r"[^,;\n\d/]{0,10}")
_TIMES: Final = re.compile(r"\s{0,2}[×xX*]\s{0,2}")
_EQUALS: Final = re.compile(r"\s{0,2}[=→]\s{0,2}")
_RANGE: Final = re.compile(r"\s?~\s?(?:최대\s?)?")
_OWN_LABEL: Final = re.compile(r"(?:비|액|금|분|예산|지원|보상|공사|용역)$")
_CELL: Final = re.compile(r"[\s()\[\],→~%+-]*")
_SCALES: Final = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}


def analyse(text: str, units: tuple[Unit, ...], *, whole: bool) -> Expression:
    """Return the numbers of folded `text` under `units`, each with its unit where it is certain."""
    pairs = brackets(text)
    items = _surround(text, pairs, tokenize(text, whole=whole))
    items = _drop_per_ones(text, items)
    items = _ranges(text, items)
    items = _formulas(text, items, units)
    items = _splits(items, text)
    items = _under_caption(text, items, units)
    return Expression(text, pairs, items)


def _surround(text: str, pairs: list[Bracket], tokens: list[Token]) -> list[Item]:
    """Look around every number."""
    items: list[Item] = []
    floor = 0
    for token in tokens:
        if token.start < floor:
            continue  # the `8` of `4,000천원/8개월` belongs to the amount before it
        pair = bracket_of(pairs, token.start)
        label = label_before(text, max(floor, pair.start + 1 if pair else 0), token.start)
        suffix = suffix_at(text, token.end)
        per, _ = per_before(text[: token.start])
        head = _head_of(text, pairs, items, pair)
        unit = token.unit
        value = exact(token.value) if unit else None
        code = f"{unit.code}/{suffix.rate}" if unit and suffix.rate and not unit.is_money else ""
        bound: Bound = suffix.bound or label.bound
        items.append(
            Item(
                token,
                label,
                suffix,
                suffix.per or per,
                pair,
                head,
                value,
                code or (unit.code if unit else ""),
                token.unit_raw,
                bound,
                "unit" if unit else "",
            )
        )
        floor = suffix.end
    return items


def _head_of(text: str, pairs: list[Bracket], items: list[Item], pair: Bracket | None) -> int:
    """Return the index of the number that the bracket stands behind, or -1."""
    if pair is None:
        return -1
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if item.token.start > pair.start:
            continue
        if item.pair != bracket_of(pairs, pair.start):
            continue
        gap = text[item.suffix.end : pair.start]
        for between in pairs:
            if item.suffix.end <= between.start and between.end < pair.start:
                gap = gap.replace(text[between.start : between.end + 1], "")
        return index if _NEAR.fullmatch(gap) else -1
    return -1


def _drop_per_ones(text: str, items: list[Item]) -> list[Item]:
    """Leave out the `1인` of `1인 1,000천원`: it says what the amount is per."""
    kept: list[Item] = []
    for item, following in zip_longest(items, items[1:]):
        is_per = (
            following is not None
            and item.token.value == 1
            and following.per
            and not text[item.token.end : following.token.start].strip(" :약")
        )
        if not is_per:
            kept.append(item)
    if len(kept) == len(items):
        return items
    position = {item.token.start: index for index, item in enumerate(kept)}
    return [
        item._replace(head=position.get(items[item.head].token.start, -1) if item.head >= 0 else -1)
        for item in kept
    ]


def _ranges(text: str, items: list[Item]) -> list[Item]:
    """Give both ends of `3~5억원` their unit and bound; refuse a range that falls."""
    items = list(items)
    for index, (left, right) in enumerate(zip(items, items[1:], strict=False)):
        if not _RANGE.fullmatch(text, left.suffix.end, right.token.start) or right.value is None:
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


def _shared(token: Token, scale: int) -> Number | None:
    """Return the value of a bare number that shares the unit of another with `scale`."""
    if token.scale == 1:
        return exact(token.value * scale)
    return exact(token.value * (scale // token.scale)) if scale % token.scale == 0 else None


def _formulas(text: str, items: list[Item], units: tuple[Unit, ...]) -> list[Item]:
    """Read `3,600,000원 × 12월 = 43,200`: factors, then the result."""
    items = list(items)
    product: Fraction | None = None
    for index, (left, right) in enumerate(zip(items, items[1:], strict=False)):
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


def _splits(items: list[Item], text: str) -> list[Item]:
    """Give bare numbers in the bracket behind an amount the unit of that amount."""
    items = list(items)
    groups: dict[tuple[int, int], list[int]] = {}
    for index, item in enumerate(items):
        if item.value is None and item.head >= 0 and item.pair is not None:
            groups.setdefault((item.head, item.pair.start), []).append(index)
    for (head_index, _), members in groups.items():
        head = items[head_index]
        if head.value is None or head.code == "%":
            continue
        members = [index for index in members if _is_labelled(items[index], len(members))]
        scale = _scale_of_parts(items, members, head, text)
        for index in members:
            value = _inherited(items[index].token, scale, head)
            if value is not None:
                items[index] = items[index]._replace(
                    value=value, code=head.code, unit_raw=head.unit_raw, rule="split"
                )
    return items


def _is_labelled(item: Item, members: int) -> bool:
    """Tell whether a bare number in a split says what it is for."""
    if item.label.name:
        return True
    words = item.label.text
    return bool(words) and (members > 1 or _OWN_LABEL.search(words) is not None)


def _scale_of_parts(items: list[Item], members: list[int], head: Item, text: str) -> int:
    """Return the multiplier that the split takes from its head; 0 where the parts must be refused."""
    printed = text[head.token.start : head.token.end]
    scales = [head.token.scale]
    scales += [scale for scale in _printed_scales(printed) if scale != head.token.scale]
    sums = {}
    for scale in scales:
        values = [_inherited(items[index].token, scale, head) for index in members]
        sums[scale] = sum(value for value in values if value is not None)
    for scale in scales:
        if sums[scale] == head.value:
            return scale
    if not head.code.isupper():
        return 0  # people and areas are split in too many ways to trust numbers that do not add up
    total = abs(head.value or 0)
    return scales[0] if abs(sums[scales[0]]) <= 10 * total else 0


def _printed_scales(printed: str) -> list[int]:
    """Return the group multipliers of an amount such as `3억5천만원`."""
    return [_SCALES[mark] for mark in printed if mark in "만억조"]


def _inherited(token: Token, scale: int, head: Item) -> Number | None:
    """Return the value of a bare number under the unit of `head`."""
    if not scale:
        return None
    if token.tail is not None:
        whole = exact(token.value + token.tail * scale)
        return whole if token.tail * scale < token.scale else None
    if token.scale == 1:
        return exact(token.value * scale)
    return exact(token.value) if token.scale >= 10**4 and head.code == "KRW" else None


def _under_caption(text: str, items: list[Item], units: tuple[Unit, ...]) -> list[Item]:
    """Give the numbers that are still bare the unit of the caption."""
    bare = [index for index, item in enumerate(items) if item.value is None and not item.rule]
    if not units or not bare:
        return items
    items = list(items)
    first = items[bare[0]]
    for index, unit in zip(bare, _units_for(items, bare, units), strict=True):
        item = items[index]
        if unit is None or not _may_stand_bare(text, items, index, unit, first):
            continue
        value = _inherited_from_caption(item.token, unit)
        if value is not None:
            items[index] = item._replace(
                value=value, code=unit.code, unit_raw=unit.raw, rule="caption"
            )
    return items


def _units_for(items: list[Item], bare: list[int], units: tuple[Unit, ...]) -> list[Unit | None]:
    """Return the caption's unit of each bare number; None where it cannot be told."""
    if len(units) == 1:
        return [units[0]] * len(bare)
    if len(units) == len(bare):
        return list(units)
    money = [unit for unit in units if unit.is_money]
    rates_beside = len(money) == 1 and len(units) == 2 and any(unit.code == "%" for unit in units)
    # A number with a thousands mark is no percentage.
    return [money[0] if rates_beside and items[index].token.grouped else None for index in bare]


def _may_stand_bare(text: str, items: list[Item], index: int, unit: Unit, first: Item) -> bool:
    """Tell whether a bare number is one the caption speaks of."""
    item = items[index]
    if item.token.tail is not None and item.token.scale <= unit.scale:
        return False
    if item.label.name:
        return True
    if not unit.is_money or item.pair is None:
        return item.pair is None or len(items) > 1 or not unit.is_money
    if len(items) == 1:
        return item.token.value < 0  # (1,234) may be a rate, a part or a loss
    return isinstance(item.token.value, int) or not isinstance(first.token.value, int)


def _inherited_from_caption(token: Token, unit: Unit) -> Number | None:
    if token.tail is not None:
        return exact(token.value + token.tail * unit.scale)
    if token.scale >= 10**4 and unit.code == "KRW":
        return exact(token.value)
    return exact(token.value * unit.scale) if token.scale == 1 else None
