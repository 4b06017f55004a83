"""`sqlite:///file.db`: into a SQLite database, with nothing but Python.

One transaction holds the whole load. It is taken at the start, so loaders wait for each other.
"""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from decimal import Decimal
from functools import partial
from typing import Final

from extract.errors import BusyError, LoadError
from extract.load.address import Address
from extract.load.digest import digest, lines_of
from extract.load.origins import CURRENT, beginning, take_away
from extract.load.schema import LEDGER, VERSIONS, Dialect, migration
from extract.load.summary import Refused, Summary
from extract.load.tables import STORED, ReportRows
from extract.load.typed import (
    LARGEST,
    Cell,
    Readers,
    as_boolean,
    as_date,
    as_float,
    as_integer,
    typed,
)

__all__ = ["DIALECT", "as_number", "load"]

DIALECT: Final = Dialect(
    {
        "id": "text",
        "string": "text",
        "integer": "integer",
        "number": "numeric",
        "float": "real",
        "boolean": "boolean",
        "date": "date",
    },
    comments=False,
)

_PATIENCE: Final = 600.0  # seconds to wait for another loader
_DECIMAL: Final = re.compile(r"-?[0-9]++(?>(?:\.[0-9]++)?)")


def as_number(text: str) -> int | float | None:
    """Read an exact number: SQLite holds integers of 64 bits, and decimals of up to 15 digits.

    >>> as_number("101635"), as_number("7.53")
    (101635, 7.53)
    >>> as_number("9223372036854775808"), as_number("12345678901234567.89")
    (None, None)
    """
    if not _DECIMAL.fullmatch(text):
        return None
    if "." not in text:
        whole = int(text) if len(text) <= 20 else LARGEST + 1
        return whole if abs(whole) <= LARGEST else None
    near = float(text)
    return near if Decimal(repr(near)) == Decimal(text) else None


_READERS: Final[Readers] = {
    "integer": as_integer,
    "number": as_number,
    "float": as_float,
    "boolean": as_boolean,
    "date": as_date,
}


def load(address: Address, reports: Iterable[ReportRows], origin: str = "") -> Summary:
    """Load reports into the file, which is made when it is not there.

    Args:
        address: The file.
        reports: All that the source holds.
        origin: The source; see `extract.load.origins`.

    Raises:
        LoadError: It is no SQLite database, can't be written, or refuses a row.
        BusyError: Another loader has kept it for ten minutes.
    """
    try:
        with closing(
            sqlite3.connect(address.path, timeout=_PATIENCE, isolation_level=None)
        ) as database:
            database.execute("pragma foreign_keys = on")
            database.execute("begin immediate")
            # Closing without a commit takes everything back, whatever happened.
            summary = _load(database, address, reports)
            summary.removed = take_away(partial(_number, database), origin)
            database.execute("commit")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise BusyError(address.shown) from error
        raise LoadError(address.shown, str(error)) from error
    return summary


def _load(database: sqlite3.Connection, address: Address, reports: Iterable[ReportRows]) -> Summary:
    for statement in migration(DIALECT, _version(database), address.shown):
        database.execute(statement)
    database.execute(beginning(DIALECT))
    summary = Summary()
    for report in reports:
        database.execute(f"insert or ignore into {CURRENT} values (?)", (report.report_id,))
        new = digest(lines_of(report))
        known = database.execute(
            f"select digest from {LEDGER} where report_id = ?",
            (report.report_id,),
        ).fetchone()
        if known == (new,):
            summary.unchanged += 1
            continue
        tables = typed(report, _READERS)
        if isinstance(tables, Refused):
            summary.refused.append(tables)
            continue
        summary.rows += _replace(database, report.report_id, tables)
        database.execute(
            f"insert or replace into {LEDGER} values (?, ?)",
            (report.report_id, new),
        )
        summary.loaded += 1
    return summary


def _number(database: sqlite3.Connection, statement: str) -> int:
    """Run a statement, and return the number that it finds."""
    found = database.execute(statement).fetchone()
    return int(found[0]) if found else 0


def _version(database: sqlite3.Connection) -> int:
    there = database.execute("select 1 from sqlite_schema where name = ?", (VERSIONS,)).fetchone()
    if there is None:
        return 0
    (version,) = database.execute(f"select max(version) from {VERSIONS}").fetchone()
    return int(version)


def _replace(
    database: sqlite3.Connection, report_id: str, tables: dict[str, list[list[Cell]]]
) -> int:
    """Put the rows of one report in the place of those that are there."""
    for name in reversed(STORED):
        database.execute(f"delete from {name} where report_id = ?", (report_id,))
    count = 0
    for name, columns in tables.items():
        marks = ", ".join("?" * len(columns))
        written = database.executemany(
            f"insert into {name} values ({marks})",
            zip(*columns, strict=True),
        )
        count += written.rowcount
    return count
