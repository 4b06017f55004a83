"""Look-alikes of habits that are read: what must not come out of them. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.report import Report

PLAN = "2026년 주요업무계획\n\n도로과\n\n1. 골목길 정비\n□ 사업개요\n○ 위치 : 중앙동\n"


def report(text: str) -> Report:
    return extract_bytes((PLAN + text).encode(), "report.txt")


DATED = [
    ("a range over the new year whose year stands behind it", "□ 추진계획\n○ 제설대책 운영 : 11월~3월(2027)\n", "2026-11/2027-03"),
    ("the year of a month is not that of the next", "□ 추진실적\n○ 설계 : 11월(2024), 3월\n", "2024-11 2025-03"),
    ("the year of the last month of a list", "□ 추진계획\n○ 위원회 개최 : 3월, 9월(2027)\n", "2026-03 2027-09"),
    ("a year in brackets and the next label", "□ 추진계획\n○ 준공 : 4월(2027), 착공 : 9월\n", "2027-04 2026-09"),
    ("the end of a school year", "□ 추진계획\n○ 2025학년도 졸업식 개최 : 2월\n", "2026-02"),
    ("a survey of a year that is over", "□ 추진실적\n○ 2024년 수요조사 : 10월\n", "2024-10"),
    ("a year in front of a figure that grows in it", "□ 추진실적\n○ 2024년 1,200건 → 12월 1,500건으로 확대 운영\n", "2024-12"),
    ("from a month to the half of a year that stands behind it", "□ 추진계획\n○ 보상 : 3월~하반기(2027)\n", "2027-03/2027-12"),
    ("the title of a schedule says its year", "□ 추진계획\n추진일정(2027. 1. ~ 2027. 12.)\n\n| 내용 | 시기 |\n|---|---|\n| 설계 | 3월 |\n", "2027-01/2027-12 2027-03"),
    ("what was done for an amount", "□ 추진실적\n○ 1단계 완료('24년) : 30억원\n○ 착공('25년 이후) : 120억원\n", "2024 2025/.."),
    ("figures of quarters", "□ 현황\n○ (1분기) 이용자 12,000명\n○ (상반기) 실업률 하락\n", ""),
    ("headings that describe", "□ 문제점 : 이용객 감소(2024년)\n□ 평가 : 만족도 85점(상반기)\n", ""),
    ("years of what is counted", "□ 추진실적\n\n| 연도 | 주요내용 |\n|---|---|\n| 2023 | 지정 약국 120개소 |\n| 2024 | 신청 인원 1,300명 |\n", ""),
    ("numbers of chapters", "□ 추진계획\n○ 평가항목 : 1. 1., 1. 2., 2. 1.\n○ 배점 : 1. 5., 2. 5., 3. 5.\n", ""),
    ("figures of a half", "□ 추진실적\n○ 민원 1,200건(도로 800, 하수 400), 2025년 상반기\n", ""),
    ("the aim of a rate", "□ 추진계획\n○ 2026년 상반기 신속집행 목표 : 65%\n", ""),
    ("a dated line above a table is not its title", "□ 추진계획\n○ 지급 완료(~'27. 12월)\n구분\t추진내용\n1/4분기\t접수(2. 25.)\n2/4분기\t지급\n", "../2027-12 2026-33 2026-02-25 2026-34"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edtf"), [row[1:] for row in DATED], ids=[row[0] for row in DATED]
)
def test_dates(text: str, edtf: str) -> None:
    assert [event.edtf for event in report(text).timeline] == edtf.split()


COSTS = [
    ("of another city", "□ 타 지자체 사례\n○ 전주시 한옥마을 정비\n- 사업비 : 300억원\n"),
    ("that is saved", "□ 기대효과\n- 사업비 : 3억원 절감\n"),
    ("that grows", "□ 추진계획\n○ 추경 편성\n- 사업비 : 2억원 증액\n"),
    ("of steps", "□ 추진계획\n○ 2026년 1단계\n- 사업비 : 20억원\n○ 2027년 2단계\n- 사업비 : 30억원\n"),
    ("of items", "□ 추진계획\n○ 보도 정비\n- 사 업 비 : 30억원\n○ 가로등 교체\n- 사 업 비 : 40억원\n"),
    ("that was spent", "□ 추진실적\n○ 사업비 : 3억원 집행\n"),
    ("of one year", "□ 2026년 추진계획\n○ 사업비 : 20억원\n"),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in COSTS], ids=[row[0] for row in COSTS])
def test_costs_that_are_no_total_of_the_project(text: str) -> None:
    (project,) = report(text).projects
    assert project.total_cost is None


def test_costs_of_items_name_them() -> None:
    rows = report(COSTS[4][1]).funding
    assert [(row.kind, row.program) for row in rows] == [
        ("total_cost", "보도 정비"),
        ("total_cost", "가로등 교체"),
    ]


MEASURED = [
    ("a budget among settled accounts", "□ 2025년 결산 현황\n○ 예산현액 : 500백만원\n○ 지출액 : 480백만원\n", "budget executed"),
    ("budgets and settled accounts", "□ 예산 및 결산 현황\n○ 2026년 예산액 : 300백만원\n", "budget"),
    ("results of won beside people", "□ 예산 현황\n(단위 : 명, 천원)\n\n| 사업명 | 인원 | 예산액 | 실적 |\n|---|---|---|---|\n| 인건비 | 3 | 30,000 | 28,000 |\n| 운영비 | 2 | 20,000 | 15,000 |\n", "budget executed budget executed"),
    ("a count beside an arrow", "□ 추진실적\n○ 개소수 12 → '26년 15억원 투자\n", "budget"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measures"), [row[1:] for row in MEASURED], ids=[row[0] for row in MEASURED]
)
def test_measures(text: str, measures: str) -> None:
    assert [row.measure for row in report(text).funding] == measures.split()


def test_a_remark_is_no_headline() -> None:
    (project,) = report("□ 추진계획\n○ 대상 확대 : 100명 → 150명 ※ '25년 예산 : 10억원\n").projects
    assert project.budget is None


def test_the_budget_of_the_year_after_is_not_that_of_the_plan() -> None:
    (project,) = report("○ '26년 사업비 : 50억원\n○ '27년 사업비 : 80억원\n").projects
    assert (project.budget_year, project.budget) == (2026, 5_000_000_000)


def test_parts_of_a_project_in_a_table_in_front_keep_their_names() -> None:
    table = "□ 총괄 예산\n(단위 : 백만원)\n\n| 사업명 | 2026 예산 |\n|---|---|\n| 골목길 정비 | 400 |\n| - 포장 | 250 |\n\n"
    told = extract_bytes(PLAN.replace("1. 골목길", f"{table}1. 골목길").encode(), "report.txt")
    assert [(row.project, row.program) for row in told.funding] == [
        ("도로과/1", ""),
        ("도로과/1", "- 포장"),
    ]


def test_a_grand_total_is_of_no_project() -> None:
    table = "| 사업명 | 구분 | 예산액(천원) |\n|---|---|---|\n| 골목길 정비 | 국비 | 300 |\n| - 포장 | 국비 | 100 |\n| | 시비 | 400 |\n| | 총계 | 1,100 |\n"
    text = f"2026년 주요업무계획\n\nⅡ. 2026년 예산\n\n{table}\nⅢ. 주요업무\n1. 골목길 정비\n□ 사업개요\n○ 위치 : A\n"
    told = extract_bytes(text.encode(), "report.txt")
    assert [(row.project, row.program) for row in told.funding] == [
        ("/1", ""),
        ("/1", "- 포장"),
        ("/1", "- 포장"),
        ("", "- 포장"),
    ]


def test_a_turn_keeps_its_own_number() -> None:
    told = report("□ 점검계획\n○ 1차 점검 : 5월, 2차 : 9월\n")
    assert [event.text for event in told.timeline] == ["1차 점검", "2차"]


def test_an_appendix_between_two_works_is_of_the_first() -> None:
    told = report(
        "[붙임 1] 세부 추진일정\n○ 착공 : 2026. 5.\n\n2. 가로등 교체\n□ 사업개요\n○ 위치 : 남동\n"
    )
    assert [event.project for event in told.timeline] == ["도로과/1"]


def test_a_centre_with_a_number_is_a_work() -> None:
    text = "2026년 주요업무계획\n\n복지정책과\n\n1 다함께돌봄센터\n□ 추진실적\n○ 준공 : 2025. 5.\n□ 추진계획\n○ 개소 : 2026. 5.\n\n2 시립요양원\n□ 추진계획\n○ 준공 : 2026. 6.\n"
    told = extract_bytes(text.encode(), "report.txt")
    assert [each.path for each in told.projects] == ["복지정책과/1", "복지정책과/2"]


def test_a_cost_set_out_in_parts_in_a_form() -> None:
    form = "공 사 명\t골목길 도로개설공사\t\t\t\n위    치\t동구 솔내동 일원\t\t\t\n공사기간\t2024. 4. 6. ~ 2026. 12. 20.\t\t\t\n총사업비(백만원)\t계\t보상비\t공사비\n\t62,400\t14,800\t47,600\n"
    text = f"2026년 주요 건설공사 추진현황\n\n1. 골목길 도로개설공사\n{form}□ 추진경위\n ○ ’24. 4. 6. : 착공\n□ 향후계획\n ○ ’26. 12. : 준공\n"
    told = extract_bytes(text.encode(), "report.txt")
    (project,) = told.projects
    assert (project.total_cost, project.location) == (62_400_000_000, "동구 솔내동 일원")
    assert [event.edtf for event in told.timeline] == [
        "2024-04-06/2026-12-20",
        "2024-04-06",
        "2026-12",
    ]


def test_projects_of_several_departments_in_a_report_that_one_lays() -> None:
    listed = (
        "번호\t사업명\t담당부서\t쪽\n1\t일자리 지원\t일자리과\t1\n2\t참여기구 운영\t인구정책과\t3\n"
    )
    text = f"2025년 청년정책 시행계획\n\n2025. 2.\n(인구정책과)\n\nⅡ. 세부사업 총괄\n{listed}\n1. 일자리 지원\n□ 사업개요\n ○ 사업대상 : 25명\n2. 참여기구 운영\n□ 사업개요\n ○ 사업대상 : 20명\n"
    told = extract_bytes(text.encode(), "report.txt")
    assert [(each.path, each.department) for each in told.projects] == [
        ("일자리과/1", "일자리과"),
        ("인구정책과/2", "인구정책과"),
    ]


def test_teams_below_their_division_open_no_part() -> None:
    text = "2023년도 주요업무계획\n\n농 촌 지 원 과\n【 인력육성팀 】\n1\t농업인 교육\t계속\n□ 사업개요\n ○ 사업기간 : 2023. 1. ~ 12.\n【 귀농귀촌팀 】\n2\t귀농귀촌 유치\t계속\n□ 사업개요\n ○ 사업기간 : 2023. 1. ~ 12.\n"
    told = extract_bytes(text.encode(), "report.txt")
    assert [(each.path, each.team) for each in told.projects] == [
        ("농촌지원과/1", "인력육성팀"),
        ("농촌지원과/2", "귀농귀촌팀"),
    ]


def test_teams_that_count_anew_are_of_their_division() -> None:
    work = "\n□ 사업개요\n ○ 총사업비 : 30억원\n"
    text = f"2026년도 주요업무계획\n\n농촌지원과\n【인력육성팀】\n1. 청년농업인 육성{work}【생활자원팀】\n1. 농촌체험 활성화{work}"
    told = extract_bytes(text.encode(), "report.txt")
    assert [(each.department, each.team) for each in told.projects] == [
        ("농촌지원과", "인력육성팀"),
        ("농촌지원과", "생활자원팀"),
    ]


def test_a_title_that_ends_in_and_goes_on() -> None:
    about = extract_bytes(
        "2025년 주요업무 추진실적 및\n2026년 주요업무계획\n\n가람시\n\n□ 현황\n".encode(),
        "report.txt",
    ).about
    assert (about.reported_year, about.planned_year) == (2025, 2026)
