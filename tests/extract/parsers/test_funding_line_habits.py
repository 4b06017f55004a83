"""Money in lines: habit of writing -> rows of funding. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.records import Funding


def funding(text: str) -> tuple[Funding, ...]:
    return extract_bytes(text.encode(), "report.txt").funding


LINES = [
    (
        "a total cost and its split: the unit stands once",
        "□ 사업개요\n○ 사 업 비 : 3,500백만원(국비 1,750 / 시비 1,050 / 구비 700)\n",
        [
            ("total_cost", None, "계", 3_500_000),
            ("total_cost", None, "국비", 1_750_000),
            ("total_cost", None, "시비", 1_050_000),
            ("total_cost", None, "구비", 700_000),
        ],
    ),
    (
        "all of it from one source",
        "□ 소요예산 : 2,000천원(전액 구비)\n",
        [("total_cost", None, "계", 2_000), ("total_cost", None, "구비", 2_000)],
    ),
    (
        "the headline names its year",
        "□ 2024년 소요예산 : 101,635천원\n",
        [("headline", 2024, "계", 101_635)],
    ),
    (
        "a headline of a year that is only counted",
        "□ 1차년도 소요예산 : 420백만원\n",
        [("headline", None, "계", 420_000)],
    ),
    (
        "what a headline is divided into is of its year; other lists and notes below it are not",
        (
            "□ 2024년 소요예산 : 101,635천원\n- 공공근로사업 : 100,000천원\n- 총사업비 : 900,000천원\n"
            "- 2023년까지 : 5,000천원\n▶ 연계사업 : 8건 30백만원\n※ 예비비 1,635천원\n"
        ),
        [
            ("headline", 2024, "계", 101_635),
            ("statement", 2024, "계", 100_000),
            ("statement", None, "계", 900_000),
            ("statement", None, "계", 5_000),
            ("statement", None, "계", 30_000),
            ("statement", None, "계", 1_635),
        ],
    ),
    (
        "a headline that is an item",
        "1. 늘봄숲 조성\n□ 사업개요\n○ 사업기간 : 2024년\n□ 향후계획\n○ 2024년 예산 : 272,000천원(전액 군비)\n",
        [("headline", 2024, "계", 272_000), ("headline", 2024, "군비", 272_000)],
    ),
    (
        "an amount of several years",
        "※ 2023년까지 350백만원\n",
        [("statement", None, "계", 350_000)],
    ),
    (
        "the fiscal year opens the bracket of the split",
        "□ 사업개요\n○ 사 업 비 : 1,000백만원('25년, 시 500, 구 500)\n",
        [
            ("total_cost", 2025, "계", 1_000_000),
            ("total_cost", 2025, "시비", 500_000),
            ("total_cost", 2025, "구비", 500_000),
        ],
    ),
    (
        "a share that includes a cost goes on with the split",
        "□ 사업개요\n○ 총사업비 : 3,509백만원【국비 546, 시비 2,146(보상비 540 포함), 민간 817】\n",
        [
            ("total_cost", None, "계", 3_509_000),
            ("total_cost", None, "국비", 546_000),
            ("total_cost", None, "시비", 2_146_000),
            ("statement", None, "계", 540_000),
            ("total_cost", None, "민간", 817_000),
        ],
    ),
    (
        "the total cost without a colon, of the whole and of a place",
        (
            "□ 새마을 사업개요\n○ 공모결과 : 3곳 선정 ※ 총사업비 982억(국비 404억)\n"
            "- (솔빛구) 솔빛동 9,220㎡, 총사업비 474억(국비 154억)\n"
        ),
        [
            ("total_cost", None, "계", 98_200_000),
            ("total_cost", None, "국비", 40_400_000),
            ("total_cost", None, "계", 47_400_000),
            ("total_cost", None, "국비", 15_400_000),
        ],
    ),
    (
        "a part of the cost, and the whole below it",
        "□ 사업개요\n○ 사 업 비 : 마중물 500억원\n▷ 총 1,876억원(마중물 500, 민간 1,376)\n",
        [
            ("total_cost", None, "계", 50_000_000),
            ("total_cost", None, "계", 187_600_000),
            ("statement", None, "계", 50_000_000),
            ("total_cost", None, "민간", 137_600_000),
        ],
    ),
    (
        "the source in front of the bracket",
        "□ 사업개요\n○ 사 업 비 : 10억원  *구비(4억원) 별도\n",
        [("total_cost", None, "계", 1_000_000), ("statement", None, "구비", 400_000)],
    ),
    (
        "a letter-spaced label in brackets",
        "□ 포럼개요\n○ (사 업 비) 20백만원(시비)\n",
        [("total_cost", None, "시비", 20_000)],
    ),
    (
        "the price of a study",
        "□ 용역개요\n○ 용 역 비 : 83백만원\n",
        [("total_cost", None, "계", 83_000)],
    ),
    (
        "an amount with a label of its own is not of the line's year",
        "※ 2025년 운용계획 : 73백만원, 지난해 보유현황 : 204백만원\n",
        [("statement", 2025, "계", 73_000), ("statement", None, "계", 204_000)],
    ),
    ("a note of one year", "※ 2023년 350백만원\n", [("statement", 2023, "계", 350_000)]),
    ("집행예산 is planned", "□ 집행예산 : 131,200천원\n", [("total_cost", None, "계", 131_200)]),
    (
        "a label in brackets",
        "□ 사업개요\n○ (소요예산) 총 24억원(국비 12억원, 도비 12억원)\n",
        [
            ("total_cost", None, "계", 2_400_000),
            ("total_cost", None, "국비", 1_200_000),
            ("total_cost", None, "도비", 1_200_000),
        ],
    ),
    (
        "a rate in front of each share",
        "□ 사업개요\n○ 사 업 비 : 1,000백만원[국비 70%(700), 시비 30%(300)]\n",
        [
            ("total_cost", None, "계", 1_000_000),
            ("total_cost", None, "국비", 700_000),
            ("total_cost", None, "시비", 300_000),
        ],
    ),
    (
        "the bill behind an arrow is the headline",
        "□ 소요예산 : '25 본예산 1,234 → '26안 1,456억원\n",
        [("headline", 2026, "계", 145_600_000)],
    ),
    (
        "the budget of a school year, paid by the school board's own account",
        "□ 2026학년도 소요예산 : 1,274,000천원(교육비특별회계 1,124,000 시비 150,000)\n",
        [
            ("headline", 2026, "계", 1_274_000),
            ("headline", 2026, "기타", 1_124_000),
            ("headline", 2026, "시비", 150_000),
        ],
    ),
    (
        "shares of the cost in a line of their own",
        "□ 사업개요\n○ 총사업비 : 24,800백만원\n - 국비 9,360백만원, 주택도시기금 6,240백만원\n",
        [
            ("total_cost", None, "계", 24_800_000),
            ("total_cost", None, "국비", 9_360_000),
            ("total_cost", None, "기금", 6_240_000),
        ],
    ),
    (
        "the budget of a programme that runs within one year",
        "□ 추진계획\n○ 공동체 일자리\n - 기 간 : ’20. 2. ~ 11.\n - 규 모 : 42명\n - 예 산 : 278,410천원(국 138,005 시 140,405)\n",
        [
            ("statement", 2020, "계", 278_410),
            ("statement", 2020, "국비", 138_005),
            ("statement", 2020, "시비", 140_405),
        ],
    ),
    (
        "예산 in an overview is no total cost, and says no year",
        "□ 사업개요\n○ 기 간 : '24. 2. ~ 10.\n○ 예 산 : 345,600천원(시비 172,800, 구비 172,800)\n",
        [
            ("statement", None, "계", 345_600),
            ("statement", None, "시비", 172_800),
            ("statement", None, "구비", 172_800),
        ],
    ),
    (
        "the budget of one that runs on",
        "□ 추진계획\n○ 공동체 일자리\n - 기 간 : 2020. 2. ~ 2021. 1.\n - 예 산 : 278,410천원\n○ 상담\n - 기간 : 2020. 2. ~\n - 예산 : 3천원\n",
        [("statement", None, "계", 278_410), ("statement", None, "계", 3)],
    ),
    (
        "a label without a colon",
        "□ 사업개요\n○ 사업비  32,000백만원\n",
        [("total_cost", None, "계", 32_000_000)],
    ),
    (
        "the cost of research",
        "□ 과제개요\n○ 연 구 비 : 총 660백만원(도비 510, 민자 150)\n□ '26년 연구비 : 240백만원(도비 185, 민자 55)\n",
        [
            ("total_cost", None, "계", 660_000),
            ("total_cost", None, "도비", 510_000),
            ("total_cost", None, "민간", 150_000),
            ("headline", 2026, "계", 240_000),
            ("headline", 2026, "도비", 185_000),
            ("headline", 2026, "민간", 55_000),
        ],
    ),
    (
        "bonds and the body's own money",
        "□ 사업개요\n○ 총사업비 : 1,862억원(공사채 900, 자체자금 962)\n",
        [
            ("total_cost", None, "계", 186_200_000),
            ("total_cost", None, "기타", 90_000_000),
            ("total_cost", None, "기타", 96_200_000),
        ],
    ),
    (
        "the year of the supplementary budget that fills a gap",
        "□ 소요예산\n※ 2025년 제1회 추경 시 부족분 2,100백만원 추가 확보 예정\n",
        [("statement", 2025, "계", 2_100_000)],
    ),
    (
        "the cost that shares its label with the period",
        "□ 사업개요\n○ 사업기간/사업비 : 2022. ~ 2026. / 312억원(국비 94, 시비 218)\n",
        [
            ("total_cost", None, "계", 31_200_000),
            ("total_cost", None, "국비", 9_400_000),
            ("total_cost", None, "시비", 21_800_000),
        ],
    ),
    (
        "this year's budget behind the whole cost",
        "□ 사업개요\n○ 사 업 비 : 465백만원(국비 200, 시비 265) / 2025년 예산 : 82백만원\n",
        [
            ("total_cost", None, "계", 465_000),
            ("total_cost", None, "국비", 200_000),
            ("total_cost", None, "시비", 265_000),
            ("headline", 2025, "계", 82_000),
        ],
    ),
    (
        "this year's budget in brackets behind the whole cost is not the year of the whole",
        "□ 사업개요\n○ 사 업 비 : 60억원 (2025년 예산 : 20억원)\n",
        [("total_cost", None, "계", 6_000_000), ("headline", 2025, "계", 2_000_000)],
    ),
    (
        "this year's budget as a remark behind the period",
        "□ 사업개요\n○ 사업기간 : 2024. 1. ~ 2027. 12. ※ 2025년 예산 : 20억원\n",
        [("headline", 2025, "계", 2_000_000)],
    ),
    (
        "shares behind the whole, each with its unit",
        "□ 사업개요\n○ 사업비 : 계 126억원, 국비 50억원, 시비 76억원\n",
        [
            ("total_cost", None, "계", 12_600_000),
            ("total_cost", None, "국비", 5_000_000),
            ("total_cost", None, "시비", 7_600_000),
        ],
    ),
    (
        "the one year of a budget behind its label",
        "□ 추진계획\n○ 소요예산 : '26년 3,460백만원(일반회계)\n",
        [("headline", 2026, "계", 3_460_000)],
    ),
    (
        "all of it from one source, without brackets",
        "□ 사업개요\n○ 예 산 액 : '25년 548백만원 → '26년 576백만원, 전액 국비\n",
        [
            ("statement", 2025, "계", 548_000),
            ("statement", 2026, "계", 576_000),
            ("statement", 2026, "국비", 576_000),
        ],
    ),
    (
        "사업비 is the whole cost of a programme, among the plans too",
        "□ 청년예술인 창작활동 지원\n○ 사 업 비 : 18억원\n□ 추진계획\n○ 총사업비 : 2억원\n",
        [("total_cost", None, "계", 1_800_000), ("total_cost", None, "계", 200_000)],
    ),
    (
        "a change whose first figure leaves the unit to the second",
        "□ 추진계획\n○ 수집 지원 확대('25년 56 → '26년 64억원)\n",
        [("statement", 2025, "계", 5_600_000), ("statement", 2026, "계", 6_400_000)],
    ),
    (
        "a basis of calculation under its year",
        "□ 2026년도 산출근거\n○ 신규 대출 : 200개 경영체 × 150백만원 = 30,000백만원\n",
        [("statement", 2026, "계", 30_000_000)],
    ),
    (
        "hundreds of millions",
        "□ 사업개요\n○ 총사업비 : 1조 2,300억원\n",
        [("total_cost", None, "계", 1_230_000_000)],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES]
)
def test_lines(text: str, expected: list[tuple[str, int | None, str, int]]) -> None:
    rows = funding(text)
    assert [(row.kind, row.fiscal_year, row.source, row.thousand_won) for row in rows] == expected
    assert {row.measure for row in rows} == {"budget"}


def test_settled_accounts_tell_what_was_spent() -> None:
    rows = funding("□ 최근 3년간 결산 내역\n○ ('22) 3,120백만원 → ('23) 5,045백만원\n")
    assert [(row.measure, row.fiscal_year) for row in rows] == [
        ("executed", 2022),
        ("executed", 2023),
    ]


def test_what_was_spent_as_of_a_day() -> None:
    rows = funding("□ 추진상황\n○ 예산집행 : 864백만 원('25. 6월 말 현재, 집행률 36.0%)\n")
    assert [(row.measure, row.fiscal_year) for row in rows] == [("executed", 2025)]


def test_what_is_spent_of_a_budget() -> None:
    rows = funding("※ 2024년 예산 580,000천원 중 571,340천원 집행(집행률 98.5%)\n")
    assert [(row.measure, row.fiscal_year, row.thousand_won) for row in rows] == [
        ("budget", 2024, 580_000),
        ("executed", 2024, 571_340),
    ]


def test_what_was_spent_of_one_year_says_nothing_of_the_next() -> None:
    rows = funding("□ 사업개요\n※ '25년 120백만원 집행, '26년 1,740백만원 편성\n")
    assert [(row.fiscal_year, row.measure) for row in rows] == [
        (2025, "executed"),
        (2026, "budget"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "○ 사업비 : 60억원(2026년 20억원)",
        "○ 사업비 : 60억원('25년까지 30억원, '26년 20억원, '27년 이후 10억원)",
        "○ 사업비 : 60억원(기투자 30억원, 2026년 20억원, 향후 10억원)",
        "○ 사업기간 : 2025. 1. ~ 2027. 12. ※ 2026년 예산 20억원",
        "○ 사업규모 : 1,200㎡, 2026년 예산 20억원",
    ],
)
def test_a_figure_a_time_or_another_label_is_no_programme(line: str) -> None:
    assert {row.program for row in funding(f"□ 사업개요\n{line}\n")} == {""}


ANNOUNCED = """□ 추진계획
▶ 2026년 소요예산(안) 세부내역
- 시 추진 : 부지 매입 120백만원, 센터 운영 28백만원
▶ 연계사업 : 2건 30백만원
- 특화상권 활성화(20백만원), 경관 개선(10백만원)
"""


def test_a_list_of_costs_is_of_the_year_that_is_announced_above_it() -> None:
    assert [row.fiscal_year for row in funding(ANNOUNCED)] == [2026, 2026, None, None, None]


def test_a_note_may_announce_the_year_of_headings_with_sums() -> None:
    rows = funding(
        "※ 2026년 예산 세부 내역\n□ 평가체계 운영 : 20억원\nㅇ 시스템 개발 : 5억원\n□ 현황\nㅇ 장비 : 3억원\n"
    )
    assert [row.fiscal_year for row in rows] == [2026, 2026, None]
