"""Finding dates in lines of reports: all of them, at their places, and nothing else."""

import time
from itertools import pairwise

import pytest

from normalize.dates import explain_dates, find_dates, scan_dates

LINES: list[tuple[str, list[tuple[str, str]]]] = [
    (" - 2019.07.17. : 도시재생지원센터 개소식", [("2019.07.17.", "2019-07-17")]),
    (
        "- 세부운영계획 수립('20.01), 포럼구성을 위한 간담회('20.02) 등 추진",
        [("'20.01", "2020-01"), ("'20.02", "2020-02")],
    ),
    (
        "보상 완료(’24.9.), 건축물해체공사 착공(’24.12.)",
        [("’24.9.", "2024-09"), ("’24.12.", "2024-12")],
    ),
    (
        "우시장 주변 물청소 지원(3~4월, 11월 월1회)",
        [("3~4월", "2020-03/2020-04"), ("11월", "2020-11")],
    ),
    ("협의회 2회(07.30 / 11.18) 개최", [("07.30", "2020-07-30"), ("11.18", "2020-11-18")]),
    ("1기(08.27~09.24) : 연인원 261명", [("08.27~09.24", "2020-08-27/2020-09-24")]),
    ("- 사업기간 : 2019.01 ~ 지속 추진", [("2019.01 ~ 지속 추진", "2019-01/..")]),
    (
        "모집기간 : 2019. 12. ~ 2020. 1.(상반기) / 2020. 5. ~ 6.(하반기)",
        [("2019. 12. ~ 2020. 1.", "2019-12/2020-01"), ("2020. 5. ~ 6.", "2020-05/2020-06")],
    ),
    ("(기준일 : '19. 10월말)", [("'19. 10월말", "2019-10-31")]),
    ("2018년 350백만원, 2019년 간주예산 3,335백만원, '20년 본격 시행", [("'20년", "2020")]),
    (
        "구 분\t2018년\t2019년(10월말 기준)",
        [("2018년", "2018"), ("2019년", "2019"), ("10월말", "2019-10-31")],
    ),
    (
        "사업기간\t2019. 3. 4. ~ 2019. 12. 20.\t2019. 1. 10. ~ 12. 20.",
        [
            ("2019. 3. 4. ~ 2019. 12. 20.", "2019-03-04/2019-12-20"),
            ("2019. 1. 10. ~ 12. 20.", "2019-01-10/2019-12-20"),
        ],
    ),
    ("ㅇ‘25. 11. ~ ‘26. 5. : 전시", [("‘25. 11. ~ ‘26. 5.", "2025-11/2026-05")]),
    ("- 2020.상반기 : 기반시설", [("2020.상반기", "2020-40")]),
    ("설계결과에 따라 연내 공사 발주", [("연내", "../2020")]),
    ("중간보고(2024. 12. 13(수))", [("2024. 12. 13(수)", "2024-12-13")]),
    ("외부공간 조성공사를 '20년 말까지 추진", [("'20년 말까지", "../2020-12-31")]),
    ("정규과정 운영(반기 1회)", []),
]
QUIET = [
    "취업률 10.9%, 예산 2.9억원",
    "제4조제1항제2호",
    "5·18민주화운동",
    "4.19혁명",
    "3.1절",
    "☎ 2133-4317",
    "02-2133-2019",
    "독산동1136일대",
    "고시 제2026-189호",
    "공고 제2019-03호",
    "ver 2.1.3",
    "1. 일반사업",
    "2~3개소",
    "14.5m(2.9m × 5m)",
    "50~300인",
    "주 52시간",
    "24시간(8시간*3일)",
    "3유형",
    "2018년 350백만원",
    "2020년 소요예산 : 101,635천원",
    "2019. 2. 30.",
    "2019.13.",
    "1:1 멘토링",
    "시흥대로73길 67",
    "(3년)",
    "'10월",
    "2019년 2020년 2021년",
    "관리규약 준칙’ 15차 개정",
    "12,500백만원(국비 5,000/ 시비 6,750)",
    "국ㆍ시비 (7:3)",
    "1.5배",
    "민원 2,019건",
]


@pytest.mark.parametrize(("line", "dates"), LINES)
def test_dates_are_found_at_their_places(line: str, dates: list[tuple[str, str]]) -> None:
    found = [value for reading in find_dates(line, year=2020) for value in reading.values]
    assert dates == [(line[slice(*value.span)], value.edtf) for value in found]


@pytest.mark.parametrize("line", QUIET)
def test_look_alikes_are_left_alone(line: str) -> None:
    assert [value for reading in find_dates(line, year=2020) for value in reading.values] == []


def test_spans_of_the_scan_do_not_overlap() -> None:
    spans = scan_dates("'20. 1. ~ 3., 5월, 2019. 3. 4.(월) 연 2회 상·하반기 2020년")
    assert all(before[1] <= behind[0] for before, behind in pairwise(spans))


def test_the_explanation_names_rule_tokens_and_refusals() -> None:
    text = explain_dates("2020. 1. ~ 3. (2019. 2. 30.)")
    assert text.splitlines() == [
        "0-13 '2020. 1. ~ 3.' [Y.N.~N.] range -> 2020-01/2020-03",
        "15-27 '2019. 2. 30.' [Y.N.N.] refused",
    ]


@pytest.mark.slow
def test_scanning_a_large_text_takes_one_pass() -> None:
    text = (
        " - 2019.03.~06. : 센터 공간 조성 및 인력채용 등 운영체계 구축 1,242명 34.4% 추진\n"
        * 100_000
    )
    begin = time.process_time()
    found = find_dates(text)
    assert len(found) == 100_000
    assert time.process_time() - begin < 8
