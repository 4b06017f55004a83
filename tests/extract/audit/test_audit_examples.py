"""Every check is tripped by its own example, and passes its other one."""

from importlib import import_module

import pytest

from extract.audit import CHECKS
from extract.pipeline import extract_bytes

MODULES = {rule: import_module(name) for rule, name in CHECKS.items()}


def rules_of(text: str) -> list[str]:
    report = extract_bytes(text.encode(), "보고서.txt")
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize("rule", CHECKS)
def test_a_check_is_tripped_by_its_example(rule: str) -> None:
    assert rule in rules_of(MODULES[rule].TRIPS)


@pytest.mark.parametrize("rule", CHECKS)
def test_a_check_passes_its_other_example(rule: str) -> None:
    assert rule not in rules_of(MODULES[rule].PASSES)


@pytest.mark.parametrize("rule", CHECKS)
def test_a_module_checks_the_rule_it_is_named_for(rule: str) -> None:
    assert rule == MODULES[rule].RULE


@pytest.mark.parametrize("rule", CHECKS)
def test_a_finding_says_all_in_both_languages_and_points_at_its_cells(rule: str) -> None:
    report = extract_bytes(MODULES[rule].TRIPS.encode(), "보고서.txt")
    for finding in (each for each in report.findings if each.rule == rule):
        assert finding.korean
        assert finding.english
        assert finding.span is not None
        assert finding.span == finding.places[0]
        assert all(0 <= a < b <= len(report.document.text) for a, b in finding.places)
