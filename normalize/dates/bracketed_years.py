"""The year of a date that stands beside it, alone in brackets: `10월(2024)`, `3~4월('25)`, `(2025) 3월`."""

import re
from typing import Final

from normalize.dates.atoms import Atom, in_year
from normalize.dates.items import Row
from normalize.dates.joins import Term
from normalize.dates.terms import Context, terms
from normalize.dates.tokens import Tokens
from normalize.dates.values import Period

__all__ = ["over_bracket", "with_year_of_last", "year_in_bracket"]

_MONTHS: Final = re.compile(r"a(?:,a)+")


def year_in_bracket(whole: Row) -> Atom | None:
    """The year that stands alone in the one bracket of a row whose dates name none; else None."""
    year = _year_alone(whole)
    if year is None or year.year is None:
        return None
    dates = [item.atom for item in whole.items if item.atom]
    if any(date.year is not None or date.shift is not None for date in dates):
        return None
    letters = "".join(item.letter for item in whole.items)
    if len(dates) > 1 and "," in letters:
        return None  # 3월, 9월(2027): the first is of the year around it
    if letters.startswith("a~a") and _month(dates[0]) > _month(dates[1]):
        return in_year(year, year.year - 1)  # 11월~3월(2027)
    return year


def _month(atom: Atom) -> int:
    """The month that an atom begins with."""
    part = {"quarter": 3, "half": 6}.get(atom.level)
    return part * (atom.number - 1) + 1 if part else atom.month or atom.number


def _year_alone(whole: Row) -> Atom | None:
    inner = whole.inner[0].items
    year = inner[0].atom if len(inner) == 1 else None
    return year if year and year.level == "year" else None


def with_year_of_last(whole: Row, context: Context) -> list[Term]:
    """The terms of a list whose last has its year in brackets behind it: `3월, 9월(2027)`; none for any other row."""
    letters = "".join(item.letter for item in whole.items)
    year, comma = _year_alone(whole), letters.rfind(",")
    if year is None or comma <= 0 or whole.inner[0].items[0].first < whole.items[-1].last:
        return []
    if not _MONTHS.fullmatch(letters) or not all(
        item.atom is None or (item.atom.level == "month" and item.atom.unit and not item.atom.year)
        for item in whole.items
    ):
        return []
    behind = terms(whole.items[comma + 1 :], Context(year.year, context.writing))
    moved = [
        term._replace(first=term.first + comma + 1, last=term.last + comma + 1) for term in behind
    ]
    return [*terms(whole.items[:comma], context), *moved] if moved else []


def over_bracket(tokens: Tokens, whole: Row, values: tuple[Period, ...]) -> tuple[Period, ...]:
    """The values, the bracket with their year taken into the place of the one beside it."""
    at = whole.inner[0].items[0].first
    first, last = tokens.places[tokens.letters.rindex("(", 0, at)][0], tokens.letters.find(")", at)
    end = tokens.places[last][1] if last >= 0 else tokens.places[at][1]
    if end <= values[0].span[0]:
        return (values[0]._replace(span=(first, values[0].span[1])), *values[1:])
    return (*values[:-1], values[-1]._replace(span=(values[-1].span[0], end)))
