"""An expression: its numbers with everything that the words and brackets around them say.

`analyse` decides the unit of every number; `normalize.money.splits` then makes the values.
"""

import re
from itertools import zip_longest
from typing import Final

from normalize.money.brackets import Bracket, bracket_of, brackets
from normalize.money.chains import formulas, ranges
from normalize.money.inheritance import caption_units, split_units, under_caption
from normalize.money.items import Expression, Item
from normalize.money.surroundings import label_before, per_before, suffix_at
from normalize.money.tokens import Token, tokenize
from normalize.money.values import Bound, Unit
from normalize.numerals import exact

__all__ = ["analyse"]

_NEAR: Final = re.compile(r"[^,;\n\d/]{0,10}(?:\n[ \t]{0,12})?")


def analyse(text: str, units: tuple[Unit, ...], *, whole: bool) -> Expression:
    """Return the numbers of folded `text` under `units`, each with its unit where it is certain."""
    pairs = brackets(text)
    items = _surround(text, pairs, tokenize(text, whole=whole))
    items = _drop_per_ones(text, items)
    items = ranges(text, items)
    items = formulas(text, items, units)
    given = caption_units(items, units)
    items = under_caption(text, items, given, inside=False)
    items = split_units(text, items)
    items = under_caption(text, items, given, inside=True)
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


def _heads_rate(text: str, item: Item, following: Item) -> bool:
    """`3.3㎡당 500만원`: the area says what the amount is for."""
    between = text[item.token.end : following.token.start].strip(" :약")
    return between == "당" and item.code != "KRW" and following.code == "KRW"


def _drop_per_ones(text: str, items: list[Item]) -> list[Item]:
    """Leave out the `1인` of `1인 1,000천원`: it says what the amount is per."""
    kept: list[Item] = []
    for item, following in zip_longest(items, items[1:]):
        is_per = (
            following is not None
            and item.token.value == 1
            and following.per
            and not text[item.token.end : following.token.start].strip(" :약")
        ) or (following is not None and _heads_rate(text, item, following))
        if not is_per:
            kept.append(item)
    if len(kept) == len(items):
        return items
    position = {item.token.start: index for index, item in enumerate(kept)}
    return [
        item._replace(head=position.get(items[item.head].token.start, -1) if item.head >= 0 else -1)
        for item in kept
    ]
