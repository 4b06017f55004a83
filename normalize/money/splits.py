"""Splits: which amount is the whole and which are its parts; then the values themselves."""

import re
from typing import Final

from normalize.money.items import Expression, Item
from normalize.money.values import Amount, Quantity, Role, is_currency
from normalize.numerals import Number
from normalize.sources import read_source

__all__ = ["label_heads"]

_ONE_SYLLABLE: Final = 1


def label_heads(expression: Expression) -> tuple[list[Amount | Quantity], list[str]]:
    """Return the values of an expression in order, and the names of the rules that made them."""
    items = expression.items
    rules: list[str] = []
    skipped = _same_again(expression, rules)
    roles = _roles(items)
    short_labels = _short_labels_are_sources(items)
    values: list[Amount | Quantity] = []
    for index, item in enumerate(items):
        if item.value is None or index in skipped:
            continue
        rules.append(item.rule)
        value = _value(item, roles.get(index, ""), short_labels=short_labels)
        if isinstance(value, Amount):
            value, whole = _bracket_behind(expression, item, value)
            values.append(value)
            if whole is not None:
                rules.append("whole-source")
                values.append(whole)
        else:
            values.append(value)
    return values, rules


def _same_again(expression: Expression, rules: list[str]) -> set[int]:
    """Return the items that repeat the amount before their bracket, both where they differ."""
    skipped: set[int] = set()
    items = expression.items
    for index, item in enumerate(items):
        if item.head < 0 or item.value is None or item.code != "KRW" or item.rule != "unit":
            continue
        head = items[item.head]
        alone = item.pair is not None and not (
            expression.text[item.pair.start + 1 : item.token.start].strip(" 금")
            or expression.text[item.token.end : item.pair.end].strip(" 원정整.-")
        )
        if not alone or head.code != "KRW" or head.value is None:
            continue
        if head.value == item.value:
            rules.append("same-again")
            skipped.add(index)
        elif item.unit_raw in {"₩", "\\"} or head.unit_raw == "원":
            skipped |= {index, item.head}
    return skipped


def _roles(items: list[Item]) -> dict[int, Role]:
    """Return the role of each amount that is the whole of a split or a part of one."""
    groups: dict[tuple[int, int], list[int]] = {}
    for index, item in enumerate(items):
        if item.head >= 0 and item.pair is not None and item.value is not None:
            groups.setdefault((item.head, item.pair.start), []).append(index)
    roles: dict[int, Role] = {}
    for (head_index, _), members in groups.items():
        head = items[head_index]
        parts = [index for index in members if items[index].code == head.code]
        parts = [index for index in parts if items[index].label.name or items[index].label.text]
        total: Number = sum(items[index].value or 0 for index in parts)
        is_split = (
            any(items[index].label.name for index in parts)
            or len(parts) > 1
            or (bool(parts) and total == head.value)
        )
        if is_split and head_index not in roles:
            roles[head_index] = "head"
            roles |= dict.fromkeys(parts, "part")
    return roles


def _short_labels_are_sources(items: list[Item]) -> bool:
    """Tell whether 국, 시, 구 before numbers outside brackets are sources: all of them must be."""
    outside = [item for item in items if item.pair is None and item.value is not None]
    return len(outside) > 1 and all(item.label.name for item in outside)


def _value(item: Item, role: Role, *, short_labels: bool) -> Amount | Quantity:
    """Make the value of one item."""
    label = item.label
    is_source = bool(label.name) and (
        item.pair is not None or short_labels or len(label.raw.strip()) > _ONE_SYLLABLE
    )
    name, raw = (label.name, label.raw) if is_source else ("", "")
    words = label.text if item.pair is not None else ""
    token = item.token
    span = (token.start, token.end)
    about = token.around or label.about or item.suffix.about
    number = item.value if item.value is not None else 0
    if not is_currency(item.code):
        return Quantity(number, item.code, about, name or label.text, span, item.bound)
    label_span = (label.start, label.end) if raw or words else (token.start, token.start)
    won = number if item.code == "KRW" else None
    return Amount(
        value=number,
        currency=item.code,
        won=won,
        bound=item.bound,
        approximate=about,
        per=item.per,
        source=name,
        source_raw=raw,
        label=words,
        unit_raw=item.unit_raw,
        role=role,
        span=span,
        label_span=label_span,
        non_budget=False,
    )


_ALL_OF_IT: Final = re.compile(
    r"전액\s*:?\s*(?P<behind>[가-힣·]{1,8})|(?P<before>[가-힣·]{1,5}?)(?:보조금)?\s*:?\s*(?:전액|100\s?%)"
)
"""`전액 시비`, `시비 전액`, `시비 100%`, `시비보조금 100%`."""

_ALL_BEHIND: Final = re.compile(
    r"원?[정整]?[ ]{0,2}[,/※*]?[ ]{0,2}전액[ ]?([가-힣]{1,5})(?![가-힣])"
)
"""`576백만원, 전액 국비`: without brackets."""


def _bracket_behind(
    expression: Expression, item: Item, value: Amount
) -> tuple[Amount, Amount | None]:
    """Read a bracket without numbers behind an amount: `(시비)`, `(전액 시비)`, `(예타) →`."""
    for pair in expression.pairs:
        if pair.start < item.suffix.end or value.role:
            continue
        if expression.text[item.suffix.end : pair.start].strip(" \t\n원정"):
            break
        inner = expression.text[pair.start + 1 : pair.end]
        words = inner.strip()
        place = (pair.start + 1, pair.end)
        # (전액 시비, 대행사업비): what follows says what it is for.
        found = _ALL_OF_IT.fullmatch(words.partition(",")[0])
        whole = (found["behind"] or found["before"]) if found else words
        source = read_source(whole)
        if source is None:
            if "→" in expression.text and words and not any(map(str.isdigit, words)):
                value = value._replace(label=words, label_span=place)
            break
        if whole == words:
            return value._replace(source=source.name, source_raw=words, label_span=place), None
        return _whole_of(value, source.name, whole, place)
    found = _ALL_BEHIND.match(expression.text, item.suffix.end) if not value.role else None
    source = read_source(found[1]) if found else None
    if found is None or source is None:
        return value, None
    return _whole_of(value, source.name, found[1], found.span(1))


def _whole_of(
    value: Amount, name: str, raw: str, place: tuple[int, int]
) -> tuple[Amount, Amount | None]:
    """The amount, and the same amount again as the share of one source."""
    part = value._replace(source=name, source_raw=raw, role="part", label_span=place)
    return value._replace(role="head"), part
