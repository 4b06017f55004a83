"""The year of a date that stands beside it, alone in brackets: `10월(2024)`, `3~4월('25)`, `(2025) 3월`."""

from normalize.dates.atoms import Atom
from normalize.dates.items import Row
from normalize.dates.tokens import Tokens
from normalize.dates.values import Period

__all__ = ["over_bracket", "year_in_bracket"]


def year_in_bracket(whole: Row) -> Atom | None:
    """The year that stands alone in the one bracket of a row whose dates name none; else None."""
    inner = whole.inner[0].items
    year = inner[0].atom if len(inner) == 1 else None
    if year is None or year.level != "year" or year.year is None:
        return None
    dates = [item.atom for item in whole.items if item.atom]
    return None if any(date.year is not None or date.shift is not None for date in dates) else year


def over_bracket(tokens: Tokens, whole: Row, values: tuple[Period, ...]) -> tuple[Period, ...]:
    """The values, the bracket with their year taken into the place of the one beside it."""
    at = whole.inner[0].items[0].first
    first, last = tokens.places[tokens.letters.rindex("(", 0, at)][0], tokens.letters.find(")", at)
    end = tokens.places[last][1] if last >= 0 else tokens.places[at][1]
    if end <= values[0].span[0]:
        return (values[0]._replace(span=(first, values[0].span[1])), *values[1:])
    return (*values[:-1], values[-1]._replace(span=(values[-1].span[0], end)))
