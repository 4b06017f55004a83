"""`bogoseo text`, `tables`, `schema`: looking at a report and at the format of the results."""

import json
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.commands.tables import draw
from extract.document import Cell, Document, Table
from extract.emit.layout import OUTPUTS
from extract.errors import ExitCode

REPORT = "주요업무계획\n\n구분\t2019년\t2020년\n국비\t1,000\t2,000\n시비\t500\t△600\n끝\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "보고서.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_text_prints_the_text_to_the_letter(
    path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["text", str(path)]) == ExitCode.OK
    assert capfdbinary.readouterr().out == REPORT.encode()


def test_text_prints_utf_8_for_any_encoding_of_the_file(
    path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path.write_bytes(REPORT.encode("cp949"))
    assert main(["text", str(path)]) == ExitCode.OK
    assert capfdbinary.readouterr().out == REPORT.encode()


def test_blocks_point_into_the_text(path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["text", str(path), "--json"]) == ExitCode.OK
    content = json.loads(capfdbinary.readouterr().out)
    first = content["blocks"][0]
    assert content["text"][first["char_start"] : first["char_end"]] == "주요업무계획"
    assert {block["kind"] for block in content["blocks"]} == {"paragraph", "table"}
    assert first["line"] == 1


def test_tables_are_aligned_by_what_a_terminal_shows(
    path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["tables", str(path), "--lang", "ko"]) == ExitCode.OK
    assert capfdbinary.readouterr().out.decode().splitlines() == [
        "표 1 (줄 3, 3×3, tabs)",
        "| 구분 | 2019년 | 2020년 |",
        "| 국비 | 1,000  | 2,000  |",
        "| 시비 | 500    | △600   |",
    ]


def test_table_cells_as_json_have_their_place(
    path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["tables", str(path), "--json"]) == ExitCode.OK
    (table,) = json.loads(capfdbinary.readouterr().out)
    last = table["cells"][-1]
    assert (last["text"], last["row"], last["column"], last["line"]) == ("△600", 2, 2, 5)
    assert REPORT[last["char_start"] : last["char_end"]] == "△600"


@pytest.mark.parametrize(("language", "said"), [("ko", "표가 없습니다"), ("en", "no tables")])
def test_a_report_without_tables_says_so(
    path: Path, capfdbinary: pytest.CaptureFixture[bytes], language: str, said: str
) -> None:
    path.write_text("글\n", encoding="utf-8")
    assert main(["tables", str(path), "--lang", language]) == ExitCode.OK
    assert said in capfdbinary.readouterr().out.decode()


def test_merged_cells_show_what_they_cover_and_lies_cost_nothing() -> None:
    text = "가나\n다\n"
    cells = (Cell(0, 0, 2, 2, 0, 2), Cell(2, 5, 1, 1, 3, 4))
    table = Table(0, 4, 3, 1_000_000_000, cells)
    document = Document("txt", text, text, (table,))
    lines = draw(document, table, 1).splitlines()[1:]
    assert lines == [
        "| 가나 | ← |  |  |  |    |",
        "| ↑    | ↑ |  |  |  |    |",
        "|      |   |  |  |  | 다 |",
    ]


@pytest.mark.parametrize("command", ["text", "tables"])
@pytest.mark.parametrize("kind", ["missing", "folder", "empty"])
def test_a_file_that_cannot_be_read_is_four(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, kind: str
) -> None:
    path = tmp_path / kind
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.touch()
    assert main([command, str(path)]) == ExitCode.SOME_FAILED
    assert "E10" in capsys.readouterr().err


def test_the_schema_is_printed_in_three_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["$id"] == "urn:bogoseo:schema:1"
    assert main(["schema", "--format", "table"]) == ExitCode.OK
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == sum(len(output.columns) for output in OUTPUTS.values())
    assert {line.count("\t") for line in lines} == {5}
    assert main(["schema", "--format", "markdown"]) == ExitCode.OK
    assert "## funding.csv (예산)" in capsys.readouterr().out
