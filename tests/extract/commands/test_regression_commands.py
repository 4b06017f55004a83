"""`bogoseo test`, `sample` and `eval`: documents and runs beside what was kept of them."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from extract.__main__ import main
from extract.errors import ExitCode

REPORT = """가람시

2020년 주요업무계획

2019. 11.

도시재생과

1 달빛골 골목길 정비

□ 사업개요
- 사업기간 : 2019. 3. ~ 2020. 12.
- 담당자 : 홍길동 주무관(☎ 2133-4317)
- 총사업비 : 500백만원(국비 300, 시비 200)

□ 추진실적
- 2019.03.04. : 주민설명회 개최
- 2019.05. : 실시설계 완료

□ 추진계획
- 2020.04. : 공사 착공
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "보고서.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def samples(report: Path) -> Path:
    folder = report.parent / "samples"
    assert main(["sample", "add", str(report), "--to", str(folder), "-q"]) == ExitCode.OK
    return folder


def change(samples: Path, old: str, new: str) -> None:
    path = samples / "보고서.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_sample_is_as_it_was(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {path.name for path in samples.iterdir()} == {"보고서.txt", "보고서.txt.golden.json"}
    assert main(["test", str(samples)]) == ExitCode.OK
    assert "같음 1, 다름 0" in capsys.readouterr().out


def test_a_difference_is_told_by_record_and_field(
    samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(samples, "2020.04. : 공사 착공", "2020.06. : 공사 착공")
    change(samples, "- 2019.05. : 실시설계 완료\n", "")
    capsys.readouterr()
    assert main(["test", str(samples), "--lang", "en"]) == ExitCode.DIFFERENT
    out = capsys.readouterr().out
    assert "timeline  lost " in out
    assert "text='실시설계 완료'" in out
    assert "edtf '2020-04' -> '2020-06'" in out
    assert "timeline  moved " not in out.replace("timeline  moved    1 records", "")
    assert "1 documents: 0 as before, 1 different" in out


def test_the_same_as_json_and_junit(
    samples: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    change(samples, "2020.04.", "2020.06.")
    capsysbinary.readouterr()
    assert main(["test", str(samples), "--format", "json"]) == ExitCode.DIFFERENT
    (told,) = json.loads(capsysbinary.readouterr().out)
    assert (told["document"], told["state"]) == ("보고서.txt", "different")
    fields = {field["name"]: field["new"] for each in told["changes"] for field in each["fields"]}
    assert fields["edtf"] == "2020-06"
    assert main(["test", str(samples), "--format", "junit"]) == ExitCode.DIFFERENT
    suite = ET.fromstring(capsysbinary.readouterr().out)[0]  # noqa: S314 - written by us
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("1", "1", "0")
    assert "2020-06" in (suite[0][0].text or "")


def test_accepting_keeps_what_is_read_today(
    samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(samples, "2020.04.", "2020.06.")
    capsys.readouterr()
    assert main(["test", str(samples), "--accept"]) == ExitCode.OK
    assert "2020-06" in capsys.readouterr().out
    assert main(["test", str(samples)]) == ExitCode.OK


def test_what_is_taken_out_of_the_golden_records_is_not_compared(samples: Path) -> None:
    golden = samples / "보고서.txt.golden.json"
    content = json.loads(golden.read_text(encoding="utf-8"))
    for event in content["timeline"]:
        del event["text"]
    del content["findings"], content["report"], content["tables"], content["projects"]
    golden.write_text(json.dumps(content), encoding="utf-8")
    change(samples, "공사 착공", "공사 준공")
    assert main(["test", str(samples)]) == ExitCode.OK
    change(samples, "2020.04.", "2020.06.")
    assert main(["test", str(samples)]) == ExitCode.DIFFERENT


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("새것.txt", REPORT.encode(), ExitCode.DIFFERENT),
        ("빈것.txt", b"", ExitCode.SOME_FAILED),
        ("보고서.txt.golden.json", b"{", ExitCode.ALL_FAILED),
        ("보고서.txt.golden.json", b'{"timeline": 3}', ExitCode.ALL_FAILED),
        ("보고서.txt.golden.json", b"[]", ExitCode.OK),
    ],
)
def test_what_cannot_be_compared_is_told(
    samples: Path, name: str, data: bytes, code: ExitCode
) -> None:
    (samples / name).write_bytes(data)
    assert main(["test", str(samples)]) == code


def test_a_folder_without_documents_is_a_mistake(tmp_path: Path) -> None:
    assert main(["test", str(tmp_path)]) == ExitCode.USAGE


def test_a_sample_is_masked(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "masked"
    assert main(["sample", "add", str(report), "--to", str(folder), "--mask"]) == ExitCode.OK
    kept = (folder / "보고서.txt").read_text(encoding="utf-8")
    assert "○○○ 주무관(☎ 0000-0000)" in kept
    assert len(kept) == len(REPORT)
    assert "홍길동" not in (folder / "보고서.txt.golden.json").read_text(encoding="utf-8")
    assert main(["test", str(folder)]) == ExitCode.OK


def test_corrected_records_are_kept(samples: Path, report: Path, tmp_path: Path) -> None:
    golden = samples / "보고서.txt.golden.json"
    corrected = tmp_path / "바로잡음.json"
    words = golden.read_text(encoding="utf-8").replace("공사 착공", "공사 시작")
    corrected.write_text(words, encoding="utf-8")
    again = tmp_path / "corrected"
    command = ["sample", "add", str(report), "--to", str(again), "--records", str(corrected)]
    assert main(command) == ExitCode.OK
    assert main(["test", str(again)]) == ExitCode.DIFFERENT


def test_another_report_of_the_same_name_is_refused(samples: Path, report: Path) -> None:
    assert main(["sample", "add", str(report), "--to", str(samples)]) == ExitCode.OK
    report.write_text(REPORT.replace("달빛골", "별빛골"), encoding="utf-8")
    assert main(["sample", "add", str(report), "--to", str(samples)]) == ExitCode.USAGE


def test_two_runs_are_compared(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(report, tmp_path / "in" / "가.txt")
    (tmp_path / "in" / "나.txt").write_text(REPORT.replace("달빛골", "별빛골"), encoding="utf-8")
    old, new = str(tmp_path / "old"), str(tmp_path / "new")
    assert main(["convert", str(tmp_path / "in"), "--out", old, "-q"]) == ExitCode.OK
    assert main(["eval", old, old]) == ExitCode.OK
    words = REPORT.replace("2020.04.", "2020.06.").replace("- 2019.05. : 실시설계 완료\n", "")
    (tmp_path / "in" / "가.txt").write_text(words, encoding="utf-8")
    (tmp_path / "in" / "나.txt").unlink()
    (tmp_path / "in" / "다.txt").write_text(REPORT.replace("달빛골", "꽃빛골"), encoding="utf-8")
    assert main(["convert", str(tmp_path / "in"), "--out", new, "-q"]) == ExitCode.OK
    capsys.readouterr()
    assert main(["eval", old, new, "--details", "--lang", "en"]) == ExitCode.DIFFERENT
    out = capsys.readouterr().out
    assert "가.txt: lost 1, changed 2" in out
    assert "나.txt: gone" in out
    assert "다.txt: came" in out
    assert "edtf '2020-04' -> '2020-06'" in out
    assert "3 of 3 documents differ" in out
    assert main(["eval", old, new, "--format", "json"]) == ExitCode.DIFFERENT
    told = json.loads(capsys.readouterr().out)
    assert told["totals"]["timeline"]["lost"] == 1


def test_a_folder_without_results_is_told(tmp_path: Path) -> None:
    assert main(["eval", str(tmp_path), str(tmp_path)]) == ExitCode.SOME_FAILED
