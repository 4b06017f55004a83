"""The audit is never the reason that a report can't be read, and changes no record."""

import random
from pathlib import Path

import pytest

from extract.audit import CHECKS
from extract.pipeline import extract_bytes

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_damaged_reports_are_audited_without_a_fault(path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - a fixed seed, no secret
    text = extract_bytes(path.read_bytes(), path.name).document.text
    for _ in range(25):
        damaged = list(text)
        for _ in range(40):
            at = chance.randrange(len(damaged))
            damaged[at] = chance.choice("0123456789,.-△%()[]~\t\n 계합원천백만억년월일회개명의")
        report = extract_bytes("".join(damaged).encode(), path.name)
        for finding in report.findings:
            assert all(
                0 <= place.start <= place.end <= len(report.document.text)
                for place in finding.places
            )


def test_records_are_left_as_they_were() -> None:
    report = extract_bytes(SAMPLES[0].read_bytes(), "보고서.txt")
    again = extract_bytes(SAMPLES[0].read_bytes(), "보고서.txt")
    assert (report.funding, report.tables, report.timeline) == (
        again.funding,
        again.tables,
        again.timeline,
    )


def test_an_empty_report_has_no_findings() -> None:
    report = extract_bytes("가".encode(), "보고서.txt")
    assert [finding.rule for finding in report.findings if finding.rule in CHECKS] == []
