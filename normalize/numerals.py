"""Numerals: the ways a number is printed in a Korean report, to exact integers and decimals.

Three ways: Arabic digits with thousands marks (`1,234.5`), digits with Korean multipliers (`3억5천만`,
`12,500백만`), and words in Hangul or Hanja (`삼억오천만`, `參百萬`, 一億五千萬). Nothing here is ever a float.

The multipliers work in groups of four: 십 백 천 multiply inside a group, 만 억 조 close it.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from normalize.folding import fold

__all__ = [
    "DIGITS",
    "MULTIPLIER",
    "Multiplied",
    "Number",
    "exact",
    "read_digits",
    "read_multiplied",
    "read_number",
    "read_words",
    "repair_digits",
]

Number = int | Decimal
"""An exact value: `int` where whole, `Decimal` where digits stand behind the point."""

DIGITS: Final = r"(?:\d{1,3}(?>(?:, ?\d{3})+)(?!\d)|\d++)(?>(?:\.\d++)?)"
"""Pattern of one number in Arabic digits; a space behind a thousands mark is scanning noise."""

MULTIPLIER: Final = r"(?:[십백천]?[만억조]|[십백천])"
"""Pattern of one multiplier: 십 백 천, 만 억 조, or a pair such as 백만, 천억."""

LONGEST: Final = 24
"""Characters of the longest number: a longer run of digits is a code, and no budget needs one."""

_SMALL: Final = {"십": 10, "백": 100, "천": 1000}
_GROUPS: Final = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
_UNITS: Final = {
    character: value
    for value, characters in enumerate(
        (
            "영공零",
            "일一壹壱",
            "이二貳弐",
            "삼三參叁",
            "사四肆",
            "오五伍",
            "육륙六陸",
            "칠七柒漆",
            "팔八捌",
            "구九玖",
        )
    )
    for character in characters
}
_WORD_SMALL: Final = _SMALL | {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_WORD_GROUPS: Final = _GROUPS | {"萬": 10**4, "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}

_COMPONENT: Final = re.compile(rf"\s?({DIGITS})(?:\s?여?\s?([십백천]여[만억]|{MULTIPLIER}))?")
_CELL: Final = re.compile(
    rf"(?P<sign>\([△▽-]\)\s*|[△▽]\s*|[▲▼+-](?=\d)|-\s(?=\d))?(?P<digits>{DIGITS})"
)
_WON_BEHIND: Final = re.compile(r" ?원")
_SUSPECT: Final = re.compile(r"[OolI](?:(?<=[\d,].)|(?=\d{0,2},\d))")
_MISREAD: Final = re.compile(
    r"(?<![\dA-Za-z])[lI](?=\d{0,2},\d{3}(?!\d))|(?<![\dA-Za-z,])\d[\d,]*+(?>(?:(?:[lI](?=[\d,O])|[Oo])[\d,]*+)+)(?![A-Za-z])"
)
_LETTERS_TO_DIGITS: Final = str.maketrans("OolI", "0011")


def exact(value: Number) -> Number:
    """Return `value` as an `int` when it is whole, else as a `Decimal` without trailing zeros.

    >>> exact(Decimal("12.50") * 2)
    25
    """
    if isinstance(value, int):
        return value
    whole = value.to_integral_value()
    return int(whole) if whole == value else value.normalize()


def read_digits(text: str) -> Number:
    """Return the value of digits that match `DIGITS`.

    >>> read_digits("1,234.50")
    Decimal('1234.5')
    """
    plain = text.replace(",", "").replace(" ", "")
    return exact(Decimal(plain)) if "." in plain else int(plain)


@lru_cache(maxsize=4096)
def read_number(text: str) -> Number | None:
    """Return the value of a table cell that is one number and nothing else; None when in doubt.

    `△`, `▽`, `-`, `(-)` and `(△)` make it negative, `▲` only where it touches the digits. A bracket alone is no
    sign: `(54.4)` is a rate as often as a loss, and `26(28)` is two numbers. `O` and `l` between digits
    are scanning errors for 0 and 1.

    >>> read_number("△652"), read_number("3,5OO"), read_number("12, 500"), read_number("(1,234)")
    (-652, 3500, 12500, None)
    """
    cell = _CELL.fullmatch(repair_digits(fold(text).strip()))
    if cell is None or len(cell["digits"]) > LONGEST or not _is_grouped(cell["digits"]):
        return None
    value = read_digits(cell["digits"])
    sign = cell["sign"]
    return -value if sign is not None and not sign.startswith("+") else value


def _is_grouped(digits: str) -> bool:
    """Tell whether the digits are one number: no leading zero before others (`0123` is a code)."""
    return not (len(digits) > 1 and digits[0] == "0" and digits[1].isdigit())


def repair_digits(text: str) -> str:
    """Return `text` with `O`, `o`, `l`, `I` inside runs of digits as 0 and 1; the length stays.

    >>> repair_digits("3,5OO천원"), repair_digits("OECD 2O19년")
    ('3,500천원', 'OECD 2019년')
    """
    if not _SUSPECT.search(text):
        return text
    return _MISREAD.sub(lambda run: run[0].translate(_LETTERS_TO_DIGITS), text)


class Multiplied(NamedTuple):
    """Digits with multipliers.

    Attributes:
        value: The pieces that have a multiplier, summed; the digits alone where none has.
        last: Multiplier of the last such piece: 10**8 for `1조 2,345억`.
        end: Where they end.
        tail: Digits without a multiplier behind them (`3,154` in `1조 3,154`), or None.
        tail_end: Where the tail ends.
    """

    value: Number
    last: int
    end: int
    tail: Number | None
    tail_end: int


def read_multiplied(text: str, start: int = 0) -> Multiplied | None:
    """Return the number made of digits and multipliers that begins at `start`; None if none does.

    The multipliers must fall (`1조 2,345억 6천만`); where they do not, the number ends before that piece.
    A last 천 or 백 that closes no group of its own counts in the next lower group: `3억5천` is 3억5천만.

    >>> read_multiplied("3억5천만원").value, read_multiplied("5억 20억").value, read_multiplied("3억5천").value
    (350000000, 500000000, 350000000)
    """
    total: Number = 0
    pending: Number = 0
    ceiling, small_ceiling, last, end = 10**20, 10**20, 1, start
    while (piece := _COMPONENT.match(text, end)) and len(piece[1]) <= LONGEST:
        digits = read_digits(piece[1])
        if piece[2] is None:
            if end == start:
                return Multiplied(digits, 1, piece.end(1), None, piece.end(1))
            return Multiplied(exact(total + pending), last, end, digits, piece.end(1))
        small, group = _split_multiplier(piece[2])
        if group >= ceiling or small >= small_ceiling:
            break
        value = pending + digits * small
        total, pending = (total + value * group, 0) if group > 1 else (total, value)
        ceiling = group if group > 1 else ceiling
        small_ceiling = 10**20 if group > 1 else small
        last, end = small * group, piece.end()
    if pending and 10**8 <= ceiling < 10**20 and not _WON_BEHIND.match(text, end):
        pending, last = pending * (ceiling // 10**4), last * (ceiling // 10**4)
    return Multiplied(exact(total + pending), last, end, None, end) if end > start else None


def _split_multiplier(word: str) -> tuple[int, int]:
    """Return the factor inside the group of four and the factor of the group."""
    small = _SMALL.get(word[:1], 1)
    return small, _GROUPS.get(word[-1:], 1)


@lru_cache(maxsize=1024)
def read_words(text: str) -> int | None:
    """Return the value of a number written in Hangul or Hanja words; None if it is not one.

    >>> read_words("이천칠백삼십오만"), read_words("一億五千萬"), read_words("參百萬"), read_words("이사")
    (27350000, 150000000, 3000000, None)
    """
    total = group_sum = 0
    digit: int | None = None
    ceiling, small_ceiling = 10**20, 10**20
    for character in text.replace(" ", ""):
        if character in _UNITS:
            if digit is not None:
                return None
            digit = _UNITS[character]
        elif (small := _WORD_SMALL.get(character, 0)) and small < small_ceiling:
            group_sum += (1 if digit is None else digit) * small
            digit, small_ceiling = None, small
        elif (group := _WORD_GROUPS.get(character, 0)) and group < ceiling:
            total += (group_sum + (digit or 0) or 1) * group
            group_sum, digit, ceiling, small_ceiling = 0, None, group, 10**20
        else:
            return None
    value = total + group_sum + (digit or 0)
    return value or None
