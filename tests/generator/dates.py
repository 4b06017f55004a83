"""Dates and periods, written as offices write them; each with what it means.

A `Pen` is one author's habit; `day`, `months` and so on draw a value and write it with that pen.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

__all__ = ["Pen", "Written", "bare_months", "draw", "draw_pen", "in_order", "listed", "period"]


class Written(NamedTuple):
    """A date as printed and as meant."""

    raw: str
    edtf: str
    start: date | None
    end: date | None
    approximate: bool = False
    ongoing: bool = False


class Pen(NamedTuple):
    """How one author writes dates.

    Attributes:
        short: Two-digit years behind an apostrophe.
        quote: The apostrophe.
        style: `tight` 2019.03.04., `wide` 2019. 3. 4., `words` 2019년 3월 4일, `mixed` ’25.3월.
        weekdays: A day is followed by its weekday.
        tilde: The sign of a range, with its blanks.
        final: A dot stands behind the last number.
    """

    short: bool
    quote: str
    style: str
    weekdays: bool
    tilde: str
    final: bool

    def year(self, year: int) -> str:
        return f"{self.quote}{year % 100:02d}" if self.short else str(year)

    def day(self, year: int, month: int, day: int) -> str:
        weekday = f"({'월화수목금토일'[date(year, month, day).weekday()]})" if self.weekdays else ""
        return f"{self._day(year, month, day)}{weekday}"

    def _day(self, year: int, month: int, day: int) -> str:
        if self.style == "words":
            return f"{self.year(year)}년 {month}월 {day}일"
        if self.style == "tight":
            return f"{self.year(year)}.{month:02d}.{day:02d}{self.dot}"
        return f"{self.year(year)}. {month}. {day}{self.dot}"

    def month(self, year: int, month: int) -> str:
        if self.style == "words":
            return f"{self.year(year)}년 {month}월"
        if self.style == "mixed":
            return f"{self.year(year)}.{month}월"
        if self.style == "tight":
            return f"{self.year(year)}.{month:02d}{self.dot}"
        return f"{self.year(year)}. {month}{self.dot}"

    def part(self, month: int, day: int | None = None) -> str:
        """The right end of a range, whose year is known."""
        if day is None:
            if self.style in {"words", "mixed"}:
                return f"{month}월"
            return f"{month:02d}{self.dot}" if self.style == "tight" else f"{month}{self.dot}"
        if self.style == "words":
            return f"{month}월 {day}일"
        if self.style == "tight":
            return f"{month:02d}.{day:02d}{self.dot}"
        return f"{month}. {day}{self.dot}"

    @property
    def dot(self) -> str:
        return "." if self.final else ""


def draw_pen(rng: Random) -> Pen:
    """Draw an author's habit."""
    short = rng.random() < 0.5
    tilde = rng.choice("~∼～〜")
    tilde = rng.choice((tilde, f" {tilde} ", f"{tilde} " if short else f" {tilde} "))
    style = rng.choice(("tight", "wide", "wide", "words", "mixed"))
    return Pen(
        short, rng.choice("''’’‘´′`"), style, rng.random() < 0.15, tilde, rng.random() < 0.85
    )


def draw(rng: Random, pen: Pen, years: tuple[int, int], *, fine: bool = False) -> Written:
    """Draw a date, or a period, that lies in `years`; `fine` leaves out quarters and halves."""
    kinds: list[tuple[int, Callable[[Random, Pen, int], Written]]] = [
        (6, one_day), (6, one_month), (3, days), (4, months), (1, quarter), (2, half), (1, across),
        (1, since), (1, until), (1, about),
    ]  # fmt: skip
    if fine:
        kinds = [each for each in kinds if each[1] not in {quarter, half, until}]
    chosen = rng.choices([each for _, each in kinds], [weight for weight, _ in kinds])[0]
    return chosen(rng, pen, rng.randint(*years))


def in_order(written: Written) -> date:
    """The day by which people sort it."""
    return written.start or written.end or date.min


def one_day(rng: Random, pen: Pen, year: int) -> Written:
    value = _day(rng, year)
    return Written(pen.day(year, value.month, value.day), value.isoformat(), value, value)


def one_month(rng: Random, pen: Pen, year: int) -> Written:
    month = rng.randint(1, 12)
    return Written(
        pen.month(year, month), f"{year}-{month:02d}", date(year, month, 1), _last(year, month)
    )


def days(rng: Random, pen: Pen, year: int) -> Written:
    first = _day(rng, year)
    if first.month == 12:
        first = first.replace(month=rng.randint(1, 11), day=rng.randint(1, 28))
    second = date(year, rng.randint(first.month + 1, 12), rng.randint(1, 28))
    raw = f"{pen.day(year, first.month, first.day)}{pen.tilde}{pen.part(second.month, second.day)}"
    return Written(raw, f"{first.isoformat()}/{second.isoformat()}", first, second)


def months(rng: Random, pen: Pen, year: int) -> Written:
    first = rng.randint(1, 11)
    second = rng.randint(first + 1, 12)
    return _months(pen, year, first, year, second)


def across(rng: Random, pen: Pen, year: int) -> Written:
    return _months(pen, year, rng.randint(7, 12), year + 1, rng.randint(1, 12))


def quarter(rng: Random, pen: Pen, year: int) -> Written:
    number = rng.randint(1, 4)
    year_words = f"{pen.year(year)}{'.' if pen.short else '년'}"
    raw = f"{year_words} {number}{rng.choice(('/4분기', '분기'))}"
    first = 3 * number - 2
    return Written(raw, f"{year}-{32 + number}", date(year, first, 1), _last(year, first + 2))


def half(rng: Random, pen: Pen, year: int) -> Written:
    second = rng.random() < 0.5
    word = "하반기" if second else "상반기"
    brief = "하" if second else "상"
    hanja = "下" if second else "上"
    raw = rng.choice((f"{pen.year(year)}년 {word}", f"{pen.year(year)}.{word}"))
    if pen.short:
        raw = rng.choice((raw, f"{pen.year(year)}.{hanja}", f"{pen.year(year)}. {brief}."))
    first = 7 if second else 1
    edtf = f"{year}-{41 if second else 40}"
    return Written(raw, edtf, date(year, first, 1), _last(year, first + 5))


def since(rng: Random, pen: Pen, year: int) -> Written:
    month = rng.randint(1, 12)
    raw = f"{pen.month(year, month)}{pen.tilde.rstrip()}"
    raw += rng.choice(("", " 계속", " 지속 추진"))
    return Written(raw, f"{year}-{month:02d}/..", date(year, month, 1), None, ongoing=True)


def until(rng: Random, pen: Pen, year: int) -> Written:
    month = rng.randint(1, 12)
    words = pen.month(year, month)
    raw = rng.choice((f"{words}까지", f"~{words}"))
    return Written(raw, f"../{year}-{month:02d}", None, _last(year, month))


def about(rng: Random, pen: Pen, year: int) -> Written:
    month = rng.randint(1, 12)
    word, first, last = rng.choice(
        (("초", 1, 10), ("초순", 1, 10), ("중순", 11, 20), ("하순", 21, 0), ("말", 21, 0))
    )
    head = f"{pen.year(year)}.{' ' if pen.style == 'wide' else ''}" if pen.short else f"{year}년 "
    start = date(year, month, first)
    end = date(year, month, last) if last else _last(year, month)
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    return Written(f"{head}{month}월 {word}", edtf, start, end, approximate=True)


def bare_months(rng: Random, year: int) -> Written:
    """4월~6월: months whose year only the section knows."""
    first = rng.randint(1, 11)
    last = rng.randint(first + 1, 12)
    edtf = f"{year}-{first:02d}/{year}-{last:02d}"
    return Written(f"{first}월~{last}월", edtf, date(year, first, 1), _last(year, last))


def listed(rng: Random, pen: Pen, year: int) -> tuple[str, list[Written]]:
    """2024. 2월, 5월, 9월: several months of one year, an event each."""
    chosen = sorted(rng.sample(range(1, 13), rng.randint(2, 3)))
    head = f"{pen.year(year)}년 " if not pen.short else f"{pen.year(year)}."
    values = [
        Written(f"{month}월", f"{year}-{month:02d}", date(year, month, 1), _last(year, month))
        for month in chosen
    ]
    values[0] = values[0]._replace(raw=head + values[0].raw)
    return ", ".join(value.raw for value in values), values


def period(rng: Random, pen: Pen, first: int, last: int) -> tuple[Written, str]:
    """A project's period from year to year, and what stands behind it in brackets."""
    kind = rng.choice(("years", "months", "months", "open", "open-year"))
    if kind == "years" and first < last:
        dot = "년" if pen.style == "words" else "."
        raw = f"{pen.year(first)}{dot}{pen.tilde}{pen.year(last)}{dot}"
        note = rng.choice(("", f"({last - first + 1}년)"))
        written = Written(raw, f"{first}/{last}", date(first, 1, 1), date(last, 12, 31))
        return written, note
    month = rng.randint(1, 6)
    if kind == "open":
        raw = f"{pen.month(first, month)}{pen.tilde}{rng.choice(('계속', '지속 추진'))}"
        edtf = f"{first}-{month:02d}/.."
        return Written(raw, edtf, date(first, month, 1), None, ongoing=True), ""
    if kind == "open-year":
        raw = f"{pen.year(first)}년~ 계속"
        return Written(raw, f"{first}/..", date(first, 1, 1), None, ongoing=True), ""
    return _months(pen, first, month, last, rng.randint(7, 12)), ""


def _months(pen: Pen, year: int, first: int, last_year: int, last: int) -> Written:
    right = pen.part(last) if last_year == year else pen.month(last_year, last)
    return Written(
        f"{pen.month(year, first)}{pen.tilde}{right}",
        f"{year}-{first:02d}/{last_year}-{last:02d}",
        date(year, first, 1),
        _last(last_year, last),
    )


def _day(rng: Random, year: int) -> date:
    month = rng.randint(1, 12)
    return date(year, month, rng.randint(1, monthrange(year, month)[1]))


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
