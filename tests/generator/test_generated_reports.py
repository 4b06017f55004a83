"""What goes into a report comes out of it: events and amounts of generated reports, all of them."""

import pytest

from tests.generator.measure import score_text
from tests.generator.report import generate
from tests.truth.score import Score

EXACT = ("timeline", "funding", "projects")


def scored(first: int, count: int) -> Score:
    whole = Score()
    for seed in range(first, first + count):
        one = score_text(generate(seed))
        whole += Score(one.tallies, [f"{seed}: {fault}" for fault in one.faults])
    return whole


def check(whole: Score) -> None:
    assert whole.faults == []
    assert {name: whole.tallies[name].f1 for name in EXACT} == dict.fromkeys(EXACT, 1.0)


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_nothing_of_a_generated_report_is_lost(first: int) -> None:
    check(scored(first, 20))


@pytest.mark.slow
@pytest.mark.parametrize("first", range(60, 3000, 420))
def test_nothing_of_three_thousand_reports_is_lost(first: int) -> None:
    check(scored(first, 420))


def test_the_same_seed_makes_the_same_report() -> None:
    assert generate(7).sheet == generate(7).sheet
    assert generate(7).sheet != generate(8).sheet
