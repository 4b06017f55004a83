"""The dated values of one expression, each at its place in the text."""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from normalize.dates import DateReading, Period, scan_dates
from normalize.dates.read import read_as_of, read_folded
from normalize.dates.scan import BARE_MONTHS

__all__ = ["Stamp", "stamps_in", "stamps_over_lines"]

_AS_OF: Final = re.compile(r"기준\s?일?\s{0,3}[:(]?\s{0,3}$")
_MONTHS_FIRST: Final = re.compile(r"\d{1,2}\.\s?~\s?\d{1,2}\.")
_BARE_LEFT: Final = re.compile(
    r"\d{1,2}\s?월\s?,[^()]*\((?:'\d\d|20\d\d)년?\)|\d{1,2}\s?(?:월|\.(?:\s?\d{1,2}\.)?)\s?~\s?(?:'\d\d|20\d\d)[.년]"
)
_SEMESTER: Final = re.compile(r"(?<=학년도)\s?[12]\s?학기")
"""`2026학년도 2학기` is half of that year, and no calendar says which days."""
_LONGEST_MONTHS: Final = 12
_new: Final = (
    tuple.__new__
)  # a report has hundreds of dates, and this costs half of calling the class

Year = Callable[[], int | None]
"""Tells the year at a place, where it is asked for."""


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


def stamps_in(
    view: str,
    start: int,
    end: int,
    year_there: Year,
    plan_there: Year | None = None,
) -> list[Stamp]:
    """The dated values of one expression, absolute; only bare months and days ask for the `year_there`.

    `plan_there`: the year that the section is of, in which `5월 ~ '27. 6월` begins.
    """
    stamps: list[Stamp] = []
    while start < end:
        words = view[start:end]
        if words[-1] == ".":
            words = _with_months(view, start, words)
        # `기준일 : 10월 말` is the last day of October; elsewhere 말 is its last ten days.
        as_of = "말" in words and _AS_OF.search(view, max(0, start - 12), start) is not None
        read = read_as_of if as_of else read_folded
        reading = read(words, None, None)
        explicit = bool(reading and reading.values)
        if not explicit:
            if (year := year_there()) is not None:
                reading = read(words, year, None)
        elif (
            ("~" in words or "," in words)
            and _BARE_LEFT.match(words)
            and (year := (plan_there or year_there)()) is not None
        ):
            reading = read(words, year, None) or reading
        if reading is None:
            break
        stamps += _placed(reading, start, explicit=explicit)
        stop = start + reading.end
        if view[stop - 1] == "도" and _ends_before_semester(view, stamps, stop):
            stamps.pop()
        if stop >= end:
            break
        # An expression may end before its span does; what is left may be another one.
        rest = scan_dates(words[reading.end :])
        if not rest:
            break
        start = stop + rest[0][0]
    return stamps


def _ends_before_semester(view: str, stamps: Sequence[Stamp], stop: int) -> bool:
    return bool(stamps) and stamps[-1].end == stop and _SEMESTER.match(view, stop) is not None


def _with_months(view: str, start: int, words: str) -> str:
    """The words of an expression at `start`; months that are marked by a dot alone get their unit."""
    if (view[start - 1] == "(" and BARE_MONTHS.match(view, start)) or (
        len(words) < _LONGEST_MONTHS and "~" in words and _MONTHS_FIRST.fullmatch(words)
    ):
        return words.replace(".", "월")
    return words


def stamps_over_lines(
    view: str, start: int, end: int, year_there: Year, plan_there: Year | None = None
) -> list[Stamp]:
    """The dated values of one expression, which may go over two lines."""
    if view.find("\n", start, end) < 0:
        return stamps_in(view, start, end, year_there, plan_there)
    line = view[start:end].replace("\n", " ")
    return [
        stamp._replace(start=stamp.start + start, end=stamp.end + start)
        for stamp in stamps_in(line, 0, len(line), year_there, plan_there)
    ]


def _placed(reading: DateReading, start: int, *, explicit: bool) -> list[Stamp]:
    _, _, values, told, _, rule = reading
    recurrence = told.raw if told else ""
    stamps = []
    for at, value in enumerate(values):
        first, last = value.span
        stamps.append(
            _new(Stamp, (start + first, start + last, value, recurrence, explicit, rule, at == 0))
        )
    return stamps
