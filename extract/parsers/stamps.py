"""Every dated value of the report's statements, with its place: the raw material of the timeline.

One pass finds the dated expressions of the whole text; each is read without a year first, so that what names
its own year never depends on its surroundings, and then with the year that they give.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from extract.outline import Outline
from extract.parsers.years import YearContext
from normalize.dates import DateReading, Period, read_dates, scan_dates

__all__ = ["Stamp", "read_stamps", "stamps_in"]


class Stamp(NamedTuple):
    """A dated value at its place in the text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        period: The value.
        recurrence: How often, as printed with it, or empty.
        explicit: It names its own year.
        rule: Name of the rule that read it.
        first: It opens its expression.
    """

    start: int
    end: int
    period: Period
    recurrence: str
    explicit: bool
    rule: str
    first: bool


def read_stamps(outline: Outline) -> tuple[list[tuple[int, list[Stamp]]], list[tuple[int, int]]]:
    """Stamps by statement index, in order; and the spans that stand in no statement (in tables)."""
    view = outline.document.view
    statements = outline.statements
    starts = [statement.start for statement in statements]
    parents = [statement.parent for statement in statements]
    context = YearContext(outline)
    known: list[int | None] = [None] * len(statements)
    sibling: dict[int, int] = {}
    found: list[tuple[int, list[Stamp]]] = []
    outside: list[tuple[int, int]] = []
    for start, end in scan_dates(view):
        index = bisect_right(starts, start) - 1
        if index < 0 or end > statements[index].end:
            outside.append((start, end))
            continue
        statement = statements[index]
        section = outline.section_at(start)
        year = known[index] or sibling.get(statement.parent)
        if year is None:
            year = context.of_statement(index, parents, known, section)
        stamps = stamps_in(view, start, end, year)
        if not stamps:
            continue
        last = stamps[-1]
        if known[index] is None and last.explicit and stamps[0].period.start:
            known[index] = stamps[0].period.start.year
        if last.explicit and start <= statement.body + 2 and last.period.precision in ("day", "month"):
            sibling[statement.parent] = _year(last.period)
        if found and found[-1][0] == index:
            found[-1][1].extend(stamps)
        else:
            found.append((index, stamps))
    return found, outside


def stamps_in(view: str, start: int, end: int, year: int | None) -> list[Stamp]:
    """The dated values of one expression, absolute; bare months and days take `year`."""
    stamps: list[Stamp] = []
    while start < end:
        words = view[start:end]
        reading = read_dates(words)
        explicit = bool(reading and reading.values)
        if not explicit and year is not None:
            reading = read_dates(words, year=year)
        if reading is None:
            break
        stamps += _placed(reading, start, explicit=explicit)
        # An expression may end before its span does; what is left may be another one.
        rest = scan_dates(words[reading.end :]) if reading.end < len(words) else ()
        if not rest:
            break
        start += reading.end + rest[0][0]
    return stamps


def _placed(reading: DateReading, start: int, *, explicit: bool) -> list[Stamp]:
    recurrence = reading.recurrence.raw if reading.recurrence else ""
    values: Sequence[Period] = reading.values
    return [
        Stamp(start + value.span[0], start + value.span[1], value, recurrence, explicit, reading.rule, at == 0)
        for at, value in enumerate(values)
    ]


def _year(period: Period) -> int:
    day = period.end or period.start
    return day.year if day else 0
