"""Numbers as the word processor prints them; tables from the cells that are there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.findings import Finding
from extract.readers.composer import SeenCell
from extract.readers.hancom.grid import make_table
from extract.readers.hancom.numbering import FORMATS, NAMES, Counters, Level, format_number

PRINTED = {
    "DIGIT": {1: "1", 12: "12"},
    "CIRCLED_DIGIT": {1: "①", 20: "⑳", 21: "21"},
    "ROMAN_CAPITAL": {4: "Ⅳ", 12: "Ⅻ"},
    "ROMAN_SMALL": {1: "ⅰ", 10: "ⅹ"},
    "LATIN_CAPITAL": {1: "A", 27: "AA"},
    "HANGUL_SYLLABLE": {1: "가", 2: "나", 14: "하", 15: "거", 16: "너"},
    "CIRCLED_HANGUL_SYLLABLE": {1: "㉮", 3: "㉰"},
    "HANGUL_JAMO": {1: "ㄱ", 14: "ㅎ"},
    "CIRCLED_HANGUL_JAMO": {2: "㉡"},
    "HANGUL_PHONETIC": {1: "일", 10: "십", 21: "이십일"},
    "IDEOGRAPH": {3: "三", 11: "十一"},
    "DECAGON_CIRCLE": {1: "갑", 10: "계"},
}


@pytest.mark.parametrize(
    ("name", "number", "printed"),
    [(name, number, printed) for name, row in PRINTED.items() for number, printed in row.items()],
)
def test_a_number_is_printed_in_its_format(name: str, number: int, printed: str) -> None:
    assert format_number(number, NAMES[name]) == printed


@given(st.integers(-5, 10_000), st.integers(-1, 20))
@settings(derandomize=True, max_examples=200)
def test_every_number_has_a_print(number: int, code: int) -> None:
    assert format_number(number, code)
    if not 0 <= code < len(FORMATS):
        assert format_number(number, code) == str(number)


def test_levels_count_on_under_their_parent_and_start_anew_under_the_next() -> None:
    levels = (Level("제^1장"), Level("^1.^2.", 0), Level("(^3)", 8, 2), Level("^N", 0))
    counters = Counters()
    printed = [counters.advance("n", levels, level) for level in (0, 1, 2, 2, 1, 0, 1, 3, 9)]
    assert printed == ["제1장", "1.1.", "(나)", "(다)", "1.2.", "제2장", "2.1.", "2.1.나.1.", ""]


def test_two_numberings_count_apart() -> None:
    counters = Counters()
    levels = (Level("^1)"),)
    assert [counters.advance(key, levels, 0) for key in "aabba"] == ["1)", "2)", "1)", "2)", "3)"]


cells = st.lists(
    st.tuples(*[st.integers(0, 9)] * 2, *[st.integers(-2, 12)] * 2), min_size=1, max_size=25
)


@given(cells, st.integers(0, 12), st.integers(0, 12))
@settings(derandomize=True, max_examples=300)
def test_no_text_is_lost_and_no_address_is_covered_twice(
    addresses: list[tuple[int, int, int, int]], rows: int, columns: int
) -> None:
    given_cells = [SeenCell(*each, content=[str(n)]) for n, each in enumerate(addresses)]
    findings: list[Finding] = []
    table = make_table(rows, columns, given_cells, findings)
    assert table is not None
    words = [word for cell in table.cells for word in cell.content]
    assert sorted(words, key=str) == sorted(map(str, range(len(addresses))))
    covered = [
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]
    assert len(covered) == len(set(covered))
    assert all(row < table.rows and column < table.columns for row, column in covered)


def test_a_sound_table_is_left_as_it_is() -> None:
    findings: list[Finding] = []
    table = make_table(
        2, 3, [SeenCell(0, 0, 2, 1), SeenCell(0, 1, 1, 2), SeenCell(1, 1), SeenCell(1, 2)], findings
    )
    assert table is not None
    assert (table.rows, table.columns, findings) == (2, 3, [])
    assert [(c.row_span, c.column_span) for c in table.cells] == [(2, 1), (1, 2), (1, 1), (1, 1)]


def test_a_table_without_cells_is_none() -> None:
    assert make_table(3, 3, [], []) is None
