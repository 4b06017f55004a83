"""Databases to load into: files of their own, and a real PostgreSQL server of the test run."""

import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from extract.emit import begin
from extract.emit.options import EmitOptions
from extract.emit.staging import Staging
from extract.report import Report
from tests.extract.load.databases import Database, Rows, Write
from tests.extract.load.server import server_folder, serving


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Path]:
    """The folder of the socket of a server that is ended with the run."""
    pytest.importorskip("psycopg")
    if server_folder() is None:
        pytest.skip("there is no PostgreSQL here: apt-get install postgresql")
    with serving() as folder:
        yield folder


@pytest.fixture
def postgres(postgres_server: Path) -> Iterator[Database]:
    """An empty database of the server."""
    import psycopg  # noqa: PLC0415 - an extra that may be absent

    whole = f"host={postgres_server} user=postgres"
    with psycopg.connect(f"{whole} dbname=postgres", autocommit=True) as connection:
        connection.execute("create database loaded")
    asking = psycopg.connect(f"{whole} dbname=loaded", autocommit=True)

    def ask(sql: str) -> Rows:
        cursor = asking.execute(sql)
        return cursor.fetchall() if cursor.description else []

    try:
        yield Database("postgres", f"postgresql://postgres@/loaded?host={postgres_server}", ask)
    finally:
        asking.close()
        with psycopg.connect(f"{whole} dbname=postgres", autocommit=True) as connection:
            connection.execute("drop database loaded with (force)")


@pytest.fixture
def sqlite(tmp_path: Path) -> Database:
    path = tmp_path / "loaded.db"

    def ask(sql: str) -> Rows:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("pragma foreign_keys = on")
            return database.execute(sql).fetchall()

    return Database("sqlite", f"sqlite:///{path}", ask)


@pytest.fixture
def duck(tmp_path: Path) -> Database:
    path = tmp_path / "loaded.duckdb"

    def ask(sql: str) -> Rows:
        with duckdb.connect(str(path)) as database:
            return database.execute(sql).fetchall()

    return Database("duckdb", f"duckdb:///{path}", ask)


@pytest.fixture(params=["sqlite", "duck", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """Each of the databases."""
    found: Database = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def several(report: Report) -> list[Report]:
    """Five reports, alike but for their ids and names."""
    return [
        replace(report, report_id=f"{at:016x}", source_file=f"보고서{at}.hwp") for at in range(5)
    ]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes results as a run does, and returns their folder."""

    def written(
        reports: list[Report],
        name: str = "out",
        formats: tuple[str, ...] = ("csv",),
        part_rows: int = 0,
    ) -> Path:
        with Staging(tmp_path / name) as staging:
            emitters = begin(formats, staging, EmitOptions(part_rows=part_rows))
            for emitter in emitters:
                for each in reports:
                    emitter.add(each)
                emitter.close()
            staging.commit()
        return tmp_path / name

    return written


@pytest.fixture
def command() -> list[str]:
    """The command line up to its arguments."""
    return [sys.executable, "-m", "extract", "load", "--lang=en"]
