"""What the words of an atom are worth: numbers, years, half-years, weekdays, times of day."""

import re
from typing import Final

from normalize.dates import civil
from normalize.dates.atoms import Refused
from normalize.dates.tokens import Tokens
from normalize.dates.vocabulary import DEICTIC_YEARS, RELATIVE_YEARS

__all__ = ["clock", "half_number", "number", "printed_year", "weekday"]

_ROMAN: Final = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "I": 1, "II": 2, "III": 3, "IV": 4, "⑩": 10}
_CLOCK: Final = re.compile(r"(오전|오후|낮|밤)?\s?(\d{1,2})\s?[:시]\s?(?:(\d{1,2})|(반))?")
_WEEKDAY: Final = re.compile("[월화수목금토일月火水木金土日]")
_HANJA_DAYS: Final = str.maketrans("月火水木金土日", "월화수목금토일")


def number(word: str) -> int:
    """The value of a number token."""
    return _ROMAN.get(word) or int(word)


def printed_year(tokens: Tokens, match: re.Match[str]) -> tuple[int | None, int | None, bool]:
    """The year of group `year`, or its distance from the reference and whether that is the day of writing."""
    if not match["year"]:
        return None, None, False
    word = tokens.word(match.start("year"))
    if match["year"] == "R":
        if word in DEICTIC_YEARS:
            return None, DEICTIC_YEARS[word], True
        return None, RELATIVE_YEARS.get(word, 0), False
    digits = "".join(c for c in word if c.isdigit())
    if word.startswith("단기"):
        return int(digits) - 2333, None, False
    return (civil.century(int(digits)) if len(digits) == 2 else int(digits)), None, False


def half_number(word: str) -> int:
    """1 for 상반기, 2 for 하반기."""
    return 1 if word[0] in "상上전" else 2


def weekday(tokens: Tokens, match: re.Match[str], group: str) -> str:
    """The weekday as printed, in Hangul, or empty."""
    if match[group] is None:
        return ""
    found = _WEEKDAY.search(tokens.word(match.start(group)))
    return found[0].translate(_HANJA_DAYS) if found else ""


def clock(tokens: Tokens, match: re.Match[str], group: str) -> str:
    """The time of day as `18:00:00`, or empty.

    Raises:
        Refused: There is no such time.
    """
    if match[group] is None:
        return ""
    found = _CLOCK.search(tokens.word(match.start(group)))
    if found is None:
        return ""
    hour, minute = int(found[2]), 30 if found[4] else int(found[3] or 0)
    if found[1] == "오후" and hour < 12:
        hour += 12
    if hour > 24 or minute > 59:
        raise Refused
    return f"{hour:02d}:{minute:02d}:00"
