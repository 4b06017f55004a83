"""Numbers in cells, in words, and with multipliers."""

from decimal import Decimal

import pytest

from normalize.numerals import read_multiplied, read_number, read_words, repair_digits

CELLS = {
    1234: ["l,234", "I,234", "1,234", "1234", " 1,234 ", "+1,234", "１，２３４"],
    -652: ["△652", "▽652", "△ 652", "▲652", "-652", "−652", "(-)652", "- 652"],
    3500: ["3,5OO", "3,500", "3, 500"],
    12500: ["12, 500", "12,500"],
    101: ["1O1", "101"],
    0: ["0"],
    Decimal("-7.17"): ["▽7.17", "△7.17"],
    Decimal("0.5"): ["0.5", "0.50"],
}
NO_NUMBER = [
    "26(28)",
    "-",
    "(54.4)",
    "(1,234)",
    "",
    "1 234",
    "1,23",
    "12,34,567",
    "007",
    "▲ 652",
    "1.2.3",
    "2019.3.",
    "약 100",
    "100명",
    "1~2",
    "가",
    "O",
    "1,234,56",
]
WORDS = {
    27350000: ["이천칠백삼십오만"],
    490000000: ["사억구천만"],
    150000000: ["一億五千萬", "壹億五千萬", "일억오천만"],
    3000000: ["參百萬", "삼백만"],
    653000: ["육십오만 삼천"],
    1400000000: ["십사억"],
}


@pytest.mark.parametrize(("value", "cell"), [(v, c) for v, cells in CELLS.items() for c in cells])
def test_cell_gives_number(value: int | Decimal, cell: str) -> None:
    assert read_number(cell) == value
    assert not isinstance(read_number(cell), float)


@pytest.mark.parametrize("cell", NO_NUMBER)
def test_doubtful_cell_gives_none(cell: str) -> None:
    assert read_number(cell) is None


@pytest.mark.parametrize(("value", "words"), [(v, w) for v, words in WORDS.items() for w in words])
def test_words_give_number(value: int, words: str) -> None:
    assert read_words(words) == value


@pytest.mark.parametrize("words", ["", "이사", "만억", "삼사", "가", "억조"])
def test_words_that_are_no_number(words: str) -> None:
    assert read_words(words) is None


@pytest.mark.parametrize(
    ("text", "value", "tail"),
    [
        ("1조 2,345억 6천만원", 1234560000000, None),
        ("1조 3,154", 10**12, 3154),
        ("5억 20억", 500000000, None),
        ("447,000천 원", 447000000, None),
    ],
)
def test_multipliers_must_fall(text: str, value: int, tail: int | None) -> None:
    number = read_multiplied(text)
    assert number is not None
    assert (number.value, number.tail) == (value, tail)


@pytest.mark.parametrize("text", ["OECD 2019", "H2O", "5l", "B1 100", "LH공사"])
def test_letters_of_words_are_left_alone(text: str) -> None:
    assert repair_digits(text) == text
