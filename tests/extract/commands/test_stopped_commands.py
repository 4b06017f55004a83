"""Commands that write from a store, asked to stop in the middle: told, and nothing is left."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from extract.__main__ import main
from extract.batch.codec import encode
from extract.batch.store import Store
from extract.commands import schema
from extract.report import Report

ROOT = Path(__file__).parents[3]
MANY = 20_000  # what takes a command some seconds


@pytest.fixture
def store(tmp_path: Path, report: Report) -> Path:
    body = encode(replace(report, source_file=""))
    path = tmp_path / "archive.store"
    with Store(path, write=True) as opened, opened.transaction() as database:
        for at in range(1, MANY + 1):
            database.execute(
                "INSERT INTO document (id, sha256, size, state, status, format)"
                " VALUES (?, ?, 1, 'done', 'ok', 'txt')",
                (at, f"{at:016x}{0:048x}"),
            )
            database.execute("INSERT INTO content VALUES (?, ?)", (at, body))
            name = f"{at}.txt"
            database.execute(
                "INSERT INTO location (path, inside, name, root, run, state, document)"
                " VALUES (?, ?, ?, x'2f', 1, 'known', ?)",
                (name.encode(), name, name, at),
            )
    return path


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize(
    ("command", "begun"),
    [
        ("export {store} --out {out}", "out/.bogoseo-*/*"),
        ("load sqlite:///{out}.db {store}", "out.db-journal"),
        ("load duckdb:///{out}.duckdb {store}", "out.duckdb*"),
    ],
)
def test_a_stopped_command_says_so_and_leaves_nothing(
    store: Path, tmp_path: Path, command: str, begun: str, number: signal.Signals, code: int
) -> None:
    out = tmp_path / "out"
    arguments = command.format(store=store, out=out).split()
    process = subprocess.Popen(
        [sys.executable, "-m", "extract", *arguments], cwd=ROOT, stderr=subprocess.PIPE
    )
    while not list(tmp_path.glob(begun)) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(number)
    _, told = process.communicate(timeout=60)
    assert process.returncode == code, told.decode()
    assert "중단했습니다. 지난 결과는 그대로입니다" in told.decode()
    assert not out.exists()
    if (database := tmp_path / "out.db").exists():
        with closing(sqlite3.connect(database)) as opened:
            assert opened.execute("select count(*) from sqlite_schema").fetchone() == (0,)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_command_stopped_while_a_class_is_made_ends_with_its_code(
    number: int, code: int, tmp_path: Path
) -> None:
    # Data classes are made by `exec`: Python remembers an interrupt there, though it was caught.
    (tmp_path / "stopped.py").write_text(
        "import signal, sys\n"
        "from extract.__main__ import main\n"
        "from extract.commands import schema\n"
        f"schema.run = lambda _: exec('signal.raise_signal({number:d})')\n"
        "sys.exit(main(['schema']))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    told = subprocess.run(
        [sys.executable, "-m", "stopped"], env=environment, capture_output=True, check=False
    )
    assert told.returncode == code, told.stderr.decode()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_library_that_tells_it_as_an_error_of_its_own_changes_nothing(
    number: signal.Signals,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupted(_arguments: object) -> NoReturn:
        try:
            signal.raise_signal(number)
        except KeyboardInterrupt:
            raise RuntimeError("Query interrupted") from None
        pytest.fail("nobody was told")

    monkeypatch.setattr(schema, "run", interrupted)
    assert main(["schema"]) == code
    assert "중단했습니다" in capsys.readouterr().err
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
