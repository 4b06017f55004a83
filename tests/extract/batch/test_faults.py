"""One document can only hurt itself: every kind of fault costs that document and no other."""

import os
import sqlite3
from collections import Counter
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from extract.batch.reading import Cause, Job, Result, error_of
from extract.batch.sandbox import Sandbox, result_of
from extract.batch.settings import Settings
from extract.errors import ExitCode, InputError, OutputError, UnsupportedError
from tests.extract.batch.archive_reader import READS
from tests.extract.batch.archive_runs import exported, fill, read_archive, settings

CODES = {
    "segfault": ("E1015", "SIGSEGV"),
    "abort": ("E1015", "SIGABRT"),
    "exit": ("E1015", "exit 3"),
    "system-exit": ("E1012", "SystemExit: 5"),
    "hang": ("E1013", "3 s"),
    "hang-locked": ("E1013", "3 s"),
    "memory": ("E1014", "134,217,728 bytes"),
    "recursion": ("E1012", "RecursionError: "),
    "exception": ("E1012", "ZeroDivisionError: FAULT"),
    "damaged": ("E1007", "FAULT"),
}
EACH = 3
COUNT = 100


@pytest.fixture
def limits() -> Settings:
    return settings(jobs=2, timeout=3, memory=1 << 27)


def causes(store: Path) -> dict[str, tuple[str, str]]:
    with sqlite3.connect(store) as database:
        rows = database.execute(
            "SELECT name, document.code, document.detail FROM document"
            " JOIN location ON location.document = document.id WHERE status = 'failed'"
        ).fetchall()
    database.close()
    return {name: (code, detail) for name, code, detail in rows}


@pytest.mark.slow
def test_every_fault_costs_its_document_and_no_other(tmp_path: Path, limits: Settings) -> None:
    faults = tuple(CODES) * EACH
    folder = fill(tmp_path / "in", COUNT, faults=faults)
    summary, told = read_archive(tmp_path / "store.db", folder, with_settings=limits)
    assert (summary.worked, summary.failed, summary.left) == (COUNT - len(faults), len(faults), 0)
    assert summary.exit_code == ExitCode.SOME_FAILED
    assert len({each.name for each in told}) == len(told) == COUNT
    found = causes(tmp_path / "store.db")
    for name, (code, detail) in found.items():
        number = int(name.partition("-")[2].removesuffix(".txt"))
        wanted = CODES[faults[number]]
        assert (code, detail[: len(wanted[1])]) == wanted
    assert Counter(code for code, _ in found.values()) == Counter(
        code for code, _ in CODES.values() for _ in range(EACH)
    )


def test_when_nothing_can_be_read_it_is_five(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 2, faults=("exception", "damaged"))
    summary, _ = read_archive(tmp_path / "store.db", folder)
    assert summary.exit_code == ExitCode.ALL_FAILED


def test_failures_are_told_again_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = tmp_path / "reads"
    monkeypatch.setenv(READS, str(reads))
    folder = fill(tmp_path / "in", 4, faults=("exception", "segfault"))
    store = tmp_path / "store.db"
    read_archive(store, folder)
    assert (
        len(reads.read_text(encoding="utf-8").splitlines()) == 5
    )  # the segfault twice, once alone
    summary, _ = read_archive(store, folder)
    assert (summary.total, summary.failed) == (0, 0)
    summary, _ = read_archive(store, folder, retry_failed=True)
    assert (summary.total, summary.failed) == (2, 2)
    assert len(reads.read_text(encoding="utf-8").splitlines()) == 8


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 3)
    (folder / "large.txt").write_bytes(b"x" * 5000)
    summary, told = read_archive(
        tmp_path / "store.db", folder, with_settings=settings(max_size=4000)
    )
    assert (summary.worked, summary.failed) == (3, 1)
    assert [each.error.code for each in told if each.error] == ["E1005"]
    summary, _ = read_archive(tmp_path / "store.db", folder)
    assert (summary.worked, summary.failed) == (1, 0)  # the limit was raised: only that one


def test_no_process_stays_behind(tmp_path: Path) -> None:
    before = children()
    read_archive(tmp_path / "store.db", fill(tmp_path / "in", 4, faults=("segfault",)))
    assert children() <= before


def children() -> set[int]:
    """Processes of ours that read documents: the tracker of shared resources may stay."""
    found = set()
    for each in Path("/proc").iterdir():
        if each.name.isdecimal():
            try:
                parent = int((each / "stat").read_text().rpartition(")")[2].split()[1])
                command = (each / "cmdline").read_bytes()
            except OSError:
                continue
            if parent == os.getpid() and b"spawn_main" in command:
                found.add(int(each.name))
    return found


def test_a_process_that_cannot_start_is_told(tmp_path: Path) -> None:
    without = replace(settings(), reader="nowhere:read")
    with Sandbox(without) as sandbox, pytest.raises(OutputError):
        sandbox.warm()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kills", "readings", "worked"), [(2, 3, True), (3, 4, True), (9, 4, False)]
)
def test_one_killed_from_outside_is_not_guilty_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kills: int, readings: int, *, worked: bool
) -> None:
    reads = tmp_path / "reads"
    monkeypatch.setenv(READS, str(reads))
    folder = fill(tmp_path / "in", 3)
    (folder / "victim.txt").write_text(f"KILLED-{kills}\n", encoding="utf-8")
    summary, _ = read_archive(tmp_path / "store.db", folder, with_settings=settings(jobs=2))
    assert (summary.worked, summary.failed, summary.left) == (3 + worked, 1 - worked, 0)
    assert reads.read_text(encoding="utf-8").splitlines().count("victim.txt") == readings
    wanted = {} if worked else {"victim.txt": ("E1015", "SIGKILL")}
    assert causes(tmp_path / "store.db") == wanted


@pytest.mark.parametrize(("broken", "fails"), [(1, False), (3, False), (9, True)])
def test_a_pool_that_breaks_is_replaced(
    monkeypatch: pytest.MonkeyPatch, broken: int, *, fails: bool
) -> None:
    asked: list[object] = []

    def schedule(_self: Sandbox, work: object) -> "Future[None]":
        asked.append(work)
        future: Future[None] = Future()
        if len(asked) <= broken:
            future.set_exception(BrokenProcessPool("All workers expired"))
        else:
            future.set_result(None)
        return future

    monkeypatch.setattr(Sandbox, "_schedule", schedule)
    with Sandbox(settings()) as sandbox, nullcontext() if not fails else pytest.raises(OutputError):
        sandbox.warm()
    assert len(asked) == min(broken + 1, 5)


def test_what_was_in_a_pool_that_broke_is_not_guilty() -> None:
    future: Future[Result] = Future()
    future.set_exception(BrokenProcessPool("All workers expired"))
    job = Job(1, 1, Path("a.txt"), "", "a.txt", 1, alone=True)
    assert result_of(future, job, settings()).status == "lost"


def test_a_cause_gives_its_error_back_with_hints_of_its_own() -> None:
    error = UnsupportedError("a.doc", "DOC")
    error.hint_korean, error.hint_english = "이렇게", "so"
    cause = Cause(error.code, error.detail, error.hint_korean, error.hint_english)
    assert error_of(cause, "a.doc").message("ko") == error.message("ko")
    kinds = InputError.__subclasses__()
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert type(error_of(Cause(kind.code), "a")) is kind


@pytest.mark.slow
def test_a_store_and_converting_at_once_give_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from extract.__main__ import main  # noqa: PLC0415 - only here

    folder = tmp_path / "in"
    samples = Path(__file__).parents[3] / "samples"
    for at, sample in enumerate(sorted(samples.glob("*.txt"))[:3]):
        for place in ("a", "b", "") if at == 0 else ("a",):
            target = folder / place / sample.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(sample.read_bytes() + place.encode())
    (folder / "empty.hwp").write_bytes(b"")
    (folder / "a" / "nothing.txt").write_bytes(b"")
    (folder / "a" / "rubbish.pdf").write_bytes(bytes(range(256)) * 20)
    (folder / "a" / "old.doc").write_bytes(b"HWP Document File V3")
    (folder / "same.hwp").write_bytes((folder / "a" / "old.doc").read_bytes())
    store = tmp_path / "store.db"
    assert main(["batch", str(folder), "--store", str(store), "-j", "2"]) == 4
    assert main(["export", str(store), "--out", str(tmp_path / "1")]) == 0
    assert main(["convert", str(folder), "--out", str(tmp_path / "2")]) == 4
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / each).iterdir()} for each in "12"
    )
    assert first == second
    assert exported(store, tmp_path / "3") == first
