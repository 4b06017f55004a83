"""Projects that tables and departments tell of: habit of writing -> projects. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.records import Project


def projects(text: str) -> tuple[Project, ...]:
    return extract_bytes(text.encode(), "report.txt").projects


FORMS = [
    (
        "a label and its value a row, a head that says no more than 내용",
        "구 분\t내 용\n사업기간\t2024. 3. ~ 2026. 12.\n사업비\t총 500백만원(국비 250, 시비 250)\n위치\t하늘동 12번지\n",
    ),
    (
        "two pairs a row, no head",
        "사업기간\t2024. 3. ~ 2026. 12.\t사 업 비\t500백만원(국비 250, 시비 250)\n위 치\t하늘동 12번지\t면 적\t1,200㎡\n",
    ),
    (
        "in Markdown",
        "| 사업기간 | 2024. 3. ~ 2026. 12. |\n|---|---|\n| 위치 | 하늘동 12번지 |\n| 총사업비 | 5억(국비 2.5, 시비 2.5) |\n",
    ),
]


@pytest.mark.parametrize("form", [row[1] for row in FORMS], ids=[row[0] for row in FORMS])
def test_a_form_describes_its_project(form: str) -> None:
    text = f"2025년 주요업무계획\n도시재생과\n1. 늘봄마을 정비\n□ 사업개요\n{form}□ 추진실적\n○ 2024. 3. : 착수\n"
    (project,) = projects(text)
    assert (project.period, project.location) == ("2024-03/2026-12", "하늘동 12번지")
    assert project.total_cost == 500_000_000
    funding = extract_bytes(text.encode(), "report.txt").funding
    assert [(row.kind, row.source, row.won) for row in funding] == [
        ("total_cost", "계", 500_000_000),
        ("total_cost", "국비", 250_000_000),
        ("total_cost", "시비", 250_000_000),
    ]


def test_a_list_of_projects_is_no_form() -> None:
    text = "2025년 주요업무계획\n1. 늘봄마을 정비\n□ 사업개요\n사업명\t사업기간\t위치\t사업비\n늘봄숲\t2024년\t하늘동\t5억원\n"
    (table,) = extract_bytes(text.encode(), "report.txt").tables
    assert [cell.column_path for cell in table.cells if cell.text == "2024년"] == [("사업기간",)]


OFFICES = [
    ("a spaced name over the first of its works", "교 통 행 정 과\n\n1. 셔틀버스 운영\n❍ 사업개요\n  ◦ 사업기간 : 2025년\n", "교통행정과"),
    ("an ornament and a count", "◈ 농업정책과 (3건)\n\n공약 1-1 센터 운영\n❏ 공약개요\n  ○ 추진기간 : 2025년\n", "농업정책과"),
    ("a numbered division", "2. 체육사업부\n\n▣ 수영장 개선\n■ 사업개요\n • 공사기간 : 2025년\n", "체육사업부"),
    ("a chapter", "Ⅱ. 교육지원과 주요업무\n\n1. 숲 조성\n□ 사업개요\n ○ 사업기간 : 2025년\n", "교육지원과"),
    ("a town", "한  들  읍\n\n ◦ 인구 9명\n\n1) 숲 조성\n ○ 위 치   하늘리\n ○ 사업기간   2025년\n", "한들읍"),
    ("a whole body is none", "늘봄시설관리공단\n\n1. 숲 조성\n□ 사업개요\n ○ 사업기간 : 2025년\n", ""),
    ("the cover, in brackets", "해 송 도\n(해양수산국)\n\nⅠ. 주요업무\n1. 단지 조성\n□ 사업개요\n ○ 사업기간 : 2025년\n", "해양수산국"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "department"), [row[1:] for row in OFFICES], ids=[row[0] for row in OFFICES]
)
def test_departments(text: str, department: str) -> None:
    (project,) = projects(f"2025년 주요업무 추진상황 보고\n{text}")
    assert project.department == department


ROWS = (
    "2025년 주요업무계획\n건설과\n□ 주요사업 현황 (단위 : 백만원)\n"
    "연번\t사업명\t위치\t사업기간\t총사업비\t국비\t군비\t추진상황\n계\t\t\t\t4,200\t2,100\t2,100\t\n"
    "1\t하늘천 정비\t하늘면\t2023~2026\t3,000\t1,500\t1,500\t공사 중\n"
    "2\t솔빛교 재가설\t솔빛읍\t2024~2025\t1,200\t600\t600\t'25. 6월 준공 예정\n※ 2024년 기준\n"
)


def test_rows_of_a_table_that_no_part_tells_of_are_projects() -> None:
    first, second = projects(ROWS)
    assert (first.path, first.name, first.location) == ("건설과/1", "하늘천 정비", "하늘면")
    assert (first.period, first.total_cost) == ("2023/2026", 3_000_000_000)
    report = extract_bytes(ROWS.encode(), "report.txt")
    assert [(row.project, row.program) for row in report.funding if row.source == "국비"] == [
        ("", ""),
        (first.path, ""),
        (second.path, ""),
    ]
    assert [(each.project, each.kind, each.text) for each in report.timeline] == [
        (first.path, "period", "사업기간"),
        (second.path, "period", "사업기간"),
        (second.path, "milestone", "준공 예정"),
        ("", "mention", "2024년 기준"),
    ]


def test_a_table_that_sums_up_known_projects_makes_none() -> None:
    text = (
        "2025년 주요업무계획\n1. 하늘천 정비\n□ 사업개요\n○ 사업기간 : 2023~2026\nⅡ. 총괄\n"
        + ROWS[24:]
    )
    assert [project.name for project in projects(text)] == ["하늘천 정비"]


def test_an_overview_on_one_line() -> None:
    (project,) = projects(
        "2025년 8월 월간 업무계획\n건설과\n1. 하수관로 정비\n"
        "○ 개    요 : 신촌동 일원 / 오수관로 6.2km / 2024. ~ 2026. / 4,260백만원(국 2,982, 시 1,278)\n"
        "○ 추진상황 : 설계 완료(4. 30.)\n"
    )
    assert (project.period, project.total_cost) == ("2024/2026", 4_260_000_000)
