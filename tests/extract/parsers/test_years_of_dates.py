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
