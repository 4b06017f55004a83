"""The shapes that most dates in reports have, read by one pattern.

    point     2019. 3. 4.   '19.3.4   2019.03.   '17.9월   2019년 3월 4일   2019년   '20. 상반기   2020년 1/4분기
              3월   3월 4일   하반기   3분기                 (these in the year that the surroundings give)
    range     2019. 3. ~ 11.   '19.3.4.~12.20.   '19. 12. ~ '20. 1.   2020년 5~6월   '19~'21   9월~12월
    edge      2019. 3. ~   ~'19. 12.   까지 부터 이후 현재 기준 중 예정

The grammar reads them all, and the same; a test compares the two. What is not plain here is left to it.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from normalize.dates import civil
from normalize.dates.edtf import half_text, month_text, quarter_text
from normalize.dates.values import DateReading, Period

__all__ = ["read_plain"]

_GAP: Final = "[ ]{0,2}+"
_POINT: Final = re.compile(
    rf"(?:('|19|20)([0-9][0-9])(년도?[ ]?|\.{_GAP})?)?"
    r"(?:([상하])반기|([1-4])(?:/4)?분기"
    rf"|([0-9]{{1,2}})(?:(월)(?:[ ]?([0-9]{{1,2}})일)?|(\.)(?:{_GAP}([0-9]{{1,2}})[.일]?)?)?(?![0-9/])"
    r")?(?:\(([월화수목금토일])\))?"
)
_EDGE: Final = re.compile(r"[ ]?(?:(~)[ ]?|(까지|부터|이후|현재|기준|중|예정)$)")
_ONGOING: Final = frozenset({"", "현재", "계속", "지속"})
_CERTAIN: Final = False


class _Point(NamedTuple):
    """A point with its year.

    Attributes:
        start: First day.
        end: Last day.
        edtf: EDTF where it stands alone.
        left: EDTF as the left end of an interval.
        right: EDTF as the right end of an interval.
        precision: As in `Period`.
        year: Its year.
        weekday: As in `Period`.
        open_unit: It is a number that only its neighbour makes a month (`2020년 5~6월`).
    """

    start: date
    end: date
    edtf: str
    left: str
    right: str
    precision: str
    year: int
    weekday: str
    open_unit: bool


def read_plain(text: str, year: int | None = None) -> DateReading | None:
    """Read a whole expression of a plain shape; None leaves it to the grammar.

    >>> read_plain("2019. 3. ~ 11.").values[0].edtf
    '2019-03/2019-11'
    """
    if text[:1] == "~":
        return _until(text, year)
    match = _POINT.match(text)
    if match is None or text[-1:] == " ":
        return None
    end = match.end()
    if end == len(text):
        left = _point(match, year)
        return None if left is None or left.open_unit else _only(left, end)
    edge = _EDGE.match(text, end)
    if edge is None:
        return None
    left = _point(match, year)
    if left is None:
        return None
    if edge[1]:
        return _range(text, left, edge.end())
    return None if left.open_unit else _edged(text, left, edge)


def _until(text: str, year: int | None) -> DateReading | None:
    """`~'19. 12.`."""
    match = _POINT.fullmatch(text, 2 if text[1:2] == " " else 1)
    right = _point(match, year) if match and text[-1] != " " else None
    if right is None or right.open_unit:
        return None
    return _before(right, len(text))


def _before(right: _Point, end: int) -> DateReading:
    text = f"../{right.right}"
    return _reading(None, right.end, text, _inside(right), "until", end, right.weekday)


def _after(left: _Point, end: int) -> DateReading:
    text = f"{left.left}/.."
    return _reading(left.start, None, text, _inside(left), "open", end, left.weekday)


def _only(point: _Point, end: int) -> DateReading:
    return _reading(
        point.start, point.end, point.edtf, point.precision, "point", end, point.weekday
    )


def _edged(text: str, point: _Point, edge: re.Match[str]) -> DateReading:
    """What a word behind a point makes of it; 현재 and 기준 are no part of its place."""
    word = edge[2]
    if word == "까지":
        return _before(point, len(text))
    if word in {"부터", "이후"}:
        return _after(point, len(text))
    if word in {"중", "예정"} and not point.weekday:
        return _only(point, len(text))
    return _only(point, len(text[: edge.start()].rstrip()))


def _range(text: str, left: _Point, at: int) -> DateReading | None:
    """What follows a tilde: nothing, 현재, or an end of the same kind that does not lie before the start."""
    if left.precision in {"half", "quarter"}:
        return None
    if text[at:] in _ONGOING:
        return None if left.open_unit else _after(left, len(text))
    match = _POINT.fullmatch(text, at)
    if match is None or (left.open_unit and not match[7]):
        return None
    right = _point(match, left.year, is_end=True)
    if right is None or right.precision != left.precision or right.start < left.start:
        return None
    weekday = left.weekday
    if right.weekday and right.weekday != weekday:
        weekday = f"{weekday}/{right.weekday}" if weekday else right.weekday
    edtf = f"{left.left}/{right.right}"
    return _reading(left.start, right.end, edtf, left.precision, "range", len(text), weekday)


def _point(match: re.Match[str], year: int | None, *, is_end: bool = False) -> _Point | None:
    """The days of a point; None where it has no year, or is no plain date."""
    century, digits, parted, half, quarter, first, unit, day, dot, dotted_day, name = match.groups(
        ""
    )
    if century:
        year = civil.century(int(digits)) if century == "'" else int(century + digits)
        if not parted and (first or quarter):
            return None
    if year is None:
        return None
    if first:
        if not (century or unit or is_end):
            return None
        open_unit = parted[:1] == "년" and not (unit or dot)
        return _month_or_day(year, int(first), day or dotted_day, name, open_unit=open_unit)
    if half:
        return _part(year, "half", 1 if half == "상" else 2, 6, name)
    if quarter:
        return _part(year, "quarter", int(quarter), 3, name)
    if not century:
        return None
    text = f"{year:04d}"
    return _Point(*civil.year(year), text, text, text, "year", year, name, _CERTAIN)


def _month_or_day(
    year: int, month: int, day: str, weekday: str, *, open_unit: bool
) -> _Point | None:
    if day:
        only = civil.day(year, month, int(day))
        if only is None:
            return None
        text = only.isoformat()
        return _Point(only, only, text, text, text, "day", year, weekday, open_unit)
    if not 1 <= month <= 12:
        return None
    first, last = civil.month(year, month)
    text = f"{year:04d}-{month:02d}"
    return _Point(first, last, text, text, text, "month", year, weekday, open_unit)


def _part(year: int, precision: str, number: int, months: int, weekday: str) -> _Point:
    """A half-year or quarter; their codes stand alone only."""
    last = number * months
    start, end = date(year, last - months + 1, 1), civil.month(year, last)[1]
    text = half_text(year, number) if months == 6 else quarter_text(year, number)
    left, right = month_text(year, start.month), month_text(year, last)
    return _Point(start, end, text, left, right, precision, year, weekday, _CERTAIN)


def _inside(point: _Point) -> str:
    """The precision inside an interval, where parts of a year become months."""
    return "month" if point.precision in {"half", "quarter"} else point.precision


def _reading(
    start: date | None,
    end: date | None,
    edtf: str,
    precision: str,
    rule: str,
    stop: int,
    weekday: str,
) -> DateReading:
    value = Period(start, end, edtf, precision, _CERTAIN, rule == "open", (0, stop), weekday)
    return DateReading(0, stop, (value,), None, None, rule)
