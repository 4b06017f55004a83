"""samples/ gives outputs/ today as it did: any difference is shown record by record.

After a change that is meant: `make regenerate`, look at the diff of outputs/, commit it.
"""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extract.regression.compare import Record, compare, tell

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(path.name for path in (ROOT / "samples").iterdir())
OUTPUTS = ROOT / "outputs"
TABLES = ("reports", "projects", "timeline", "funding", "tables", "findings")


def convert(samples: Path, out: Path, **environment: str) -> None:
    command = [sys.executable, "-m", "extract", "convert", str(samples), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=True, capture_output=True)


def records(path: Path, source: str) -> list[Record]:
    """The records of one report in one of the CSV files."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return [row for row in csv.DictReader(handle) if row["source_file"] == source]


@pytest.fixture(scope="module")
def converted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("converted")
    convert(ROOT / "samples", out)
    if request.config.getoption("--regenerate"):
        shutil.rmtree(OUTPUTS, ignore_errors=True)
        shutil.copytree(out, OUTPUTS)
    return out


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("table", TABLES)
def test_records_of_a_sample_are_as_before(converted: Path, table: str, sample: str) -> None:
    wanted = records(OUTPUTS / f"{table}.csv", sample)
    found = records(converted / f"{table}.csv", sample)
    assert "\n".join(map(tell, compare(wanted, found, strict=True))) == ""


def test_every_file_is_as_before_to_the_byte(converted: Path) -> None:
    wanted = {path.name: path.read_bytes() for path in OUTPUTS.iterdir() if path.is_file()}
    found = {path.name: path.read_bytes() for path in converted.iterdir()}
    assert sorted(found) == sorted(wanted)
    assert [name for name in sorted(wanted) if wanted[name] != found[name]] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"},
        {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
def test_surroundings_change_no_byte(
    converted: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    convert(ROOT / "samples", tmp_path / "out", **environment)
    wanted = {path.name: path.read_bytes() for path in converted.iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == wanted


def test_every_sample_has_records(converted: Path) -> None:
    assert [name for name in SAMPLES if not records(converted / "reports.csv", name)] == []
    assert [name for name in SAMPLES if not records(converted / "tables.csv", name)] == []
