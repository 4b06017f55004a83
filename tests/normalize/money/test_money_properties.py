"""What must hold for any number and any text."""

from decimal import Decimal
from fractions import Fraction

import pint
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.folding import fold
from normalize.money import Quantity, find_amounts, read_amounts, read_caption, scan_amounts
from normalize.money.fast import read_plain
from normalize.money.reading import _by_rules
from normalize.money.units import FACTORS
from normalize.numerals import read_number, read_words

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "0123456789,.()[]【】국시구비원천백만억조약여~×=→%㎡m²ha평명건개회₩$△▲- :/'\n\t일이삼금정단위"
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=80,
)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(TEXT)
def test_any_text_is_read_without_error(text: str) -> None:
    reading = read_amounts(text)
    if reading is not None:
        assert 0 <= reading.start < reading.end <= len(text)
    read_amounts(text, unit="(단위: 천원, %)")
    read_caption(text)
    read_number(text)
    read_words(text)
    for found in find_amounts(text):
        assert 0 <= found.start < found.end <= len(text)
    for start, end in scan_amounts(fold(text)):
        assert 0 <= start < end <= len(text)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=10**14), st.sampled_from(["원", "천원", "백만원"]))
def test_printed_amount_is_read_back(number: int, unit: str) -> None:
    scale = {"원": 1, "천원": 1000, "백만원": 10**6}[unit]
    reading = read_amounts(f"{number:,}{unit}")
    assert reading is not None
    assert [value.value for value in reading.values] == [number * scale]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_units_commute(number: int) -> None:
    in_thousands = read_amounts(f"{number * 1000:,}", unit="(단위: 천원)")
    in_millions = read_amounts(f"{number:,}", unit="(단위: 백만원)")
    assert in_thousands is not None
    assert in_millions is not None
    assert in_thousands.values[0].value == in_millions.values[0].value


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_groups_add_up(high: int, low: int) -> None:
    reading = read_amounts(f"{high}억 {low:,}만원")
    assert reading is not None
    assert [value.value for value in reading.values] == [high * 10**8 + low * 10**4]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_decimals_stay_exact(number: Decimal) -> None:
    reading = read_amounts(f"{number:,}억원")
    assert reading is not None
    assert reading.values[0].value == number * 10**8


@pytest.mark.parametrize("code", [code for code in FACTORS if code not in {"[평]", "har"}])
def test_factors_agree_with_pint(code: str) -> None:
    registry = pint.UnitRegistry(non_int_type=Fraction)
    spelled = {"m2": "m**2", "km2": "km**2", "m3": "m**3", "t": "metric_ton", "L": "liter"}
    base, factor = FACTORS[code]
    quantity = registry.Quantity(Fraction(1), spelled.get(code, code))
    assert quantity.to(spelled.get(base, base)).magnitude == factor


def test_pyeong_is_exact() -> None:
    reading = read_amounts("121평")
    assert reading is not None
    (value,) = reading.values
    assert isinstance(value, Quantity)
    assert FACTORS[value.unit][1] * value.value == 400
    assert FACTORS["har"] == ("m2", 10_000)


PIECES = [
    *("1", "12", "1,234", "12,345,678", "0", "0.5", "3.25", "1.234", "5,00", "2024"),
    *(
        "만",
        "억",
        "조",
        "천",
        "백만",
        "천만",
        "십억",
        "원",
        "명",
        "개소",
        "개",
        "건",
        "㎡",
        "m",
        "%",
        "대",
        "회",
    ),
    *("주", "사업", "이상", "정도", "별도", "두배", "참여", "명의", "삼천원", " ", "  ", "\n"),
]


@pytest.mark.slow
@settings(derandomize=True, max_examples=3000, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(PIECES), min_size=2, max_size=6),
    caption=st.sampled_from(["", "(단위: 천원)", "(단위 : 명)", "(단위: 원, %)"]),
    whole=st.booleans(),
)
def test_whatever_the_fast_path_reads_the_rules_read_the_same(
    pieces: list[str], caption: str, *, whole: bool
) -> None:
    text = "".join(pieces)
    plain = read_plain(text)
    if plain is not None:
        assert plain == _by_rules(text, read_caption(caption), whole=whole)


def test_the_fast_path_reads_what_is_plain() -> None:
    for text in ("350백만원", "3.5억 원", "12억", "8,076명", "56,611㎡", "12.5%", "5개소 "):
        assert read_plain(text) is not None, text
