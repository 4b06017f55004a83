"""`pytest --bogoseo samples/`: one test a document that has golden records."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.errors import ExitCode

SAMPLE = Path(__file__).parents[3] / "samples" / "haneul-gu-2024-plan.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    samples = tmp_path / "samples"
    assert main(["sample", "add", str(SAMPLE), "--to", str(samples)]) == ExitCode.OK
    shutil.copy(SAMPLE, samples / "no-golden.txt")
    return samples


def collected(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "extract.regression.pytest_plugin", "-q"]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", *options, str(folder)],
        cwd=folder,
        env={"PYTHONPATH": str(SAMPLE.parents[1]), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_document_is_a_test(folder: Path) -> None:
    result = collected(folder, "--bogoseo")
    assert (result.returncode, "1 passed" in result.stdout) == (0, True), result.stdout


@pytest.mark.slow
def test_a_difference_fails_its_test_and_is_shown(folder: Path) -> None:
    path = folder / SAMPLE.name
    words = path.read_text(encoding="utf-8").replace("2024.04.", "2024.05.", 1)
    path.write_text(words, encoding="utf-8")
    result = collected(folder, "--bogoseo")
    assert (result.returncode, "1 failed" in result.stdout) == (1, True), result.stdout
    assert "edtf '2024-04' -> '2024-05'" in result.stdout


@pytest.mark.slow
def test_without_the_switch_nothing_is_collected(folder: Path) -> None:
    assert collected(folder).returncode == pytest.ExitCode.NO_TESTS_COLLECTED
