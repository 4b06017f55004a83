"""Numbers of list items as Word prints them (ST_NumberFormat, ISO/IEC 29500-1 17.18.59).

To add a format: a line in `_FORMATS`, and a row in its test.
"""

from collections.abc import Callable
from typing import Final

__all__ = ["format_number"]

_GANADA: Final = "가나다라마바사아자차카타파하"
_CHOSUNG: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_HANGUL_DIGITS: Final = "영일이삼사오육칠팔구"
_HANJA_DIGITS: Final = "零一二三四五六七八九"
_NATIVE_TENS: Final = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_NATIVE_ONES: Final = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def _repeated(alphabet: str) -> Callable[[int], str]:
    """A, B, ... Z, AA, BB: Word repeats the letter where the alphabet ends."""

    def write(number: int) -> str:
        times, index = divmod(number - 1, len(alphabet))
        return alphabet[index] * (times + 1)

    return write


def _enclosed(first: int, count: int) -> Callable[[int], str]:
    """Characters that exist up to `count`; digits behind."""
    return lambda number: chr(first + number - 1) if number <= count else str(number)


def _circled(number: int) -> str:
    for low, high, first in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if low <= number <= high:
            return chr(first + number - low)
    return str(number)


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        out += letters * times
    return out


def _by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _counting(digits: str, units: tuple[str, str, str, str]) -> Callable[[int], str]:
    """일, 이, ... 십, 십일: with units, up to 9,999."""

    def write(number: int) -> str:
        if number > 9999:
            return str(number)
        out = ""
        for place, digit in enumerate(reversed(str(number))):
            if digit != "0":
                out = ("" if digit == "1" and place else digits[int(digit)]) + units[place] + out
        return out

    return write


def _native(number: int) -> str:
    """하나, 둘, ... 아흔아홉: native numerals, which end at 99."""
    return _NATIVE_TENS[number // 10] + _NATIVE_ONES[number % 10] if number < 100 else str(number)


_HANJA_COUNTING: Final = _counting(_HANJA_DIGITS, ("", "十", "百", "千"))
_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerLetter": _repeated(_LATIN),
    "ganada": _repeated(_GANADA),
    "chosung": _repeated(_CHOSUNG),
    "koreanDigital": _by_digit(_HANGUL_DIGITS),
    "koreanCounting": _counting(_HANGUL_DIGITS, ("", "십", "백", "천")),
    "koreanLegal": _native,
    "koreanDigital2": _by_digit(_HANJA_DIGITS),
    "ideographDigital": _by_digit("〇一二三四五六七八九"),
    "japaneseCounting": _HANJA_COUNTING,
    "chineseCounting": _HANJA_COUNTING,
    "taiwaneseCounting": _HANJA_COUNTING,
    "ideographTraditional": _repeated("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _repeated("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "none": lambda _number: "",
}


def format_number(number: int, name: str) -> str:
    """Write a list number in the format `name`; formats that are not known are written in digits.

    Args:
        number: The number; 0 and below, and numbers no list reaches, are written in digits.
        name: A value of ST_NumberFormat.

    >>> [format_number(3, name) for name in ("ganada", "decimalEnclosedCircle", "upperRoman")]
    ['다', '③', 'III']
    >>> format_number(12, "koreanCounting"), format_number(0, "chosung")
    ('십이', '0')
    """
    write = _FORMATS.get(name)
    # A start value of two thousand million would write as many letters.
    return write(number) if write and (0 < number < 4000 or name == "none") else str(number)
