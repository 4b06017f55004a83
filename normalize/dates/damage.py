"""Undoing what scanning and old typing did to digits, one character for one, so that offsets stay.

Letters read for digits (`2O19`, `3l.`), a dot set twice (`2019..3.4.`) or as a point (`2025·04·07`), digits set
apart (`2 0 2 4 년 1 2 월`), an apostrophe set behind its year (`21'. 6월`), and Hanja digits (二〇一九年 十二月).
"""

import re
from typing import Final

__all__ = ["repaired"]

_SUSPECT: Final = re.compile(
    r"\.\.|[0-9]'\.|[0-9][OolI]|[OolI][0-9]|~[ ]?[lI]{2}\.|[〇零一二三四五六七八九十]|[0-9]·[0-9]{1,2}·|[0-9] [0-9] [0-9]"
)
_LATE_APOSTROPHE: Final = re.compile(r"(?<![0-9'])([0-9]{2})'(?=\.[ ]?[0-9]{1,2}[.월])")
_LETTERS: Final = re.compile(r"(?<![A-Za-z0-9가-힣])[0-9OolI]{1,4}(?![A-Za-z])")
_HANJA: Final = re.compile(
    r"[〇零一二三四五六七八九十]{1,4}(?=\s?[年月日년월일]|[〇零一二三四五六七八九十])"
)
_PARTED: Final = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})·((?:0?[1-9]|1[0-2]))·((?:0?[1-9]|[12][0-9]|3[01]))(?![0-9·월년])"
)
"""`2025·04·07`: points set where dots belong."""
_SPACED_YEAR: Final = re.compile(r"[12] [09] [0-9] [0-9](?=[ ]?[년.])")
_SPACED_PAIR: Final = re.compile(r"(?<![0-9])(?<![0-9] )([0-3]) ([0-9])(?= ?[.월일])")
"""Behind a letter-spaced year months and days are spaced as well: `2 0 2 4 년 1 2 월`."""
_ELEVEN: Final = re.compile(r"(?<=~)[ ]?[lI]{2}(?=\.)")
_AS_DIGIT: Final = str.maketrans("OolI", "0011")
_DIGITS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")


def repaired(text: str) -> str:
    """`text` with digits in place of what stands for them; the length stays the same.

    >>> repaired("2O19. l2. 3l."), repaired("二〇一九年 十二月")
    ('2019. 12. 31.', '2019年 12月')
    """
    if not _SUSPECT.search(text):
        return text
    text = _LATE_APOSTROPHE.sub(r"'\1", text.replace("..", ". "))
    text = _PARTED.sub(r"\1.\2.\3", text)
    if spaced := _SPACED_YEAR.search(text):
        head, tail = text[: spaced.end()], text[spaced.end() :]
        text = head + _SPACED_PAIR.sub(r" \1\2", tail)
    text = _ELEVEN.sub(lambda end: end[0].translate(_AS_DIGIT), text)
    return _HANJA.sub(_hanja, _LETTERS.sub(_letters, text))


def _letters(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(_AS_DIGIT) if any(c.isdigit() for c in word) else word


def _hanja(match: re.Match[str]) -> str:
    word = match[0]
    tens, ten, ones = word.partition("十")
    if not ten:
        return word.translate(_DIGITS)
    tens, ones = tens.translate(_DIGITS), ones.translate(_DIGITS)
    if tens and ones:
        return " " + tens + ones
    if tens:
        return tens + "0"
    return "1" + ones if ones else "⑩"
