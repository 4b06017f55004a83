"""What can be wrong with an address is told in one line, in both languages, and soon."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.cloud import bucket
from tests.extract.cloud.object_server import ask, serving

ROOT = Path(__file__).parents[3]
SAMPLE = str(ROOT / "samples" / "midterm-plan-2025-2029.txt")

Told = Callable[[], str]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def line() -> str:
        error = capsys.readouterr().err
        assert error.count("\n") == 1, error
        return error

    return line


@pytest.mark.parametrize(
    ("inputs", "out", "code", "parts"),
    [
        ("s3://nowhere-at-all/x", "OUT", 5, ("E1001", "NoSuchBucket", "버킷과 경로를")),
        ("STORAGE/nothing", "OUT", 5, ("E1001", "nothing", "경로를 확인")),
        (SAMPLE, "s3://nowhere-at-all/x", 74, ("E2001", "NoSuchBucket", "버킷과 경로를")),
        ("ftp://host/x", "OUT", 2, ("E0002", "s3://BUCKET/…")),
        ("s3:///x", "OUT", 2, ("E0002", "s3://BUCKET/…")),
    ],
)
def test_a_wrong_address(
    storage: str,
    tmp_path: Path,
    told: Told,
    inputs: str,
    out: str,
    code: int,
    parts: tuple[str, ...],
) -> None:
    place = str(tmp_path / "out") if out == "OUT" else out
    asked = ["convert", inputs.replace("STORAGE", storage), "--out", place]
    assert main(asked) == code
    line = told()
    assert all(part in line for part in parts), line
    assert main([*asked, "--lang", "en"]) == code
    assert not re.search("[가-힣]", told())


@pytest.mark.slow
def test_refused_credentials(
    storage: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: Told
) -> None:
    with serving() as environment:  # one of its own: it stays unkind
        address = environment["AWS_ENDPOINT_URL"]
        ask(address, "/moto-api/reset-auth", "POST", b"0")
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        bucket._connected.cache_clear()
        began = time.monotonic()
        assert main(["convert", f"{storage}/x", "--out", str(tmp_path)]) == 5
        line = told()
        assert "E1003" in line
        assert "403 InvalidAccessKeyId" in line
        assert "AWS_ACCESS_KEY_ID" in line
        assert main(["convert", SAMPLE, "--out", f"{storage}/x", "--lang", "en"]) == 74
        assert "check the credentials" in told()
        assert time.monotonic() - began < 60


def test_a_server_that_is_not_there(
    storage: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: Told
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    bucket._connected.cache_clear()
    began = time.monotonic()
    assert main(["convert", f"{storage}/x", "--out", str(tmp_path)]) == 5
    assert "AWS_ENDPOINT_URL" in told()
    assert time.monotonic() - began < 60


def test_a_missing_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: Told) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    assert main(["convert", "s3://a/b", "--out", str(tmp_path / "out")]) == 2
    assert "pip install 'bogoseo[cloud]'" in told()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["batch", "watch"])
def test_commands_of_archives_on_a_disk_say_what_to_do(
    command: str, tmp_path: Path, told: Told
) -> None:
    assert main([command, "s3://a/b", "--store", str(tmp_path / "s.db")]) == 2
    assert "bogoseo convert s3://a/b" in told()


def test_nothing_is_loaded_without_an_address(tmp_path: Path) -> None:
    code = (
        "import sys; from extract.__main__ import main;"
        f"main(['convert', {SAMPLE!r}, '--out', {str(tmp_path)!r}, '-q']);"
        "sys.exit('obstore' in sys.modules or 'extract.cloud.bucket' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
