"""Text that a spreadsheet would run gets an apostrophe; what Korean reports write stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.emit.formula import guard

STAYS = (
    "",
    "-",
    "--",
    "- -",
    "-5",
    "- 5",
    "-1,234",
    "-1,234.5",
    "-4.2%",
    "-1,234천원",
    "-150㎡",
    "△5",
    "▲5",
    "'20. 3.",
    "- 면적 : 150㎡",
    "-\u00a0면적",
    "-면적 : 150㎡",
    "- 2020년 본예산 : 35,000천원",
    "- 5㎡",
    "- LH 공사와 협의 (6회)",
    "– 긴 줄표",
    "―",
    "1+1",
    "a=b",
    " =1+1",
    "금천구",
)

GUARDED = (
    "=1+1",
    '=HYPERLINK("x","클릭")',
    "=",
    "+82-2-1234-5678",
    "+",
    "@SUM(1)",
    "@금천",
    "\t=1+1",
    "\t",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "- 2+3",
    "- 면적 2+cmd|' /C calc'!A0",
    '- HYPERLINK("x","클릭")',
    '-HYPERLINK("x","클릭")',
    '-면적+WEBSERVICE ("x")',
    "-A1",
    "-SUM(A1:A9)",
    "-5*2",
    "-1,234-1",
    "-5\n=1",
)


@pytest.mark.parametrize("text", STAYS)
def test_what_no_spreadsheet_runs_stays(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize("text", GUARDED)
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert guard(text) == "'" + text


@given(st.text())
@settings(derandomize=True, max_examples=300)
def test_the_guard_adds_one_apostrophe_or_nothing(text: str) -> None:
    assert guard(text) in {text, "'" + text}
    assert guard(guard(text)) == guard(text)


@given(st.sampled_from("=+@\t"), st.text())
@settings(derandomize=True, max_examples=100)
def test_a_formula_sign_never_leads_a_cell(sign: str, rest: str) -> None:
    assert guard(sign + rest)[0] == "'"
