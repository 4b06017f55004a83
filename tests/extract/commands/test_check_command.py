"""`bogoseo check`: of files and of results, as text, JSON and SARIF."""

import json
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.errors import ExitCode

WRONG = """□ 예산현황
(단위 : 천원)
재원별\t합계\t2021년\t2022년
계\t2,940\t1,050\t1,890
국비\t1,176\t420\t756
도비\t588\t210\t387
군비\t1,176\t420\t756
"""
RIGHT = WRONG.replace("387", "378")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "틀린 보고서.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "right.txt"
    path.write_text(RIGHT, encoding="utf-8")
    return path


def test_errors_have_an_exit_code_of_their_own(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(wrong)]) == ExitCode.AUDIT_ERRORS
    shown = capsys.readouterr().out
    assert "오류 (1)" in shown
    assert f"{wrong}:6" in shown
    assert "[total-of-rows]" in shown


def test_a_sound_report_passes(right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(right)]) == ExitCode.OK
    assert "찾지 못했습니다" in capsys.readouterr().out


def test_it_speaks_english(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(wrong), "--lang", "en"])
    shown = capsys.readouterr().out
    assert "Errors (1)" in shown
    assert "says 1,890, but" in shown


def test_json_gives_every_place(wrong: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["check", str(wrong), "--format", "json"]) == ExitCode.AUDIT_ERRORS
    (finding,) = json.loads(capfdbinary.readouterr().out)
    assert finding["expected"] == "378"
    assert [WRONG[start:end] for start, end in finding["places"]] == ["387", "1,890", "756", "756"]


def test_sarif_names_rule_level_and_region(
    wrong: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["check", str(wrong), "--format", "sarif"]) == ExitCode.AUDIT_ERRORS
    log = json.loads(capfdbinary.readouterr().out)
    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "total-of-rows"
    assert result["level"] == "error"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 6
    assert WRONG[region["charOffset"] : region["charOffset"] + region["charLength"]] == "387"
    assert " " not in result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_results_of_convert_are_checked_without_reading_again(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    main(["convert", str(wrong), "--out", str(out), "--quiet"])
    wrong.unlink()
    assert main(["check", str(out)]) == ExitCode.AUDIT_ERRORS
    assert "[total-of-rows]" in capsys.readouterr().out


def test_a_folder_without_results_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == ExitCode.SOME_FAILED
    assert "E1001" in capsys.readouterr().err


def test_one_bad_input_does_not_stop_the_others(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "none.hwp"), str(wrong)]) == ExitCode.AUDIT_ERRORS
    assert "[total-of-rows]" in capsys.readouterr().out
