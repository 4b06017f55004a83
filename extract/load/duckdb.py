"""`duckdb:///file.duckdb`: into a DuckDB database (extra `duckdb`).

One transaction holds the whole load. DuckDB lets no row go in it that a deleted row still named
when it began: reports and tables are therefore overwritten, and tables that a newer reading no
longer finds go afterwards, as do the bare rows of reports all of whose records the load took away.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Final

import duckdb
import numpy as np

from extract.errors import BusyError, LoadError
from extract.load.address import Address
from extract.load.batches import batches
from extract.load.digest import digest, lines_of
from extract.load.origins import CURRENT, beginning, take_away
from extract.load.schema import LEDGER, VERSIONS, Dialect, migration, quote
from extract.load.summary import Refused, Summary
from extract.load.tables import STORED, TABLE_LIST, ReportRows, Stored, kind
from extract.load.typed import (
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
        "id": "varchar",
        "string": "varchar",
        "integer": "bigint",
        "number": "decimal(38, 6)",
        "float": "double",
        "boolean": "boolean",
        "date": "date",
    },
    comments=True,
)

# A commit then brings all rows into the file itself, or fails: what it would leave in the log beside
# the file, closing would carry over and keep silent about where the disk is full.
_AT_ONCE: Final = "set checkpoint_threshold = '1KB'"

_DECIMAL: Final = re.compile(r"-?[0-9]{1,32}(?:\.[0-9]{1,6})?")
_PARENTS: Final = frozenset({"reports", TABLE_LIST})


def as_number(text: str) -> str | None:
    """Return an exact number as it is: up to 32 digits before the point and 6 behind it.

    >>> as_number("9223372036854775808"), as_number("0.1234567")
    ('9223372036854775808', None)
    """
    return text if _DECIMAL.fullmatch(text) else None


def _checked(read: Callable[[str], Cell]) -> Callable[[str], Cell]:
    """Return what lets texts through that can be read: DuckDB converts faster itself."""
    return lambda text: None if read(text) is None else text


_READERS: Final[Readers] = {
    "integer": _checked(as_integer),
    "number": as_number,
    "float": _checked(as_float),
    "boolean": _checked(as_boolean),
    "date": as_date,
}


def load(address: Address, reports: Iterable[ReportRows], origin: str = "") -> Summary:
    """Load reports into the file, which is made when it is not there.

    Args:
        address: The file.
        reports: All that the source holds.
        origin: The source; see `extract.load.origins`.

    Raises:
        LoadError: It is no DuckDB database, can't be written, or refuses a row.
        BusyError: Another process has it open.
    """
    path = Path(address.path)
    new = not path.exists()
    try:
        with duckdb.connect(address.path) as database:
            database.execute(_AT_ONCE)
            database.begin()
            # Closing without a commit takes everything back, whatever happened.
            summary = _load(database, address, reports)
            summary.removed = take_away(partial(_number, database), origin, _PARENTS)
            database.commit()
            # Always: a load that was killed here has left it to the next.
            database.execute(
                f"delete from {TABLE_LIST} where table_id not in (select table_id from tables)"
            )
            database.execute(
                f"delete from reports where report_id not in (select report_id from {LEDGER})"
            )
            database.execute("checkpoint")
    except duckdb.Error as error:
        if "Could not set lock" in str(error):
            raise BusyError(address.shown) from error
        if new:  # half a file could never be opened again, with or without room
            path.unlink(missing_ok=True)
            path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
        raise LoadError(address.shown, str(error).partition("\n")[0]) from error
    return summary


def _load(
    database: duckdb.DuckDBPyConnection, address: Address, reports: Iterable[ReportRows]
) -> Summary:
    for statement in migration(DIALECT, _version(database), address.shown):
        database.execute(statement)
    database.execute(beginning(DIALECT))
    summary = Summary()
    for batch in batches(reports):
        ids = [report.report_id for report in batch]
        database.execute(
            f"insert into {CURRENT} select distinct unnest(?) on conflict do nothing", [ids]
        )
        known = dict(
            database.execute(
                f"select report_id, digest from {LEDGER} where report_id in (select unnest(?))",
                [ids],
            ).fetchall()
        )
        changed: dict[str, str] = {}
        tables: dict[str, list[list[Cell]]] = {}
        for report in batch:
            new = digest(lines_of(report))
            if known.get(report.report_id) == new:
                summary.unchanged += 1
                continue
            values = typed(report, _READERS)
            if isinstance(values, Refused):
                summary.refused.append(values)
                continue
            changed[report.report_id] = new
            _append(tables, values)
        if changed:
            summary.rows += _replace(database, changed, tables)
            summary.loaded += len(changed)
    return summary


def _number(database: duckdb.DuckDBPyConnection, statement: str) -> int:
    """Run a statement, and return the number that it finds."""
    found = database.execute(statement).fetchone()
    return int(found[0]) if found else 0


def _version(database: duckdb.DuckDBPyConnection) -> int:
    there = database.execute(
        "select 1 from duckdb_tables() where table_name = ?", [VERSIONS]
    ).fetchone()
    if there is None:
        return 0
    found = database.execute(f"select max(version) from {VERSIONS}").fetchone()
    return int(found[0]) if found else 0


def _append(tables: dict[str, list[list[Cell]]], more: dict[str, list[list[Cell]]]) -> None:
    for name, columns in more.items():
        if name not in tables:
            tables[name] = columns
            continue
        for column, values in zip(tables[name], columns, strict=True):
            column.extend(values)


def _replace(
    database: duckdb.DuckDBPyConnection,
    changed: dict[str, str],
    tables: dict[str, list[list[Cell]]],
) -> int:
    """Put the rows of the changed reports in the place of those that are there."""
    for name in reversed(STORED):
        if name not in _PARENTS:
            database.execute(
                f"delete from {name} where report_id in (select unnest(?))",
                [list(changed)],
            )
    count = 0
    for name, table in STORED.items():
        if name in tables:
            _insert(database, table, tables[name])
            count += len(tables[name][0])
    database.execute(
        f"insert or replace into {LEDGER} select unnest(?), unnest(?)",
        [list(changed), list(changed.values())],
    )
    return count


def _insert(database: duckdb.DuckDBPyConnection, table: Stored, columns: list[list[Cell]]) -> None:
    names = [column.name for column in table.columns]
    # Arrays of objects are what DuckDB reads fastest without another package.
    database.register(
        "incoming",
        {name: np.array(values, dtype=object) for name, values in zip(names, columns, strict=True)},
    )
    values = ", ".join(
        f"{quote(column.name)}::varchar::{DIALECT.types[kind(column)]}" for column in table.columns
    )
    conflict = ""
    if table.name == TABLE_LIST:  # the same id says the same table of the same report
        conflict = " on conflict do nothing"
    elif table.name in _PARENTS:
        others = [name for name in names if name not in table.key]
        settings = ", ".join(f"{quote(name)} = excluded.{quote(name)}" for name in others)
        conflict = f" on conflict do update set {settings}"
    database.execute(f"insert into {table.name} select {values} from incoming{conflict}")
    database.unregister("incoming")
