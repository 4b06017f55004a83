"""Units of bare numbers: `3, 6, 9, 12월` are months, `2~3분기` quarters, `20~21년` years."""

from normalize.dates import civil
from normalize.dates.atoms import Atom, Refused
from normalize.dates.items import Item

__all__ = ["as_level", "valid_month", "with_units"]


def with_units(items: list[Item]) -> list[Item]:
    """Give bare numbers the unit that the next number prints (`3, 6, 9, 12월`)."""
    out = list(items)
    unit = ""
    for index in range(len(items) - 1, -1, -1):
        atom = items[index].atom
        if atom is None:
            unit = unit if items[index].letter in "~-,/" else ""
        elif atom.level == "number" and atom.word != "년":
            if unit:
                out[index] = items[index]._replace(atom=as_level(atom, unit))
        else:
            unit = _unit_of(atom)
    return out


def _unit_of(atom: Atom) -> str:
    if atom.level == "number":
        return "year" if atom.word == "년" else ""
    if atom.level == "day":
        return "day" if not atom.month else ""
    if atom.level in {"month", "quarter"} and atom.unit:
        return atom.level
    return ""


def as_level(atom: Atom, unit: str) -> Atom:
    """The bare number of an atom as a month, quarter, day or year.

    Raises:
        Refused: It is none.
    """
    if unit == "month":
        return valid_month(atom._replace(level="month", month=atom.number))
    if unit == "quarter":
        if not 1 <= atom.number <= 4:
            raise Refused
        return atom._replace(level="quarter")
    if unit == "day":
        return atom._replace(level="day", day=atom.number)
    if unit == "year" and atom.year is None and atom.number >= 10:
        return atom._replace(level="year", year=civil.century(atom.number))
    raise Refused


def valid_month(atom: Atom) -> Atom:
    """The atom, if its month is one.

    Raises:
        Refused: There is no such month.
    """
    if not 1 <= atom.month <= 12:
        raise Refused
    return atom
