"""Works and the offices in charge of them, as plans of several kinds of bodies print both. A bug first becomes a row here."""

import pytest

from extract import extract_bytes

AGENCY = """제3차 연안안전 기본계획
2025년도 시행계획
2025. 2.
해 양 연 안 청
Ⅲ. 2025년 세부 추진계획
1-1. 연안 조사·관측 강화
1-1-1. 취약해안 정밀조사                      [연안조사과]
□ 과제개요
 ㅇ 추진기간 : '23년 ~ '27년
 ㅇ 총사업비 : 185억원(전액 국비)
1-1-2. 연안관측망 확충                        [관측예보과]
□ 과제개요
 ㅇ 추진기간 : '23년 ~ '27년
 ㅇ 총사업비 : 325억원(전액 국비)
Ⅳ. 과제별 투자계획
(단위 : 억원)
세부과제\t합계\t'23\t'24
합계\t510\t80\t96
1-1-1. 해안 정밀조사\t185\t28\t35
1-1-2. 연안관측망 확충\t325\t52\t61
"""
COUNCIL = """2026년도 주요업무보고

2026. 2. 3.(화)

교 통 국

Ⅰ. 2026년 주요업무 추진계획

| 연번 | 과제명 | 담당부서 | 쪽 |
|---|---|---|---|
| 1 | 도시철도 연장 | 철도정책과 | 9 |
| 2 | 교통약자 이동편의 증진 | 교통정책과 | 11 |

1. 도시철도 연장 【철도정책과】
□ 사업개요
○ 사업기간 : 2021. ~ 2031.
□ 추진계획
○ '26. 3. : 심의
2. 교통약자 이동편의 증진 【교통정책과】
□ 특별교통수단 운영
○ 운영규모 : 158대
○ 예 산 : 9,860백만원
□ 저상버스 도입보조
○ 사업물량 : 86대
○ 예 산 : 7,912백만원
"""
RUNNING_ON = """주요 투자사업 추진상황 보고

2026. 7.

해 온 시

| 연번 | 사업명 | 담당부서 | 사업기간 | 비고 |
|---|---|---|---|---|
| 1 | 달맞이교 재가설공사 | 도로과 | 2022~2026 | 정상 |
| 2 | 원도심 전선 지중화사업 | 도시재생과 | 2024~2027 | 지연 |

■ 도로과

1. 달맞이교 재가설공사
(담당 : 도로시설팀장 ☎ 650-2321)

○ 위 치 : 월내동 34-1번지
○ 사 업 비 : 14,800백만원
○ 사업기간 : 2022. 5. ~ 2026. 11.

■ 도시재생과

2. 원도심 전선 지중화사업
(담당 : 재생사업팀장 ☎ 650-2412)

| 위    치 | 중앙동 일원 | 사업기간 | 2024. 1. ~ 2027. 6. |
|---|---|---|---|
| 사 업 량 | 면적 1,980㎡ | 사 업 비 | 9,300백만원 |

○ 향후계획
 - 2026. 9.  착공
"""
MINISTRY = """2026년도 성과관리 시행계획

2026. 3.

국토물관리부
〔수자원정책국 소관 관리과제〕

1. 관리과제 총괄

| 과제번호 | 관리과제명 | 담당부서 | 쪽 |
|---|---|---|---|
| Ⅱ-1-① | 국가하천 정비 | 하천계획과 | 4 |
| Ⅱ-1-② | AI 기반 예보체계 구축 | 홍수대응과 | 8 |

2. 성과목표 Ⅱ-1. 안전한 하천을 조성한다
Ⅱ-1-① 국가하천 정비
□ 추진배경
ㅇ 대책 필요
□ 추진계획
ㅇ 설계 착수('26.6월)
Ⅱ-1-② AI 기반 예보체계 구축
□ 추진배경
ㅇ 예보 필요
□ 추진계획
ㅇ 고시('26.7월)
"""
PLEDGES = """
                    민선8기 구청장 공약사업
                         추진상황 보고

                         (2025년 하반기)
                            2026. 1.
                         서원광역시 새봄구
                           (기획예산실)

Ⅰ. 주요 공약사업 목록

    공약번호    공  약  명                            주관부서        구분      쪽
      1-1      청년 창업허브 조성                      일자리경제과     신규       3
      5-2      주민참여예산제 내실화                   기획예산실       계속       9

  1-1     청년 창업허브 조성

 □ 공약개요
   ○ 사업기간 : 2023. 3. ~ 2026. 6.

 □ 연차별 추진계획
     연  도       추  진  내  용
     2024년       설계공모(2월)
     2025년       공사 착공(4월)

  5-2     주민참여예산제 내실화

 □ 공약개요
   ○ 사업기간 : 2022. 7. ~ 계속

 □ 향후계획
   ○ 구민투표(8월)
"""
CORPORATION = """2026년도 사업계획

2025. 11.

새벌시시설관리공단

【 체육시설팀 】

1. 국민체육센터 운영
  가. 시설현황
    - 위 치 : 새벌시 한결로 215
  나. 2026년 추진계획
    - 1월 중 : 강습 편성

2. 수영장 여과설비 교체
  가. 사업개요
    - 사업기간 : 2026. 2. ~ 5.
  나. 추진계획
    - 3월 : 착공
"""

COMPILED = """2026년도 예산안 주요사업 설명서

2025. 11.

해 온 시
(기획예산과)

1. 도시계획도로 개설(신규) 【도로과, 도로관리사업소】
담당부서 : 도로과 도로시설팀(☎ 7421)
□ 사업개요
○ 사업기간 : 2022. 3. ~ 2027. 12.
2. 장미근린공원 조성
담당부서 : 공원녹지과 공원조성팀(☎ 7533)
□ 사업개요
○ 사업기간 : 2020 ~ 2027
"""

WORKS = [
    (
        "works of others that a division compiles, by their sheets",
        COMPILED,
        [
            ("도로과/1", "도시계획도로 개설", "도로시설팀", None),
            ("공원녹지과/2", "장미근린공원 조성", "공원조성팀", None),
        ],
    ),
    (
        "works of others that a division compiles, by its list",
        COMPILED.replace("담당부서 : ", "※ ").replace(
            "1. 도시",
            "연번\t부서\t사업명\t구분\t쪽\n1\t도로과\t도시계획도로 개설\t신규\t1\n2\t공원녹지과\t장미근린공원 조성\t계속\t3\n\n1. 도시",
        ),
        [
            ("도로과/1", "도시계획도로 개설", "", 1),
            ("공원녹지과/2", "장미근린공원 조성", "", 3),
        ],
    ),
    (
        "offices in brackets behind the titles of tasks, under the agency on the cover",
        AGENCY,
        [
            ("연안조사과/1-1-1", "취약해안 정밀조사", "", None),
            ("관측예보과/1-1-2", "연안관측망 확충", "", None),
        ],
    ),
    (
        "offices in brackets behind the titles that a list names",
        COUNCIL,
        [
            ("교통국/1", "도시철도 연장", "철도정책과", 9),
            ("교통국/2", "교통약자 이동편의 증진", "교통정책과", 11),
        ],
    ),
    (
        "works counted through, below offices with the same mark",
        RUNNING_ON,
        [
            ("도로과/1", "달맞이교 재가설공사", "도로시설팀", None),
            ("도시재생과/2", "원도심 전선 지중화사업", "재생사업팀", None),
        ],
    ),
    (
        "numbers of chapter, aim and circle, under the office that the cover names",
        MINISTRY,
        [
            ("수자원정책국/Ⅱ-1-①", "국가하천 정비", "하천계획과", 4),
            ("수자원정책국/Ⅱ-1-②", "AI 기반 예보체계 구축", "홍수대응과", 8),
        ],
    ),
    (
        "a list set in columns by blanks, of several offices",
        PLEDGES,
        [
            ("일자리경제과/1-1", "청년 창업허브 조성", "", 3),
            ("기획예산실/5-2", "주민참여예산제 내실화", "", 9),
        ],
    ),
    (
        "the work in front of one with an overview",
        CORPORATION,
        [
            ("/1", "국민체육센터 운영", "체육시설팀", None),
            ("/2", "수영장 여과설비 교체", "체육시설팀", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "works"), [row[1:] for row in WORKS], ids=[r[0] for r in WORKS])
def test_works(text: str, works: list[tuple[str, str, str, int | None]]) -> None:
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [(each.path, each.name, each.team, each.list_page) for each in found] == works


def test_remarks_are_no_state_and_a_form_stands_below_who_is_in_charge() -> None:
    found = extract_bytes(RUNNING_ON.encode(), "report.txt").projects
    assert [(each.status, each.location, each.total_cost) for each in found] == [
        ("", "월내동 34-1번지", 14_800_000_000),
        ("", "중앙동 일원", 9_300_000_000),
    ]


def test_a_term_of_office_is_no_date_of_the_cover() -> None:
    report = extract_bytes(PLEDGES.encode(), "report.txt")
    assert report.about.date == "2026-01"
    assert [
        (each.kind, each.edtf, each.text)
        for each in report.timeline
        if each.project and each.kind != "period"
    ] == [
        ("milestone", "2024", "설계공모(2월)"),
        ("inline", "2024-02", "설계공모"),
        ("milestone", "2025", "공사 착공(4월)"),
        ("inline", "2025-04", "공사 착공"),
        ("inline", "2026-08", "구민투표"),
    ]


def test_a_work_without_budget_is_not_called_so() -> None:
    text = "2026년 주요업무계획\n\n1. 안전문화운동 확산 (비예산)\n□ 사업개요\n○ 사업기간 : 2026. 1. ~ 12.\n"
    (project,) = extract_bytes(text.encode(), "report.txt").projects
    assert project.name == "안전문화운동 확산"


def test_an_office_that_only_helps_is_not_in_charge() -> None:
    text = COMPILED.replace("담당부서", "협조부서").replace(" 【도로과, 도로관리사업소】", "")
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [each.path for each in found] == ["기획예산과/1", "기획예산과/2"]


FORM = """2026년 주요 현안사업 추진현황

### 1. 시립 요양원 신축

| 사업명 | 시립 요양원 신축 |  |  |
| --- | --- | --- | --- |
| 사업위치 | 솔내동 332번지 | 기 간 | 2026. 1. ~ 2028. 8. |
| 사업비 | 계 126억원, 국비 50억원, 시비 76억원 |  |  |
| 추진상황 | 2025. 6. 30. | 사업 선정 |  |
|  | 2025. 10. | 시의회 의결 |  |
| 향후계획 | 2026. 4. | 설계공모 |  |
|  | 2027. 2. | 공사 착공 |  |
"""


def test_a_form_may_tell_what_was_done_when_in_two_cells() -> None:
    report = extract_bytes(FORM.encode(), "report.txt")
    (project,) = report.projects
    assert (project.location, project.period, project.total_cost) == (
        "솔내동 332번지",
        "2026-01/2028-08",
        12_600_000_000,
    )
    assert [row.source for row in report.funding] == ["계", "국비", "시비"]
    assert [(each.edtf, each.text) for each in report.timeline if each.kind == "milestone"] == [
        ("2025-06-30", "사업 선정"),
        ("2025-10", "시의회 의결"),
        ("2026-04", "설계공모"),
        ("2027-02", "공사 착공"),
    ]


def test_rows_of_a_table_are_of_the_works_whose_numbers_they_have() -> None:
    report = extract_bytes(AGENCY.encode(), "report.txt")
    rows = [(row.project, row.amount_raw) for row in report.funding if row.kind == "table"]
    assert [row for row in rows if row[1] in ("510", "185", "61")] == [
        ("", "510"),
        ("연안조사과/1-1-1", "185"),
        ("관측예보과/1-1-2", "61"),
    ]


def test_a_work_may_tell_of_itself_month_by_month() -> None:
    text = (
        "2025년 8월 월간 업무계획\n보건행정과\n1. 분소 설치\n○ 사업기간 : 2025. 1. ~ 12.\n○ 사 업 비 : 520백만원\n"
        "2. 방역소독 및 감염병 예방\n○ 운영기간 : 2025. 5. ~ 9.\n○ 7월 실적 : 방역소독 214회\n"
    )
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [each.path for each in found] == ["보건행정과/1", "보건행정과/2"]


def test_a_list_of_tasks_names_the_divisions_of_a_whole_body() -> None:
    text = (
        "2025년 하반기 주요업무 추진계획\n2025. 7.\n국립연안관리원\nⅡ. 추진과제\n연번\t추진과제\t담당과\t구분\n"
        "1\t침식 관리체계 고도화\t연안보전과\t계속\n2\t부두 안전시설 확충\t항만안전과\t신규\nⅢ. 과제별 추진계획\n"
        "1. 침식 관리체계 고도화 (연안보전과)\n□ 하반기 추진계획\nㅇ (조사) 2차 조사(9~11월)\n"
        "2. 부두 안전시설 확충 (항만안전과)\n□ 하반기 추진계획\nㅇ (보강) 착공('25.9월)\n"
    )
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [each.path for each in found] == ["연안보전과/1", "항만안전과/2"]


def test_a_staff_office_compiles_the_works_of_divisions() -> None:
    text = (
        "공약사업 추진상황 점검표\n2025. 6. 30.\n한울도 정책기획관\n공약 목록\n번호\t공약명\t소관부서\t쪽\n"
        "1-2\t창업타운 조성\t스마트농업과\t3\n2-1\t산후조리원 확충\t건강증진과\t7\n"
        "1-2. 창업타운 조성\n□ 사업개요\n○ 사업기간 : 2022. 7. ~ 2026. 6.\n"
        "2-1. 산후조리원 확충\n□ 사업개요\n○ 사업기간 : 2022. 7. ~ 2026. 12.\n"
    )
    found = extract_bytes(text.encode(), "report.txt").projects
    assert [each.path for each in found] == ["스마트농업과/1-2", "건강증진과/2-1"]


def test_a_paper_on_one_work_names_it() -> None:
    text = (
        "2025년 어린이공원 재정비사업 추진계획\n\n푸른도시과 / 2024. 12.\n\n□ 사업개요\n○ 사업기간 : 2025. 1. ~ 11.\n"
        "○ 사 업 비 : 1,450백만원\n□ 추진계획\n○ 2025. 3. : 착공\n"
    )
    (work,) = extract_bytes(text.encode(), "report.txt").projects
    assert work.name == "어린이공원 재정비사업"
    (other,) = extract_bytes(
        text.replace("어린이공원 재정비사업", "주요업무").encode(), "report.txt"
    ).projects
    assert other.name == ""
