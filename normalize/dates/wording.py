"""What the words of an atom are worth: numbers, years, half-years, weekdays, times of day."""

import re
from typing import Final

from normalize.dates import civil
from normalize.dates.atoms import Refused
from normalize.dates.tokens import Tokens
from normalize.dates.years import DEICTIC_YEARS, ERAS, RELATIVE_YEARS

__all__ = ["clock", "half_number", "number", "printed_year", "weekday"]

_ROMAN: Final = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "I": 1, "II": 2, "III": 3, "IV": 4, "⑩": 10}
_CLOCK: Final = re.compile(r"(오전|오후|낮|밤)?\s?(\d{1,2})\s?[:시]\s?(?:(\d{1,2})|(반))?")
_WEEKDAY: Final = re.compile("[월화수목금토일月火水木金土日]")
_HANJA_DAYS: Final = str.maketrans("月火水木金土日", "월화수목금토일")


def number(word: str) -> int:
    """The value of a number token."""
    return _ROMAN.get(word) or int(word)


def printed_year(word: str, *, relative: bool) -> tuple[int | None, int | None, bool]:
    """The year of a word, or its distance from the reference and whether that is the day of writing.

    Raises:
        Refused: The era has no such year.
    """
    if relative:
        if word in DEICTIC_YEARS:
            return None, DEICTIC_YEARS[word], True
        return None, RELATIVE_YEARS.get(word, 0), False
    if len(word) == 4 and word.isdecimal():
        return int(word), None, False
    digits = "".join([c for c in word if c.isdigit()])
    era = ERAS.get(word[: -len(digits)].rstrip())
    if era:
        before, years = era
        if not 1 <= int(digits) <= years:
            raise Refused
        return before + int(digits), None, False
    return (civil.century(int(digits)) if len(digits) == 2 else int(digits)), None, False


def half_number(word: str) -> int:
    """1 for 상반기, 2 for 하반기."""
    return 1 if word[0] in "상上전1" else 2


def weekday(tokens: Tokens, index: int) -> str:
    """The weekday of a token as printed, in Hangul, or empty."""
    found = _WEEKDAY.search(tokens.word(index))
    return found[0].translate(_HANJA_DAYS) if found else ""


def clock(tokens: Tokens, index: int) -> str:
    """The time of day of a token as `18:00:00`, or empty.

    Raises:
        Refused: There is no such time.
    """
    found = _CLOCK.search(tokens.word(index))
    if found is None:
        return ""
    hour, minute = int(found[2]), 30 if found[4] else int(found[3] or 0)
    if found[1] == "오후" and hour < 12:
        hour += 12
    if hour > 24 or minute > 59:
        raise Refused
    return f"{hour:02d}:{minute:02d}:00"
