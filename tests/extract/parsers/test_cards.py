"""Forms that name a project (사업카드), and titles set apart: habit of writing -> projects, events and money."""

import pytest

from extract import extract_bytes
from extract.report import Report

TEXT_CARD = """하천사업 추진상황 카드
2026. 8.
【사업카드 1】
사 업 명\t가람천 정비사업
담당부서\t건설과 하천팀\t담 당 자\t홍새봄
위    치\t신월면 일원\t사업기간\t2023. 5. ~ 2027. 12.
총사업비\t900백만원\t재원구성\t국비 500, 군비 400
2026년 예산\t300백만원\t집 행 액\t100백만원
연차별 투자계획\t(단위 : 백만원)
구  분\t총사업비\t2025년\t2026년
계\t900\t600\t300
국비\t500\t350\t150
군비\t400\t250\t150
추진경위\t○ 2023. 5. 22. 실시설계 착수
\t○ 2025. 3. 10. 1공구 착공
향후계획\t○ 2026. 10. 2구간 포장
"""
HTML_CARD = """<html><body><p>건 설 과</p>
<table><tr><td>과제번호</td><td>1-2</td><td>과 제 명</td><td>솔밭천 정비</td></tr>
<tr><td>담당부서</td><td>하천관리과 정비팀</td><td>사업기간</td><td>'25.3. ~ '26.12.</td></tr>
<tr><td rowspan=3>연차별 투자계획(백만원)</td><td>구분</td><td>2025년</td><td>2026년</td></tr>
<tr><td>도비</td><td>345</td><td>450</td></tr><tr><td>군비</td><td>805</td><td>1,050</td></tr>
<tr><td>추진경위</td><td colspan=3>○ '24.12.20 계획 승인<br>○ '25.3.4~7.31 실시설계 용역</td></tr></table>
</body></html>"""


def read(text: str, name: str = "report.txt") -> Report:
    return extract_bytes(text.encode(), name)


def test_a_card_in_text() -> None:
    report = read(TEXT_CARD)
    (project,) = report.projects
    assert (project.path, project.name, project.team) == ("건설과/1", "가람천 정비사업", "하천팀")
    assert (project.period, project.location) == ("2023-05/2027-12", "신월면 일원")
    assert (project.total_cost, project.budget_year, project.budget) == (
        900_000_000,
        2026,
        300_000_000,
    )
    events = [(each.kind, each.edtf, each.text) for each in report.timeline if each.project]
    assert events == [
        ("period", "2023-05/2027-12", "사업기간"),
        ("milestone", "2023-05-22", "실시설계 착수"),
        ("milestone", "2025-03-10", "1공구 착공"),
        ("milestone", "2026-10", "2구간 포장"),
    ]
    costs = [(row.source, row.won) for row in report.funding if row.kind == "total_cost"]
    assert costs == [("계", 900_000_000), ("국비", 500_000_000), ("군비", 400_000_000)]
    assert sum(row.kind == "table" for row in report.funding) == 9


def test_a_card_with_merged_cells() -> None:
    report = read(HTML_CARD, "card.html")
    (project,) = report.projects
    assert (project.path, project.name) == ("하천관리과/1-2", "솔밭천 정비")
    events = [(each.kind, each.edtf) for each in report.timeline]
    assert events == [
        ("period", "2025-03/2026-12"),
        ("milestone", "2024-12-20"),
        ("milestone", "2025-03-04/2025-07-31"),
    ]
    assert [(row.source, row.fiscal_year, row.thousand_won) for row in report.funding] == [
        ("도비", 2025, 345_000),
        ("도비", 2026, 450_000),
        ("군비", 2025, 805_000),
        ("군비", 2026, 1_050_000),
    ]


def test_a_list_of_projects_is_no_card() -> None:
    text = "연번\t사업명\t담당부서\n1\t하늘숲 조성\t공원과\n2\t솔숲 조성\t공원과\n"
    assert read(text).projects == ()


TITLES = [
    (
        "the number of a task in brackets in front",
        "【과제 1】 어촌 활력\n□ 추진현황\n- 2024. 3. : 착공\n□ 이행계획\n- 2025. 3. : 준공\n[세부사업 1-2] 창업허브 운영\n□ 사업개요\n- 사업기간 : 2024년\n",
        [("1", "어촌 활력"), ("1-2", "창업허브 운영")],
    ),
    (
        "a circled number, sections that begin with 추진방향",
        "① 하늘숲 조성\n□ 추진방향\n○ 숲을 넓힘\n□ 사업개요\n○ 사업기간 : 2024년\n",
        [("1", "하늘숲 조성")],
    ),
    (
        "the last of a list above a section is no title",
        "□ 추진전략\n① 숲을 넓힌다\n② 길을 잇는다\n□ 추진계획\n○ 2024. 3. : 착공\n",
        [],
    ),
    (
        "works (1) and a group's name with its state at the margin",
        "3. 2026년 주요업무\n(1) 상품권 발행\t[계속]\n□ 사업개요\n○ 사업기간 : 2024년\n(2) 주차장 조성\t[신규]\n□ 사업개요\n○ 사업기간 : 2024년\n",
        [("1", "상품권 발행"), ("2", "주차장 조성")],
    ),
    (
        "a boxed number over numbered sections",
        "Ⅳ. 사업별 검토내용\n󰊱 도서관 건립\n1. 사업개요\n가. 사업기간 : 2024년\n2. 추진경위\n○ 2023. 3. : 심의\n󰊲 주차장 조성\n1. 사업개요\n가. 사업기간 : 2025년\n",
        [("1", "도서관 건립"), ("2", "주차장 조성")],
    ),
    (
        "programmes 가. and ❶ right below a numbered title",
        (
            "2. 교육경비 지원\n가. 보조금 지원\n□ 사업개요\n○ 사업기간 : 2024년\n나. 급식 지원\n□ 사업개요\n○ 사업기간 : 2024년\n"
            "3. 정원 조성\n❶ 가로정원\n□ 사업개요\n○ 사업기간 : 2024년\n"
        ),
        [
            ("2", "교육경비 지원"),
            ("2.1", "보조금 지원"),
            ("2.2", "급식 지원"),
            ("3", "정원 조성"),
            ("3.1", "가로정원"),
        ],
    ),
    (
        "a number in a cell of its own",
        "1\t하늘숲 조성\n□ 사업개요\n- 사업기간 : 2024년\n- 2 -\n2\t솔숲 조성\n□ 사업개요\n- 사업기간 : 2025년\n",
        [("1", "하늘숲 조성"), ("2", "솔숲 조성")],
    ),
    (
        "a group of works above the title of the first",
        "정책목표 1\t푸른 도시\n1\t하늘숲 조성\n□ 사업개요\n- 사업기간 : 2024년\n",
        [("1", "하늘숲 조성")],
    ),
    (
        "who is in charge, and what it is about, below the title",
        (
            "1     하늘숲 조성\n                 공원팀장 박○○ (☎ 2541)\n  도심에 숲을 조성하여 주민의 쉼터를\n  마련하고자 함\n"
            "□ 사업개요\n- 사업기간 : 2024년\n"
        ),
        [("1", "하늘숲 조성")],
    ),
    (
        "a stretch of road in the title",
        "3\t하늘선 연장(매호~가천) 건설\n□ 사업개요\n- 사업기간 : 2024년\n",
        [("3", "하늘선 연장(매호~가천) 건설")],
    ),
    (
        "sections under ❍, as a □ of another part stands above",
        "□ 조직 및 인력\n- 3팀\n1\t하늘숲 조성\n❍ 사업개요\n- 사업기간 : 2024년\n",
        [("1", "하늘숲 조성")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES]
)
def test_titles_set_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.list_number, each.name) for each in read(text).projects] == expected


def test_pages_of_the_contents() -> None:
    text = (
        "목  차\n□ 공원과\n  1. 하늘숲 조성\t3\n  2. 솔숲 조성 ······ 5\n\n공  원  과\n"
        "1. 하늘숲 조성\n□ 사업개요\n- 사업기간 : 2024년\n2. 솔숲 조성 (계속)\n□ 사업개요\n- 사업기간 : 2024년\n"
    )
    assert [(each.path, each.list_page) for each in read(text).projects] == [
        ("공원과/1", 3),
        ("공원과/2", 5),
    ]


def test_departments_with_their_telephone() -> None:
    text = (
        "기후대기과\t(☎ 055-211-6634)\n1. 하늘숲 조성\n□ 사업개요\n- 사업기간 : 2024년\n- 3 -\n"
        "산림관리과\t(☎ 055-211-6883)\n1. 솔숲 조성\n□ 사업개요\n- 사업기간 : 2024년\n"
    )
    assert [each.path for each in read(text).projects] == ["기후대기과/1", "산림관리과/1"]


def test_running_heads_are_of_the_page() -> None:
    head = "2025년 추진실적 및 2026년 추진계획        맑은물사업소"
    pages = "\n".join(
        f"{head}\n□ 추진계획\n○ 2026. {month}. : 공사 착공\n   및 점검\n- {month} -"
        for month in range(1, 6)
    )
    assert [each.text for each in read(pages).timeline] == ["공사 착공 및 점검"] * 5


def test_rows_in_front_that_name_a_project() -> None:
    text = (
        "□ 총괄\n(단위 : 백만원)\n연번\t세부사업명\t구분\t총사업비\n1-1\t하늘숲 조성\t계속\t900\n1-2\t솔숲 조성\t신규\t500\n합계\t\t\t1,400\n\n"
        "[세부사업 1-1] 하늘숲 조성\n□ 사업개요\n○ 사업기간 : 2024년\n[세부사업 1-2] 솔숲 조성\n□ 사업개요\n○ 사업기간 : 2025년\n"
    )
    report = read(text)
    assert [(each.path, each.status) for each in report.projects] == [
        ("/1-1", "계속"),
        ("/1-2", "신규"),
    ]
    rows = [(row.project, row.thousand_won) for row in report.funding]
    assert rows == [("/1-1", 900_000), ("/1-2", 500_000), ("", 1_400_000)]


def test_departments_whose_works_are_counted_through() -> None:
    text = (
        "# 공원과\n## 1. 하늘숲 조성\n### 사업개요\n- 사업기간: 2024년\n"
        "# 상하수도사업소\n## 2. 관망 정비\n### 사업개요\n- 사업기간: 2025년\n"
    )
    assert [each.path for each in read(text).projects] == ["공원과/1", "상하수도사업소/2"]


def test_a_form_in_front_of_its_sections() -> None:
    text = (
        "기획예산과\n공약번호\t2-1\t구분\t신규\n공 약 명\t환승주차장 조성\n담당부서\t교통과(교통시설팀)\t협조부서\t회계과\n"
        "사업기간\t2022. 7. ~ 2025. 12.\t추진상태\t정상추진\n□ 사업개요\n○ 위치 : 역전동 일원\n"
        "□ 연차별 추진계획\n연 도\t추진계획\n2022년\t기본계획 수립\n2023년\t투자심사(3월)\n2025년\t준공 및 운영 개시\n임기 후\t-\n"
    )
    report = read(text)
    (project,) = report.projects
    assert (project.path, project.team) == ("교통과/2-1", "교통시설팀")
    assert (project.period, project.location) == ("2022-07/2025-12", "역전동 일원")
    assert [(each.edtf, each.text) for each in report.timeline if each.kind == "milestone"] == [
        ("2022", "기본계획 수립"),
        ("2025", "준공 및 운영 개시"),
    ]


def test_sections_of_a_card_with_syllables() -> None:
    text = (
        "사 업 명\t하늘숲 조성\n사업기간\t2024. 1. ~ 12.\t사업비\t90백만원\n추진경위\t○ 2023. 3. 계획 수립\n"
        "나. 향후계획\n○ 2024. 5. : 착공\n1. 그 밖의 사업\n○ 2024. 7. : 점검\n"
    )
    assert [(each.edtf, each.project) for each in read(text).timeline] == [
        ("2024-01/2024-12", "/1"),
        ("2023-03", "/1"),
        ("2024-05", "/1"),
        ("2024-07", ""),
    ]


ROW_CARDS = """2026년 주요업무계획
해 림 시 보 건 소
【보건행정팀】
사 업 명\t보건지소 이전 신축\t구 분\t계속
○ 기    간 : 2024. 6. ~ 2026. 12.
○ 총사업비 : 300백만원(국비 200, 시비 100)
○ 추진실적(2025년)
  - 2. ~ 3. : 부지 정지
  - 6. 24. : 공사 착공
○ 추진일정
  - 9. 14. 준공식 개최

【건강증진팀】
사 업 명\t산후조리비 지원\t구 분\t신규
○ 기    간 : 2026. 1. ~ 12.
○ 소요예산 : 90백만원(도비 30, 시비 60)
"""


def test_a_card_of_one_row_below_its_team() -> None:
    report = read(ROW_CARDS)
    assert [(each.path, each.name, each.team, each.status) for each in report.projects] == [
        ("해림시보건소/1", "보건지소 이전 신축", "보건행정팀", "계속"),
        ("해림시보건소/2", "산후조리비 지원", "건강증진팀", "신규"),
    ]
    # The year behind 추진실적 is that of the dates below it, and no event.
    assert [(each.kind, each.edtf, each.text) for each in report.timeline] == [
        ("period", "2024-06/2026-12", "기간"),
        ("milestone", "2025-02/2025-03", "부지 정지"),
        ("milestone", "2025-06-24", "공사 착공"),
        ("milestone", "2026-09-14", "준공식 개최"),
        ("period", "2026-01/2026-12", "기간"),
    ]


def test_a_row_of_heads_is_no_card() -> None:
    assert read("사 업 명\t사업기간\t사업비\t비고\n\n○ 다음과 같음\n").projects == ()


CIRCLED_WORKS = """2026년도 예산안
주요사업 설명서

재 난 안 전 과
□ 주요사업 설명
① 급경사지 정비사업
(단위 : 천원)
구  분\t전년도예산액\t예산안
계\t1,200\t1,800
국비\t600\t900
○ 사업기간 : 2024. 3. ~ 2026. 12.
○ 사 업 비 : 3,600천원
○ 2026년 예산요구내역 : 1,800천원
  - 감리비 : 2식 × 100천원 = 200천원
  - 공사비 : 1,600천원
② 시민안전보험 운영【신규】
○ 사업기간 : 2026. 1. ~ 12.
○ 사 업 비 : 300천원

하 수 하 천 과
□ 주요사업 설명
① 하수관로 정비
○ 사업기간 : 2023년 ~ 2028년
○ 총사업비 : 24,000백만원
"""


def test_circled_works_with_their_labels_below() -> None:
    report = read(CIRCLED_WORKS)
    assert [(each.path, each.name, each.status) for each in report.projects] == [
        ("재난안전과/1", "급경사지 정비사업", ""),
        ("재난안전과/2", "시민안전보험 운영", "신규"),
        ("하수하천과/1", "하수관로 정비", ""),
    ]
    assert report.projects[0].budget == 1_800_000
    rows = [(row.kind, row.fiscal_year, row.won) for row in report.funding if row.source == "계"]
    assert rows == [
        ("table", 2025, 1_200_000),
        ("table", 2026, 1_800_000),
        ("total_cost", None, 3_600_000),
        ("headline", 2026, 1_800_000),
        ("statement", 2026, 200_000),
        ("statement", 2026, 1_600_000),
        ("total_cost", None, 300_000),
        ("total_cost", None, 24_000_000_000),
    ]


def test_the_office_at_the_margin_of_a_title() -> None:
    report = read(
        "2027년 국비 확보 대상사업\n\n1. 국도 개량【계속】\t국토교통부(도로과) / 건설과\n□ 사업개요\n ○ 사업기간 : 2022 ~ 2030년\n"
        " ○ 총사업비 : 288억원(국비 150, 지방비 120(도 60, 시 60), 민자 18)\n"
    )
    (project,) = report.projects
    assert (project.name, project.status, project.team) == ("국도 개량", "계속", "건설과")
    assert {row.program for row in report.funding} == {""}


@pytest.mark.parametrize(
    ("printed", "path"), [("①", "건설과/1"), ("1-2", "건설과/1-2"), ("7", "건설과/7")]
)
def test_the_number_of_a_card(printed: str, path: str) -> None:
    card = f"과제번호\t{printed}\n과 제 명\t솔밭천 정비\n담당부서\t건설과 하천팀\n사업기간\t2025. 3. ~ 2026. 12.\n"
    assert [each.path for each in read(card).projects] == [path]
