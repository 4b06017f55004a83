"""Which year a date is of: habit of writing -> what the timeline must hold. A bug first becomes a row here."""

import pytest

from extract import extract_bytes

COVER = "2024년 주요업무계획\n\n"

YEARS = [
    (
        "a year that says which call is meant, behind a bare month",
        COVER + "□ 향후계획\n○ 1월 : 시행계획 수립, '25년 국고보조사업 신청(~4월)\n",
        [
            ("2024-01", "시행계획 수립, '25년 국고보조사업 신청(~4월)"),
            ("../2024-04", "'25년 국고보조사업 신청"),
        ],
    ),
    (
        "items □ below a section with a letter, of the year that it names",
        "제1차 기본계획('21~'30)\n2026년도 시행계획\n\n1. 차단시설 확충\n나. '25년 추진실적\n□ 장마철 대비 정화주간(6. 16.~6. 27.) 운영\n다. '26년 추진계획\n□ 합동 정화주간 운영(연 2회, 6월·9월)\n",
        [
            ("2021/2030", "제1차 기본계획"),
            ("2025-06-16/2025-06-27", "장마철 대비 정화주간 운영"),
            ("2026-06", "합동 정화주간 운영"),
            ("2026-09", "합동 정화주간 운영"),
        ],
    ),
    (
        "months that fall back in the heads of a grid",
        COVER
        + "□ 월별 추진일정\n추진내용\t3월\t4월\t11월\t12월\t1월\t2월\n수요조사\t●\t\t\t\t\t\n과정 운영\t\t●\t●\t●\t●\t\n결과 보고\t\t\t\t\t\t●\n",
        [("2024-03", "수요조사"), ("2024-04/2025-01", "과정 운영"), ("2025-02", "결과 보고")],
    ),
    (
        "a year that a period ends in, in the bracket of something else",
        COVER + "□ 추진계획\n○ 「겨울 나루터」('24.11월~'25.2월)\n - 순회전 추진(9~12월)\n",
        [("2024-11/2025-02", "「겨울 나루터」"), ("2024-09/2024-12", "순회전 추진")],
    ),
    (
        "'25년도 says which works are meant",
        COVER + "□ 추진계획\n○ '24. 11월까지 사업 완료, '25년도 사업 마을별 건의 접수(10월)\n",
        [
            ("../2024-11", "사업 완료, '25년도 사업 마을별 건의 접수(10월)"),
            ("2024-10", "'25년도 사업 마을별 건의 접수"),
        ],
    ),
    (
        "a month whose year is that of the plan, up to one of the next year",
        COVER + "□ 추진계획\n일정\t추진내용\n4월\t발주\n5월 ~ '25. 6월\t공사 시행\n",
        [("2024-04", "발주"), ("2024-05/2025-06", "공사 시행")],
    ),
    (
        "a half that names its year, and what is done in it",
        COVER + "□ 추진계획\n○ 만족도 조사('24. 6월, 11월) 및 '24년 하반기 3대 증차\n",
        [("2024-06", "만족도 조사"), ("2024-11", "만족도 조사"), ("2024-41", "3대 증차")],
    ),
    (
        "a half that says which call is meant, behind its date",
        "□ 추진실적\n○ '24. 2. 21. : 2024년 상반기 보급사업 공고\n",
        [("2024-02-21", "2024년 상반기 보급사업 공고")],
    ),
    (
        "a term of a school year is of no certain days",
        COVER
        + "□ 추진계획\n○ 2024학년도 2학기 : 교육과정 개설\n○ '25. 2월 : 2025학년도 1학기 입사생 입주\n",
        [("2025-02", "2025학년도 1학기 입사생 입주")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in YEARS], ids=[row[0] for row in YEARS]
)
def test_years(text: str, expected: list[tuple[str, str]]) -> None:
    found = extract_bytes(text.encode(), "report.txt").timeline
    assert [(event.edtf, event.text) for event in found] == expected


PLAN = "2026년 주요업무계획\n\n1. 정비\n□ 추진계획\n"
NEIGHBOURS = [
    ("months behind a period in brackets", "- 도로공사('26. 9. ~ '28. 6.) : 시험운전 5월, 준공 6월", "2026-09/2028-06 2028-05 2028-06"),
    ("an item below it", "- 도로공사('26. 9. ~ '28. 6.)\n  · 준공 : 6월", "2026-09/2028-06 2028-06"),
    ("behind the end of a winter", "- 쉼터 운영('26. 11. ~ '27. 3.), 결과보고 4월", "2026-11/2027-03 2027-04"),
    ("at both ends of a winter", "- 축제('26. 11월 ~ '27. 2월) 개막식 12월, 폐막식 2월", "2026-11/2027-02 2026-12 2027-02"),
    ("a range behind a date of its line", "- '25. 12월 설계 완료, 3월 ~ '26. 10월 공사", "2025-12 2026-03/2026-10"),
    ("a range below a dated item", "- 2025. 12. : 설계 완료\n- 2월 ~ '26. 11월 : 공사", "2025-12 2026-02/2026-11"),
    ("what is built in a year told", "- '26. 10. 수요조사, '27년도 공사 착공(3월), 준공(10월)", "2026-10 2027 2027-03 2027-10"),
    ("what is paid in a year told", "- '24. 10. 공모 신청, 2025년도 사업비 교부 : 3월", "2024-10 2025 2025-03"),
    ("what ends in a year told", "- 3월 : 설계 착수, 2027년 준공(12월)", "2026-03 2027-12"),
    ("years with colons", "- '24년 : 계획 수립, '25년도 : 공사 착공, '26년도 : 준공", "2024 2025 2026"),
    ("below an item of a year", "○ 2027년\n - 3월 ~ '28. 2월 : 본공사", "2027-03/2028-02"),
    ("below an item of a period", "○ 2단계 : '27. 1. ~ '28. 12.\n - 보상 : 3월 ~ '27. 9월", "2027-01/2028-12 2027-03/2027-09"),
    ("things that were built in a year", "- 3월 : 2025년 준공시설 하자검사(~4월), 보수 6월", "2026-03 ../2026-04 2026-06"),
    ("things from before a year", "- 2009년 이전 사업 대상자 재조사 : 5월", "../2009 2026-05"),
    ("until before a day", "- 2026. 6. 30. 이전 사업 완료", "../2026-06-30"),
    ("a school term behind a date", "- 2026. 2월 2026학년도 1학기 교재 보급", "2026-02"),
    ("units of a cooperative", "- (2025년, 단위농협 협약 체결) 3월", "2025 2025-03"),
    ("from a day to a day", "- 신청 : 3. 5.부터 3. 20.까지", "2026-03-05/2026-03-20"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in NEIGHBOURS], ids=[row[0] for row in NEIGHBOURS]
)
def test_years_beside_other_dates(text: str, expected: str) -> None:
    found = extract_bytes(f"{PLAN}{text}\n".encode(), "report.txt").timeline
    assert [event.edtf for event in found] == expected.split()


TITLES = [
    ("2023-2024년 추진실적", "2024-10 2024-03"),
    ("2024~2025년 주요업무 추진실적 및 계획\n2025. 1.", "2024/2025 2024-10 2025-03"),
    ("인구정책 추진계획(2022~2026)\n2025년도 추진실적 보고", "2022/2026 2025-10 2025-03"),
    ("2023~2027 지역사회보장계획\n2025년 시행계획", "2023/2027 2024-10 2025-03"),
    ("제5기 지역사회보장계획(2023~2026)\n추진실적 보고", "2023/2026 2026-10 2026-03"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES, ids=[row[0][:14] for row in TITLES])
def test_years_of_a_title_over_years(title: str, expected: str) -> None:
    text = f"{title}\n\n1. 공원 정비\n□ 추진실적\n - 준공 : 10월\n□ 추진계획\n - 착공 : 3월\n"
    found = extract_bytes(text.encode(), "report.txt").timeline
    assert [event.edtf for event in found] == expected.split()


SECTIONS = [
    (
        "□ behind a letter that counts the items of □",
        "□ 추진실적\n 가. 추진경과\n  - 설계 : 3월\n□ 여건 변화\n - 보상 : 4월\n□ 건의사항\n - 예산 지원 : 12월\n",
        [("추진경과", "2025-03"), ("여건 변화", "2026-04"), ("건의사항", "2026-12")],
    ),
    (
        "□ 현황 below the first letter",
        "가. 추진배경\n□ 시설 노후 현황\n - 노후율 50%\n나. 추진실적\n□ 설계 용역\n - 착수 : 11월\n다. 추진계획\n□ 공사\n - 착공 : 3월\n",
        [("추진실적", "2025-11"), ("추진계획", "2026-03")],
    ),
    (
        "□ below a letter that name sections",
        "나. 추진상황\n□ 2025년 추진실적\n - 설계 : 3월\n□ 2026년 상반기 추진실적 및 하반기 추진계획\n - 착공 : 9월\n□ 향후 조치사항\n - 준공 : 11월\n",
        [
            ("2025년 추진실적", "2025-03"),
            ("2026년 상반기 추진실적 및 하반기 추진계획", "2026-09"),
            ("향후 조치사항", "2026-11"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SECTIONS], ids=[row[0] for row in SECTIONS]
)
def test_sections_and_letters(text: str, expected: list[tuple[str, str]]) -> None:
    found = extract_bytes(f"2026년 주요업무계획\n\n1. 정비\n{text}".encode(), "report.txt").timeline
    assert [(event.section, event.edtf) for event in found] == expected


def test_days_take_the_month_of_the_item_above() -> None:
    text = (
        "2025년 8월 월간 업무계획\n1. 감염병 예방\n○ 운영기간 : 2025. 5. ~ 9.\n○ 8월 계획\n"
        "- 4일(월) : 수질검사 결과 공개\n- 11일(월) ~ 22일(금) : 건강교육\n- 3일간 : 교육\n○ 기타\n- 5일(화) : 회의\n"
    )
    found = extract_bytes(text.encode(), "report.txt").timeline
    assert [(each.edtf, each.date_raw) for each in found if each.kind == "milestone"] == [
        ("2025-08-04", "4일(월)"),
        ("2025-08-11/2025-08-22", "11일(월) ~ 22일(금)"),
    ]
