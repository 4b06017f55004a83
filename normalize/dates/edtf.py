"""Writing EDTF (ISO 8601-2:2019) from parts. Only writes; a test checks it against an independent reader.

Codes of ISO 8601-2 for parts of a year: 33-36 quarters, 40 and 41 half-years. They stand alone only, since
readers of EDTF refuse them inside an interval; there they become months.
"""

from datetime import date

__all__ = ["day_text", "half_text", "interval", "month_text", "quarter_text", "year_text"]


def year_text(year: int) -> str:
    """`2020`."""
    return f"{year:04d}"


def month_text(year: int, month: int) -> str:
    """`2020-03`."""
    return f"{year:04d}-{month:02d}"


def day_text(day: date) -> str:
    """`2020-03-04`."""
    return day.isoformat()


def quarter_text(year: int, quarter: int) -> str:
    """`2020-33` is the first quarter (1분기)."""
    return f"{year:04d}-{32 + quarter}"


def half_text(year: int, half: int) -> str:
    """`2020-40` is the first half (상반기)."""
    return f"{year:04d}-{39 + half}"


def interval(start: str, end: str) -> str:
    """`start/end`, where `..` is open and an empty end is unknown.

    >>> interval("2020-03", "..")
    '2020-03/..'
    """
    return f"{start}/{end}"
