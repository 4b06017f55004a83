"""Look-alikes are folded one for one, so that every offset stays true."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.folding import LOOKALIKES, compose, fold

FOLDED = [
    ("’20. 1.∼３월", "'20. 1.~3월"),
    ("（단위：천원）", "(단위:천원)"),
    ("１，２３４㎡", "1,234㎡"),
    ("\U000f02b1 사업 \U000f02b2 계획 \U000f02ba 끝", "⓵ 사업 ⓶ 계획 ⓾ 끝"),
    ("\U000f0854보고서\U000f0855", "『보고서』"),
    ("가\u00a0나\u3000다", "가 나 다"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_look_alikes_are_folded(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_no_character_is_the_look_alike_of_two() -> None:
    variants = [variant for row in LOOKALIKES.values() for variant in row]
    assert len(variants) == len(set(variants))


@given(st.text())
@settings(derandomize=True, max_examples=200)
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_decomposed_syllables_are_composed() -> None:
    assert compose("\u1112\u1161\u11ab") == "한"
