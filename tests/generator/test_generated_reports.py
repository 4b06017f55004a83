"""What goes into a report comes out of it: events and amounts of generated reports, all of them."""

import pytest

from tests.generator.__main__ import run
from tests.generator.formats import FORMATS, TEXT_FORMS
from tests.generator.measure import score_text
from tests.generator.noise import KINDS, noisy
from tests.generator.report import generate
from tests.truth.score import Score

EXACT = ("timeline", "funding", "projects")


def check(whole: Score) -> None:
    assert whole.faults == []
    assert {name: whole.tallies[name].f1 for name in EXACT} == dict.fromkeys(EXACT, 1.0)


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_nothing_of_a_generated_report_is_lost(first: int) -> None:
    check(run("tabs", range(first, first + 20)))


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_nothing_is_lost_however_text_is_written(form: str) -> None:
    check(run(form, range(60, 70)))


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_is_lost_in_other_formats(suffix: str) -> None:
    check(run(suffix, range(6)))


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 3000, 500))
def test_nothing_of_three_thousand_reports_is_lost(first: int) -> None:
    check(run("tabs", range(first, first + 500)))


@pytest.mark.slow
@pytest.mark.parametrize("form", [*TEXT_FORMS, *FORMATS])
def test_nothing_is_lost_in_any_form(form: str) -> None:
    check(run(form, range(70, 170)))


def test_the_same_seed_makes_the_same_report() -> None:
    assert generate(7).sheet == generate(7).sheet
    assert generate(7).sheet != generate(8).sheet


@pytest.mark.parametrize("kind", KINDS)
def test_damage_raises_nothing_and_loses_no_line(kind: str) -> None:
    made = generate(3)
    change = noisy(kind, 3)
    lines = "\n".join(["□ 2020년 소요예산 : 101,635천원(국비 50)", "○ '20. 10. ~ 11. : 준공"] * 200)
    assert change(lines) != lines
    assert change(lines).count("\n") == lines.count("\n")
    assert score_text(made, change=change).tallies["timeline"].recall > 0.5
