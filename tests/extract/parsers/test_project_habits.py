"""Projects of a report: habit of writing -> projects and their fields. A bug first becomes a row here."""

from datetime import date

import pytest

from extract import extract_bytes
from extract.records import Project

PLAN = """2024년 주요업무계획
2023. 12. 1.
가람광역시 하늘구

도 시 재 생 과

Ⅱ. 주요사업
1. 솔빛마을 도시재생
□ 사업개요
○ 사업기간 : 2022. 1. ~ 2025. 12.
○ 위    치 : 하늘동 12-3번지 일원
○ 면    적 : 5.7ha
○ 총사업비 : 3,500백만원(국비 1,750, 구비 1,750)
□ 2024년 소요예산 : 700,000천원
2. 늘봄공원 조성
□ 사업개요
○ 사업기간 : 2023년 ~ 계속
"""


def projects(text: str) -> tuple[Project, ...]:
    return extract_bytes(text.encode(), "report.txt").projects


def test_fields_of_a_plan() -> None:
    first, second = projects(PLAN)
    assert (first.name, second.name) == ("솔빛마을 도시재생", "늘봄공원 조성")
    assert first.department == second.department == "도시재생과"
    assert (first.period_start, first.period_end) == (date(2022, 1, 1), date(2025, 12, 31))
    assert (second.period_start, second.period_end) == (date(2023, 1, 1), None)
    assert first.location == "하늘동 12-3번지 일원"
    assert first.area_m2 == 57_000
    assert first.total_cost == 3_500_000_000
    assert (first.budget_year, first.budget) == (2024, 700_000_000)
    assert second.total_cost is None


def test_the_report_itself() -> None:
    about = extract_bytes(PLAN.encode(), "report.txt").about
    assert (about.title, about.date) == ("2024년 주요업무계획", "2023-12-01")
    assert (about.jurisdiction, about.planned_year) == ("가람광역시 하늘구", 2024)


NO_PROJECTS = [
    ("a letter", "안녕하십니까. 늘 감사드립니다.\n"),
    ("numbered laws", "1. 관련 근거\n 가. 마을법 제3조\n 나. 하늘구 조례 제5조\n"),
    ("a list of names", "1. 김하늘\n2. 이늘봄\n3. 박솔빛\n"),
]


@pytest.mark.parametrize(
    "text", [row[1] for row in NO_PROJECTS], ids=[row[0] for row in NO_PROJECTS]
)
def test_no_project(text: str) -> None:
    assert projects(text) == ()


def test_a_document_without_records_says_so() -> None:
    report = extract_bytes("안녕하십니까. 늘 감사드립니다.\n".encode(), "letter.txt")
    assert report.status == "ok"
    assert [finding.rule for finding in report.findings] == ["no-records"]


JURISDICTIONS = [
    ("the cover in full", "가람광역시 하늘구\n2024년 주요업무계획\n", "가람광역시 하늘구"),
    ("a line of the cover", "2026년 집행계획\n서초구의회\n", "서울특별시 서초구"),
    (
        "most mentions",
        "계획\n" + "금천구 주민, 금천구청, 금천구 일대, 구로구\n",
        "서울특별시 금천구",
    ),
    (
        "a region of many districts",
        "부산광역시는 기장군, 서구, 부산시 북구에서\n" * 3,
        "부산광역시",
    ),
    ("a common word", "□ 예산\n○ 별도 편성, 제도 정비\n", ""),
    ("no body at all", "□ 추진실적\n○ 2023. 3. 5. : 수립\n", ""),
]


@pytest.mark.parametrize(
    ("text", "name"), [row[1:] for row in JURISDICTIONS], ids=[row[0] for row in JURISDICTIONS]
)
def test_jurisdiction(text: str, name: str) -> None:
    assert extract_bytes(text.encode(), "report.txt").about.jurisdiction == name
