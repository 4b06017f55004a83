"""Terms to periods: the first and the last day of each, with the EDTF and the place of what is printed."""

from typing import Final

from normalize.dates import civil
from normalize.dates.atoms import Atom, Refused
from normalize.dates.edtf import interval
from normalize.dates.items import Row
from normalize.dates.joins import Term
from normalize.dates.points import point
from normalize.dates.tokens import Tokens
from normalize.dates.values import Period

__all__ = ["periods_of"]

_FINEST: Final = {
    name: rank
    for rank, name in enumerate(
        ("minute", "day", "month", "quarter", "half", "year", "decade", "masked")
    )
}


def periods_of(tokens: Tokens, whole: Row, found: list[Term], *, as_of: bool) -> tuple[Period, ...]:
    """The values that the terms of a row stand for, each at its place.

    Raises:
        Refused: A period ends before it begins, or an end can't be a day.
    """
    values: list[Period] = []
    for term in found:
        span = (
            tokens.places[whole.items[term.first].first][0],
            tokens.places[whole.items[term.last].last][1],
        )
        if term.edge == "point" and term.left:
            last_day = term.last_day or as_of
            values += [_point(atom, span, last_day=last_day) for atom in _halves(term.left)]
        elif term.edge == "length" and term.left:
            values.append(_measured(tokens, whole, term, term.left, span))
        else:
            values.append(_bounded(term, span))
    return tuple(values)


def _bounded(term: Term, span: tuple[int, int]) -> Period:
    """A range, or what has only one end."""
    left, right = term.left, term.right
    if left and right:
        return _range(left, right, span)
    if right:
        end = point(_only(right), last_day=True)
        text = interval("..", end.right)
        ongoing = False
        return Period(
            None, end.end, text, end.inside, end.approximate, ongoing, span, right.weekday
        )
    if left is None:
        raise Refused
    start = point(_only(left), last_day=False)
    ongoing = term.edge == "open"
    text = interval(start.left, ".." if ongoing else "")
    return Period(
        start.start, None, text, start.inside, start.approximate, ongoing, span, left.weekday
    )


def _halves(atom: Atom) -> list[Atom]:
    """상·하반기 is two values."""
    if atom.level != "halves":
        return [atom]
    return [atom._replace(level="half", number=number) for number in (1, 2)]


def _only(atom: Atom) -> Atom:
    if atom.level == "halves":
        raise Refused
    return atom


def _point(atom: Atom, span: tuple[int, int], *, last_day: bool) -> Period:
    read = point(atom, last_day=last_day)
    ongoing = False
    return Period(
        read.start,
        read.end,
        read.edtf,
        read.precision,
        read.approximate,
        ongoing,
        span,
        atom.weekday,
    )


def _range(left: Atom, right: Atom, span: tuple[int, int]) -> Period:
    if right.level == "year" and left.level == "day" and right.year == left.year:
        raise Refused  # `2019. 3. 4. ~ 2019.`: the rest stands on the next line
    start, end = point(_only(left), last_day=False), point(_only(right), last_day=True)
    if end.end < start.start or (left.level == right.level and end.start < start.start):
        raise Refused
    finer = min(start.inside, end.inside, key=_FINEST.__getitem__)
    weekday = left.weekday
    if right.weekday and right.weekday != weekday:
        weekday = f"{weekday}/{right.weekday}" if weekday else right.weekday
    text = interval(start.left, end.right)
    about = start.approximate or end.approximate
    ongoing = False
    return Period(start.start, end.end, text, finer, about, ongoing, span, weekday)


def _measured(tokens: Tokens, whole: Row, term: Term, left: Atom, span: tuple[int, int]) -> Period:
    """`2020년부터 5년간` ends with 2024."""
    start = point(_only(left), last_day=False)
    length = whole.items[term.length]
    where = tokens.places[length.first][0]
    iso = next(d.iso for d in whole.durations if d.span[0] == where)
    end = civil.shifted(start.start, int(iso[1:-1]), iso[-1]) if iso[1:-1].isdigit() else None
    if end is None:
        raise Refused
    text = {"year": f"{end:%Y}", "month": f"{end:%Y-%m}"}.get(start.inside, end.isoformat())
    return Period(
        start.start,
        end,
        interval(start.left, text),
        start.inside,
        start.approximate,
        ongoing=False,
        span=span,
    )
