"""Names are compared letter by letter only where they can be the same; the answer is that of comparing all."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from extract.structure.matching import same_name

letters = st.text("가나다라마바사", min_size=2, max_size=14)


@settings(derandomize=True, max_examples=300)
@given(letters, letters)
def test_the_short_cut_decides_as_the_comparison_does(one: str, other: str) -> None:
    assert same_name(one, other) == (fuzz.ratio(one, other) >= 88)


@settings(derandomize=True, max_examples=300)
@given(letters, st.integers(0, 13), st.sampled_from(["", "가", "하"]))
def test_a_letter_more_less_or_other_decides_alike(name: str, at: int, letter: str) -> None:
    other = name[:at] + letter + name[at + 1 :]
    if len(other) > 1:
        assert same_name(name, other) == (fuzz.ratio(name, other) >= 88)
