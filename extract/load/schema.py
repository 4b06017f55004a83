"""What a database is made of, from the layout of the output: tables, keys, comments, views.

The definition is numbered. Version 1 has the columns of the layout and the ledger, version 2 the
table of origins; a column that the layout gains later gets a number of its own in `ADDED`, by which
older databases gain it, too. Nothing is ever taken away.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.emit.datapackage import describe
from extract.emit.layout import Column
from extract.errors import LoadError
from extract.load.tables import STORED, kind
from extract.load.views import VIEWS

__all__ = [
    "ADDED",
    "LEDGER",
    "ORIGINS",
    "VERSIONS",
    "Dialect",
    "latest",
    "literal",
    "migration",
    "quote",
]

VERSIONS: Final = "bogoseo_schema"
"""Table with one row for each migration that was done."""

LEDGER: Final = "bogoseo_loads"
"""Table with the digest of each report that was loaded, by which a second load does nothing."""

ORIGINS: Final = "bogoseo_origins"
"""Table with a row for each report and each source that brought it."""

ADDED: Final[dict[int, tuple[tuple[str, str], ...]]] = {}
"""Version from 3 on -> columns (table, column) that came with it."""

_WITH_ORIGINS: Final = 2


class Dialect(NamedTuple):
    """How a database differs from the others.

    Attributes:
        types: What a column holds (see `kind`) -> type of the database.
        comments: It takes `comment on`; otherwise a table `data_dictionary` says the same.
    """

    types: dict[str, str]
    comments: bool


def latest() -> int:
    """Return the newest version."""
    return max(ADDED, default=_WITH_ORIGINS)


def migration(dialect: Dialect, current: int, subject: str) -> Iterator[str]:
    """Yield the statements that bring a database from version `current` to the latest.

    Args:
        dialect: Of the database.
        current: Its version; 0 where there is nothing yet.
        subject: The database, for the error.

    Raises:
        LoadError: A newer version of ours made it.
    """
    newest = latest()
    if current > newest:
        raise LoadError(subject, f"schema {current} > {newest}")
    if current == newest:
        return
    for view in VIEWS:
        yield f"drop view if exists {quote(view.korean)}"
        yield f"drop view if exists {quote(view.english)}"
    for version in range(current + 1, newest + 1):
        yield from _step(dialect, version)
        yield f"insert into {VERSIONS} values ({version})"
    for view in VIEWS:
        yield view.definition(korean=True)
        yield view.definition(korean=False)
    yield from _comments() if dialect.comments else _dictionary()


def quote(name: str) -> str:
    """Return a name as an identifier of SQL.

    >>> quote('end'), quote('a"b')
    ('"end"', '"a""b"')
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return text as a literal of SQL.

    >>> literal("'20년")
    "'''20년'"
    """
    return "'" + text.replace("'", "''") + "'"


def _step(dialect: Dialect, version: int) -> Iterator[str]:
    """The statements of one version."""
    if version == 1:
        yield from _first(dialect)
    elif version == _WITH_ORIGINS:
        name = dialect.types["id"]
        # Databases of version 1 may have it: for a time it was made without a number.
        yield (
            f"create table if not exists {ORIGINS} "
            f"(origin {name} not null, report_id {name} not null, primary key (origin, report_id))"
        )
    else:
        yield from _additions(dialect, version)


def _first(dialect: Dialect) -> Iterator[str]:
    yield f"create table {VERSIONS} (version integer primary key)"
    yield (
        f"create table {LEDGER} "
        f"(report_id {dialect.types['id']} primary key, digest {dialect.types['id']} not null)"
    )
    later = {each for columns in ADDED.values() for each in columns}
    for table in STORED.values():
        lines = [
            f"{quote(column.name)} {dialect.types[kind(column)]}"
            + (" not null" if column.required else "")
            for column in table.columns
            if (table.name, column.name) not in later
        ]
        lines.append(f"primary key ({', '.join(map(quote, table.key))})")
        lines += [
            f"foreign key ({quote(link.column)}) references {link.table} ({quote(link.target)})"
            for link in table.links
        ]
        yield f"create table {table.name} ({', '.join(lines)})"
        for link in table.links:
            # Without it, taking a report away would look through all rows that may name it.
            if link.column != table.key[0]:
                yield f"create index {table.name}_{link.column} on {table.name} ({link.column})"


def _additions(dialect: Dialect, version: int) -> Iterator[str]:
    for name, column_name in ADDED[version]:
        column = next(each for each in STORED[name].columns if each.name == column_name)
        # Rows that are there do not know it yet, so it can't be required.
        yield f"alter table {name} add column {quote(column.name)} {dialect.types[kind(column)]}"


def _comments() -> Iterator[str]:
    for table in STORED.values():
        yield f"comment on table {table.name} is {literal(table.korean)}"
        for column in table.columns:
            yield (
                f"comment on column {table.name}.{quote(column.name)} "
                f"is {literal(_explained(column))}"
            )
    for view in VIEWS:
        for name in (view.korean, view.english):
            yield f"comment on view {quote(name)} is {literal(view.comment)}"


def _dictionary() -> Iterator[str]:
    yield "drop table if exists data_dictionary"
    yield (
        "create table data_dictionary (table_name text, column_name text, korean text, "
        "english text, description text, primary key (table_name, column_name))"
    )
    for table in STORED.values():
        for column in table.columns:
            texts = (table.name, column.name, column.korean, column.english, _explained(column))
            yield f"insert into data_dictionary values ({', '.join(map(literal, texts))})"


def _explained(column: Column) -> str:
    return f"{column.korean}. {describe(column, joined=True)}"
