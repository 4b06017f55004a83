"""Cells as the values that an embedded database takes; what it can't hold exactly is refused."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Final

from extract.load.summary import Refused
from extract.load.tables import STORED, ReportRows, kind

__all__ = ["LARGEST", "Cell", "Readers", "as_boolean", "as_date", "as_float", "as_integer", "typed"]

Cell = str | int | float | bool | None

Readers = Mapping[str, Callable[[str], Cell]]
"""What a column holds (see `kind`) -> what reads its text, None for a text that can't be held.

Text has no reader: it is held as it is.
"""

LARGEST: Final = 2**63 - 1

_INTEGER: Final = re.compile(r"-?[0-9]{1,19}")
_FLOAT: Final = re.compile(r"[0-9]{1,17}(?:\.[0-9]{1,20})?(?:e-[0-9]{1,2})?")


def as_integer(text: str) -> int | None:
    """Read an integer of 64 bits.

    >>> as_integer("2020"), as_integer("9223372036854775808"), as_integer("2020년")
    (2020, None, None)
    """
    if not _INTEGER.fullmatch(text):
        return None
    value = int(text)
    return value if abs(value) <= LARGEST else None


def as_float(text: str) -> float | None:
    """Read a measured number, such as a confidence.

    >>> as_float("0.97"), as_float("nan")
    (0.97, None)
    """
    return float(text) if _FLOAT.fullmatch(text) else None


def as_boolean(text: str) -> bool | None:
    """Read `true` or `false`."""
    return {"true": True, "false": False}.get(text)


def as_date(text: str) -> str | None:
    """Return an ISO 8601 date as it is, when there is such a day.

    >>> as_date("2020-02-29"), as_date("2019-02-29")
    ('2020-02-29', None)
    """
    with suppress(ValueError):
        if date.fromisoformat(text).isoformat() == text:
            return text
    return None


def typed(report: ReportRows, readers: Readers) -> dict[str, list[list[Cell]]] | Refused:
    """Return the rows of a report as columns of values, or the first value that can't be held.

    Tables stand in the order of their foreign keys; those without rows are left out.
    """
    tables = {}
    for name, table in STORED.items():
        columns: list[list[Cell]] = []
        rows = zip(*report.tables[name], strict=True)
        for column, texts in zip(table.columns, rows, strict=False):
            read = readers.get(kind(column))
            values = _values(texts, read)
            if isinstance(values, str):
                return Refused(report.source_file, f"{name}.{column.name}", values)
            columns.append(values)
        if columns:
            tables[name] = columns
    return tables


def _values(texts: Iterable[str], read: Callable[[str], Cell] | None) -> list[Cell] | str:
    """Return the values, or the text of the first that can't be held."""
    if read is None:
        return [_sound(text) or None for text in texts]
    values: list[Cell] = []
    for text in texts:
        value = read(text) if text else None
        if text and value is None:
            return text
        values.append(value)
    return values


def _sound(text: str) -> str:
    """Replace halves of surrogate pairs by question marks, as CSV does."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode()
