"""What head words say: totals and their rank, rates, what is spent."""

import pytest

from extract.audit.axes import read_head

RANKS = {
    ("총 계",): 1,
    ("총괄",): 1,
    ("총사업비",): 1,
    ("총사업비(A+B)",): 1,
    ("합 계",): 2,
    ("세입합계",): 2,
    ("도시재생과", "계"): 3,
    ("계", "", ""): 3,
    ("연도별 투자계획", "소계"): 4,
}
NO_TOTALS = [
    ("설계",), ("통계",), ("회계",), ("단계",), ("관계기관",), ("누계",), ("총사업비('24년)",), ("합계획",), (),
]  # fmt: skip
RATES = [
    ("증감률(%)",),
    ("집행률",),
    ("구성비",),
    ("(B-A)/A", "%"),
    ("단가",),
    ("연번",),
    ("비 고",),
]
NO_RATES = [("2020년",), ("법률 자문",), ("율곡로",), ("예산액",), ("인원",)]


@pytest.mark.parametrize("path", RANKS)
def test_a_total_has_its_rank(path: tuple[str, ...]) -> None:
    assert read_head(path).rank == RANKS[path]


@pytest.mark.parametrize("path", NO_TOTALS)
def test_words_that_look_like_totals_are_none(path: tuple[str, ...]) -> None:
    assert read_head(path).rank == 0


@pytest.mark.parametrize("path", RATES)
def test_rates_are_never_added(path: tuple[str, ...]) -> None:
    assert read_head(path).rate


@pytest.mark.parametrize("path", NO_RATES)
def test_amounts_may_be_added(path: tuple[str, ...]) -> None:
    assert not read_head(path).rate


def test_what_is_spent_and_what_changed_are_no_parts_of_a_budget() -> None:
    assert read_head(("'24년", "집행")).spent
    assert read_head(("증 감",)).change
    assert read_head(("'24년", "예산")).year == 2024
