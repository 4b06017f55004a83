"""What every database holds after a load, and that a load is all, once, or nothing."""

import signal
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from extract.errors import ExitCode, LoadError
from extract.load.tables import STORED
from extract.report import Report
from tests.extract.load.databases import Database, Write, counts, held, load_into, wanted


def test_a_database_holds_what_the_results_hold(
    database: Database, several: list[Report], write: Write
) -> None:
    folder = write(several)
    summary = load_into(database, folder)
    assert held(database) == wanted(folder)
    assert (summary.loaded, summary.rows) == (5, sum(counts(database).values()))
    assert database.ask("select text from timeline")[0] == ('=개소식("첫날")',)


def test_a_second_load_touches_nothing(
    database: Database, several: list[Report], write: Write
) -> None:
    folder = write(several, formats=("csv",))
    load_into(database, folder)
    version = "xmin::text || ctid::text" if database.kind == "postgres" else "'' || rowid"
    before = {name: database.ask(f"select {version} from {name} order by 1") for name in STORED}
    documents = write(several, "json", formats=("json",))
    for again in (folder, documents):
        summary = load_into(database, again)
        assert (summary.loaded, summary.rows, summary.unchanged) == (0, 0, 5)
    after = {name: database.ask(f"select {version} from {name} order by 1") for name in STORED}
    assert after == before


def test_a_report_is_replaced_as_a_whole(
    database: Database, several: list[Report], write: Write
) -> None:
    load_into(database, write(several))
    shorter = replace(several[2], funding=several[2].funding[:1], tables=(), timeline=())
    changed = [*several[:2], shorter, *several[3:]]
    summary = load_into(database, folder := write(changed, "changed"))
    assert (summary.loaded, summary.unchanged) == (1, 4)
    assert held(database) == wanted(folder)
    # And back again, over what is there.
    assert load_into(database, folder := write(several, "back")).loaded == 1
    assert held(database) == wanted(folder)


@pytest.mark.parametrize(
    "text",
    [
        'it\'s "quoted"',
        "'); drop table reports; --",
        "\\copy \\N \\.",
        "줄\n바꿈\r\n,\t",
        "2\ufeff",
        "\0",
    ],
)
def test_any_text_is_stored_as_it_is_or_refused_with_a_reason(
    database: Database, several: list[Report], write: Write, text: str
) -> None:
    odd = replace(several[1], timeline=(several[1].timeline[0]._replace(actor=text),))
    folder = write([several[0], odd])
    summary = load_into(database, folder)
    if text == "\0" and database.kind == "postgres":
        (refused,) = summary.refused
        assert refused == ("보고서1.hwp", "timeline.actor", "U+0000")
        assert (summary.loaded, summary.exit_code) == (1, ExitCode.SOME_FAILED)
        assert counts(database)["reports"] == 1
        return
    assert summary.refused == []
    assert database.ask("select actor from timeline where actor is not null") == [(text,)]


@pytest.mark.parametrize(
    ("won", "holders"),
    [
        (2**63 - 1, {"sqlite", "duckdb", "postgres"}),
        (2**63, {"duckdb", "postgres"}),
        (-(2**63) - 1, {"duckdb", "postgres"}),
        (Decimal("12345678901234567.891"), {"duckdb", "postgres"}),
        (10**40, {"postgres"}),
        (Decimal("0.1234567"), {"postgres"}),
    ],
)
def test_an_amount_is_exact_or_refused(
    database: Database, several: list[Report], write: Write, won: int | Decimal, holders: set[str]
) -> None:
    # Thousands of won would need three digits more than won, which is another question.
    thousand = won * 1000 if isinstance(won, int) else won
    odd = replace(several[1], funding=(several[1].funding[0]._replace(won=thousand),))
    summary = load_into(database, write([several[0], odd]))
    amounts = database.ask("select amount_thousand_won from funding where report_id like '%1'")
    exact = database.kind in holders and abs(thousand) < 2**63
    if database.kind == "postgres" or exact or amounts:
        assert [Decimal(str(value)) for (value,) in amounts] == [Decimal(thousand).scaleb(-3)]
    else:
        assert summary.refused[0].place.startswith("funding.amount")
        assert (summary.loaded, summary.exit_code) == (1, ExitCode.SOME_FAILED)


def test_half_a_character_becomes_a_question_mark_as_in_csv(
    database: Database, several: list[Report], write: Write
) -> None:
    odd = replace(several[0], timeline=(several[0].timeline[0]._replace(actor="가\ud800나"),))
    load_into(database, write([odd]))
    assert database.ask("select actor from timeline") == [("가?나",)]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("funding", "4-f0002,", "4-f0001,"),
        ("projects", "0000000000000004-p001,", ","),
        ("funding", "4-t001", "4-t009"),
    ],
)
def test_a_row_that_breaks_a_rule_leaves_nothing(
    database: Database, several: list[Report], write: Write, name: str, old: str, new: str
) -> None:
    load_into(database, write([replace(several[0], report_id="f" * 16)]))
    before = held(database)
    path = write(several, "broken") / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(LoadError, match="E2003"):
        load_into(database, path.parent)
    assert held(database) == before


KILLED = """
import os, sys
from pathlib import Path
from extract.load import load
from extract.load.address import parse
from extract.load.results import read_results

def until_killed():
    for at, each in enumerate(read_results(Path(sys.argv[2])), 1):
        yield each
        if at == int(sys.argv[3]):
            os.kill(os.getpid(), 9)

load(parse(sys.argv[1]), until_killed())
"""


@pytest.mark.slow
@pytest.mark.parametrize("at", [1, 4, 5])
def test_a_killed_load_leaves_what_was_there(
    database: Database,
    several: list[Report],
    write: Write,
    at: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_into(database, write(several[:1]))
    before = held(database)
    changed = [replace(each, timeline=()) for each in several]
    folder = write(changed, "changed")
    program = KILLED.replace("until_killed():", "until_killed():", 1)
    small = "import extract.load.batches as b\nb.batches.__defaults__ = (3,)\n"
    result = subprocess.run(
        [sys.executable, "-c", small + program, database.url, folder, str(at)],
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert result.returncode == -signal.SIGKILL
    assert held(database) == before
    assert load_into(database, folder).loaded == 5
    assert held(database) == wanted(folder)
