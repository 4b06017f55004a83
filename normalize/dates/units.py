"""Units of bare numbers: `3, 6, 9, 12월` are months, `2~3분기` quarters, `20~21년` years."""

from normalize.dates import civil
from normalize.dates.atoms import Atom, Refused, as_day, as_month
from normalize.dates.items import Item

__all__ = ["as_level", "as_year", "with_units"]


def with_units(items: list[Item]) -> list[Item]:
    """Give bare numbers the unit that the next number prints (`3, 6, 9, 12월`, `2020·2021학년도`)."""
    out = items
    unit = ""
    for index in range(len(items) - 1, -1, -1):
        letter, atom, first, last = items[index]
        if atom is None:
            unit = unit if letter in "~-,/" else ""
        elif unit == "학년도" and atom.level == "year" and first == last:
            out = list(items) if out is items else out
            out[index] = Item(letter, Atom("fixed", word=f"{atom.year}학년도"), first, last)
        elif atom.level == "number" and atom.word != "년":
            if unit:
                out = list(items) if out is items else out
                out[index] = Item(letter, as_level(atom, unit), first, last)
        else:
            unit = _unit_of(atom)
    return out


def _unit_of(atom: Atom) -> str:
    level = atom.level
    if level == "number":
        return "year" if atom.word == "년" else ""
    if level == "day":
        return "day" if not atom.month else ""
    if level in {"month", "quarter"} and atom.unit:
        return level
    if level == "fixed" and atom.word.endswith("학년도"):
        return "학년도"
    return ""


def as_level(atom: Atom, unit: str) -> Atom:
    """The bare number of an atom as a month, quarter, day or year.

    Raises:
        Refused: It is none.
    """
    if unit == "month":
        return as_month(atom)
    if unit == "quarter":
        if not 1 <= atom.number <= 4:
            raise Refused
        return Atom("quarter", *atom[1:])
    if unit == "day":
        return as_day(atom)
    if unit == "year" and atom.year is None and atom.number >= 10:
        return as_year(atom)
    raise Refused


def as_year(atom: Atom) -> Atom:
    """The atom's two digits as a year."""
    return Atom("year", civil.century(atom.number), *atom[2:])
