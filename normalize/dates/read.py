"""Reading one dated expression as a whole."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from normalize.dates.atoms import Refused
from normalize.dates.bracketed_years import over_bracket, with_year_of_last, year_in_bracket
from normalize.dates.damage import repaired
from normalize.dates.fast import read_plain
from normalize.dates.items import Row, row
from normalize.dates.labels import labels_amount
from normalize.dates.periods import periods_of
from normalize.dates.terms import Context, terms
from normalize.dates.tokens import Tokens, tokenize
from normalize.dates.values import DateReading, Duration, Period, Recurrence
from normalize.folding import fold

__all__ = ["read_as_of", "read_dates", "read_folded"]

_LONGEST: Final = 2000
_SHORT: Final = 12
_FRACTION: Final = re.compile(r"\(?[1-9][0-9]?[./][1-9][0-9]?\)?")
"""`3.14`, `1/2`: alone, a day looks like a decimal or a fraction, unless it is padded (`06/25`) or ends in a dot."""
_PARTS_WITH_BRACKETS: Final = re.compile(r"(?:H|N?q|Q)\(")


def read_dates(
    expression: str, *, year: int | None = None, today: date | None = None
) -> DateReading | None:
    """Read a whole dated expression (일시·기간 표현).

    Args:
        expression: The expression, perhaps with words around it.
        year: The year that the surroundings speak of; months and days without a year need it.
        today: The day of writing, for 내년, 올해 and their like; without it they count from `year`.

    Returns:
        What it says, or None where nothing is certain.

    >>> read_dates("'19. 11. ~ 2.").values[0].edtf
    '2019-11/2020-02'
    >>> read_dates("2020. 2. 30.") is None
    True
    """
    folded = fold(expression)
    if len(folded) < _SHORT and _FRACTION.fullmatch(folded.strip()):
        return None
    reading = read_folded(folded, year, today.year if today else None)
    if reading is None or (reading.end + 1 < len(folded) and labels_amount(reading, folded)):
        return None
    return reading


@lru_cache(maxsize=65536)
def read_folded(folded: str, year: int | None, writing: int | None) -> DateReading | None:
    """`read_dates` for folded text."""
    # The margin may part a month from its day.
    folded = folded.replace("\n", " ")
    return read_plain(folded, year, writing) or _read(folded, year, writing, as_of=False)


@lru_cache(maxsize=4096)
def read_as_of(folded: str, year: int | None, writing: int | None) -> DateReading | None:
    """`read_folded` for what stands behind 기준, so that 말 is the last day."""
    return _read(folded.replace("\n", " "), year, writing, as_of=True)


def _read(folded: str, year: int | None, writing: int | None, *, as_of: bool) -> DateReading | None:
    if len(folded) > _LONGEST:
        return None
    tokens = tokenize(repaired(folded))
    if not tokens.places:
        return None
    try:
        whole = row(tokens, 0, len(tokens.places))
        return _reading(tokens, whole, Context(year, writing), as_of=as_of)
    except (Refused, RecursionError):
        return None


def _reading(tokens: Tokens, whole: Row, context: Context, *, as_of: bool) -> DateReading | None:
    values, rule = _values(tokens, whole, context, as_of=as_of)
    recurrence, duration = _beside(whole)
    if values and recurrence and recurrence.op == "continuous" and recurrence.raw == "연중":
        recurrence = None  # `1월~12월(연중)` says the same twice
    if not values and recurrence is None and duration is None:
        return None
    if duration is None and values and "E" in tokens.letters:
        duration = _anchor_only(tokens, whole)
    rule = rule or ("recurrence" if recurrence else "duration")
    start, end = _extent(values, recurrence, duration)
    return DateReading(start, end, values, recurrence, duration, rule)


def _beside(whole: Row) -> tuple[Recurrence | None, Duration | None]:
    """How often and how long, said anywhere in the expression.

    A recurrence that counts says more than one that only names a period (`분기별(연 3회 이상)`).
    """
    recurrences, durations = whole.recurrences, whole.durations
    if whole.inner:
        rows = list(_all(whole))
        recurrences = [recurrence for each in rows for recurrence in each.recurrences]
        durations = [duration for each in rows for duration in each.durations]
    if len(recurrences) > 1:
        recurrences = [each for each in recurrences if "회" in each.raw] or recurrences
    return recurrences[0] if recurrences else None, durations[0] if durations else None


def _all(whole: Row) -> Iterator[Row]:
    yield whole
    for inner in whole.inner:
        yield from _all(inner)


def _anchor_only(tokens: Tokens, whole: Row) -> Duration | None:
    """The event that a period with a printed end begins with."""
    for item, behind in pairwise(whole.items):
        if item.letter == "E" and behind.letter in {"F", "~"}:
            span = tokens.places[item.first][0], tokens.places[item.last][1]
            return Duration("", tokens.word(item.first), approximate=False, bound="", span=span)
    return None


def _extent(
    values: tuple[Period, ...], recurrence: Recurrence | None, duration: Duration | None
) -> tuple[int, int]:
    if len(values) == 1 and recurrence is None and duration is None:
        return values[0].span
    spans = [value.span for value in values]
    spans += [part.span for part in (recurrence, duration) if part]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _values(
    tokens: Tokens, whole: Row, context: Context, *, as_of: bool
) -> tuple[tuple[Period, ...], str]:
    """The values outside all brackets, else those inside (`1차(3월), 2차(9월)`)."""
    bracketed = year_in_bracket(whole) if len(whole.inner) == 1 and whole.items else None
    if bracketed:
        context = Context(bracketed.year, context.writing)
    found = terms(whole.items, context) if whole.items else []
    if not bracketed and len(whole.inner) == 1:
        found = with_year_of_last(whole, context) or found
    as_of = as_of or whole.as_of
    if found and bracketed:
        values = periods_of(tokens, whole, found, as_of=as_of)
        return over_bracket(tokens, whole, values), "list" if len(values) > 1 else found[0].edge
    if found:
        values = periods_of(tokens, whole, found, as_of=as_of)
        if found[0].edge == "point" and whole.inner:
            holiday = found[0].left is not None and found[0].left.level == "holiday"
            values = (
                _inside(tokens, whole, values, holiday=holiday)
                or _inside_each(tokens, whole, values)
                or values
            )
        return values, "list" if len(values) > 1 else found[0].edge
    if not whole.inner:
        return (), ""
    read = [_values(tokens, inner, context, as_of=as_of) for inner in whole.inner]
    read = [(values, rule) for values, rule in read if values]
    if len(read) < 2:
        return read[0] if read else ((), "")
    return tuple(value for values, _ in read for value in values), "list"


def _inside(
    tokens: Tokens, whole: Row, values: tuple[Period, ...], *, holiday: bool
) -> tuple[Period, ...]:
    """`2020년(3월, 6월)`, `2021년 설 연휴(2. 11.~14.)`: the days in brackets say more than a year or a feast."""
    year = values[0].start
    if len(values) != 1 or year is None or not (holiday or values[0].precision == "year"):
        return ()
    for inner in whole.inner:
        finer, _ = _values(tokens, inner, Context(year.year, None), as_of=whole.as_of)
        if finer and all(value.precision != "year" for value in finer):
            return (
                finer
                if all(value.start and value.start.year == year.year for value in finer)
                else ()
            )
    return ()


def _inside_each(tokens: Tokens, whole: Row, values: tuple[Period, ...]) -> tuple[Period, ...]:
    """`상반기(5월), 하반기(10월)`: each half or quarter has the months in it behind it in brackets."""
    if len(_PARTS_WITH_BRACKETS.findall(whole.letters)) != len(values) or len(values) != len(
        whole.inner
    ):
        return ()
    found: list[Period] = []
    for value, inner in zip(values, whole.inner, strict=True):
        if value.start is None or value.end is None:
            return ()
        finer, _ = _values(tokens, inner, Context(value.start.year, None), as_of=whole.as_of)
        inside = [
            each.start is not None
            and each.end is not None
            and value.start <= each.start <= each.end <= value.end
            and (each.start, each.end) != (value.start, value.end)
            for each in finer
        ]
        if not inside or not all(inside):
            return ()
        found += finer
    return tuple(found)
