"""Days, months and years of the civil calendar as Korean offices count them.

Everything here is arithmetic on integers; what cannot be (30 February) is None.
"""

from datetime import date, timedelta
from typing import Final

__all__ = [
    "century",
    "day",
    "elected_term",
    "half",
    "month",
    "month_length",
    "quarter",
    "shifted",
    "year",
]

Days = tuple[date, date]
_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def century(two_digits: int) -> int:
    """The year that two digits behind an apostrophe mean in an administrative text.

    Reports look back to the 1960s and plan into the 2050s.

    >>> century(19), century(59), century(60), century(98)
    (2019, 2059, 1960, 1998)
    """
    return two_digits + (1900 if two_digits >= 60 else 2000)


def day(year_number: int, month_number: int, day_number: int) -> date | None:
    """The day, or None if there is none such.

    >>> day(2020, 2, 30) is None
    True
    """
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        return None


def year(number: int) -> Days:
    """First and last day of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def month(year_number: int, number: int) -> Days:
    """First and last day of a month."""
    last = month_length(year_number, number)
    return date(year_number, number, 1), date(year_number, number, last)


def month_length(year_number: int, number: int) -> int:
    """How many days a month has.

    >>> month_length(1900, 2), month_length(2000, 2)
    (28, 29)
    """
    if number == 2 and year_number % 4 == 0 and (year_number % 100 or year_number % 400 == 0):
        return 29
    return _LENGTHS[number]


def quarter(year_number: int, number: int) -> Days:
    """First and last day of a quarter (분기)."""
    return date(year_number, 3 * number - 2, 1), month(year_number, 3 * number)[1]


def half(year_number: int, number: int) -> Days:
    """First and last day of a half-year (반기)."""
    return date(year_number, 6 * number - 5, 1), month(year_number, 6 * number)[1]


def elected_term(number: int) -> Days | None:
    """First and last day of a term of elected local government (민선 N기).

    The first term ran three years from 1 July 1995, all later ones four (Local Autonomy Act, 지방자치법).

    >>> elected_term(8)
    (datetime.date(2022, 7, 1), datetime.date(2026, 6, 30))
    """
    if not 1 <= number <= 20:
        return None
    first = 1995 if number == 1 else 1998 + 4 * (number - 2)
    last = 1998 if number == 1 else first + 4
    return date(first, 7, 1), date(last, 6, 30)


def shifted(start: date, count: int, unit: str) -> date | None:
    """The last day of a stretch of `count` years (Y), months (M), weeks (W) or days (D) from `start`.

    >>> shifted(date(2020, 1, 1), 5, "Y")
    datetime.date(2024, 12, 31)
    """
    if count > 5000:
        return None
    if unit in "DW":
        return start + timedelta(days=count * (7 if unit == "W" else 1) - 1)
    months = start.month - 1 + count * (12 if unit == "Y" else 1)
    year_number, month_number = start.year + months // 12, months % 12 + 1
    last = min(start.day, month_length(year_number, month_number))
    return date(year_number, month_number, last) - timedelta(days=1)
