"""Atoms: one point of time as printed, perhaps without its year, month or unit.

An atom says what is printed; `normalize.dates.printed` reads it from tokens, `normalize.dates.points` says
which days it is.
"""

from typing import Literal, NamedTuple

__all__ = ["Atom", "Level", "Refused"]

Level = Literal[
    "year", "half", "halves", "quarter", "month", "day", "number", "fixed", "holiday", "time"
]


class Refused(Exception):  # noqa: N818 - a refusal is the grammar's answer, not a fault
    """A rule saw a date that cannot be (30 February), so nothing of the expression is trusted."""


class Atom(NamedTuple):
    """One point of time as printed.

    Attributes:
        level: The finest thing named; `number` for a number whose unit is still unknown.
        year: The year, if printed.
        shift: Years from the reference of a relative word (익년: 1), if there is one.
        deictic: The relative word counts from the day of writing (내년), not from the text's year (익년).
        month: 1 to 12, or 0.
        day: 1 to 31, or 0.
        number: Quarter, half-year, or the number without unit.
        part: 초, 중순, 말, or empty.
        about: 경, 약.
        masked: The day is printed as `○○` or `00`.
        weekday: As printed.
        time: `18:00:00`, or empty.
        word: Name of a holiday, or the text of a fixed period.
        first: Its first token.
        last: Its last token, inclusive.
        unit: The unit was printed (월, 일, 분기) and not only inferred from dots.
    """

    level: Level
    year: int | None = None
    shift: int | None = None
    deictic: bool = False
    month: int = 0
    day: int = 0
    number: int = 0
    part: str = ""
    about: bool = False
    masked: bool = False
    weekday: str = ""
    time: str = ""
    word: str = ""
    first: int = 0
    last: int = 0
    unit: bool = True
