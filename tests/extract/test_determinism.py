"""Two runs give the same bytes, whatever surrounds them, and tell nothing about where they ran."""

import getpass
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import ExitCode

ROOT = Path(__file__).parents[2]

REPORT = """\
2020년 주요업무계획

일자리과
1. 골목 상권 살리기
□ 사업개요
  ○ 사업기간 : 2019. 3. ~ 2020. 6.
  ○ 2020년 소요예산 : 101,635천원(국 50,000 시 51,635)
□ 추진실적
  - 2019.07.17. : 상인회 간담회
(단위 : 천원)
구분\t2019년\t2020년
국비\t1,000\t2,000
시비\t500\t△600
계\t1,500\t1,400
"""

SURROUNDINGS = {
    "another folder": ("/", {}),
    "the C locale": (".", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "an English locale": (".", {"LC_ALL": "en_US.UTF-8", "LANG": "en_US.UTF-8"}),
    "another time zone": (".", {"TZ": "Pacific/Kiritimati"}),
    "another hash seed": (".", {"PYTHONHASHSEED": "12345"}),
    "no home": (".", {"HOME": "/nonexistent", "TERM": "dumb", "COLUMNS": "20"}),
}


def run(folder: Path, out: Path, cwd: str, environment: dict[str, str]) -> dict[str, bytes]:
    base = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}
    result = subprocess.run(
        [sys.executable, "-m", "extract", "convert", str(folder), "--out", str(out), "-q"],
        cwd=cwd if cwd != "." else folder,
        env=base | environment,
        capture_output=True,
        check=False,
    )
    assert result.returncode == ExitCode.SOME_FAILED, result.stderr.decode()
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.mark.slow
def test_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name in ("b/보고서.txt", "a/보고서.txt", "c/다른 보고서.txt"):
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text(REPORT + name + "\n", encoding="utf-8")
    (folder / "빈.txt").touch()
    expected = run(folder, tmp_path / "out", ".", {})
    assert len(expected) == 4 + 6 + 1
    for number, (what, (cwd, environment)) in enumerate(SURROUNDINGS.items()):
        found = run(folder, tmp_path / f"out{number}", cwd, environment)
        assert found == expected, what
    everything = b"".join(expected.values())
    private = {str(tmp_path), socket.gethostname(), f"/home/{getpass.getuser()}"}
    assert {word for word in private if word.encode() in everything} == set()
