"""The audit is cheap beside the reading, and never the reason that a report can't be read."""

import random
import time
from pathlib import Path

import pytest

import extract.pipeline
from extract.audit import CHECKS, audit
from extract.findings import Finding
from extract.outline import Outline
from extract.pipeline import extract_bytes
from extract.report import Report

ROOT = Path(__file__).parents[3]
GEUMCHEON = ROOT.parent / "shared" / "reports" / "geumcheon-2019.txt"
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@pytest.mark.slow
@pytest.mark.skipif(not GEUMCHEON.exists(), reason="the report is kept beside the project")
def test_the_audit_takes_a_fraction_of_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    spent: list[float] = []

    def timed(outline: Outline, report: Report) -> tuple[Finding, ...]:
        start = time.process_time()
        found = audit(outline, report)
        spent.append(time.process_time() - start)
        return found

    monkeypatch.setattr(extract.pipeline, "audit", timed)
    data, whole = GEUMCHEON.read_bytes(), []
    for _ in range(15):
        start = time.process_time()
        extract_bytes(data, "보고서.txt")
        whole.append(time.process_time() - start)
    # Measured at 0.22; the margin is for a machine that does other things.
    assert min(spent) <= 0.33 * (min(whole) - min(spent))


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
