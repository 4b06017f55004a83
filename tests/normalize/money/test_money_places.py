"""Spans, roles, labels: what the parsers of reports build on."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from money_notation import written

from normalize.folding import fold
from normalize.money import Amount, Quantity, Unit, find_amounts, read_amounts, scan_amounts


def amounts(text: str) -> list[Amount]:
    reading = read_amounts(text)
    assert reading is not None
    return [value for value in reading.values if isinstance(value, Amount)]


def test_span_covers_number_and_own_unit() -> None:
    text = "총사업비 : 12,500백만원(국비 5,000/ 시비 7,500)"
    assert [text[slice(*value.span)] for value in amounts(text)] == [
        "12,500백만원",
        "5,000",
        "7,500",
    ]
    assert [text[slice(*value.label_span)] for value in amounts(text)] == ["", "국비", "시비"]


@pytest.mark.parametrize("text", ["2028.01 조례 개정", "10.23 조례안", "3 억새밭", "5 만족도"])
def test_a_word_behind_a_blank_is_no_unit(text: str) -> None:
    assert scan_amounts(text) == []
    assert find_amounts(text) == []


def test_a_split_goes_on_over_the_end_of_a_printed_line() -> None:
    text = "사업비 : 113,100천원(국비 38,100 / 시비\n75,000)"
    ((start, end),) = scan_amounts(text)
    assert [value.won for value in amounts(text[start:end])] == [
        113_100_000,
        38_100_000,
        75_000_000,
    ]


def test_split_has_a_head_and_parts() -> None:
    values = amounts("278,410천원(국 138,005 시 69,002 구 71,403)")
    assert [value.role for value in values] == ["head", "part", "part", "part"]
    assert [value.source_raw for value in values] == ["", "국", "시", "구"]
    assert {value.unit_raw for value in values} == {"천원"}


def test_part_of_a_part_is_no_part_of_the_whole() -> None:
    values = amounts("50억원(국비 20, 시비 30(보상비 5 포함))")
    assert [(value.won, value.role) for value in values][-1] == (500_000_000, "")


def test_whole_source_repeats_the_span_of_its_head() -> None:
    head, part = amounts("3,400백만원(전액 시비)")
    assert head.span == part.span
    assert (head.role, part.role, part.source) == ("head", "part", "시비")


def test_source_in_brackets_labels_the_amount_itself() -> None:
    (value,) = amounts("114,000천원(시비)")
    assert (value.source, value.role) == ("시비", "")


def test_other_labels_of_a_split_are_kept() -> None:
    values = amounts("355억원(공사비 98, 보상비 243, 기타 14)")
    assert [value.label or value.source for value in values] == ["", "공사비", "보상비", "기타"]


def test_estimates_of_a_change_are_labelled() -> None:
    values = amounts("11,265억원(예타) → 14,489억원(기본계획)")
    assert [value.label for value in values] == ["예타", "기본계획"]


def test_parts_far_above_the_whole_are_refused() -> None:
    assert [value.won for value in amounts("1조원(국비 5,000, 시비 5,000)")] == [10**12]


@pytest.mark.parametrize(
    "formula",
    ["50,000원 × 10명 × 12월", "9,860원×8시간×22일×2명", "30만원x25명", "월 15만원씩 12개월"],
)
def test_a_sign_between_factors_is_no_label(formula: str) -> None:
    reading = read_amounts(formula)
    assert reading is not None
    assert {value.label for value in reading.values} == {""}


def test_units_in_hanja_are_given_as_printed() -> None:
    values = amounts("278,410千원(국 138,005 시 140,405)")
    assert {value.unit_raw for value in values} == {"千원"}
    (reading,) = find_amounts("○ 總事業費 12億 5千萬원 確保")
    (value,) = reading.values
    assert isinstance(value, Amount)
    assert (value.won, value.unit_raw) == (1_250_000_000, "千萬원")


@pytest.mark.parametrize("line", ["(단위 : 1,000원)", "(單位: 1,000원)", "단위 : 100만원"])
def test_a_caption_is_no_amount(line: str) -> None:
    assert scan_amounts(line) == []


def test_foreign_money_has_no_won() -> None:
    (value,) = amounts("US$ 5백만")
    assert (value.currency, value.value, value.won) == ("USD", 5_000_000, None)


def test_unit_may_be_given_as_value() -> None:
    reading = read_amounts("1,234", unit=Unit(1000, "KRW", "천원"))
    assert reading is not None
    assert reading.values[0].value == 1_234_000


@pytest.mark.parametrize("cell", ["(1,234)", "(54.4)", "2019 예산", "1 ,234", "1 234", "12.500"])
def test_doubtful_cells_stay_empty(cell: str) -> None:
    assert read_amounts(cell, unit="(단위: 백만원)") is None


def test_scan_takes_labels_and_brackets_along() -> None:
    text = fold("예산 약 20억원(국비 10, 시비 10), 최대 3억원, ’18년 350백만원 교부, 면적 30㎡")
    found = [text[start:end] for start, end in scan_amounts(text)]
    assert found == ["약 20억원(국비 10, 시비 10)", "최대 3억원", "350백만원"]


def test_readings_stand_where_the_text_says() -> None:
    text = "○ 사업비 350백만원\n○ 인원 20명, 면적 1,200㎡(363평)"
    for reading in find_amounts(text):
        for value in reading.values:
            start, end = value.span
            assert reading.start <= start < end <= reading.end
    spans = [text[slice(*value.span)] for reading in find_amounts(text) for value in reading.values]
    assert spans == ["350백만원", "20명", "1,200㎡", "363평"]


def test_readings_do_not_overlap() -> None:
    readings = find_amounts("10억원(국비 5, 시비 5), 3~5억원, 1인당 50만원, 5억원 이상 7억원 미만")
    assert all(one.end <= two.start for one, two in pairwise(readings))


def test_bullet_is_no_sign() -> None:
    values = [value for reading in find_amounts("▲ 300인 이상") for value in reading.values]
    assert [(value.value, value.bound) for value in values if isinstance(value, Quantity)] == [
        (300, "min")
    ]


FOUND = [
    ("집행잔액 (-)350천원 반납", "won -350000"),
    ("전년대비 (△) 350천원 감액", "won -350000"),
    ("증감률 (△)3.5% 수준", "-3.5 %"),
    ("3백명 중 1백50명 참여", "300 {명}; 150 {명}"),
    ("관람객 1만2,000명 유치", "12000 {명}"),
    ("관람객 1만 2,000명 유치", "12000 {명}"),
    ("국비 1억5천 20명 지원", "won 150000000 (국비); 20 {명}"),
    ("여비 3만5,000달러 지급", "USD 35000"),
    ("수출 1,234천$ 달성", "USD 1234000"),
    ("수출 USD 3.5 million 달성", "USD 3500000"),
    ("환율 1,300원/달러 기준", "won 1300 per USD"),
    ("요금 1kWh당 12원 50전 부과", "won 12.5 per kW.h"),
    ("단가 1,250원/m3 적용", "won 1250 per m3"),
    ("시설개선비 개소당 최대 2,000만원", "won 20000000 max per {개소}"),
    ("분양가 3.3㎡당 850만원", "won 8500000 per 3.3m2"),
    ("국비 7천여만원 확보", "won 70000000 about (국비)"),
    ("융자한도 1억원까지 지원", "won 100000000 max"),
    ("보조 300만원에서 500만원까지 지급", "won 3000000 min; won 5000000 max"),
    ("보조 300만원에서 500만원으로 증액", "won 3000000; won 5000000"),
    ("수당 2만∼3만 5천원 지급", "won 20000 min; won 35000 max"),
    ("확대('25년 56 → '26년 64억원)", "won 5600000000; won 6400000000"),
    ("확대(2025년 → 2026년 64억원)", "won 6400000000"),
    ("예산 1,500 → 1,800백만원 증액", "won 1500000000; won 1800000000"),
    ("總事業費 35億원 確保", "won 3500000000"),
    ("일금 이천오백만원정 (￦25,000,000-)", "won 25000000"),
]


@pytest.mark.parametrize(("line", "wanted"), FOUND)
def test_values_are_found_in_a_line(line: str, wanted: str) -> None:
    assert "; ".join(map(written, find_amounts(f"○ {line}"))) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("예산 3억원~5억원 규모", [(300_000_000, "min", ""), (500_000_000, "max", "")]),
        ("보조 3천~5천만원 지급", [(30_000_000, "min", ""), (50_000_000, "max", "")]),
        ("수당 1인당 50만원 지급", [(500_000, "", "{명}")]),
        ("수당 1인 1,000천원 지급", [(1_000_000, "", "{명}")]),
    ],
)
def test_bounds_and_units_are_found_in_a_line(
    line: str, wanted: list[tuple[int, str, str]]
) -> None:
    values = [value for reading in find_amounts(line) for value in reading.values]
    assert all(isinstance(value, Amount) for value in values)
    assert [(v.value, v.bound, v.per) for v in values if isinstance(v, Amount)] == wanted
