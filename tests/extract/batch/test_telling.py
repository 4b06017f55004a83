"""How a run is told: lines, JSON lines, a bar; the state of a store; a look before the work."""

import json
import os
import pty
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from extract.__main__ import main
from extract.batch.ledger import Listed
from extract.batch.progress import tell_end
from extract.batch.reading import Result
from extract.batch.summary import Summary, Told
from extract.batch.survey import Survey
from extract.commands import batch
from tests.extract.batch.archive_runs import fill

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = fill(tmp_path / "in", 3)
    (folder / "empty.hwp").write_bytes(b"")
    return folder


@pytest.mark.slow
def test_sums_are_told_in_both_languages(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "store.db")
    assert main(["batch", str(folder), "-j", "1", "--store", store]) == 4
    told = capsys.readouterr().err
    assert "E1004" in told
    assert "읽음 3, 실패 1" in told
    assert main(["batch", "--store", store, "--lang", "en"]) == 4  # the folder is known
    assert "0 read, 1 failed, 3 read before" in capsys.readouterr().err


def test_json_lines_tell_programs_everything(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(
        ["batch", str(folder), "-j", "1", "--store", str(tmp_path / "s.db"), "--log-format", "json"]
    )
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    *documents, summary = lines
    assert {each["event"] for each in documents} == {"document"}
    assert sorted(each["status"] for each in documents) == ["failed", "ok", "ok", "ok"]
    assert {each["code"] for each in documents} == {"", "E1004"}
    wanted = {"event": "summary", "done": 3, "failed": 1, "left": 0, "stopped": False, "found": 4}
    assert wanted.items() <= summary.items()
    assert summary["suspected"] == 0


def test_a_program_is_told_of_every_number_that_people_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    listed = Listed(found=90, skipped=2, new=3, changed=4, gone=5)
    summary = Summary(listed, total=60, worked=7, failed=8, same=9, renewed=11, suspected=12)
    tell_end(summary, "s.db", "json", stopped=False)
    told = json.loads(capsys.readouterr().err)
    numbers = {"failed": 8, "same": 9, "renewed": 11, "suspected": 12, **listed._asdict()}
    assert numbers.items() <= told.items()


def test_quiet_tells_failures_only(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["batch", str(folder), "-j", "1", "--store", str(tmp_path / "s.db"), "-q"])
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("E1004")


@pytest.mark.slow
def test_a_terminal_gets_a_bar(folder: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "extract", "batch", folder, "--store", tmp_path / "s.db"],
        cwd=ROOT,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
    )
    os.close(theirs)
    told = b""
    try:
        while data := os.read(ours, 4096):
            told += data
    except OSError:  # the other end is closed
        pass
    assert run.wait(60) == 4
    os.close(ours)
    text = told.decode()
    for words in ("끝남 ", "실패 1", "남음 ", "MB/s", "읽음 3, 실패 1"):
        assert words in text


def test_the_state_of_a_store(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "store.db")
    main(["batch", str(folder), "-j", "1", "--store", store, "-q"])
    capsys.readouterr()
    assert main(["status", store, "--json"]) == 0
    state = json.loads(capsys.readouterr().out)
    wanted = {"files": 4, "documents": 3, "ok": 3, "partial": 0, "failed": 1, "left": 0, "gone": 0}
    assert wanted.items() <= state.items()
    assert [line[:5] for line in state["failures"]] == ["E1004"]
    assert main(["status", store]) == 0
    assert "실패: 1" in capsys.readouterr().out
    assert main(["status", str(tmp_path / "nowhere.db")]) == 2


def test_a_list_names_inputs(folder: Path, tmp_path: Path) -> None:
    names = sorted(map(str, folder.glob("*.txt")))[:2]
    (tmp_path / "list").write_text("\n".join(names) + "\n", encoding="utf-8")
    store = str(tmp_path / "s.db")
    assert main(["batch", "--list", str(tmp_path / "list"), "--store", store]) == 0
    assert main(["batch", "--list", str(tmp_path / "none"), "--store", store]) == 2
    assert main(["batch", "--store", str(tmp_path / "new.db")]) == 2


@pytest.mark.parametrize("option", ["-j 0", "--timeout 0", "--timeout x", "--memory x"])
def test_limits_that_mean_nothing_are_refused(folder: Path, tmp_path: Path, option: str) -> None:
    assert (
        main(["batch", str(folder), "-j", "1", "--store", str(tmp_path / "s.db"), *option.split()])
        == 2
    )


def test_a_dry_run_looks_and_writes_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "picture.png").write_bytes(b"x")
    scan = pypdfium2.PdfDocument.new()
    scan.new_page(200, 200)
    scan.save(folder / "scan.pdf")
    scan.close()
    with zipfile.ZipFile(folder / "locked.hwpx", "w") as container:
        container.writestr("Contents/section0.xml", "x")
        container.writestr("META-INF/manifest.xml", "<a><encryption-data/></a>")
    store = tmp_path / "store.db"
    assert (
        main(["batch", str(folder), "-j", "1", "--store", str(store), "--dry-run", "-j", "2"]) == 0
    )
    told = capsys.readouterr().out
    for line in ("txt            3", "pdf            1", "hwpx           1", "E1004          1"):
        assert line in told
    assert "암호가 걸린 문서 1" in told
    assert "스캔으로 보이는 문서 1" in told
    assert "보고서가 아닌 파일 1" in told
    assert not store.exists()


def test_a_dry_run_without_inputs_looks_at_what_the_store_knows(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store.db"
    looking = ["batch", "-j", "1", "--store", str(store), "--dry-run"]
    assert main(looking) == 2
    assert "INPUT" in capsys.readouterr().err
    assert not store.exists()
    main(["batch", str(folder), "-j", "1", "--store", str(store), "-q"])
    fill(folder, 5)
    before = store.read_bytes()
    capsys.readouterr()
    assert main(looking) == 0
    assert "txt            5" in capsys.readouterr().out
    assert store.read_bytes() == before
    main(["status", str(store), "--json"])
    assert json.loads(capsys.readouterr().out)["files"] == 4


@pytest.mark.parametrize(
    ("files", "size", "jobs", "least", "most"),
    [
        (20_000, 300, 2, 60, 180),  # 90 seconds, measured: each file costs something, too
        (20_000, 300, 8, 60, 180),  # … and that is not shared
        (1000, 3_000_000, 1, 900, 1100),
        (1000, 3_000_000, 4, 225, 275),
    ],
)
def test_an_estimate_counts_files_and_bytes(
    files: int, size: int, jobs: int, least: float, most: float
) -> None:
    found = Survey()
    for _ in range(files):
        found.count(size, Result("ok", "txt"))
    assert least < found.duration(jobs) < most


def test_the_time_to_go_follows_from_the_bytes() -> None:
    summary = Summary(total=4, size=4000)
    assert summary.seconds_left is None
    summary.started -= 10
    summary.count(Told("a", "ok", 1000))
    assert summary.left == 3
    assert summary.seconds_left == pytest.approx(30, rel=0.01)
    assert summary.speed == pytest.approx(100, rel=0.01)


def test_two_wishes_to_stop_at_once_are_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    moments = iter([10.0, 10.2, 12.0])
    monkeypatch.setattr(batch.time, "monotonic", lambda: next(moments))
    stop = batch._Stop()
    stop.note(signal.SIGINT, None)
    stop.note(signal.SIGINT, None)
    assert stop()
    assert capsys.readouterr().err.count("멈추는 중입니다") == 1
    with pytest.raises(KeyboardInterrupt):
        stop.note(signal.SIGINT, None)
