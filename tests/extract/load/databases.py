"""A database as the tests see it, and what it should hold."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from extract.load import load
from extract.load.address import parse
from extract.load.results import read_results
from extract.load.summary import Summary
from extract.load.tables import STORED

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Database:
    """One to load into, and a way to look into it."""

    kind: str
    url: str
    ask: Callable[[str], Rows]


Write = Callable[..., Path]


def load_into(database: Database, folder: Path) -> Summary:
    address = parse(database.url)
    assert address is not None
    return load(address, read_results(folder))


def counts(database: Database) -> dict[str, int]:
    return {name: database.ask(f"select count(*) from {name}")[0][0] for name in STORED}


def as_text(value: object, type_: str) -> object:
    """A value of a database as the rows of results say it, numbers as numbers."""
    if value is None:
        return ""
    if type_ == "boolean":
        return "true" if value else "false"
    if type_ == "number":
        return Decimal(str(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def held(database: Database) -> dict[str, list[list[object]]]:
    return {
        name: sorted(
            [as_text(value, column.type) for value, column in zip(row, table.columns, strict=True)]
            for row in database.ask(f"select * from {name}")
        )
        for name, table in STORED.items()
    }


def wanted(folder: Path) -> dict[str, list[list[object]]]:
    rows: dict[str, list[list[object]]] = {name: [] for name in STORED}
    for each in read_results(folder):
        for name, table in STORED.items():
            rows[name] += [
                [
                    Decimal(text) if text and column.type == "number" else text
                    for text, column in zip(row, table.columns, strict=True)
                ]
                for row in each.tables[name]
            ]
    return {name: sorted(each) for name, each in rows.items()}
