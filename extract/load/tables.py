"""The tables of a database: those of the output, and one that the keys need.

A row of `tables` is a cell, so nothing there is unique by `table_id` alone, which amounts point to.
`table_list` has one row a table and takes the foreign keys; it is made from the cells.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from extract.emit.layout import OUTPUTS, Column, Link, Output

__all__ = ["STORED", "TABLE_LIST", "Cells", "ReportRows", "Stored", "kind", "table_list"]

Cells = list[str]
"""A row as CSV writes it, before any quoting: unknown is an empty string."""

TABLE_LIST: Final = "table_list"


_MEASURED: Final = frozenset({"confidence"})
"""Numbers that are no amounts: they are floats from the start."""


class Stored(NamedTuple):
    """A table of the database.

    Attributes:
        name: Its name.
        korean: Title in Korean.
        english: Title in English.
        key: Columns of the primary key.
        columns: In the order of the output.
        links: Foreign keys.
    """

    name: str
    korean: str
    english: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    links: tuple[Link, ...]


class ReportRows(NamedTuple):
    """All rows of one report.

    Attributes:
        report_id: Its id.
        source_file: Its file's name, for messages.
        tables: Table -> rows, for every table of `STORED`.
    """

    report_id: str
    source_file: str
    tables: dict[str, list[Cells]]


def kind(column: Column) -> str:
    """Return what a column holds, to choose its type by: `id`, `float`, or its type in the layout.

    >>> [kind(column) for column in STORED["funding"].columns if column.name.startswith("amount")]
    ['number', 'number', 'string']
    """
    if column.name.endswith("_id"):
        return "id"
    return "float" if column.name in _MEASURED else column.type


def table_list(cells: Iterable[Cells]) -> list[Cells]:
    """Return the rows of `table_list` for rows of `tables`, in their order.

    >>> table_list([["a-t001", "a", "가.pdf"], ["a-t001", "a", "가.pdf"], ["a-t002", "a", "가.pdf"]])
    [['a-t001', 'a'], ['a-t002', 'a']]
    """
    return [list(pair) for pair in dict.fromkeys((row[0], row[1]) for row in cells)]


def _stored(output: Output) -> Stored:
    links = [_resolved(link) for link in output.links]
    if output.name == "tables":
        links.append(Link("table_id", TABLE_LIST, "table_id"))
    return Stored(
        output.name, output.korean, output.english, output.key, output.columns, tuple(links)
    )


def _resolved(link: Link) -> Link:
    return link._replace(table=TABLE_LIST) if link.table == "tables" else link


def _all() -> dict[str, Stored]:
    reports, *others = OUTPUTS.values()
    cells = OUTPUTS["tables"]
    listed = Stored(
        TABLE_LIST,
        "표 목록",
        "Tables",
        ("table_id",),
        cells.columns[:2],
        (Link("report_id", "reports", "report_id"),),
    )
    return {each.name: each for each in (_stored(reports), listed, *map(_stored, others))}


STORED: Final[dict[str, Stored]] = _all()
"""Table -> its declaration; a table stands behind those that its foreign keys name."""
