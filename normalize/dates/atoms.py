"""Atoms: one point of time as printed, perhaps without its year, month or unit.

An atom says what is printed; `normalize.dates.printed` reads it from tokens, `normalize.dates.points` says
which days it is.
"""

from typing import Literal, NamedTuple

__all__ = ["Atom", "Level", "Refused", "as_day", "as_month", "in_year"]

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
        month: 1 to 12, or 0.
        day: 1 to 31, or 0.
        number: Quarter, half-year, or the number without unit.
        word: Name of a holiday, the text of a fixed period, or what stands between a number and its neighbour.
        unit: The unit was printed (월, 일, 분기) and not only inferred from dots.
        masked: The day is printed as `○○` or `00`.
        shift: Years from the reference of a relative word (익년: 1), if there is one.
        deictic: The relative word counts from the day of writing (내년), not from the text's year (익년).
        part: 초, 중순, 말, or empty.
        about: 경, 약.
        weekday: As printed.
        time: `18:00:00`, or empty.
    """

    level: Level
    year: int | None = None
    month: int = 0
    day: int = 0
    number: int = 0
    word: str = ""
    unit: bool = True
    masked: bool = False
    shift: int | None = None
    deictic: bool = False
    part: str = ""
    about: bool = False
    weekday: str = ""
    time: str = ""


# Spelled out, because `_replace` takes four times as long and these run for every number of a list.


def in_year(atom: Atom, year: int | None) -> Atom:
    """The atom in a year."""
    return Atom(atom.level, year, *atom[2:])


def as_month(atom: Atom) -> Atom:
    """The atom's number as a month.

    Raises:
        Refused: There is no such month.
    """
    if not 1 <= atom.number <= 12:
        raise Refused
    return Atom("month", atom.year, atom.number, *atom[3:])


def as_day(atom: Atom) -> Atom:
    """The atom's number as a day of a month that is still unknown."""
    return Atom("day", atom.year, atom.month, atom.number, *atom[4:])
