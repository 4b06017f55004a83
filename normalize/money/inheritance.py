"""Inheritance: the unit of a bare number, from the amount before its bracket or from a caption."""

import re
from decimal import Decimal
from typing import Final

from normalize.money.brackets import brackets
from normalize.money.items import Item
from normalize.money.tokens import Token, is_misread
from normalize.money.values import Unit, is_currency
from normalize.numerals import Number, exact

__all__ = ["caption_units", "split_units", "under_caption"]

_OWN_LABEL: Final = re.compile(r"(?:비|액|금|분|예산|지원|보상|공사|용역)$")
_MARKS: Final = re.compile(r"[\s()\[\],→~+/-]*")
_BROKEN: Final = re.compile(r"\d , ?\d|(?<![\d,.])\d{1,3} \d{3}(?!\d)")
"""`1 ,234` and `1 234`: one number or two, nobody can tell."""
_RATIO: Final = re.compile(r"(?<![\d,.])\d{1,3}(?:\.\d)?\s?:\s?\d{1,3}(?![\d,.])")
_GROUPS: Final[dict[str, int]] = {"만": 10**4, "억": 10**8, "조": 10**12}


def split_units(text: str, items: list[Item]) -> list[Item]:
    """Give bare numbers in the bracket behind an amount the unit of that amount."""
    items = _behind_rates(text, items)
    groups: dict[tuple[int, int], list[int]] = {}
    for index, item in enumerate(items):
        if item.value is None and item.head >= 0 and item.pair is not None:
            groups.setdefault((item.head, item.pair.start), []).append(index)
    for (head_index, _), members in groups.items():
        head = items[head_index]
        if head.value is None or head.code == "%" or _is_ratio(text, items[members[0]]):
            continue
        labelled = [index for index in members if _is_labelled(items[index], len(members))]
        scale = _scale_of_parts(text, [items[index].token for index in labelled], head)
        for index in labelled:
            token = items[index].token
            value = _inherited(token, scale, head)
            if value is not None:
                items[index] = items[index]._replace(
                    # What stands in a bracket behind the part inherits from it in turn.
                    token=token._replace(scale=scale) if token.scale == 1 else token,
                    value=value,
                    code=head.code,
                    unit_raw=head.unit_raw,
                    rule="split",
                )
    return items


def _behind_rates(text: str, items: list[Item]) -> list[Item]:
    """Give an amount the label of the rate in front of it: `국비 50%(500)`, `국비 50% 500`."""
    labelled = list(items)
    for index, item in enumerate(items[1:], start=1):
        rate = items[index - 1]
        if rate.code != "%" or not rate.label.name or rate.pair is None or item.label.name:
            continue
        beside = item.pair == rate.pair and not text[rate.suffix.end : item.token.start].strip()
        if beside or (item.pair is not None and item.head == index - 1):
            labelled[index] = item._replace(label=rate.label, pair=rate.pair, head=rate.head)
    return labelled


def _is_ratio(text: str, item: Item) -> bool:
    """Tell whether a bracket splits by ratio (국비 : 구비 = 1 : 1), whose numbers are no amounts."""
    return item.pair is not None and _RATIO.search(text, item.pair.start, item.pair.end) is not None


def _is_labelled(item: Item, members: int) -> bool:
    """Tell whether a bare number in a split says what it is for."""
    if item.label.name:
        return True
    words = item.label.text
    return bool(words) and (members > 1 or _OWN_LABEL.search(words) is not None)


def _scale_of_parts(text: str, parts: list[Token], head: Item) -> int:
    """Return the multiplier that the parts take from their head; 0 where they must be refused."""
    printed = text[head.token.start : head.token.end]
    scales: list[int] = [head.token.scale]
    scales += [_GROUPS[mark] for mark in printed if mark in _GROUPS]
    total: Number = head.value if head.value is not None else 0
    first = 0
    for scale in scales:
        added: Number = 0
        for part in parts:
            value = _inherited(part, scale, head)
            added += 0 if value is None else value
        if added == head.value:
            return scale
        if scale == head.token.scale and abs(Decimal(added)) <= 10 * abs(Decimal(total)):
            first = scale
    # People and areas are split in too many ways to trust numbers that do not add up.
    return first if is_currency(head.code) else 0


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


def caption_units(items: list[Item], units: tuple[Unit, ...]) -> dict[int, Unit]:
    """Return index -> the caption's unit, for each bare number whose unit can be told."""
    bare = [index for index, item in enumerate(items) if item.value is None and not item.rule]
    if len(units) == 1:
        return dict.fromkeys(bare, units[0])
    if len(units) == len(bare):
        return dict(zip(bare, units, strict=True))
    money = [unit for unit in units if unit.is_money]
    if len(money) != 1 or len(units) != 2 or all(unit.code != "%" for unit in units):
        return {}
    # A number with a thousands mark is no percentage.
    return {index: money[0] for index in bare if items[index].token.grouped}


def under_caption(
    text: str, items: list[Item], given: dict[int, Unit], *, inside: bool
) -> list[Item]:
    """Give bare numbers the unit of the caption: those outside brackets, or those `inside`."""
    wanted = [
        index
        for index in given
        if items[index].value is None and (items[index].pair is not None) is inside
    ]
    if not wanted or _BROKEN.search(text):
        return items
    is_cell = _is_cell(text if inside else _outside(text), items)
    first = items[min(given)]
    items = list(items)
    for index in wanted:
        item, unit = items[index], given[index]
        if not (is_cell or item.label.name or _is_named(item)):
            continue
        if inside and unit.is_money and not _is_bracketed_money(items, item, first):
            continue
        printed = text[item.token.start : item.token.end].lstrip("△▽▲▼+-() ")
        if unit.is_money and unit.scale <= 10**6 and is_misread(printed):
            continue
        value = _under(item.token, unit)
        if value is not None:
            token = item.token._replace(scale=int(unit.scale))
            items[index] = item._replace(
                token=token, value=value, code=unit.code, unit_raw=unit.raw, rule="caption"
            )
    return items


def _outside(text: str) -> str:
    """Return the text with its brackets blank."""
    pieces = list(text)
    for pair in brackets(text):
        pieces[pair.start : pair.end + 1] = " " * len(pieces[pair.start : pair.end + 1])
    return "".join(pieces)


def _is_cell(text: str, items: list[Item]) -> bool:
    """Tell whether the text holds numbers and marks, but no words."""
    pieces = list(text)
    for item in items:
        end = item.suffix.end
        pieces[item.token.start : end] = " " * (end - item.token.start)
    return _MARKS.fullmatch("".join(pieces)) is not None


def _is_named(item: Item) -> bool:
    """Tell whether a word says what a bare number is for; a bare year is for nothing."""
    value = item.token.value
    is_year = isinstance(value, int) and 1900 <= value <= 2100 and not item.token.grouped
    return bool(item.label.text) and not is_year


def _is_bracketed_money(items: list[Item], item: Item, first: Item) -> bool:
    """Tell whether a number in brackets is money: alone it may be a rate, a part or a loss."""
    if item.label.name:
        return True
    if len(items) == 1:
        return item.token.value < 0
    return isinstance(item.token.value, int) or not isinstance(first.token.value, int)


def _under(token: Token, unit: Unit) -> Number | None:
    """Return the value of a bare number under a caption."""
    if token.tail is not None:
        return exact(token.value + token.tail * unit.scale) if token.scale > unit.scale else None
    if token.scale >= 10**4 and unit.code == "KRW":
        return exact(token.value)
    return exact(token.value * unit.scale) if token.scale == 1 else None
