"""Cells with more than one figure, and cells that have none."""

import pytest

from extract.audit.figures import Figure, read_figures
from extract.audit.rates import Allowed, exact_rate, is_cut_off, is_near, is_within

CELLS = {
    "1,234": (Figure(1234, 0), None, ""),
    "△34.4": (Figure(-344, 1), None, ""),
    "26(28)": (Figure(26, 0), Figure(28, 0), "count"),
    "16(21%)": (Figure(16, 0), Figure(21, 0), "rate"),
    "34(44.7%)": (Figure(34, 0), Figure(447, 1), "rate"),
    "67.57 (▽7.17)": (Figure(6757, 2), Figure(-717, 2), "change"),
    "8,350원 (10.9% 상승)": (Figure(8350, 0), Figure(109, 1), "rate"),
    "5명 ※ 2명은 부서 내 근무": (Figure(5, 0), None, ""),
    "26(고3)": (Figure(26, 0), None, ""),
    "1,253명": (Figure(1253, 0), None, ""),
}
NOTHING = [
    "56개 사업 209명",
    "2019. 3.~5.",
    "(진행중)",
    "신설",
    "3~4월",
    "1/2",
    "가산디지털2로 14",
    "1:1",
]


@pytest.mark.parametrize("text", CELLS)
def test_a_cell_gives_its_figures(text: str) -> None:
    figures = read_figures(text)
    assert figures is not None
    assert (figures.main, figures.second, figures.kind) == CELLS[text]


@pytest.mark.parametrize("text", NOTHING)
def test_a_cell_that_is_no_figure_gives_none(text: str) -> None:
    assert read_figures(text) is None


WITHIN = [
    (Figure(344, 1), Allowed(652, 1894)),
    (Figure(37, 1), Allowed(4, 93, 2, 1)),
    (Figure(-42, 1), Allowed(-8, 192)),
    (Figure(91, 0), Allowed(8076, 8900)),
    (Figure(0, 0), Allowed(0, 26)),
]
BEYOND = [
    (Figure(18, 0), Allowed(96, 5184, 2, 1)),
    (Figure(-416, 1), Allowed(-8, 192, 2, 1)),
    (Figure(83, 1), Allowed(306, 3712)),
    (Figure(343, 1), Allowed(652, 1894)),
]


@pytest.mark.parametrize(("rate", "allowed"), WITHIN)
def test_a_rate_fits_the_interval_of_its_rounded_terms(rate: Figure, allowed: Allowed) -> None:
    assert is_within(rate, allowed)


@pytest.mark.parametrize(("rate", "allowed"), BEYOND)
def test_a_rate_beyond_it_does_not(rate: Figure, allowed: Allowed) -> None:
    assert not is_within(rate, allowed)


def test_cut_off_and_rounded_the_wrong_way_are_near() -> None:
    cut, up = Allowed(723, 9211), Allowed(306, 3712)
    assert is_near(Figure(784, 2), cut)
    assert is_cut_off(Figure(784, 2), cut)
    assert is_near(Figure(83, 1), up)
    assert not is_cut_off(Figure(83, 1), up)
    assert exact_rate(cut, 2) == Figure(785, 2)
