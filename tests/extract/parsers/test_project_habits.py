"""Projects of a report: habit of writing -> projects and their fields. A bug first becomes a row here."""

from datetime import date
from pathlib import Path

import pytest

from extract import extract_bytes, extract_file
from extract.records import Project

HWP = Path("../shared/reports/korean-language-institute-2022.hwp")
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
3. 늘봄 음악제
□ 사업개요
○ 기간/장소 : 2024. 6. 11. ~ 6. 13./늘봄관, 솔빛공원
"""


def projects(text: str) -> tuple[Project, ...]:
    return extract_bytes(text.encode(), "report.txt").projects


def test_fields_of_a_plan() -> None:
    first, second, third = projects(PLAN)
    assert (first.name, second.name) == ("솔빛마을 도시재생", "늘봄공원 조성")
    assert first.department == second.department == "도시재생과"
    assert (first.period_start, first.period_end) == (date(2022, 1, 1), date(2025, 12, 31))
    assert (second.period_start, second.period_end) == (date(2023, 1, 1), None)
    assert first.location == "하늘동 12-3번지 일원"
    assert first.area_m2 == 57_000
    assert first.total_cost == 3_500_000_000
    assert (first.budget_year, first.budget) == (2024, 700_000_000)
    assert second.total_cost is None
    assert (third.period_end, third.location) == (date(2024, 6, 13), "늘봄관, 솔빛공원")


def test_the_budget_is_that_of_the_year_that_is_planned() -> None:
    (project,) = projects(
        "2026년 주요업무계획\n\n1. 군도 확장\n□ 사업개요\n○ 위치 : 하늘동\n□ 예산현황\n○ 2025년 예산 : 2,200백만원\n○ 2026년 소요예산 : 2,000백만원\n"
    )
    assert (project.budget_year, project.budget) == (2026, 2_000_000_000)


def test_the_report_itself() -> None:
    about = extract_bytes(PLAN.encode(), "report.txt").about
    assert (about.title, about.date) == ("2024년 주요업무계획", "2023-12-01")
    assert (about.jurisdiction, about.planned_year) == ("가람광역시 하늘구", 2024)


COVERS = [
    (
        "제1차 해양폐기물 관리 기본계획('21~'30)\n2026년도 시행계획\n2026. 2.\n해 양 수 산 부\n",
        2026,
        "해양수산부",
    ),
    ("2023~2024년 추진계획\n늘봄시\n", 2024, "늘봄시"),
    (
        "대학혁신지원사업('25~'27)\n\n사 업 계 획 서\n\n- 1차년도(2025. 3. 1. ~ 2026. 2. 28.) -\n\n2025. 5.\n\n늘봄시\n",
        2025,
        "늘봄시",
    ),
    ("(장 2019)사회개발 (관 2400)주택및지역사회개발 (세항 2411)건축관리 (단위 : 천원)\n", None, ""),
    ("[관 2019] 주택 및 지역사회개발 예산서\n", None, ""),
    ("보건기관 2019년 업무계획\n", 2019, ""),
    ("재정공시\n\n결산공시\n\n세입·세출 결산\n", None, ""),
    ("2024년 업무계획\n\n가람시\n", 2024, "가람시"),
    ("2024년 업무계획\n\n가람도시개발공사\n", 2024, "가람도시개발공사"),
    ("2024년 업무계획\n\n지역 내 거주민에 대한 군\n소음 보상금 지급\n", 2024, ""),
    ("2024년 업무계획\n\n가람시 하늘구\n", 2024, "가람시 하늘구"),
]


@pytest.mark.parametrize(("cover", "year", "body"), COVERS, ids=[row[0][:12] for row in COVERS])
def test_the_year_and_the_body_of_a_cover(cover: str, year: int | None, body: str) -> None:
    table = "\n(단위 : 천원)\n과목\t예산액\t전년도예산액\n운영비\t120\t100\n"
    report = extract_bytes((cover + table).encode(), "report.txt")
    assert (report.about.planned_year, report.about.organization) == (year, body)
    before = year - 1 if year else None
    assert [each.fiscal_year for each in report.funding] == [year, before]


ONE_SQUARE = """2025년 주요업무계획

□ 「솔빛마을」사업 추진(2015~2029)
○ 사업대상 : 7개소
○ 사 업 비 : 마중물 500억원
▷ 총 1,876억원(마중물 500, 민간 1,376)
≪ 추진현황 ≫
○ 착공 3, 준공 4
○ 향후계획
- '25. 3. : 준공
"""


def test_a_project_under_one_heading() -> None:
    (project,) = projects(ONE_SQUARE)
    assert project.period == "2015/2029"
    assert project.total_cost == 187_600_000_000
    events = extract_bytes(ONE_SQUARE.encode(), "report.txt").timeline
    # A section title without a mark is one of the project's.
    assert {event.project for event in events} == {project.path}


@pytest.mark.parametrize("line", ["별첨자료", "[붙임 1]", "Ⅴ. 참고자료"])
def test_a_project_ends_at_the_appendices(line: str) -> None:
    text = f"{ONE_SQUARE}\n{line}\n○ 2024. 5. 7. : 조례 개정\n"
    assert extract_bytes(text.encode(), "report.txt").timeline[-1].project == ""


@pytest.mark.skipif(not HWP.exists(), reason="the report in HWP is not there")
def test_a_project_ends_at_a_framed_title_of_the_appendices() -> None:
    report = extract_file(HWP)
    project = report.projects[-1]
    schedule = [event for event in report.timeline if event.section.endswith("과제별 추진일정")]
    assert schedule
    assert project.path not in {event.project for event in schedule}


def test_two_parts_with_a_cost_each_make_no_total() -> None:
    text = (
        "2025년 주요업무계획\n\n1-1 산림시설 확대\n\n□ 사업개요\n○ 목적 : 휴양시설 확충\n"
        "□ 솔빛 야영장\n○ 사업개요\n- 사업비 : 20억원(국비)\n□ 늘봄 휴양림\n○ 사업개요\n- 사업비 : 86억원(국비)\n"
    )
    assert next(project.total_cost for project in projects(text)) is None


@pytest.mark.parametrize("head", ["총사업비", "총사업비('24년)", "총사업비 ('24~'25년)"])
def test_the_total_of_a_table_in_the_project(head: str) -> None:
    text = (
        "2025년 주요업무계획\n\n1. 솔빛마을 정비\n□ 사업개요\n○ 사업기간 : 2023년 ~ 2026년\n"
        f"□ 연도별 예산 (단위: 백만원)\n구 분\t{head}\t'24년\t'25년\n계\t12,893\t9,774\t3,119\n"
        "국비\t9,025\t7,010\t2,015\n시비\t3,868\t2,764\t1,104\n"
    )
    (project,) = projects(text)
    assert project.total_cost == 12_893_000_000


def test_parts_with_an_overview_each_give_no_total() -> None:
    part = (
        "○ 사업개요\n- 기 간 : 2023. 1. ~ 12.\n- 사업비 : {}억원\n○ 추진실적\n- 2023. 5. : 착공\n"
    )
    text = (
        "2025년 주요업무계획\n\n1-1 늘봄 숲 조성\n❖ 숲을 늘림\n□ 사업개요\n○ 사업비 : 3억원\n□ 추진사항\n○ '23. 5. : 착공\n"
        f"1-2 숲 시설 확대\n❖ 시설을 늘림\n□ 솔빛 야영장\n{part.format(20)}□ 늘봄 휴양림\n{part.format(86)}"
    )
    report = extract_bytes(text.encode(), "report.txt")
    assert [row.thousand_won for row in report.funding] == [300_000, 2_000_000, 8_600_000]
    assert [project.total_cost for project in report.projects] == [300_000_000, None]


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


UNDER_ONE_HEADING = [
    (
        "numbered works of a chapter",
        (
            "Ⅱ. 주요업무 추진계획\n1. 늘봄숲 조성사업\n○ 사업기간 : 2024. 3. ~ 11.\n○ 사 업 비 : 900백만원\n"
            "○ 추진실적\n- '24. 3. : 착공\n2. 산불방지 대책 추진\n○ 기  간 : 2024. 2. ~ 5.\n○ 소요예산 : 80백만원\n"
        ),
        [("1", "늘봄숲 조성사업", ""), ("2", "산불방지 대책 추진", "")],
    ),
    (
        "labels below an item of their own",
        "1. 지방정원 조성\n○ 사업개요\n- 위치 : 푸른리 100번지\n- 사업기간 : 2023 ~ 2026년\n○ 향후계획\n- '26. 12. : 개장\n",
        [("1", "지방정원 조성", "")],
    ),
    (
        "a neighbour that tells less of itself",
        "1. 늘봄숲 조성\n○ 사업기간 : 2024년\n○ 사 업 비 : 9억원\n2. 숲가꾸기 홍보 강화\n○ 현수막을 건다\n○ 전단을 나눈다\n",
        [("1", "늘봄숲 조성", ""), ("2", "숲가꾸기 홍보 강화", "")],
    ),
    (
        "a number parted by a rule, the division behind the title",
        (
            "1 │ 도시철도 건설 【철도건설과】\n■ 사업개요\n❍ 사업기간 : '21 ~ '30년\n"
            "2 │ 노후 전동차 교체    【철도운영과】\n■ 추진계획\n❍ '26. 5. : 선정\n"
        ),
        # No cover names who publishes it: the divisions are the departments, and no teams.
        [("1", "도시철도 건설", ""), ("2", "노후 전동차 교체", "")],
    ),
    (
        "a form that names its project in front of its sections",
        "2026년도 사업설명서\n사업명: 늘봄항 조성\n1. 사업목적\n- 시설 확충\n2. 사업개요\n- 사업기간: 2024~2028\n",
        [("1", "늘봄항 조성", "")],
    ),
    (
        "the overview names its project",
        "□ 사업개요\n○ 사업명 : 늘봄항 조성\n○ 사업기간 : 2024~2028\n□ 추진계획\n○ '26. 3. : 착공\n",
        [("1", "늘봄항 조성", "")],
    ),
    (
        "tasks counted in words, sections under ornaments",
        (
            "과제 1  하늘신도시 조성\n○ 위  치: 푸른동\n○ 사업비: 8,765억원\n"
            "공약번호 2. 산후조리원 건립\n◈ 사업개요\n• 사업기간: '23년 ~ '25년\n◈ 향후 추진계획\n• '25. 10. : 준공\n"
        ),
        [("1", "하늘신도시 조성", ""), ("2", "산후조리원 건립", "")],
    ),
    (
        "numbered works whose sections have no overview",
        (
            "1. 통합건강증진\n□ 추진방향\n○ 맞춤형 관리\n□ 예산현황\n○ 320백만원\n2. 치매안심센터 운영 (계속)\n"
            "□ 사업개요\n○ 대 상: 구민\n□ 하반기 계획\n○ 행사(9. 19.)\n3. 감염병 예방관리 [신규]\n□ 사업기간: 연중\n□ 사 업 비: 금45백만원\n"
        ),
        [("1", "통합건강증진", ""), ("2", "치매안심센터 운영", ""), ("3", "감염병 예방관리", "")],
    ),
    (
        "works numbered within a task, told in sentences",
        (
            "Ⅴ. 2025년 주요업무 계획\n1. 문화예술 정책\n1-1. 순수예술 지원 확대\nㅇ (창작지원) 단체 육성('25. 3.)\n"
            "1-2.「함께 뛰는」생활체육 조성\nㅇ (체험) 광장 운영(9월)\n2. 시설 관리\n2-1. 2025 하늘총회 개최 준비\nㅇ 총회 개최\n"
        ),
        [
            ("1-1", "순수예술 지원 확대", ""),
            ("1-2", "「함께 뛰는」생활체육 조성", ""),
            ("2-1", "2025 하늘총회 개최 준비", ""),
        ],
    ),
    (
        "numbers within a chapter that head no work, and a list of titles",
        "Ⅰ. 기본현황\n1-1. 조직현황\nㅇ 3과 2단\n1-2. 추진여건\nㅇ 인구 감소\nⅡ. 목차\n2-1. 숲 조성\n2-2. 길 정비\n",
        [],
    ),
    (
        "what a title costs behind it",
        "1. 자료 확대 구축(57억원)\n□ 자료 정제(10억원)\nㅇ 자료를 모은다\n2. 통합 관리 체계 구축\n□ 관리\nㅇ 모아 둔다\n",
        [("1", "자료 확대 구축", ""), ("2", "통합 관리 체계 구축", "")],
    ),
    (
        "a title with the mark of its sections",
        "□ 평가 체계 개발\n□ 배경 및 필요성\nㅇ 평가 필요\n□ 사업개요\nㅇ 사업기간 : 2023년~2027년\n□ 기대효과\nㅇ 효율\n",
        [("1", "평가 체계 개발", "")],
    ),
    (
        "a picture above the overview is no title",
        "1. 늘봄숲 조성\n□ 사업개요\nㅇ 사업기간 : 2023년\n□ 늘봄숲 계획도\n□ 사업개요\nㅇ 사업기간 : 2024년\n",
        [("1", "늘봄숲 조성", ""), ("2", "", "")],
    ),
    (
        "a sentence between the title and sections under circles",
        "1. 통학로 개선\n\n통학로를 넓혀 안전한 교통환경 조성\n\n❍ 사업개요\n  ◦ 사업기간 : 2025. 2. ~ 11.\n❍ 2024년 추진실적\n  ◦ 조사\n",
        [("1", "통학로 개선", "")],
    ),
    (
        "programmes in brackets below a title",
        (
            "2. 주차난 해소\n(1) 새움동 주차장 건설 [계속]\n  ◦ 위    치 : 새움동\n  ◦ 기    간 : 2023. 3. ~ 2026. 6.\n"
            "(2) 담장허물기 [신규]\n  ◦ 사업대상 : 25가구\n  ◦ 2025년 예산 : 272,000천원\n"
        ),
        [("2", "주차난 해소", ""), ("2.1", "새움동 주차장 건설", ""), ("2.2", "담장허물기", "")],
    ),
    (
        "the division at the margin behind a title",
        "1  양식단지 조성\t\t(수산과)\n\n⇨ 미래 산업화\n\n□ 사업개요\n ○ 사업기간 : 2025년\n",
        [("1", "양식단지 조성", "수산과")],
    ),
    (
        "promises, their overview called so",
        "공약 1-1\t인력중개센터 운영\n\n❏ 공약개요\n  ○ 추진기간 : 2022. 7. ~ 2026. 6.\n❏ 추진실적\n  ○ 개소\n",
        [("1-1", "인력중개센터 운영", "")],
    ),
    (
        "titles and sections told apart by the filling of their squares",
        "▣ 주차 개선\n\n■ 추진실적\n • 접수\n■ 소요예산 : 비예산\n▣ 안전 강화\n\n■ 사업개요\n • 추진기간 : 2025년\n",
        [("1", "주차 개선", ""), ("2", "안전 강화", "")],
    ),
    (
        "sections 가. 나. of works without an overview",
        (
            "Ⅱ. 교육과 주요업무\n1. 기초학력 강화\n 가. 추진 목적\n  학력을 보장함\n 나. 추진 일정\n  1) 3월 : 검사\n 다. 2025년 소요 예산 : 10천원\n"
            "2. 폭력 예방\n 가. 2024학년도 추진 실적\n  1) 심의\n 나. 추진 계획\n  1) 3월 : 연수\n"
        ),
        [("1", "기초학력 강화", ""), ("2", "폭력 예방", "")],
    ),
    (
        "works counted 1), their labels without a colon",
        (
            "한  들  읍\n\n ◦ 인구 9,037명\n\n1) 게이트볼장 설치 (완료)\n\n ○ 위    치   대곡리 412\n ○ 사업기간   2025. 2. ~ 6.\n"
            "2) 축제 개최 (추진중)\n\n ○ 기    간   2025. 9. 19. ~ 21.\n ○ 사 업 비   군비 45,000천원\n"
        ),
        [("1", "게이트볼장 설치", ""), ("2", "축제 개최", "")],
    ),
    (
        "works right below their office",
        "건강증진과\n\n1. 방문건강관리사업\n- 실적: 3건\n\n2. 금연환경 조성 (신규)\n- 예산: 20천원\n",
        [("1", "방문건강관리사업", ""), ("2", "금연환경 조성", "")],
    ),
    (
        "a line of the contents is no title",
        "2-2. 수출 지원 ······················ 6\n\nⅠ. 일반현황\n❍ 조직 : 3과\n2-2    수출 지원\n\n❍ 지원대상 : 45개사\n❍ 사업기간 : 2026년\n",
        [("2-2", "수출 지원", "")],
    ),
    (
        "titles that a list names, though they sound like sections",
        (
            "연번\t요 구 자 료 명\t쪽\n1\t예산 집행현황\t3\n2\t센터 건립 추진현황\t5\n\n"
            "1. 예산 집행현황\n- 집행 중\n2. 센터 건립 추진현황\n가. 사업개요\n1) 사업기간 : 2024년\n"
        ),
        [("1", "예산 집행현황", ""), ("2", "센터 건립 추진현황", "")],
    ),
    (
        "a chapter, a group and its first work, each in a frame",
        (
            "Ⅳ\t2025년 역점과제\n1\t살고 싶은 섬 조성\n1-1\t섬온패스 확대 운영\n◈ 섬 관광 활성화\n□ 사업개요\n ○ 사업기간 : 2025년\n"
            "1-2\t이작항 정비\n◈ 정주여건 확보\n□ 사업개요\n ○ 사업기간 : 2024년\n"
        ),
        [("1-1", "섬온패스 확대 운영", ""), ("1-2", "이작항 정비", "")],
    ),
    (
        "sections 가. 나. whose items are □",
        (
            "Ⅱ. 추진과제별 시행계획\n1. 집하장 확충\n가. 추진배경 및 사업개요\n□ 거점별 시설 확충 필요\n ○ 사업기간 : 2024년\n"
            "나. '25년 추진실적\n□ 장마철 대비 정화주간(6. 16.~6. 27.) 운영\n2. 퇴적물 복원\n가. 추진배경 및 사업개요\n ○ 사업기간 : 2024년\n나. '25년 추진실적\n ○ 준공('25. 11.)\n"
        ),
        [("1", "집하장 확충", ""), ("2", "퇴적물 복원", "")],
    ),
    (
        "parts of one plan",
        "1. 사업개요\n○ 사업기간 : 2024년\n○ 사 업 비 : 9억원\n2. 추진계획\n○ 2024. 3. : 착공\n○ 기간 : 연중\n",
        [],
    ),
    (
        "numbered items of which only a later one has labels",
        "1. 현장점검 강화\n- 분기마다 본다\n2. 공모사업 유치\n- 기 간 : 2020. 1. ~ 12.\n- 예 산 : 54백만원\n",
        [],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [row[1:] for row in UNDER_ONE_HEADING],
    ids=[row[0] for row in UNDER_ONE_HEADING],
)
def test_projects_under_one_heading(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(each.list_number, each.name, each.team) for each in projects(text)]
    assert found == expected
