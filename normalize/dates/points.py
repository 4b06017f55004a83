"""Points: the days that an atom names, once its year, month and unit are known."""

from datetime import date
from typing import Final, NamedTuple

from normalize.dates import civil
from normalize.dates.atoms import Atom, Refused
from normalize.dates.edtf import day_text, half_text, interval, month_text, quarter_text, year_text
from normalize.dates.holidays import holiday
from normalize.dates.vocabulary import PARTS

__all__ = ["Point", "point"]

_FINE: Final = ("minute", "day", "month", "quarter", "half", "year", "decade", "masked")


class Point(NamedTuple):
    """What one atom covers.

    Attributes:
        start: Its first day.
        end: Its last day.
        edtf: EDTF where it stands alone.
        left: EDTF as the left end of an interval, without sub-year codes.
        right: EDTF as the right end of an interval.
        precision: As in `Period`.
        inside: Precision inside an interval.
        approximate: As in `Period`.
    """

    start: date
    end: date
    edtf: str
    left: str
    right: str
    precision: str
    inside: str
    approximate: bool = False


def point(atom: Atom, *, last_day: bool) -> Point:
    """The days of an atom whose year, month and unit are known.

    Args:
        atom: The atom.
        last_day: 말 is the last day here (before 기준, 현재, 까지), not the last third.

    Raises:
        Refused: There is no such day.
    """
    level, year = atom.level, atom.year
    if level == "fixed":
        return _fixed(atom.word)
    if year is None or not 1 <= year <= 9999:
        raise Refused
    if level == "day" and not atom.masked:
        return _day(civil.day(year, atom.month, atom.day), atom)
    if level in {"month", "day"}:
        return _month(year, atom, last_day=last_day)
    if level == "year":
        return _year(year, atom, last_day=last_day)
    if level == "quarter":
        days, text = civil.quarter(year, atom.number), quarter_text(year, atom.number)
        return _sub_year(days, text, "quarter", atom, last_day=last_day)
    if level == "half":
        days, text = civil.half(year, atom.number), half_text(year, atom.number)
        return _sub_year(days, text, "half", atom, last_day=last_day)
    if level == "holiday":
        return _day(holiday(atom.word, year), atom)
    raise Refused


def _day(day: date | None, atom: Atom) -> Point:
    if day is None:
        raise Refused
    text = day_text(day)
    if atom.time:
        timed = f"{text}T{atom.time}"
        return Point(day, day, timed, timed, timed, "minute", "minute", atom.about)
    return _plain((day, day), text, "day", about=atom.about)


def _plain(days: tuple[date, date], text: str, precision: str, *, about: bool) -> Point:
    printed = text + "~" if about else text
    return Point(*days, printed, printed, printed, precision, precision, about)


def _year(year: int, atom: Atom, *, last_day: bool) -> Point:
    if atom.masked:
        return Point(
            *civil.year(year),
            f"{year_text(year)}-XX",
            year_text(year),
            year_text(year),
            "masked",
            "year",
        )
    if not atom.part:
        return _plain(civil.year(year), year_text(year), "year", about=atom.about)
    return _edge_month(civil.year(year), atom, last_day=last_day)


def _edge_month(days: tuple[date, date], atom: Atom, *, last_day: bool) -> Point:
    """`2024년말` is December, about; `2024년 말까지` is its last day."""
    if atom.part in {"초", "초순"}:
        first = days[0]
        return _plain(
            civil.month(first.year, first.month),
            month_text(first.year, first.month),
            "month",
            about=True,
        )
    if atom.part not in {"말", "말일", "하순"}:
        raise Refused
    last = days[1]
    if last_day or atom.part == "말일":
        return _plain((last, last), day_text(last), "day", about=atom.about)
    return _plain(
        civil.month(last.year, last.month), month_text(last.year, last.month), "month", about=True
    )


def _sub_year(
    days: tuple[date, date], text: str, precision: str, atom: Atom, *, last_day: bool
) -> Point:
    if atom.part:
        return _edge_month(days, atom, last_day=last_day)
    mark = "~" if atom.about else ""
    left = month_text(days[0].year, days[0].month) + mark
    right = month_text(days[1].year, days[1].month) + mark
    return Point(*days, text + mark, left, right, precision, "month", atom.about)


def _month(year: int, atom: Atom, *, last_day: bool) -> Point:
    if not 1 <= atom.month <= 12:
        raise Refused
    days = civil.month(year, atom.month)
    text = month_text(year, atom.month)
    if atom.masked:
        return Point(*days, f"{text}-XX", text, text, "masked", "month")
    if not atom.part:
        return _plain(days, text, "month", about=atom.about)
    part = PARTS[atom.part]
    first = date(year, atom.month, part.first) if part.first else days[1]
    last = date(year, atom.month, part.last) if part.last else days[1]
    if not part.approximate or (last_day and atom.part == "말"):
        return _plain((last, last), day_text(last), "day", about=False)
    text = interval(day_text(first), day_text(last))
    return Point(
        first,
        last,
        text,
        day_text(first) + "~",
        day_text(last) + "~",
        "day",
        "day",
        approximate=True,
    )


def _fixed(word: str) -> Point:
    """민선 8기, 1990년대, 2019학년도."""
    digits = "".join(c for c in word if c.isdigit())
    if word.startswith("민선"):
        term = civil.elected_term(int(digits))
        if term is None:
            raise Refused
        left, right = map(day_text, term)
        return Point(*term, interval(left, right), left, right, "day", "day")
    number = int(digits)
    if word.endswith("학년도"):
        year = civil.century(number) if len(digits) == 2 else number
        left, right = month_text(year, 3), month_text(year + 1, 2)
        days = (civil.month(year, 3)[0], civil.month(year + 1, 2)[1])
        return Point(*days, interval(left, right), left, right, "month", "month")
    decade = civil.century(number) if len(digits) == 2 else number
    days = (date(decade, 1, 1), date(decade + 9, 12, 31))
    text = f"{decade // 10}X"
    return Point(*days, text, year_text(decade), year_text(decade + 9), "decade", "year")
