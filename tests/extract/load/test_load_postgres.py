"""PostgreSQL with several loaders, and with one that dies."""

import random
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extract.load import load
from extract.load.address import parse
from extract.load.results import read_results
from extract.load.tables import STORED, ReportRows
from extract.report import Report
from tests.extract.load.databases import Database, Write

psycopg = pytest.importorskip("psycopg")

LOADERS = 4
ROUNDS = 3


def start(command: list[str], url: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*command, url, str(folder)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )


def rows(database: Database) -> dict[str, int]:
    return {name: database.ask(f"select count(*) from {name}")[0][0] for name in STORED}


@pytest.mark.slow
def test_loaders_at_once_end_as_if_one_came_after_the_other(
    postgres: Database, report: Report, write: Write, command: list[str]
) -> None:
    many = [replace(report, report_id=f"{at * 7919:016x}") for at in range(300)]
    for turn in range(ROUNDS):  # the first has to make the tables, too
        folders = []
        for loader in range(LOADERS):
            # Each has the same reports in an order of its own, and says something else about them.
            mine = [replace(each, source_file=f"{turn}-{loader}.hwp") for each in many]
            random.Random(loader).shuffle(mine)  # noqa: S311 - an order that repeats
            folders.append(write(mine, f"{turn}-{loader}"))
        started = [start(command, postgres.url, folder) for folder in folders]
        ends = [each.communicate(timeout=120)[1] for each in started]
        assert [each.returncode for each in started] == [0] * LOADERS, ends
        for name in STORED:
            if name != "table_list":
                # All rows of a report came from the same loader.
                mixed = (
                    f"select 1 from {name} x join reports r using (report_id) "
                    "where r.source_file <> x.source_file"
                )
                assert postgres.ask(mixed) == []
        assert rows(postgres)["reports"] == len(many)
        assert rows(postgres)["funding"] == 2 * len(many)
    assert postgres.ask("select deadlocks from pg_stat_database where datname = 'loaded'") == [(0,)]


@pytest.mark.slow
def test_a_loader_killed_before_its_commit_leaves_nothing(
    postgres: Database, several: list[Report], write: Write, command: list[str]
) -> None:
    folder = write(several)
    load(parse(postgres.url), [])
    postgres.ask(
        "create function wait() returns trigger language plpgsql as "
        "$$ begin perform pg_sleep(60); return new; end $$"
    )
    # The rows of all other tables are written when the loader comes to the findings.
    postgres.ask("create trigger wait before insert on findings execute function wait()")
    loader = start(command, postgres.url, folder)
    asleep = "select pid from pg_stat_activity where wait_event = 'PgSleep'"
    try:
        for _ in range(300):
            if postgres.ask(asleep):
                break
            time.sleep(0.05)
        (backend,) = postgres.ask(asleep)[0]
        loader.send_signal(signal.SIGKILL)
    finally:
        loader.kill()
        loader.communicate()
    postgres.ask(f"select pg_terminate_backend({backend})")
    while postgres.ask(asleep):
        time.sleep(0.02)
    assert set(rows(postgres).values()) == {0}
    assert postgres.ask("select count(*) from bogoseo_loads") == [(0,)]
    postgres.ask("drop trigger wait on findings")
    again = start(command, postgres.url, folder)
    assert (again.communicate(timeout=60)[1], again.returncode)[1] == 0
    assert rows(postgres)["findings"] == 2 * len(several)


def test_a_report_loaded_by_another_meanwhile_is_left_alone(
    postgres: Database, several: list[Report], write: Write
) -> None:
    folder = write(several)
    load(parse(postgres.url), [])
    busy = psycopg.connect(postgres.url)
    busy.execute("lock table bogoseo_loads in row exclusive mode")

    def overtaken() -> Iterator[ReportRows]:
        busy.close()
        yield from read_results(folder)
        # All was new when it was looked at; now another loader is faster.
        assert load(parse(postgres.url), read_results(folder)).loaded == len(several)

    summary = load(parse(postgres.url), overtaken())
    assert (summary.loaded, summary.unchanged, summary.rows) == (0, len(several), 0)


def test_who_is_undisturbed_lets_others_wait(
    postgres: Database, several: list[Report], write: Write, command: list[str]
) -> None:
    folder = write(several)
    load(parse(postgres.url), [])
    others: list[subprocess.Popen[str]] = []

    def first() -> Iterator[ReportRows]:
        reports = read_results(folder)
        yield next(reports)
        others.append(start(command, postgres.url, folder))
        waits = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
        until = time.monotonic() + 60
        while postgres.ask(waits) != [(1,)] and time.monotonic() < until:
            time.sleep(0.02)
        yield from reports

    summary = load(parse(postgres.url), first())
    told = others[0].communicate(timeout=60)[1]
    assert (summary.loaded, summary.unchanged) == (len(several), 0)
    assert f"0 reports (0 rows) loaded, {len(several)} unchanged" in told
    assert rows(postgres)["findings"] == 2 * len(several)


def test_the_tables_are_made_in_the_schema_that_the_address_names(
    postgres: Database, several: list[Report], write: Write
) -> None:
    postgres.ask("create schema archive")
    address = parse(f"{postgres.url}&options=-csearch_path%3Darchive")
    load(address, read_results(write(several)))
    assert postgres.ask("select count(*) from archive.사업_일정") == [(len(several),)]
    assert postgres.ask("select to_regclass('public.reports')") == [(None,)]


def test_a_server_that_is_not_there_is_told_without_the_password(
    command: list[str], write: Write, several: list[Report]
) -> None:
    loader = start(command, "postgresql://me:se%40cret@127.0.0.1:1/none", write(several))
    said = loader.communicate(timeout=60)[1]
    assert loader.returncode == 74
    assert "E2003" in said
    assert "cret" not in said
