"""The shapes that two thirds of all dates in reports have, read by one pattern.

    day or month    2019. 3. 4.   '19.3.4   2019.03.
    year            2019년
    range           2019. 3. ~ 11.   '19.3.4.~12.20.   '19. 12. ~ '20. 1.
    open            2019. 3. ~

The grammar reads them all, and the same; a test compares the two. What is not plain here is left to it.
"""

import re
from datetime import date
from typing import Final

from normalize.dates import civil
from normalize.dates.values import DateReading, Period

__all__ = ["read_plain"]

_GAP: Final = "[ ]{0,2}+"
_DAY: Final = rf"([0-9]{{1,2}})(?:\.{_GAP}([0-9]{{1,2}}))?\.?"
_PLAIN: Final = re.compile(
    rf"('|19|20)([0-9][0-9])(?:년|\.{_GAP}{_DAY}(?:[ ]?(~)[ ]?(?:(?:('|19|20)([0-9][0-9])\.{_GAP})?{_DAY})?)?)"
)

_CERTAIN: Final = False


def read_plain(text: str) -> DateReading | None:
    """Read a whole expression of a plain shape; None leaves it to the grammar.

    >>> read_plain("2019. 3. ~ 11.").values[0].edtf
    '2019-03/2019-11'
    """
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    century, digits, month, day, tilde, century2, digits2, month2, day2 = match.groups()
    year = _year(century, digits)
    if month is None:
        return _reading(text, *civil.year(year), f"{year:04d}", "year", "point")
    left = _span(year, int(month), day)
    if left is None:
        return None
    start, end, edtf = left
    precision = "day" if day else "month"
    if tilde is None:
        return _reading(text, start, end, edtf, precision, "point")
    if month2 is None:
        return _reading(text, start, None, f"{edtf}/..", precision, "open")
    if (day is None) != (day2 is None):
        return None
    year2 = _year(century2, digits2) if century2 else year
    right = _span(year2, int(month2), day2)
    if right is None or right[0] < start:
        return None
    return _reading(text, start, right[1], f"{edtf}/{right[2]}", precision, "range")


def _year(century: str, digits: str) -> int:
    return civil.century(int(digits)) if century == "'" else int(century + digits)


def _span(year: int, month: int, day: str | None) -> tuple[date, date, str] | None:
    if day is not None:
        only = civil.day(year, month, int(day))
        return None if only is None else (only, only, only.isoformat())
    if not 1 <= month <= 12:
        return None
    first, last = civil.month(year, month)
    return first, last, f"{year:04d}-{month:02d}"


def _reading(
    text: str, start: date, end: date | None, edtf: str, precision: str, rule: str
) -> DateReading:
    value = Period(start, end, edtf, precision, _CERTAIN, rule == "open", (0, len(text)))
    return DateReading(0, len(text), (value,), None, None, rule)
