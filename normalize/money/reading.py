"""Reading: the numbers of an expression, with the unit, source and bound their place gives them.

The rules, by name (an explanation prints them):

- `unit`: a number with its own unit.
- `caption`: a bare number under a caption; several units stand in the caption's order.
- `split`: a bare number in the bracket behind an amount takes that amount's last unit, if a label
  stands before it. Where the amount names several units, the one in which the parts add up.
- `range`: `3~5억원`; the left number takes the right one's unit. `change`: so it does in `1,500 → 1,800백만원`.
- `formula`: factors, and a result in the caption's unit, or in the one that makes it right.
- `same-again`: one amount in words and digits (`일금 … 정(₩…)`); where they differ, none.
- `whole-source`: `(전액 시비)` is the amount again, as 시비.
- `non-budget`: 비예산 is 0. `dash`: a cell that holds `-` is 0.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from normalize.folding import fold
from normalize.money.captions import read_caption
from normalize.money.expression import analyse
from normalize.money.fast import read_plain
from normalize.money.hanja import as_printed, behind_digits
from normalize.money.scanning import scan_values
from normalize.money.splits import label_heads
from normalize.money.values import Amount, AmountReading, Quantity, Unit
from normalize.numerals import repair_digits

__all__ = ["find_amounts", "read_amounts"]

_INNER_CAPTION: Final = re.compile(r"[(\[【]\s?[단單]\s?[위位]\s?:[^()\[\]【】\n]{1,24}[)\]】]")
_SYLLABLES: Final = re.compile(r"[A-Za-z]{1,3}| {0,2}[가-힣]{0,3}")
_NON_BUDGET: Final = re.compile(r"비\s?예\s?산(?!\s?사업[가-힣])")

_new: Final = tuple.__new__  # every amount is moved, and calling the class takes twice as long


def read_amounts(expression: str, *, unit: Unit | str | None = None) -> AmountReading | None:
    """Read the amounts and quantities of a whole expression; None if nothing in it is certain.

    Args:
        expression: A phrase, a line or a table cell.
        unit: The unit it stands under: a `Unit`, or a caption or column head as printed.

    >>> [value.value for value in read_amounts("12,500백만원(국비 5,000/ 시비 7,500)").values]
    [12500000000, 5000000000, 7500000000]
    >>> read_amounts("△652", unit="(단위: 백만원)").values[0].won
    -652000000
    """
    folded = repair_digits(fold(expression))
    hangul = behind_digits(folded)
    units = read_caption(unit) if isinstance(unit, str) else () if unit is None else (unit,)
    reading = _read(hangul, units, whole=True)
    return reading if hangul is folded or reading is None else as_printed(reading, hangul, folded)


def find_amounts(text: str, *, unit: Unit | str | None = None) -> list[AmountReading]:
    """Return all readings in a line or a page, in order and without overlaps.

    Numbers without a unit of their own are read only inside a split or a formula.

    >>> [reading.values[0].value for reading in find_amounts("2018년 350백만원, 2019년 3,335백만원")]
    [350000000, 3335000000]
    """
    printed = repair_digits(fold(text))
    folded = behind_digits(printed)
    units = read_caption(unit) if isinstance(unit, str) else () if unit is None else (unit,)
    readings: list[AmountReading] = []
    for start, end in scan_values(folded):
        # The syllables behind tell 3회 from 3회의; the reading itself ends before them.
        context = _SYLLABLES.match(folded, end)
        reading = _read(folded[start : context.end() if context else end], units, whole=False)
        if reading is not None:
            readings.append(_moved(reading, start))
    if folded is printed:
        return readings
    return [as_printed(reading, folded, printed) for reading in readings]


def _moved(reading: AmountReading, by: int) -> AmountReading:
    """Return a reading with all places shifted."""
    start, end, values, rule = reading
    moved = tuple([_shifted(value, by) for value in values])
    return _new(AmountReading, (start + by, end + by, moved, rule))


def _shifted(value: Amount | Quantity, by: int) -> Amount | Quantity:
    first, last = value.span
    span = (first + by, last + by)
    if isinstance(value, Quantity):
        number, unit, about, label, _, bound = value
        return _new(Quantity, (number, unit, about, label, span, bound))
    first, last = value.label_span
    return _new(Amount, (*value[:11], span, (first + by, last + by), value.non_budget))


@lru_cache(maxsize=16384)
def _read(text: str, units: tuple[Unit, ...], *, whole: bool) -> AmountReading | None:
    return read_plain(text) or _by_rules(text, units, whole=whole)


def _by_rules(text: str, units: tuple[Unit, ...], *, whole: bool) -> AmountReading | None:
    if ("단" in text or "單" in text) and (caption := _INNER_CAPTION.search(text)):
        units = read_caption(caption[0]) or units
        text = text[: caption.start()] + " " * len(caption[0]) + text[caption.end() :]
    if text.strip() == "-":
        return _dash(text, units)
    expression = analyse(text, units, whole=whole)
    values, rules = label_heads(expression)
    if not values:
        return _non_budget(text)
    return _reading(values, rules)


def _reading(values: Sequence[Amount | Quantity], rules: Sequence[str]) -> AmountReading:
    spans = [value.span for value in values]
    spans += [
        value.label_span
        for value in values
        if isinstance(value, Amount) and value.label_span[0] < value.label_span[1]
    ]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return AmountReading(start, end, tuple(values), " + ".join(dict.fromkeys(rules)))


def _dash(text: str, units: tuple[Unit, ...]) -> AmountReading | None:
    """Read a cell that holds a dash: nothing, hence 0 for sums."""
    if len(units) != 1:
        return None
    at = text.index("-")
    return AmountReading(at, at + 1, (_zero(units[0], (at, at + 1), non_budget=False),), "dash")


def _non_budget(text: str) -> AmountReading | None:
    found = _NON_BUDGET.search(text)
    if found is None:
        return None
    won = Unit(1, "KRW", "")
    return AmountReading(*found.span(), (_zero(won, found.span(), non_budget=True),), "non-budget")


def _zero(unit: Unit, span: tuple[int, int], *, non_budget: bool) -> Amount | Quantity:
    if not unit.is_money:
        return Quantity(0, unit.code, approximate=False, label="", span=span, bound="")
    return Amount(
        value=0,
        currency=unit.code,
        won=0 if unit.code == "KRW" else None,
        bound="",
        approximate=False,
        per="",
        source="",
        source_raw="",
        label="",
        unit_raw=unit.raw,
        role="",
        span=span,
        label_span=(span[0], span[0]),
        non_budget=non_budget,
    )
