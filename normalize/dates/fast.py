"""The shapes that most dates in reports have, read by one pattern.

    point     2019. 3. 4.   '19.3.4   2019.03.   '17.9월   2019년 3월 4일   2019-03-04   19.3.4.   2019년   '20. 상반기
              2020년 1/4분기   '19. 3월말   당해연도   내년 상반기
              3월   3월 4일   3월 초   하반기   3분기         (these in the year that the surroundings give)
    range     2019. 3. ~ 11.   '19.3.4.~12.20.   '19. 12. ~ '20. 1.   2020년 5~6월   '19~'21   9월~12월   '19. 11. ~ 2.
    edge      2019. 3. ~   ~'19. 12.   까지 부터 이후 현재 기준 중 예정 자 부 한

The grammar reads them all, and the same; a test compares the two. What is not plain here is left to it.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from normalize.dates import civil
from normalize.dates.edtf import day_text, half_text, interval, month_text, quarter_text
from normalize.dates.values import DateReading, Period
from normalize.dates.vocabulary import PARTS, words
from normalize.dates.years import DEICTIC_YEARS, RELATIVE_YEARS

__all__ = ["read_plain"]

_GAP: Final = "[ ]{0,2}+"
_PART: Final = r"(초순|상순|중순|하순|말일|말|초)(?=$|[ 까부현기예])"
_POINT: Final = re.compile(
    rf"(?:('|19|20)([0-9][0-9])(년도?[ ]?|\.{_GAP}|[ ](?=[상하]반기))?"
    rf"|({words(DEICTIC_YEARS)}|{words(RELATIVE_YEARS)})[ ]?(?=$|[0-9상하까부이현기중예~]))?"
    r"(?:([상하])반기|([1-4])(?:/4)?분기"
    rf"|([0-9]{{1,2}})(?:(월)(?:[ ]?([0-9]{{1,2}})일|[ ]?{_PART})?|(\.)(?:{_GAP}([0-9]{{1,2}})[.일]?)?)?(?![0-9/])"
    r")?(?:\(([월화수목금토일])\))?"
)
_EDGE: Final = re.compile(
    r"[ ]?(?:(~)[ ]?|(까지|부터|이후|현재|기준|중|예정|자|부|(?<=[0-9.일월년])한|(?<=[0-9.일월년] )한)$)"
)
_DASHED_DAY: Final = re.compile(r"(19|20)([0-9][0-9])([-/])([0-9]{1,2})\3([0-9]{1,2})")
_BARE_DAY: Final = re.compile(
    rf"([0-9][0-9])\.{_GAP}([0-9]{{1,2}})\.{_GAP}([0-9]{{1,2}})\.?(?![0-9])"
)
_ONGOING: Final = frozenset({"", "현재", "계속", "지속"})
_LAST_DAY: Final = frozenset({"까지", "한", "현재", "기준"})
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
        about: As in `Period`.
        part: It is a part of a month.
    """

    start: date
    end: date
    edtf: str
    left: str
    right: str
    precision: str
    year: int
    weekday: str
    open_unit: bool = False
    about: bool = False
    part: bool = False


def read_plain(
    text: str, year: int | None = None, writing: int | None = None
) -> DateReading | None:
    """Read a whole expression of a plain shape; None leaves it to the grammar.

    Args:
        text: Folded text.
        year: The year that the surroundings speak of.
        writing: The year of writing.

    >>> read_plain("2019. 3. ~ 11.").values[0].edtf
    '2019-03/2019-11'
    """
    if text[:1] == "~":
        return _until(text, year, writing)
    match = _POINT.match(text)
    if match is None or text[-1:] == " ":
        return None
    end = match.end()
    if end == len(text):
        left = _point(match, _year(match, year, writing))
        return None if left is None or left.open_unit else _only(left, end)
    edge = _EDGE.match(text, end)
    if edge is None:
        return _day_otherwise(text)
    word = edge[2]
    left = _point(match, _year(match, year, writing), last_day=word in _LAST_DAY)
    if left is None:
        return None
    if word is None:
        return _range(text, left, edge.end())
    return None if left.open_unit else _edged(text, left, edge)


def _day_otherwise(text: str) -> DateReading | None:
    """`2019-03-04`, `2019/3/4`, `19.3.4.`."""
    if text[2:3] == ".":
        bare = _BARE_DAY.fullmatch(text)
        if bare is None:
            return None
        year, month, day = civil.century(int(bare[1])), bare[2], bare[3]
    else:
        dashed = _DASHED_DAY.fullmatch(text) if text[4:5] in {"-", "/"} else None
        if dashed is None:
            return None
        year, month, day = int(dashed[1] + dashed[2]), dashed[4], dashed[5]
    point = _month_or_day(year, int(month), day, "")
    return None if point is None else _only(point, len(text))


def _until(text: str, year: int | None, writing: int | None) -> DateReading | None:
    """`~'19. 12.`."""
    match = _POINT.fullmatch(text, 2 if text[1:2] == " " else 1)
    if match is None or text[-1] == " ":
        return None
    right = _point(match, _year(match, year, writing), last_day=True)
    return None if right is None or right.open_unit else _before(right, len(text))


def _before(right: _Point, end: int) -> DateReading:
    return _reading(right, None, right.end, f"../{right.right}", "until", end)


def _after(left: _Point, end: int) -> DateReading:
    return _reading(left, left.start, None, f"{left.left}/..", "open", end)


def _only(point: _Point, end: int) -> DateReading:
    value = Period(
        point.start,
        point.end,
        point.edtf,
        point.precision,
        point.about,
        _CERTAIN,
        (0, end),
        point.weekday,
    )
    return DateReading(0, end, (value,), None, None, "point")


def _edged(text: str, point: _Point, edge: re.Match[str]) -> DateReading:
    """What a word behind a point makes of it; 현재 and 기준 are no part of its place."""
    word = edge[2]
    if word in {"까지", "한"}:
        return _before(point, len(text))
    if word in {"부터", "이후"}:
        return _after(point, len(text))
    if word in {"중", "예정", "자", "부"} and not point.weekday:
        return _only(point, len(text))
    return _only(point, len(text[: edge.start()].rstrip()))


def _range(text: str, left: _Point, at: int) -> DateReading | None:
    """What follows a tilde: nothing, 현재, or an end of the same kind, perhaps in the next year."""
    if left.part or left.precision in {"half", "quarter"}:
        return None
    if text[at:] in _ONGOING:
        return None if left.open_unit else _after(left, len(text))
    match = _POINT.fullmatch(text, at)
    if match is None or match[4] or (left.open_unit and not match[8]):
        return None
    right = _point(match, _year(match, left.year, None), is_end=True)
    if right and right.start < left.start and not match[1]:
        right = _point(match, left.year + 1, is_end=True)
    if right is None or right.part or right.precision != left.precision:
        return None
    if right.start < left.start:
        return None
    weekday = left.weekday
    if right.weekday and right.weekday != weekday:
        weekday = f"{weekday}/{right.weekday}" if weekday else right.weekday
    edtf, end = f"{left.left}/{right.right}", len(text)
    value = Period(
        left.start, right.end, edtf, left.precision, _CERTAIN, _CERTAIN, (0, end), weekday
    )
    return DateReading(0, end, (value,), None, None, "range")


def _year(match: re.Match[str], year: int | None, writing: int | None) -> int | None:
    """The year that is printed, or counted from the year around it or that of writing, or around it."""
    century, digits, _, word = match.group(1, 2, 3, 4)
    if century:
        return civil.century(int(digits)) if century == "'" else int(century + digits)
    if not word:
        return year
    deictic = word in DEICTIC_YEARS
    base = (writing or year) if deictic else (year or writing)
    if base is None:
        return None
    return base + (DEICTIC_YEARS if deictic else RELATIVE_YEARS)[word]


def _point(
    match: re.Match[str], year: int | None, *, is_end: bool = False, last_day: bool = False
) -> _Point | None:
    """The days of a point; None where it has no year, or is no plain date."""
    century, _, parted, word, half, quarter, first, unit, day, part, dot, dotted, name = (
        match.groups("")
    )
    if year is None or (century and not parted and (first or quarter)):
        return None
    if first:
        if not (century or unit or is_end):
            return None
        if part:
            return _part_of_month(year, int(first), part, last_day=last_day)
        open_unit = parted[:1] == "년" and not (unit or dot)
        return _month_or_day(year, int(first), day or dotted, name, open_unit=open_unit)
    if half:
        return _part_of_year(year, "half", 1 if half == "상" else 2, 6, name)
    if quarter:
        return _part_of_year(year, "quarter", int(quarter), 3, name)
    if not (century or word) or not 1 <= year <= 9999:
        return None
    text = f"{year:04d}"
    return _Point(*civil.year(year), text, text, text, "year", year, name)


def _month_or_day(
    year: int, month: int, day: str, weekday: str, *, open_unit: bool = False
) -> _Point | None:
    if day:
        only = civil.day(year, month, int(day))
        if only is None:
            return None
        text = only.isoformat()
        return _Point(only, only, text, text, text, "day", year, weekday, open_unit)
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    first, last = civil.month(year, month)
    text = f"{year:04d}-{month:02d}"
    return _Point(first, last, text, text, text, "month", year, weekday, open_unit)


def _part_of_month(year: int, month: int, word: str, *, last_day: bool) -> _Point | None:
    """초, 중순, 말; `last_day`: 말 is the last day."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    part, end = PARTS[word], civil.month(year, month)[1]
    if not part.approximate or (last_day and word == "말"):
        text = day_text(end)
        return _Point(end, end, text, text, text, "day", year, "", part=True)
    first = end.replace(day=part.first)
    last = end.replace(day=part.last) if part.last else end
    left, right = day_text(first), day_text(last)
    text = interval(left, right)
    return _Point(
        first, last, text, f"{left}~", f"{right}~", "day", year, "", about=True, part=True
    )


def _part_of_year(
    year: int, precision: str, number: int, months: int, weekday: str
) -> _Point | None:
    """A half-year or quarter; their codes stand alone only."""
    if not 1 <= year <= 9999:
        return None
    last = number * months
    start, end = date(year, last - months + 1, 1), civil.month(year, last)[1]
    text = half_text(year, number) if months == 6 else quarter_text(year, number)
    left, right = month_text(year, start.month), month_text(year, last)
    return _Point(start, end, text, left, right, precision, year, weekday)


def _reading(
    point: _Point, start: date | None, end: date | None, edtf: str, rule: str, stop: int
) -> DateReading:
    """A reading with one end; inside an interval parts of a year become months."""
    precision = "month" if point.precision in {"half", "quarter"} else point.precision
    value = Period(
        start, end, edtf, precision, point.about, rule == "open", (0, stop), point.weekday
    )
    return DateReading(0, stop, (value,), None, None, rule)
