"""A run that is killed, stopped or disturbed goes on where it was and ends with the same bytes."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.batch.codec import encode
from extract.batch.store import Store
from extract.document import Document
from extract.errors import BusyError, ExitCode, UsageError
from extract.records import ReportRecord
from extract.report import Report
from tests.extract.batch.archive_reader import READS
from tests.extract.batch.archive_runs import exported, fill, read_archive

ROOT = Path(__file__).parents[3]
BAD = ("segfault", "abort", "exit", "recursion", "memory", *("exception", "damaged") * 2, "abort")
ROUNDS = 2
REPORT = Report("0" * 16, "a.txt", Document("txt", "글", "글", ()), ReportRecord())


def start(store: Path, folder: Path, reads: Path) -> "subprocess.Popen[str]":
    """Start a run and wait until it is at work, or over."""
    run = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "tests.extract.batch.archive_runs", store, folder],
        cwd=ROOT,
        env={**os.environ, READS: str(reads)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert run.stdout is not None
    run.stdout.readline()
    return run


def killed_until_done(store: Path, folder: Path, reads: Path, seed: int) -> int:
    """Run again and again, killed at random moments, until a run ends by itself; return the kills."""
    moments = random.Random(seed)  # noqa: S311 - moments, not secrets
    for kills in range(60):
        run = start(store, folder, reads)
        try:
            run.wait(moments.uniform(0, 0.8) if kills < 3 else 60)
        except subprocess.TimeoutExpired:
            run.kill()
        run.wait()
        assert run.stdout is not None
        run.stdout.close()
        check_whole(store)
        if run.returncode == 0:
            return kills
    raise AssertionError("it never ends")


def check_whole(store: Path) -> None:
    """No half document at any moment: what is done and worked has its records, and only that."""
    database = sqlite3.connect(store)
    try:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not database.execute(
            "SELECT count(*) FROM document LEFT JOIN content ON document.id = content.document"
            " WHERE (coalesce(status, 'failed') <> 'failed') <> (body IS NOT NULL)"
        ).fetchone()[0]
    finally:
        database.close()


@pytest.mark.slow
def test_a_run_that_is_killed_again_and_again_ends_with_the_same_bytes(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 300, faults=BAD)
    undisturbed = tmp_path / "reads"
    assert killed_until_done(tmp_path / "whole.db", folder, undisturbed, 0) >= 0
    wanted = exported(tmp_path / "whole.db", tmp_path / "whole")
    crashing = 4  # documents that kill their process are read a second time, alone
    kills = 0
    for seed in range(1, ROUNDS + 1):
        store, reads = tmp_path / f"{seed}.db", tmp_path / f"reads-{seed}"
        killed = killed_until_done(store, folder, reads, seed)
        assert exported(store, tmp_path / f"out-{seed}") == wanted
        redone = len(reads.read_text(encoding="utf-8").splitlines()) - 300 - crashing
        assert redone <= 2 * killed  # one document a process and kill
        kills += killed
    assert kills >= ROUNDS


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_asked_to_stop_does_and_goes_on_later(tmp_path: Path, number: int) -> None:
    folder = fill(tmp_path / "in", 400)
    store = tmp_path / "store.db"
    command = [sys.executable, "-m", "extract", "batch", folder, "--store", store, "-v", "-j", "2"]
    run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert run.stderr is not None
    assert run.stderr.readline()  # the first document is done
    run.send_signal(number)
    asked = time.monotonic()
    told = run.stderr.read()
    assert run.wait(10) == 128 + number
    run.stderr.close()
    assert time.monotonic() - asked < 5
    assert "같은 명령으로 이어서" in told
    check_whole(store)
    with sqlite3.connect(store) as database:
        states = dict(database.execute("SELECT state, count(*) FROM document GROUP BY 1"))
    database.close()
    assert 0 < states["done"] < 400
    assert set(states) <= {"done", "waiting"}  # nobody is suspected
    again = subprocess.run(
        [*command[:-3], "-q"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (again.returncode, again.stderr) == (0, "")
    reports = exported(store, tmp_path / "out", "csv")["reports.csv"]
    assert reports.count(b"\n") == 401


def test_the_second_run_says_who_holds_the_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from extract.__main__ import main  # noqa: PLC0415 - only here

    store = tmp_path / "store.db"
    with Store(store, write=True):
        with pytest.raises(BusyError, match=rf"pid {os.getpid()}, .*, 20\d\d-"):
            Store(store, write=True).__enter__()
        code = main(["batch", str(fill(tmp_path / "in", 1)), "--store", str(store)])
        assert code == ExitCode.BUSY
        assert f"pid {os.getpid()}" in capsys.readouterr().err
        assert main(["status", str(store)]) == ExitCode.OK  # looking is always possible
    with Store(store, write=True):
        pass


def test_what_is_done_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = tmp_path / "reads"
    monkeypatch.setenv(READS, str(reads))
    folder = fill(tmp_path / "in", 5)
    read_archive(tmp_path / "store.db", folder)
    summary, told = read_archive(tmp_path / "store.db", folder)
    assert (summary.total, summary.listed.found, told) == (0, 5, [])
    assert len(reads.read_text(encoding="utf-8").splitlines()) == 5


def test_the_same_bytes_are_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = tmp_path / "reads"
    monkeypatch.setenv(READS, str(reads))
    folder = fill(tmp_path / "in", 3)
    first = min(folder.iterdir())
    (folder / "copy.txt").write_bytes(first.read_bytes())
    summary, told = read_archive(tmp_path / "store.db", folder)
    assert (summary.worked, summary.same) == (3, 1)
    assert {each.name for each in told if each.status == "same"} == {"copy.txt"}
    assert len(reads.read_text(encoding="utf-8").splitlines()) == 3


def test_a_file_that_changed_is_read_again_and_its_old_records_go(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 2)
    store = tmp_path / "store.db"
    read_archive(store, folder)
    changed = min(folder.iterdir())
    changed.write_text("다시 씀\n", encoding="utf-8")
    summary, _ = read_archive(store, folder)
    assert (summary.listed.changed, summary.worked) == (1, 1)
    reports = exported(store, tmp_path / "out", "csv")["reports.csv"].decode()
    assert reports.count("\n") == 3
    assert "다시 씀" in reports
    assert "보고서 0," not in reports


def test_a_file_that_moved_is_noticed_and_not_read_again(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 2)
    store = tmp_path / "store.db"
    read_archive(store, folder)
    min(folder.iterdir()).rename(folder / "moved.txt")
    summary, _ = read_archive(store, folder)
    assert (summary.listed.gone, summary.listed.new, summary.same, summary.worked) == (1, 1, 1, 0)
    names = exported(store, tmp_path / "out", "csv")["reports.csv"].decode()
    assert "moved.txt" in names
    assert names.count("\n") == 3


def test_a_file_that_is_gone_keeps_its_records(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 2)
    store = tmp_path / "store.db"
    read_archive(store, folder)
    before = exported(store, tmp_path / "1")
    for path in folder.iterdir():
        path.unlink()
    summary, _ = read_archive(store, folder)
    assert summary.listed.gone == 2
    assert exported(store, tmp_path / "2") == before


def test_another_edition_reads_again_what_it_must_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "in", 3, faults=("exception",))
    store = tmp_path / "store.db"
    read_archive(store, folder)
    before = exported(store, tmp_path / "1")
    monkeypatch.setattr(
        "extract.batch.running.edition", lambda form: "new" if form == "txt" else "test"
    )
    summary, _ = read_archive(store, folder)
    assert (summary.renewed, summary.worked, summary.failed) == (3, 2, 1)
    assert exported(store, tmp_path / "2") == before
    monkeypatch.setattr(
        "extract.batch.running.edition", lambda form: "new" if form in {"txt", "pdf"} else "test"
    )
    assert read_archive(store, folder)[0].renewed == 0  # another format is no reason


def test_records_of_another_version_are_never_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "in", 2)
    store = tmp_path / "store.db"
    read_archive(store, folder)
    with monkeypatch.context() as patch:
        patch.setattr("extract.batch.codec._SHAPE", "other")
        with pytest.raises(UsageError, match=f"bogoseo batch --store {store}"):
            exported(store, tmp_path / "1", "csv")
        min(folder.iterdir()).unlink()
        (left,) = folder.iterdir()
        read_archive(store, folder)  # it is gone: nobody can read it again
        with sqlite3.connect(store) as database:
            database.execute(
                "UPDATE content SET body = ? WHERE document ="
                " (SELECT document FROM location WHERE name = ?)",
                (encode(REPORT), left.name),
            )
        database.close()
        reports = exported(store, tmp_path / "2", "csv")["reports.csv"].decode()
    assert sorted(line.split(",")[-1] for line in reports.splitlines()[1:]) == ["failed", "ok"]


def test_in_three_dead_runs_alone_a_document_is_found_guilty(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 2)
    store = tmp_path / "store.db"
    read_archive(store, folder)
    with sqlite3.connect(store) as database:
        database.execute("UPDATE document SET state = 'alone', attempts = 3 WHERE id = 1")
    database.close()
    summary, _ = read_archive(store, folder)
    assert summary.total == 0
    assert b"3 runs died" in exported(store, tmp_path / "1", "csv")["findings.csv"]
    summary, _ = read_archive(store, folder, retry_failed=True)
    assert summary.worked == 1


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"", None])
def test_what_is_no_store_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError), Store(path, write=False):
        pass


def test_a_database_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE theirs (x)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(UsageError, match="저장소가 아닙니다"), Store(path, write=True):
        pass
    assert path.read_bytes()[100:] == before[100:]
