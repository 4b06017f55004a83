"""Finding every dated expression of a line or a page, and saying how each was read."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from normalize.dates.labels import labels_amount
from normalize.dates.read import read_as_of, read_folded
from normalize.dates.scan import BARE_MONTHS, SPAN, scan_dates
from normalize.dates.values import DateReading, Period
from normalize.folding import fold

__all__ = ["find_dates"]

_GOES_ON: Final = re.compile(
    r"(?<=\.)[0-9]|/4(?![0-9])|[ ]?[0-9]{1,2}(?:[ ]?/[ ]?4)?[ ]?분기(?!별)|[ ]?[1-4]/4(?![0-9])|[ ]?[12][ ]?학기|[ ]?[중전후]반(?![가-힣])"
    r"|[ ]?(?:봄|여름|가을|겨울)(?:철|방학)?(?![가-힣])"
)
"""Behind a date: its words go on (`2019.5㎡`, `2024년 5분기`, `2024학년도 1학기`), so that it is none."""
_GOES_ON_WITH: Final = frozenset("0123456789/중전후봄여가겨")
_HAS_YEAR: Final = re.compile(r"'[0-9]{2}|[0-9]{4}|[0-9]{2}\.[0-9]{1,2}\.[0-9]")
_AS_OF_BEFORE: Final = re.compile(r"기준\s?일?\s{0,3}[:(]?\s{0,3}$")

_new: Final = tuple.__new__  # every date is moved, and `_replace` takes six times as long


def find_dates(
    text: str, *, year: int | None = None, today: date | None = None
) -> list[DateReading]:
    """Find and read every dated expression of a text.

    A year that only labels an amount (`2018년 350백만원`) is left out.

    Args:
        text: A line, a cell or a page.
        year: As in `read_dates`.
        today: As in `read_dates`.

    Returns:
        The readings in order of appearance, with places in `text`, without overlap.

    >>> [r.values[0].edtf for r in find_dates("수립('20.01), 2018년 350백만원, 개소(2019.07.17.)")]
    ['2020-01', '2019-07-17']
    """
    writing = today.year if today else None
    return list(_found(fold(text), year, writing))


def _found(folded: str, year: int | None, writing: int | None) -> Iterator[DateReading]:
    before: DateReading | None = None
    for span in scan_dates(folded):
        start, end = span
        while start < end:
            reading = _read(folded, start, end, year, writing)
            if reading is None:
                break
            stop = reading.end
            if not (
                labels_amount(reading, folded)
                or (len(reading.values) > 1 and _heads_columns(reading, folded))
                or _goes_on(folded, stop)
            ):
                if before is not None and "(" in folded[before.end : reading.start]:
                    reading = _in_bracket(before, reading, folded, end, writing)
                if reading is not None:
                    yield reading
                    before = reading
            rest = SPAN.search(folded, stop, end) if stop < end else None
            if rest is None:
                break
            start, end = rest.span(1)


def _read(
    folded: str, start: int, end: int, year: int | None, writing: int | None
) -> DateReading | None:
    expression = folded[start:end]
    if start and expression[-1] == "." and BARE_MONTHS.match(folded, start):
        expression = expression.replace(".", "월")
    as_of = (
        "말" in expression and _AS_OF_BEFORE.search(folded, max(0, start - 12), start) is not None
    )
    reading = (read_as_of if as_of else read_folded)(expression, year, writing)
    return _moved(reading, start) if reading and start else reading


def _moved(reading: DateReading, by: int) -> DateReading:
    """The same reading with its places counted from the beginning of the text."""
    start, end, values, recurrence, duration, rule = reading
    moved = tuple([_moved_value(value, by) for value in values])
    if recurrence:
        first, last = recurrence.span
        recurrence = recurrence._replace(span=(first + by, last + by))
    if duration:
        first, last = duration.span
        duration = duration._replace(span=(first + by, last + by))
    return _new(DateReading, (start + by, end + by, moved, recurrence, duration, rule))


def _moved_value(value: Period, by: int) -> Period:
    start, end, edtf, precision, approximate, ongoing, (first, last), weekday = value
    span = (first + by, last + by)
    return _new(Period, (start, end, edtf, precision, approximate, ongoing, span, weekday))


def _goes_on(folded: str, stop: int) -> bool:
    """Whether the words of a date go on behind it."""
    ahead = folded[stop : stop + 2].lstrip(" ")[:1]
    return ahead in _GOES_ON_WITH and _GOES_ON.match(folded, stop) is not None


def _heads_columns(reading: DateReading, folded: str) -> bool:
    """`2019년 2020년 2021년`: years in a row with nothing between are the head of a table."""
    values = reading.values
    if any(value.precision != "year" for value in values):
        return False
    return all(not folded[a.span[1] : b.span[0]].strip() for a, b in pairwise(values))


def _in_bracket(
    before: DateReading, reading: DateReading, folded: str, end: int, writing: int | None
) -> DateReading | None:
    """A reading, in the light of that before it where it stands in brackets directly behind, without a year of its own."""
    if not (before.values and reading.values) or folded[before.end : reading.start].strip() != "(":
        return reading
    if _HAS_YEAR.search(folded, reading.start, reading.end):
        return reading
    return _within(before, reading, folded, end, writing)


def _within(
    before: DateReading, reading: DateReading, folded: str, end: int, writing: int | None
) -> DateReading | None:
    """`2019년(10월)` is a month of that year; `2020. 1. ~ 6.(상반기)` says the same twice."""
    value = before.values[-1]
    if value.precision != "year" or value.start is None or before.rule != "point":
        return None
    return _read(folded, reading.start, end, value.start.year, writing)
