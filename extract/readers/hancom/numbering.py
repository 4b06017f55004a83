"""Numbers that the word processor prints before a paragraph (문단 번호, 개요 번호).

The file holds a pattern a level (`^1.`, `(^5)`) and how each level counts (`Ⅰ`, `1`, `가`); the
numbers themselves are counted while reading. To add a way of counting: a row in `FORMATS`.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

__all__ = ["FORMATS", "NAMES", "Counters", "Level", "composed", "format_number"]

_CHOSEONG: Final = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)
"""Initials of the syllables that count: ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ, without the doubled ones."""
_JAMO: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_ROMAN: Final = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


def _chosen(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _run(first: str, count: int) -> Callable[[int], str]:
    return _chosen("".join(chr(ord(first) + index) for index in range(count)))


def _syllable(number: int) -> str:
    """가, 나, … 하, then 거, 너, …: the vowel moves on after fourteen."""
    vowel, initial = divmod(number - 1, 14)
    if not 0 <= vowel < 4:
        return str(number)
    return chr(0xAC00 + (_CHOSEONG[initial] * 21 + (0, 4, 8, 13)[vowel]) * 28)


def _sino_korean(digits: str, ten: str) -> Callable[[int], str]:
    def name(number: int) -> str:
        tens, ones = divmod(number, 10)
        if not 0 < number < 100:
            return str(number)
        head = "" if tens == 0 else (digits[tens - 1] if tens > 1 else "") + ten
        return head + (digits[ones - 1] if ones else "")

    return name


def _latin(first: str) -> Callable[[int], str]:
    def letter(number: int) -> str:
        times, index = divmod(number - 1, 26)
        return chr(ord(first) + index) * (times + 1) if 0 <= times < 8 else str(number)

    return letter


FORMATS: Final[tuple[tuple[str, Callable[[int], str]], ...]] = (
    ("DIGIT", str),
    ("CIRCLED_DIGIT", _chosen("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")),
    ("ROMAN_CAPITAL", _chosen(_ROMAN)),
    ("ROMAN_SMALL", _chosen(_ROMAN.lower())),
    ("LATIN_CAPITAL", _latin("A")),
    ("LATIN_SMALL", _latin("a")),
    ("CIRCLED_LATIN_CAPITAL", _run("Ⓐ", 26)),
    ("CIRCLED_LATIN_SMALL", _run("ⓐ", 26)),
    ("HANGUL_SYLLABLE", _syllable),
    ("CIRCLED_HANGUL_SYLLABLE", _run("㉮", 14)),
    ("HANGUL_JAMO", _chosen(_JAMO)),
    ("CIRCLED_HANGUL_JAMO", _run("㉠", 14)),
    ("HANGUL_PHONETIC", _sino_korean("일이삼사오육칠팔구", "십")),
    ("IDEOGRAPH", _sino_korean("一二三四五六七八九", "十")),
    ("CIRCLED_IDEOGRAPH", _run("㊀", 10)),
    ("DECAGON_CIRCLE", _chosen("갑을병정무기경신임계")),
    ("DECAGON_CIRCLE_HANJA", _chosen("甲乙丙丁戊己庚辛壬癸")),
)
"""Name in OWPML -> number to text; the position is the code in HWP 5."""

NAMES: Final[dict[str, int]] = {name: code for code, (name, _) in enumerate(FORMATS)} | {
    "DIGITS": 0,
    "CIRCLED_DIGITS": 1,
}
"""Name in OWPML -> code in HWP 5."""


def format_number(number: int, code: int) -> str:
    """Return `number` as Hancom prints it under number format `code`; digits where it can't be.

    >>> [format_number(3, code) for code in (0, 1, 2, 8, 11)]
    ['3', '③', 'Ⅲ', '다', '㉢']
    """
    return FORMATS[code][1](number) if 0 <= code < len(FORMATS) else str(number)


def composed(text: str) -> str:
    """Return characters laid over a frame (글자 겹침) as one: a digit in it is a circled digit.

    Left as it is, the `3` of a badge before `2019년` would make it 32019.

    >>> composed("3"), composed("A"), composed("○12")
    ('③', 'A', '⑫')
    """
    digits = text.strip("○□◇△●■◆▲ ")
    if digits.isdecimal() and len(digits) < 3 and 0 < int(digits) <= 20:
        return format_number(int(digits), NAMES["CIRCLED_DIGIT"])
    return text


class Level(NamedTuple):
    """One level of a numbering.

    Attributes:
        pattern: What is printed; `^3` stands for the number of level 3, `^N` for the whole path.
        code: Number format of this level, see `FORMATS`.
        start: Its first number.
    """

    pattern: str
    code: int = 0
    start: int = 1


_MARK: Final = re.compile(r"\^([0-9]{1,2}|[nN])")


class Counters:
    """Counts the numbered paragraphs of one document.

    >>> levels = (Level("^1.", 2), Level("^2."), Level("^3.", 8))
    >>> counters = Counters()
    >>> [counters.advance("1", levels, level) for level in (0, 1, 2, 2, 1, 0)]
    ['Ⅰ.', '1.', '가.', '나.', '2.', 'Ⅱ.']
    """

    def __init__(self) -> None:
        self._numbers: dict[str, list[int]] = {}

    def advance(self, key: str, levels: tuple[Level, ...], level: int) -> str:
        """Count one paragraph of numbering `key` on `level` (from 0); returns what is printed."""
        if not 0 <= level < len(levels):
            return ""
        numbers = self._numbers.setdefault(key, [])
        for upper in levels[len(numbers) : level]:
            numbers.append(upper.start)
        if len(numbers) > level:
            numbers[level] += 1
            del numbers[level + 1 :]
        else:
            numbers.append(levels[level].start)

        def printed(mark: re.Match[str]) -> str:
            wanted = mark[1]
            if wanted in "nN":
                path = ".".join(
                    format_number(number, each.code)
                    for number, each in zip(numbers, levels, strict=False)
                )
                return path + ("." if wanted == "N" else "")
            index = int(wanted) - 1
            if not 0 <= index < len(numbers):
                return ""
            return format_number(numbers[index], levels[index].code)

        return _MARK.sub(printed, levels[level].pattern)
