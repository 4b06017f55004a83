"""`bogoseo convert`: many inputs, bad inputs, one set of files."""

import csv
import json
import os
import socket
from hashlib import sha256
from pathlib import Path

import frictionless
import pytest

from extract.__main__ import main
from extract.document import Document
from extract.errors import ExitCode
from extract.records import ReportRecord
from extract.report import Report

TABLES = ("reports", "projects", "timeline", "funding", "tables", "findings")


def understood(document: Document, *, report_id: str, source_file: str) -> Report:
    """Stand in for the stages behind reading, which have tests of their own."""
    if "고장" in document.text:
        raise ZeroDivisionError("고장")
    title = document.text.partition("\n")[0]
    findings = document.findings
    return Report(report_id, source_file, document, ReportRecord(title=title), findings=findings)


@pytest.fixture(autouse=True)
def _only_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.pipeline.extract_document", understood)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def convert(out: Path, *arguments: Path | str) -> int:
    return main(["convert", *map(str, arguments), "--out", str(out)])


def rows(out: Path, name: str) -> list[dict[str, str]]:
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_one_report_gives_a_json_six_tables_and_their_description(
    tmp_path: Path, out: Path
) -> None:
    assert convert(out, write(tmp_path / "보고서.txt", "주요업무계획\n")) == ExitCode.OK
    (row,) = rows(out, "reports")
    assert (row["source_file"], row["title"], row["status"]) == ("보고서.txt", "주요업무계획", "ok")
    wanted = {f"{name}.csv" for name in TABLES} | {"datapackage.json", f"{row['report_id']}.json"}
    assert {path.name for path in out.iterdir()} == wanted
    assert json.loads((out / f"{row['report_id']}.json").read_bytes())["report"]["title"]


@pytest.mark.parametrize("bom", [True, False])
def test_the_package_validates(tmp_path: Path, out: Path, bom: bool) -> None:  # noqa: FBT001 - a case of the table
    write(tmp_path / "in" / "가.txt", "하나\n")
    write(tmp_path / "in" / "나.txt", "")
    convert(out, tmp_path / "in", *([] if bom else ["--no-bom"]))
    assert (out / "reports.csv").read_bytes().startswith(b"\xef\xbb\xbf") == bom
    assert b"\r" not in (out / "reports.csv").read_bytes()
    result = frictionless.Package(str(out / "datapackage.json")).validate()
    assert result.valid, result.flatten(["rowNumber", "fieldName", "note"])


def test_many_reports_share_one_set_in_the_order_of_their_paths(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "in"
    for name in ("b/2.txt", "a/9.txt", "a.txt", "b/10.TXT"):
        write(folder / name, name)
    write(folder / ".hidden" / "x.txt", "x")
    write(folder / "b" / ".x.txt", "y")
    write(folder / "그림.png", "z")
    assert convert(out, folder) == ExitCode.OK
    names = [row["source_file"] for row in rows(out, "reports")]
    assert names == ["a.txt", "9.txt", "10.TXT", "2.txt"]


def test_files_of_one_name_are_told_apart(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "in"
    for name in ("a/x.txt", "b/x.txt", "x.txt", "y.txt"):
        write(folder / name, name)
    assert convert(out, folder) == ExitCode.OK
    names = [row["source_file"] for row in rows(out, "reports")]
    assert names == ["a/x.txt", "b/x.txt", "x.txt", "y.txt"]


def test_named_files_of_one_name_are_told_apart_without_their_whole_path(
    tmp_path: Path, out: Path
) -> None:
    paths = [write(tmp_path / name, name) for name in ("1/a/x.txt", "2/a/x.txt", "2/b/x.txt")]
    assert convert(out, *paths) == ExitCode.OK
    names = [row["source_file"] for row in rows(out, "reports")]
    assert names == ["a/x.txt", "a/x.txt#2", "b/x.txt"]


def test_the_same_bytes_are_one_report_and_that_is_said(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = write(tmp_path / "1.txt", "같은 글")
    assert convert(out, first, write(tmp_path / "2.txt", "같은 글"), first) == ExitCode.OK
    assert [row["source_file"] for row in rows(out, "reports")] == ["1.txt"]
    told = capsys.readouterr().err
    assert "2.txt: 1.txt" in told
    assert "두 번 지정된 파일 1개" in told


def test_a_pattern_is_expanded_and_one_that_fits_nothing_fails(tmp_path: Path, out: Path) -> None:
    write(tmp_path / "a" / "1.txt", "1")
    write(tmp_path / "2.txt", "2")
    assert convert(out, tmp_path / "**" / "*.txt") == ExitCode.OK
    assert len(rows(out, "reports")) == 2
    assert convert(out, tmp_path / "*.hwp", tmp_path / "2.txt") == ExitCode.SOME_FAILED
    assert [row["status"] for row in rows(out, "reports")] == ["failed", "ok"]


def test_a_name_with_brackets_is_a_name(tmp_path: Path, out: Path) -> None:
    assert convert(out, write(tmp_path / "[최종] 보고서.txt", "1")) == ExitCode.OK


def make_bad(kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.txt"
    if kind == "folder":
        (folder / "빈 폴더.hwp").mkdir()
        return folder / "빈 폴더.hwp"
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "link":
        path.symlink_to(folder / "nowhere")
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "large":
        with path.open("wb") as file:
            file.truncate(600 << 20)
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 64)
    elif kind == "fault":
        path.write_text("고장", encoding="utf-8")
    return path


BAD = {
    "missing": "E1001",
    "link": "E1001",
    "loop": "E1003",
    "pipe": "E1002",
    "empty": "E1004",
    "large": "E1005",
    "binary": "E1006",
    "fault": "E1012",
}


@pytest.mark.parametrize(("kind", "code"), BAD.items())
def test_a_bad_input_is_a_row_and_a_finding_and_the_others_go_on(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str], kind: str, code: str
) -> None:
    bad = make_bad(kind, tmp_path)
    good = write(tmp_path / "good.txt", "좋은 글")
    assert convert(out, bad, good) == ExitCode.SOME_FAILED
    failed, fine = rows(out, "reports")
    assert (failed["status"], failed["source_file"]) == ("failed", bad.name)
    assert (fine["status"], fine["findings"]) == ("ok", fine["findings"])
    finding = rows(out, "findings")[0]
    assert finding["message"].startswith(code)
    assert (finding["severity"], finding["actual"]) == ("error", code)
    assert str(tmp_path) not in (out / "findings.csv").read_text(encoding="utf-8")
    told = capsys.readouterr().err
    assert code in told
    assert "Traceback" not in told
    assert (out / f"{failed['report_id']}.json").exists()


@pytest.mark.parametrize("kind", [*BAD, "folder"])
def test_when_nothing_works_it_is_five_and_earlier_results_stay(
    tmp_path: Path, out: Path, kind: str
) -> None:
    bad = make_bad(kind, tmp_path)
    assert convert(out, bad) == ExitCode.ALL_FAILED
    convert(out, write(tmp_path / "good.txt", "좋은 글"))
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert convert(out, bad) == ExitCode.ALL_FAILED
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_socket_and_a_device_are_not_opened(tmp_path: Path, out: Path) -> None:
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(str(tmp_path / "s.txt"))
        assert convert(out, tmp_path / "s.txt", "/dev/zero") == ExitCode.ALL_FAILED
    assert {row["actual"] for row in rows(out, "findings")} == {"E1002"}


def test_the_limit_of_size_is_the_users(tmp_path: Path, out: Path) -> None:
    path = write(tmp_path / "a.txt", "x" * 2000)
    assert main(["convert", str(path), "--out", str(out), "--max-size", "1K"]) == 5
    assert main(["convert", str(path), "--out", str(out), "--max-size", "2KB"]) == 0


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("\u1100\u1161.txt", "가.txt"),
        (b"\xb0\xa1.txt", "\ufffd\ufffd.txt"),
        ("두 줄\n이름.txt", "두 줄\n이름.txt"),
        ("=1+1.txt", "'=1+1.txt"),
        ('따옴표"와,쉼표.txt', '따옴표"와,쉼표.txt'),
        ("-x.txt", "'-x.txt"),
    ],
)
def test_any_name_is_read_and_told_in_utf_8(
    tmp_path: Path, out: Path, name: str | bytes, label: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + os.fsencode(name)))
    path.write_text("글", encoding="utf-8")
    assert convert(out, folder) == ExitCode.OK
    assert rows(out, "reports")[0]["source_file"] == label


def test_an_output_that_cannot_be_written_is_74_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "a.txt", "글")
    assert convert(path, path) == ExitCode.OUTPUT
    assert convert(Path("/proc/nowhere"), path) == ExitCode.OUTPUT
    told = capsys.readouterr().err
    assert "E2001" in told
    assert "Traceback" not in told
    assert path.read_text(encoding="utf-8") == "글"


@pytest.mark.parametrize("content", [b"", b" \n", bytes(range(256)) * 64])
def test_an_input_that_failed_is_known_by_its_bytes(
    tmp_path: Path, out: Path, content: bytes
) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_bytes(content)
    good = write(tmp_path / "good.txt", "글")
    assert convert(out, tmp_path / "a.txt", tmp_path / "b.txt", good) == ExitCode.SOME_FAILED
    failed, fine = rows(out, "reports")
    assert (failed["source_file"], fine["source_file"]) == ("a.txt", "good.txt")
    assert failed["report_id"] == sha256(content).hexdigest()[:16]


def test_messages_follow_lang_and_findings_never_the_locale(
    tmp_path: Path,
    out: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    path = write(tmp_path / "a.txt", "")
    good = write(tmp_path / "b.txt", "글")
    convert(out, path, good)
    assert "The file is empty" in capsys.readouterr().err
    assert "빈 파일입니다" in rows(out, "findings")[0]["message"]
    assert main(["convert", str(path), str(good), "--out", str(out), "--lang", "en"]) == 4
    assert "The file is empty" in rows(out, "findings")[0]["message"]


def test_only_the_asked_formats_are_written(tmp_path: Path, out: Path) -> None:
    path = write(tmp_path / "a.txt", "글")
    assert main(["convert", str(path), "-o", str(out), "--format", "json", "-q"]) == 0
    assert [path.suffix for path in out.iterdir()] == [".json"]


def test_quiet_says_nothing_when_all_is_well(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "a.txt", "글")
    assert main(["convert", str(path), "--out", str(out), "--quiet"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")
    assert main(["convert", str(path), "--out", str(out), "--verbose"]) == 0
    assert "a.txt: 사업 0개" in capsys.readouterr().err
