"""A long report is looked at part by part: what stands behind the first part is found as well."""

from extract.audit import CHECKS
from extract.findings import Finding
from extract.pipeline import extract_bytes

TABLE = """□ 소요예산
(단위 : 천원)
재원별\t합계\t2019년\t2020년
계\t600\t200\t400
국비\t300\t100\t200
시비\t300\t100\t{}

"""
FAR = 120


def findings_of(text: str) -> list[Finding]:
    report = extract_bytes(text.encode(), "보고서.txt")
    return [finding for finding in report.findings if finding.rule in CHECKS]


def test_a_slip_in_a_late_table_is_told_with_its_number() -> None:
    text = TABLE.format(200) * FAR + TABLE.format(209) + TABLE.format(200) * 3
    slips = [each for each in findings_of(text) if each.rule == "total-of-rows"]
    assert [each.actual for each in slips] == ["209"]
    assert slips[0].korean.startswith(f"표 {FAR + 1} ")


def test_words_are_counted_over_the_whole_of_a_long_text() -> None:
    filler = "- 주민과 함께 걷는 길\n" * 10_000
    usual = "- 복숭아마을 정비계획\n"
    text = (
        f"1. 복숭아마을 정비\n□ 사업개요\n{usual}{filler}{usual}{filler}- 복승아마을 관리\n{usual}"
    )
    told = [each for each in findings_of(text) if each.rule == "name-spelled-differently"]
    assert [(each.actual, each.expected) for each in told] == [("복승아마을", "복숭아마을")]
    assert "다른 4곳" in told[0].korean


def test_many_results_of_the_future_are_told_with_their_plans() -> None:
    results = "".join(f"- 2021.03.{day:02}. : {day}차 점검\n" for day in range(1, 29))
    text = f"2019. 11.\n1. 하늘마을 조성\n□ 추진실적\n{results}□ 추진계획\n{results}"
    told = [each for each in findings_of(text) if each.rule == "result-after-report"]
    assert len(told) == 28
    assert all(each.severity == "error" and len(each.places) == 2 for each in told)
