"""The command line as scripts meet it: exit codes, languages, streams."""

import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

import extract
from extract.__main__ import main
from extract.commands import COMMANDS
from extract.errors import ExitCode
from extract.messages import choose

ROOT = Path(__file__).parents[2]


def bogoseo(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "extract", *arguments],
        cwd=ROOT,
        env=inherited | environment,
        capture_output=True,
        check=False,
    )


def test_the_version_is_the_distributions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == ExitCode.OK
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert capsys.readouterr().out == f"bogoseo {project['version']}\n"
    assert extract.__version__ == project["version"]


@pytest.mark.parametrize(("language", "word"), [("ko", "명령:"), ("en", "commands:")])
def test_help_names_every_command(
    capsys: pytest.CaptureFixture[str], language: str, word: str
) -> None:
    assert main(["--help", "--lang", language]) == ExitCode.OK
    out = capsys.readouterr().out
    assert word in out
    assert [name for name in COMMANDS if f"  {name} " not in out] == []


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(
    capsys: pytest.CaptureFixture[str], command: str, language: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help", "--lang", language])
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert ("사용법: " in out) == (language == "ko")
    assert ("usage: " in out) == (language == "en")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "명령:"),
        (["konvert"], "convert ?"),
        (["convert"], "INPUT"),
        (["convert", "x.txt"], "--out"),
        (["convert", "x.txt", "--out", "o", "--wat"], "--wat"),
        (["convert", "x.txt", "--out", "o", "--format", "xls"], "xls"),
        (["convert", "x.txt", "--out", "o", "--max-size", "big"], "big"),
        (["convert", "x.txt", "--out", "o", "--lang", "fr"], "fr"),
        (["convert", "x.txt", "--out", "o", "--password-file", "/nowhere"], "/nowhere"),
        (["schema", "--format", "xml"], "xml"),
        ([str(ROOT / "LICENSE")], "bogoseo convert"),
    ],
)
def test_a_wrong_command_line_is_two_and_says_what(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(arguments) == ExitCode.USAGE
    told = capsys.readouterr()
    assert said in told.out + told.err


@pytest.mark.parametrize(
    ("wanted", "environment", "language"),
    [
        (None, {}, "ko"),
        (None, {"LANG": "ko_KR.UTF-8"}, "ko"),
        (None, {"LANG": "C"}, "ko"),
        (None, {"LANG": "de_DE.UTF-8"}, "ko"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LC_ALL": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, "ko"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "ko_KR"}, "en"),
        (None, {"BOGOSEO_LANG": "en", "LANG": "ko_KR"}, "en"),
        ("ko", {"BOGOSEO_LANG": "en", "LANG": "en_US"}, "ko"),
        ("en", {"LANG": "ko_KR"}, "en"),
    ],
)
def test_the_language_is_asked_for_or_taken_from_the_surroundings(
    wanted: str | None, environment: dict[str, str], language: str
) -> None:
    assert choose(wanted, environment) == language


@pytest.mark.parametrize(
    "arguments",
    [
        ["schema"],
        ["text", "samples/haneul-gu-2024-plan.txt"],
        ["tables", "samples/haneul-gu-2024-plan.txt"],
        ["check", "samples/haneul-gu-2024-plan.txt"],
        ["normalize", "money", "300천원"],
        ["--version"],
        ["--help"],
    ],
)
def test_a_full_output_is_told_as_a_full_folder_is(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "extract", *arguments],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    said = result.stderr.decode()
    assert result.returncode == ExitCode.OUTPUT
    assert "E2001" in said
    assert len(said.splitlines()) == 1


def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    command = f"{sys.executable} -m extract schema --format json | head -c 5"
    result = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],  # noqa: S607 - a system tool
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")


def test_korean_can_be_told_in_any_locale() -> None:
    result = bogoseo("convert", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert result.returncode == ExitCode.USAGE
    assert b"Traceback" not in result.stderr
    assert b"E0002" in result.stderr


def test_nothing_heavy_is_imported_for_help_and_version() -> None:
    script = (
        "import sys; from extract.__main__ import main; main(sys.argv[1:]);"
        "print(sorted({name.split('.')[0] for name in sys.modules}"
        " & {'pandas','lxml','rich','argparse','rapidfuzz','olefile','pypdfium2'}))"
    )
    for arguments, allowed in ((["--version"], "[]"), (["--help"], "['argparse']")):
        result = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert result.stdout.splitlines()[-1] == allowed


def test_importing_the_package_is_light_and_its_names_work() -> None:
    script = "import sys, extract; assert 'extract.pipeline' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
    assert {name for name in dir(extract) if not hasattr(extract, name)} == set()
    with pytest.raises(AttributeError):
        extract.nothing  # noqa: B018 - the access is the test


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_run_leaves_nothing_half_written(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    out = tmp_path / "out"
    inputs = tmp_path / "in"
    inputs.mkdir()
    for index in range(3000):
        (inputs / f"{index:04}.txt").write_text(f"사업 {index}\n" * 200, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "extract", "convert", str(inputs), "--out", str(out), "-q"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
    )
    while not list(out.glob(".bogoseo-*/*.json")) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == code
    assert b"Traceback" not in told
    assert "지난 결과는 그대로입니다" in told.decode()
    assert not out.exists()
