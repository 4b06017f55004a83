"""`bogoseo load` as the shell sees it."""

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from extract.__main__ import main
from extract.load import sqlite as sqlite_module
from extract.report import Report
from tests.extract.load.databases import Database, Write, load_into


def _none(_sql: str) -> list[tuple[object, ...]]:
    """Nobody asks."""
    return []


def test_it_says_what_it_loaded(
    sqlite: Database, several: list[Report], write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(write(several))
    assert main(["load", sqlite.url, folder]) == 0
    assert "보고서 5개(60행)를 넣고 0개는 그대로" in capsys.readouterr().err
    assert main(["load", sqlite.url, folder, "--lang", "en"]) == 0
    assert "0 reports (0 rows) loaded, 5 unchanged" in capsys.readouterr().err
    assert main(["load", sqlite.url, folder, "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_it_tells_what_is_left_out(
    sqlite: Database, several: list[Report], write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    amount = several[3].funding[0]._replace(won=2**63)
    object.__setattr__(several[3], "funding", (amount,))
    assert main(["load", sqlite.url, str(write(several))]) == 4
    said = capsys.readouterr().err
    assert (
        "뺌: 보고서3.hwp - funding.amount_thousand_won에 넣을 수 없는 값: 9223372036854775.808"
        in said
    )
    assert "4개" in said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("results.db", "sqlite://"),
        ("mysql://localhost/reports", "postgresql://"),
        ("sqlite://", "sqlite:///FILE"),
        ("duckdb:///", "duckdb:///FILE"),
    ],
)
def test_an_address_that_leads_nowhere_is_a_mistake(
    address: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["load", address, str(tmp_path)]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("scheme", ["sqlite", "duckdb"])
def test_a_file_that_is_no_database_is_left_alone(
    scheme: str,
    several: list[Report],
    write: Write,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("2020년 주요업무계획\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    assert main(["load", f"{scheme}:///{path}", str(write(several))]) == 74
    assert "E2003" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_an_extra_that_is_missing_is_named(
    several: list[Report],
    write: Write,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "extract.load.postgres", raising=False)
    assert main(["load", "postgresql:///x", str(write(several))]) == 2
    assert "pip install 'bogoseo[postgres]'" in capsys.readouterr().err


def test_a_sqlite_file_that_another_keeps_is_busy(
    sqlite: Database, several: list[Report], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_module, "_PATIENCE", 0.05)
    folder = str(write(several))
    assert main(["load", sqlite.url, folder, "-q"]) == 0
    with closing(sqlite3.connect(sqlite.url.removeprefix("sqlite:///"))) as other:
        other.execute("begin immediate")
        assert main(["load", sqlite.url, folder]) == 75


@pytest.mark.slow
def test_a_duckdb_file_that_another_process_has_open_is_busy(
    duck: Database, several: list[Report], write: Write, command: list[str]
) -> None:
    with duckdb.connect(duck.url.removeprefix("duckdb:///")):
        result = subprocess.run(
            [*command, duck.url, write(several)],
            capture_output=True,
            check=False,
            cwd=Path(__file__).parents[3],
        )
    assert result.returncode == 75


def loaded_with_room(command: list[str], size: int) -> subprocess.CompletedProcess[bytes]:
    """Run a load whose files may be as large as that."""

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run(
        command,
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[3],
        preexec_fn=little_room,
    )


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["sqlite", "duckdb"])
@pytest.mark.parametrize("room", [0, 20_000, 100_000, 200_000, 400_000])
def test_a_file_that_may_not_grow_is_a_full_disk(
    scheme: str, room: int, report: Report, write: Write, tmp_path: Path, command: list[str]
) -> None:
    path = tmp_path / "loaded"
    many = [replace(report, report_id=f"{at:016x}") for at in range(300)]
    load_into(made := Database(scheme, f"{scheme}:///{path}", _none), write(many[:1]))
    before = path.stat().st_size
    folder = write(many, "many")
    full = loaded_with_room([*command, made.url, str(folder)], before + room)
    assert full.returncode == 74, full.stderr
    assert b"E2003" in full.stderr
    # Nothing was changed: all but one are new, and whoever opens the file can.
    assert load_into(made, folder).loaded == 299


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["sqlite", "duckdb"])
@pytest.mark.parametrize("room", [4096, 40_000])
def test_a_new_file_that_finds_no_room_stands_in_nobodys_way(
    scheme: str, room: int, several: list[Report], write: Write, tmp_path: Path, command: list[str]
) -> None:
    made = Database(scheme, f"{scheme}:///{tmp_path / 'loaded'}", _none)
    folder = write(several)
    full = loaded_with_room([*command, made.url, str(folder)], room)
    assert full.returncode == 74, full.stderr
    assert load_into(made, folder).loaded == len(several)


@pytest.mark.slow
def test_a_store_and_its_export_are_the_same_load(
    sqlite: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, out = str(tmp_path / "archive.store"), str(tmp_path / "out")
    samples = str(Path(__file__).parents[3] / "samples")
    assert main(["batch", samples, "--store", store, "-q"]) == 0
    assert main(["export", store, "--out", out, "-q"]) == 0
    assert main(["load", sqlite.url, store]) == 0
    assert main(["load", sqlite.url, out, "--lang", "en"]) == 0
    assert "0 reports (0 rows) loaded" in capsys.readouterr().err
