"""Tables for DuckDB to take in: rows as typed JSON lines, the types, and the words for people.

Numbers are DECIMAL(38, 9): exact to nine places and 29 digits before them. A number that does not
fit (no amount of money does) is left out rather than rounded; its printed text stands beside it.
"""

import contextlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import orjson

from extract.emit.datapackage import describe
from extract.emit.layout import OUTPUTS, Column, Row, Value
from extract.emit.staging import Staging
from extract.errors import OutputError, UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["as_typed_lines", "comments", "connected", "quoted", "selected"]

_TYPES: Final = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DECIMAL(38, 9)",
    "boolean": "BOOLEAN",
    "date": "DATE",
}
_PLACES: Final = 9
_DIGITS: Final = 29
_LARGEST_INTEGER: Final = 2**63
_LONGEST_ROW: Final = 64 << 20  # bytes


@contextlib.contextmanager
def connected(staging: Staging, path: Path | None) -> "Iterator[DuckDBPyConnection]":
    """Give a connection that spills into the staging folder and needs little memory.

    Args:
        staging: The folder.
        path: The database file, or None for one in memory.

    Raises:
        UsageError: DuckDB is not installed.
        OutputError: It can't write.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise UsageError("--format", "pip install 'bogoseo[parquet]'") from error
    try:
        config: dict[str, str | bool | int | float | list[str]] = {
            "threads": 1,  # rows and files come out the same each time
            "memory_limit": "512MB",
            "temp_directory": str(staging.scratch("spill")),
        }
        with duckdb.connect(str(path) if path else ":memory:", config=config) as connection:
            yield connection
    except duckdb.Error as error:
        first_line = str(error).partition("\n")[0]
        raise OutputError(str(staging.folder), first_line) from error


def as_typed_lines(columns: tuple[Column, ...], rows: Iterable[Row]) -> bytes:
    """Return rows as JSON lines that DuckDB reads exactly."""
    numbers = [at for at, column in enumerate(columns) if column.type in {"number", "integer"}]
    names = [column.name for column in columns]
    lines: list[bytes] = []
    for row in rows:
        cells = list(row)
        for at in numbers:
            if cells[at] is not None:
                cells[at] = _fitting(columns[at].type, cells[at])
        lines.append(
            orjson.dumps(dict(zip(names, cells, strict=True)), option=orjson.OPT_APPEND_NEWLINE)
        )
    return b"".join(lines)


def _fitting(kind: str, value: Value) -> Value:
    """Return a number as DuckDB reads it, or None where it would not be the same number."""
    if kind == "integer":
        return value if isinstance(value, int) and abs(value) < _LARGEST_INTEGER else None
    # An integer in the format `f` goes through float and loses its last digits.
    text = str(value) if isinstance(value, int) else f"{value:.{_PLACES}f}"
    if isinstance(value, Decimal):
        text = f"{value:f}"
    whole, _, part = text.partition(".")
    part = part.rstrip("0")
    if len(part) > _PLACES or len(whole.lstrip("-")) > _DIGITS:
        return None
    return f"{whole}.{part}" if part else whole


def selected(name: str, rows: Path) -> str:
    """Return the query that gives the rows of a file of typed JSON lines."""
    columns = ", ".join(
        f"{quoted(column.name)}: {quoted(_type(column))}" for column in OUTPUTS[name].columns
    )
    options = f"format = 'newline_delimited', maximum_object_size = {_LONGEST_ROW}"
    return f"FROM read_json({quoted(str(rows))}, columns = {{{columns}}}, {options})"


def _type(column: Column) -> str:
    return "VARCHAR[]" if column.joined else _TYPES[column.type]


def comments(name: str) -> dict[str, str]:
    """Return what each column is: its Korean title, its English one, what they leave open."""
    return {
        column.name: f"{column.korean}. {describe(column, joined=False)}"
        for column in OUTPUTS[name].columns
    }


def quoted(text: str) -> str:
    """Return `text` as a string of SQL."""
    return "'" + text.replace("'", "''") + "'"
