"""The slips that were put into the samples are found at their lines, and the other samples are called sound."""

import json
from pathlib import Path

import pytest

from extract.audit import CHECKS
from extract.pipeline import extract_file
from extract.report import Report

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def slips_of(path: Path) -> list[dict[str, object]]:
    file = ROOT / "tests" / "truth" / path.stem / "slips.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [json.loads(line) for line in lines]


def lines_of(report: Report, *severities: str) -> set[int]:
    return {
        report.document.line(finding.span.start)
        for finding in report.findings
        if finding.rule in CHECKS and finding.severity in severities and finding.span
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_samples_slips_are_found_and_nothing_else_is(path: Path) -> None:
    slips = {slip["line"] for slip in slips_of(path)}
    assert lines_of(extract_file(path), "error", "warning") == slips
