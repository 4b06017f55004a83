"""What statements say of numbers beside each other: products, areas, frequencies, points for commas, results."""

import pytest

from extract.findings import Finding
from extract.pipeline import extract_bytes


def told(rule: str, text: str) -> list[Finding]:
    report = extract_bytes(text.encode(), "보고서.txt")
    return [finding for finding in report.findings if finding.rule == rule]


WRONG = [
    ("product-of-factors", "- 교육 : 28시간(8시간*3일)", "error", "24시간"),
    ("product-of-factors", "- 홍보물 5,000원 × 300부 = 1,600", "error", "1,500천원"),
    ("product-of-factors", "- 공무직 2명*3.5백만원 = 70백만원", "warning", "7백만원"),
    ("product-of-factors", "- 사무실 15.4㎡(2.9m×5m)", "error", "14.5㎡"),
    ("product-of-factors", "- 융자 1,600천원(3,000천원×50%)", "error", "1,500천원"),
    ("area-in-pyeong", "- 면적 : 150㎡(54평)", "error", "45"),
    ("area-in-pyeong", "- 면적 : 88평(29㎡)", "error", "9"),
    ("area-in-pyeong", "- 면적 : 100,000㎡(31,300평)", "warning", "30,250"),
    ("frequency-of-year", "- 점검 : 분기별(연 3회)", "warning", "4"),
    ("frequency-of-year", "- 점검 : 월 2회(연 20회)", "warning", "24"),
    ("frequency-of-year", "- 점검 : 상·하반기 각 2회(연 2회)", "warning", "4"),
    ("frequency-of-year", "- 점검 : 격월(연 12회 아님, 연 5회)", "", ""),
    ("point-for-comma", "- 예산 : 278,410천원(국비 138.005 시비 69,002 구비 71,403)", "error", "138,005"),
    ("point-for-comma", "- 예산 : 12.500백만원(국비 5,000, 시비 7,500)", "error", "12,500"),
    ("point-for-comma", "- 예산 : 101.635천원", "warning", "101,635"),
    ("date-not-read", "- 2023. 02. 30. : 보고회", "info", ""),
    ("date-not-read", "- 협약 체결('23. 13. 5.)", "info", ""),
    ("date-not-read", "- 2023년 4월 31일 개소", "info", ""),
]  # fmt: skip

RIGHT = [
    ("product-of-factors", "- 교육 : 24시간(8시간*3일), 안내판 2개(3m×1m)"),
    ("product-of-factors", "- 홍보물 5,000원 × 300부 = 1,500, 보상 20,000원 × 7인 × 60일 = 8,400천원"),
    ("product-of-factors", "- 전국 3×3 농구대회 12개팀(4×3)"),
    ("product-of-factors", "- 면적 : 241,198㎡(국 9,398*3.9% 공 168,293*69.8% 사 63,507*26.3%)"),
    ("area-in-pyeong", "- 면적 : 150㎡(45평), 29㎡(8.8평), 137.9㎡ (42평)"),
    ("area-in-pyeong", "- 면적 : 798만㎡(약 242만평), 10,000㎡(3,030평), 633,671㎡(19만평)"),
    ("frequency-of-year", "- 정기보고 분기별 1회(연 4회), 연 20회, 청소(연 2회), 관리(월 1회)"),
    ("frequency-of-year", "- 상·하반기(연 4회), 격월(연 6회), 매월(연 12회 이상), 6월(연 1회)"),
    ("point-for-comma", "- 규모 : 면적 1.234㎢, 연장 2.125㎞, 사업비 12.345억원(국비 6.125 시비 6.220)"),
    ("point-for-comma", "- 문의 : 02.123.4567, 2019.03.104, 1.5백만원"),
    ("date-not-read", "- 2024. 2. 29.(목) : 보고회, '23. 4. 30., 2023년 12월 31일"),
    ("date-not-read", "- 2023. 2. 300명, 2023. 15. 32.5㎡, 문의 2023.45.6789"),
    ("point-for-comma", "- 단가 : 0.125천원, 지수 101.635, 예산 12,345천원"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "line", "severity", "expected"), WRONG)
def test_a_statement_that_contradicts_itself_is_told(
    rule: str, line: str, severity: str, expected: str
) -> None:
    found = [(each.severity, each.expected) for each in told(rule, f"□ 사업개요\n{line}\n")]
    assert found == ([(severity, expected)] if severity else [])


@pytest.mark.parametrize(("rule", "line"), RIGHT)
def test_a_statement_that_holds_is_left_alone(rule: str, line: str) -> None:
    assert [each.korean for each in told(rule, f"□ 사업개요\n{line}\n")] == []


def test_a_point_in_a_column_of_grouped_figures_is_told_with_what_makes_it_sure() -> None:
    text = """(단위 : 천원)
재원별\t합계\t2019년\t2020년
계\t500,000\t150,000\t350,000
시비\t300,000\t90.000\t210,000
구비\t200,000\t60,000\t140,000
"""
    (finding,) = told("point-for-comma", text)
    assert (finding.severity, finding.expected, finding.actual) == ("error", "90,000", "90.000")
    assert "쉼표로 읽어야 합이 맞습니다" in finding.korean


def test_decimals_of_a_table_that_has_them_are_left_alone() -> None:
    text = """(단위 : 백만원)
구분\t합계\t2019년\t2020년
계\t12,345.5\t1,234\t11,111.5
시비\t1.234\t-\t1.234
"""
    assert told("point-for-comma", text) == []


def test_a_plan_told_among_the_results_as_well_is_an_error() -> None:
    text = """2019 주요업무 추진실적

2019. 11.

1. 생활임금제
□ 추진실적
- 생활임금액 결정·고시(2020년 9월)
□ 추진계획
- 생활임금액 결정·고시(2020년 9월)
"""
    assert [each.severity for each in told("result-after-report", text)] == ["error"]
    alone = text.replace("□ 추진계획\n- 생활임금액 결정·고시(2020년 9월)\n", "")
    assert [each.severity for each in told("result-after-report", alone)] == ["warning"]
