"""Taking files in: what is found in folders, what is refused, what the library calls return."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract import extract_bytes, extract_file
from extract.document import Document
from extract.errors import InputError, NotAFileError, TooLargeError
from extract.gathering import gather
from extract.inputs import read_file, report_id
from extract.records import ReportRecord
from extract.report import Report

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _only_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def understood(document: Document, *, report_id: str, source_file: str) -> Report:
        return Report(report_id, source_file, document, ReportRecord())

    monkeypatch.setattr("extract.pipeline.extract_document", understood)


def labels(*arguments: Path | str) -> list[str]:
    return [each.source_file for each in gather(map(str, arguments)).inputs]


def test_a_file_and_its_bytes_give_the_same_report(tmp_path: Path) -> None:
    path = tmp_path / "보고서.txt"
    path.write_text("주요업무계획\n", encoding="utf-8")
    by_path, by_name = extract_file(path), extract_file(str(path))
    by_bytes = extract_bytes(path.read_bytes(), "보고서.txt")
    assert by_path == by_name == by_bytes
    assert by_path.report_id == report_id(path.read_bytes())
    assert by_path.source_file == "보고서.txt"


def test_half_of_a_surrogate_pair_becomes_a_replacement_at_the_same_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = Document("txt", "가\ud83d나", "가\ud83d나", ())
    monkeypatch.setattr("extract.pipeline.read", lambda *_: broken)
    document = extract_bytes(b"x", "x.txt").document
    assert (document.text, document.view) == ("가\ufffd나", "가\ufffd나")


def test_the_limit_is_on_the_size_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    assert read_file(path, max_size=11) == b"x" * 11
    with pytest.raises(TooLargeError, match="11"):
        read_file(path, max_size=10)


def test_a_pipe_never_blocks(tmp_path: Path) -> None:
    path = tmp_path / "pipe.hwp"
    os.mkfifo(path)
    with pytest.raises(NotAFileError):
        read_file(path)


def test_a_name_that_no_file_can_have_is_an_input_error() -> None:
    with pytest.raises(InputError):
        read_file(Path("a\0b"))
    with pytest.raises(InputError):
        read_file(Path("가" * 300))


def test_a_link_to_a_file_is_read_and_a_link_to_a_folder_does_not_trap(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.txt").write_text("글", encoding="utf-8")
    (folder / "inner" / "up").symlink_to(folder)
    (tmp_path / "outside.txt").write_text("밖", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    assert labels(folder) == ["a.txt", "link.txt"]


def test_the_order_is_that_of_the_arguments_then_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.hwp", "c/z.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert labels(tmp_path / "c", tmp_path) == ["z.pdf", "a.hwp", "b.txt"]


def test_what_is_left_out_of_a_folder_is_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.xlsx", "README", "notes.md"):
        (tmp_path / name).touch()
    gathered = gather([str(tmp_path)])
    assert (len(gathered.inputs), gathered.skipped, gathered.repeated) == (1, 3, 0)
    assert labels(tmp_path / "notes.md") == ["notes.md"]


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir()
    scan = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr("os.scandir", refusing)
    assert labels(tmp_path) == ["locked"]


def test_a_terminal_sees_a_bar_and_the_failures(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "3.txt").touch()
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "extract", "convert", tmp_path, "--out", tmp_path / "out"],
        cwd=ROOT,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "100"},
    )
    os.close(theirs)
    told = b""
    while True:
        try:
            told += os.read(ours, 1 << 16)
        except OSError:  # the other end closed
            break
    os.close(ours)
    assert process.wait() == 4
    words = told.decode()
    assert "읽는 중" in words
    assert "E1004" in words
    assert "보고서 2개" in words
