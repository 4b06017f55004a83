"""Terms: points joined to periods and lists, with what an abbreviated end leaves out filled in.

    term  = "~" point | point "~" [point | open | unknown] | point edge | point
    list  = term { "," term }

What is left out
    * unit: `3, 6, 9, 12월` and `2~3분기` take it from the right, `2020. 3. 2., 9., 16.` from the left;
    * year and month: from the left; where the end would lie before its start, the next year;
    * a year on the right end only also holds for the left.
"""

from typing import Final, NamedTuple

from normalize.dates.atoms import Atom, Refused, as_month, in_year
from normalize.dates.items import Item
from normalize.dates.joins import Term, join
from normalize.dates.units import as_level, as_year, with_units

__all__ = ["Context", "terms"]

_UNIT_LEVELS: Final = frozenset({"month", "quarter", "year", "day"})
_IN_MONTH: Final = frozenset({"day", "month"})
_PARTS_OF_YEAR: Final = frozenset({"month", "day", "quarter", "half"})


class Context(NamedTuple):
    """What the surroundings say: the year they speak of, and the year of writing."""

    year: int | None
    writing: int | None


def terms(items: list[Item], context: Context) -> list[Term]:
    """Join the items of one row to terms whose years, months and units are known.

    A term whose year nobody gives is left out.

    Raises:
        Refused: Two parts contradict each other.
    """
    if len(items) == 1 and items[0].atom:
        only = _settled(items[0].atom, None, context)
        return [Term(only, only, "point", 0, 0)] if only else []
    items = with_units(items)
    found: list[Term] = []
    previous: Atom | None = None
    joined_on = False
    index = 0
    while index < len(items):
        if items[index].letter not in "a~E":
            joined_on = joined_on or items[index].letter in ",/"
            index += 1
            continue
        if not joined_on:
            previous = None
        joined = join(items, index)
        if joined is None:
            index += 1
            continue
        index, joined_on = joined.last + 1, False
        settled = _settle(joined, previous, context)
        if settled is None:
            previous = None
            continue
        found.append(settled)
        previous = settled.right or settled.left
    return found


def _settle(term: Term, previous: Atom | None, context: Context) -> Term | None:
    """Fill in years, months and units of both ends."""
    left, right = term.left, term.right
    if left is None or right is left:
        only = _settled(left or right, previous, context)
        if only is None:
            return None
        return Term(only if left else None, only if right else None, *term[2:])
    if right is not None:
        left = _from_right(left, right, previous)
        if previous is None and _are_dotted(left, right):
            left = as_month(left)  # 3. ~ 11. in the year of the text
    left = _settled(left, previous, context)
    if left is None:
        return None
    if right is not None:
        right = _end(left, right, context)
    return Term(left, right, *term[2:])


def _settled(atom: Atom | None, previous: Atom | None, context: Context) -> Atom | None:
    """An atom with its year; None where nobody gives one, or where it is no date at all."""
    if atom is None or atom.level == "time" or (atom.level == "number" and atom.word == "년"):
        return None
    if atom.shift is not None:
        atom = _with_relative_year(atom, previous, context)
    if atom.level == "number":
        atom = _numbered(atom, previous)
        if atom is None:
            return None
    if atom.level in _IN_MONTH and not atom.month:
        if previous is None or not previous.month:
            return None
        atom = Atom(atom.level, previous.year, previous.month, *atom[3:])
    if atom.year is None and atom.level != "fixed":
        year = previous.year if previous else context.year
        if year is None:
            return None
        atom = in_year(atom, year)
        if previous and _key(atom) < _key(previous) and atom.level != "year":
            raise Refused  # a list that runs backwards hides a year's end
    return atom


def _numbered(atom: Atom, previous: Atom | None) -> Atom | None:
    """A number without unit: after a year and a dot a month, in a list what stood before it."""
    if atom.year is not None:
        return as_month(atom) if atom.word else Atom("year", *atom[1:])
    if previous is None or previous.level not in _UNIT_LEVELS:
        return None
    return as_level(atom, previous.level)


def _with_relative_year(atom: Atom, previous: Atom | None, context: Context) -> Atom:
    if atom.shift is None:
        return atom
    base = context.writing if atom.deictic and context.writing else context.year or context.writing
    if not atom.deictic and previous is not None and previous.year is not None:
        base = previous.year
    return in_year(atom, None if base is None else base + atom.shift)


def _from_right(left: Atom, right: Atom, previous: Atom | None) -> Atom:
    """What the left end takes from the right one: a unit, or the only year."""
    if left.level == "year" and right.word.endswith("학년도"):  # 2023 ~ 2024학년도
        return Atom("fixed", word=f"{left.year}학년도")
    if left.year is not None:
        return left
    if _shares_short_year(left, right):
        return as_year(left)
    if left.shift is not None or right.year is None:
        return left
    if left.level == "number" and right.level == "number":
        left = as_month(left)
    if left.level in _PARTS_OF_YEAR and (previous is None or previous.year is None):
        ahead = _key(left)[1:] > _key(_month_of(right))[1:]
        return in_year(left, right.year - ahead)
    return left


def _shares_short_year(left: Atom, right: Atom) -> bool:
    """`20~21년`."""
    return (
        left.level == "number"
        and right.level in {"number", "year"}
        and right.year is None
        and right.word == "년"
        and left.number >= 10
    )


def _are_dotted(left: Atom, right: Atom) -> bool:
    """`3. ~ 11.`: two bare numbers with their dots, the later one behind."""
    return (
        left.level == right.level == "number"
        and left.word == right.word == "."
        and left.year is None
        and right.year is None
        and left.number < right.number <= 12
    )


def _month_of(atom: Atom) -> Atom:
    return Atom("month", atom.year, atom.number, *atom[3:]) if atom.level == "number" else atom


def _end(left: Atom, right: Atom, context: Context) -> Atom:
    """The right end of a range, with what it left out taken from the left end."""
    if right.level == "time":
        return Atom(*left[:-1], right.time)
    if right.shift is not None:
        behind = _with_relative_year(right, left, context)
        if left.shift and not right.shift and _key(behind) < _key(left):
            # `전년 12월 ~ 당년 2월`: both count from the year of the text
            behind = _with_relative_year(right, None, context)
        if behind.year is None:
            raise Refused  # `2019. 4. 1. ~ 금년말`: no end without the year of writing
        right = behind
    if right.level == "number":
        right = _numbered_end(left, right)
    if right.level in _IN_MONTH and not right.month:
        right = Atom(right.level, left.year, left.month, *right[3:])
        if left.level != "day":
            raise Refused
    if right.year is None and right.level != "fixed":
        right = in_year(right, left.year)
        if _key(right) < _key(left) and left.year is not None and right.level != "year":
            right = in_year(right, left.year + 1)
    return right


def _numbered_end(left: Atom, right: Atom) -> Atom:
    """`2020. 5.~6.` ends in June, `2020.3.2~6` on the 6th, `'19~21` in 2021."""
    if right.year is not None:
        return _numbered(right, None) or right
    if right.word == "년" or left.level == "year":
        if right.number < 10:
            raise Refused
        return as_year(right)
    if left.level == "day" and right.number <= left.day:
        raise Refused
    if left.level not in _UNIT_LEVELS:
        raise Refused
    return as_level(right, left.level)


def _key(atom: Atom) -> tuple[int, int, int]:
    """Where an atom stands in time, coarsely."""
    month = atom.month
    if atom.level == "quarter":
        month = 3 * atom.number - 2
    elif atom.level == "half":
        month = 6 * atom.number - 5
    return atom.year or 0, month, atom.day or (1 if atom.level == "day" else 0)
