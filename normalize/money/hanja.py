"""Hanja of money: `1,250,000千원`, `12億 5千萬원`, `300坪`, as budgets before 1995 are printed.

The digits stay Arabic and only the multiplier and the unit are Hanja. They are read as their Hangul, one character
for one, so that every offset stays; a unit is given as printed. Numbers that are Hanja altogether (`參百萬원`) are
`normalize.money.spelled`'s.
"""

import re
from typing import Final

from normalize.money.values import Amount, AmountReading, Quantity

__all__ = ["as_printed", "behind_digits", "in_hangul"]

_MARKS: Final = "千百萬万億兆坪弗"
"""One of these is in every text that `behind_digits` changes."""
_HANGUL: Final = str.maketrans(
    "千仟百佰十拾萬万億兆圓坪弗餘名件個", "천천백백십십만만억조원평불여명건개"
)
# Before any other Hanja they are part of a word.
_BEHIND: Final = re.compile(r"(?<=\d) ?[餘千百十萬万億兆]{0,3}+ ?[圓坪弗]?+(?![一-鿿])")


def in_hangul(word: str) -> str:
    """Return a unit with its Hanja as Hangul.

    >>> in_hangul("百萬원"), in_hangul("千㎡")
    ('백만원', '천㎡')
    """
    return word.translate(_HANGUL)


def behind_digits(text: str) -> str:
    """Return `text` with the Hanja multipliers and units behind digits as Hangul; the length stays.

    >>> behind_digits("12億 5千萬원, 300 坪, 千字文")
    '12억 5천만원, 300 평, 千字文'
    """
    if not any(map(text.__contains__, _MARKS)):
        return text
    return _BEHIND.sub(lambda found: in_hangul(found[0]), text)


def as_printed(reading: AmountReading, hangul: str, printed: str) -> AmountReading:
    """Return a reading of `hangul` with its units as they stand in `printed`."""
    words: dict[str, str] = {}
    for value in reading.values:
        if isinstance(value, Amount) and hangul.endswith(value.unit_raw, *value.span):
            end = value.span[1]
            words[value.unit_raw] = printed[end - len(value.unit_raw) : end]
    return reading._replace(values=tuple(_renamed(value, words) for value in reading.values))


def _renamed(value: Amount | Quantity, words: dict[str, str]) -> Amount | Quantity:
    if isinstance(value, Quantity):
        return value
    return value._replace(unit_raw=words.get(value.unit_raw, value.unit_raw))
