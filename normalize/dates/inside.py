"""What stands inside a year: half-years, quarters, months, days, holidays.

Each function's docstring is its rule, in the letters of `normalize.dates.tokens`.
"""

import re
from typing import Final, NamedTuple

from normalize.dates import civil
from normalize.dates.atoms import Level, Refused
from normalize.dates.tokens import Tokens
from normalize.dates.wording import half_number, number

__all__ = ["Inside", "behind_mark", "inside"]

_NO_DAY: Final = frozenset("mqyk")
_INFERRED: Final = False
_WEEKS: Final = re.compile(r"[ND?][~,][D?]")
_SLASHED_LIST: Final = re.compile(r"N(?>(?:/N){2,12})[mq]")
"""`3/6/9/12월`."""


class Inside(NamedTuple):
    """What stands inside a year: the fields of `Atom` that it decides, and the place behind it."""

    end: int
    level: Level
    month: int = 0
    day: int = 0
    number: int = 0
    word: str = ""
    unit: bool = True
    masked: bool = False
    year: int | None = None


def behind_mark(letters: str, at: int) -> int:
    """["."]."""
    return at + (letters[at] == ".")


def inside(tokens: Tokens, at: int, first: int) -> Inside | None:
    """L | h | N q | Q | H | [H] N …, where `first` is the first token of the atom."""
    letters = tokens.letters
    letter = letters[at]
    if letter == "N":
        return _numbers(tokens, at, first)
    if letter == "H":
        behind = behind_mark(letters, at + 1)
        half = half_number(tokens.word(at))
        if letters[behind : behind + 2] == "Nm":
            return _hinted(tokens, behind, first, half)
        return Inside(behind, "half", 0, 0, half)
    if letter == "h":
        return Inside(behind_mark(letters, at + 1), "halves")
    if letter == "Q":
        return Inside(at + 1, "quarter", 0, 0, number(tokens.word(at).lstrip("Q ")))
    if letter == "L":
        return Inside(at + 1, "holiday", word=tokens.word(at))
    if letter == "X":
        return _masked(letters, at)
    return None


def _hinted(tokens: Tokens, at: int, first: int, half: int) -> Inside:
    """`상반기 3월`: the half must be that of the month."""
    inner = _numbers(tokens, at, first)
    if half != (1 if inner.month <= 6 else 2):
        raise Refused
    return inner


def _masked(letters: str, at: int) -> Inside:
    """X [m] ["."] [X ["."]]."""
    at += 1
    at += letters[at] == "m"
    at = behind_mark(letters, at)
    if letters[at] == "X":
        at = behind_mark(letters, at + 1)
    return Inside(at, "year", masked=True)


def _numbers(tokens: Tokens, at: int, first: int) -> Inside:
    """N q | N d | N y … | N [m | "." | "-" | "/"] [day]."""
    letters = tokens.letters
    unit = letters[at + 1]
    value = number(tokens.word(at))
    if unit == "q":
        return Inside(at + 2, "quarter", 0, 0, value)
    if unit == "d":
        return Inside(at + 2, "day", 0, value)
    if unit == "y":
        return _number_year(tokens, at)
    if unit == "N" and _is_dot_lost(letters, at, first):
        return _month_and_day(tokens, value, ".", at + 1)
    mark, behind = _month_mark(letters, at + 1)
    day = letters[behind]
    if mark and day in {"N", "X"} and letters[behind + 1] not in _NO_DAY:
        if letters[behind + 1] in "~," and _is_weeks(tokens, behind):
            return Inside(behind + 3, "month", value)
        if mark == "/" and letters[at - 1] != "/" and at > first and _is_quarter(tokens, at):
            raise Refused
        return _month_and_day(tokens, value, mark, behind)
    if mark[:1] == "m":
        weeks = letters[behind] in "D?" and _is_weeks(tokens, behind)
        return Inside(behind + 3 * weeks, "month", value)
    if not mark and at > first and letters[at - 1] in "./-":
        mark = letters[at - 1]  # a year and a dot make a month of the number behind (`'20.01`)
    return Inside(behind, "number", 0, 0, value, mark, _INFERRED)


def _month_mark(letters: str, at: int) -> tuple[str, int]:
    """["m" ["."] | "." | ("-" | "/") before a day]."""
    letter = letters[at]
    if letter == ".":
        return ".", at + 1
    if letter == "m":
        return ("m.", at + 2) if letters[at + 1] == "." else ("m", at + 1)
    if letter == "/" and _SLASHED_LIST.match(letters, at - 1):
        return "", at
    if letter in "-/" and letters[at + 1] in "NX" and letters[at + 2] not in _NO_DAY:
        return letter, at + 1
    return "", at


def _is_weeks(tokens: Tokens, at: int) -> bool:
    """`4월 2~3주`, `4월 2주~3주`: weeks of the month, which has no rule for the days of each."""
    if not _WEEKS.match(tokens.letters, at):
        return False
    return tokens.word(at + 2).rstrip("차째").endswith("주")


def _is_dot_lost(letters: str, at: int, first: int) -> bool:
    """`'24. 11 21.`: the dot between month and day is lost, those around are there."""
    return (
        at > first
        and letters[at - 1] == "."
        and letters[at + 2] == "."
        and letters[at + 3] not in "N."
    )


def _is_quarter(tokens: Tokens, at: int) -> bool:
    """`2024년 3/4` may leave out 분기."""
    return tokens.word(at) in {"1", "2", "3", "4"} and tokens.word(at + 2) == "4"


def _month_and_day(tokens: Tokens, month: int, mark: str, at: int) -> Inside:
    """(N | X) ["d"] ["."] behind a month."""
    letters = tokens.letters
    masked = letters[at] == "X"
    day = 0 if masked else number(tokens.word(at))
    has_unit = letters[at + 1] == "d"
    end = behind_mark(letters, at + 1 + has_unit)
    return Inside(end, "day", month, day, 0, mark, has_unit or mark == "m", masked)


def _number_year(tokens: Tokens, at: int) -> Inside:
    """N y [H | N m [N d] | N q]: two digits and 년 are a year only with something that no length of time has.

    `20년 3월`, `21년말`, `24년도`.
    """
    letters, word, unit = tokens.letters, tokens.word(at), tokens.word(at + 1)
    behind = letters[at + 2 : at + 4]
    if len(word) != 2 or (
        unit in "년年" and behind[:1] not in {"P", "H"} and behind not in {"Nm", "Nq"}
    ):
        return Inside(
            _end_of_number_year(letters, at), "number", 0, 0, number(word), "년", _INFERRED
        )
    year = civil.century(int(word))
    if behind[:1] == "H":
        return Inside(at + 3, "half", number=half_number(tokens.word(at + 2)), year=year)
    if behind == "Nq":
        return Inside(at + 4, "quarter", number=number(tokens.word(at + 2)), year=year)
    if behind != "Nm":
        return Inside(at + 2, "year", year=year)
    month = number(tokens.word(at + 2))
    if letters[at + 4 : at + 6] == "Nd":
        return Inside(at + 6, "day", month, number(tokens.word(at + 4)), year=year)
    return Inside(at + 4, "month", month, year=year)


def _end_of_number_year(letters: str, at: int) -> int:
    """Where N y … ends, although it is no year."""
    behind = letters[at + 2 : at + 4]
    if behind[:1] == "H":
        return at + 3
    if behind == "Nm":
        return at + 6 if letters[at + 4 : at + 6] == "Nd" else at + 4
    return at + 4 if behind == "Nq" else at + 2
