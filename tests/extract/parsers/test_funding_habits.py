"""Money of a report: habit of writing -> rows of funding. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.records import Funding


def funding(text: str) -> tuple[Funding, ...]:
    return extract_bytes(text.encode(), "report.txt").funding


TABLES = [
    (
        "the pages of a list are no money",
        "□ 총괄표\n(단위 : 백만원)\n연번\t사업명\t총사업비\t쪽\n1\t숲 조성\t500\t3\n2\t길 정비\t300\t5\n",
        [(None, "계", "budget", 500_000), (None, "계", "budget", 300_000)],
    ),
    (
        "given and spent till the day of the unit's line; 수당 under a head of budgets",
        "□ 집행현황\n(2025. 6월말 현재, 단위 : 천원)\n세부사업\t예산액\t집행액\n처우개선수당\t192,000\t93,000\n",
        [(2025, "계", "budget", 192_000), (2025, "계", "executed", 93_000)],
    ),
    (
        "a later investment of one year",
        "□ 투자계획 (단위 : 천원)\n구분\t기투자('24년까지)\t향후투자('26년)\n시비\t100\t200\n",
        [(None, "시비", "budget", 100), (2026, "시비", "budget", 200)],
    ),
    (
        "the budget as it stood, and as a supplementary one changes it",
        "2026년도 제1회 추가경정예산안\n□ 예산요구내역\t(단위 : 천원)\n구분\t기정예산액(A)\t추경예산액(B)\t증감(B-A)\n국비\t100\t80\t△20\n",
        [(2026, "국비", "budget", 100), (2026, "국비", "budget", 80), (2026, "국비", "증감", -20)],
    ),
    (
        "a payer that no list knows, where the total adds it up",
        "□ 투자계획 (단위 : 천원)\n구 분\t2025년\n계\t90\n국 비\t50\n시 비\t30\n동산시\t10\n",
        [
            (2025, "계", "budget", 90),
            (2025, "국비", "budget", 50),
            (2025, "시비", "budget", 30),
            (2025, "기타", "budget", 10),
        ],
    ),
    (
        "heads set apart by blanks, years with a blank inside",
        "□ 투자계획          (단위 : 백만원)\n   구   분       계        2024 년까지    2025 년\n   국   비     5,880        4,305        1,575\n   시   비     3,000        2,000        1,000\n",
        [
            (None, "국비", "budget", 5_880_000),
            (None, "국비", "budget", 4_305_000),
            (2025, "국비", "budget", 1_575_000),
            (None, "시비", "budget", 3_000_000),
            (None, "시비", "budget", 2_000_000),
            (2025, "시비", "budget", 1_000_000),
        ],
    ),
    (
        "items of expense called 수당 in a table called a budget",
        "□ 예산내역 (단위 : 천원)\n과     목\t2026년(A)\t2025년(B)\n강사수당\t96,000\t90,000\n",
        [(2026, "계", "budget", 96_000), (2025, "계", "budget", 90_000)],
    ),
    (
        "who pays in brackets; the whole cost is of no year, the rest of its title's",
        "□ 2026년 보조금 지원내역 (단위 : 천원)\n보조사업명\t총사업비\t보조금(시비)\t자부담\n악단 운영\t132\t120\t12\n",
        [(None, "계", "budget", 132), (2026, "시비", "budget", 120), (2026, "민간", "budget", 12)],
    ),
    (
        "a figure beside another one in brackets, where the head names both",
        "□ 결산현황 (단위 : 백만원)\n구분\t2022년 계획액(수정)\t2022년 집행액[실집행액]\n합계\t317,500 (31,800)\t341,802 [341,800]\n",
        [
            (2022, "계", "budget", 317_500_000),
            (2022, "계", "budget", 31_800_000),
            (2022, "계", "executed", 341_802_000),
            (2022, "계", "executed", 341_800_000),
        ],
    ),
    (
        "a figure beside another one in brackets that its head does not name",
        "□ 예산현황 (단위 : 백만원)\n구분\t2022년 예산액\t2022년 집행액(안)\n합계\t317,500 (31,800)\t341,802 (99.8%)\n",
        [(2022, "계", "budget", 317_500_000), (2022, "계", "executed", 341_802_000)],
    ),
    (
        "what the brackets of a head call a source",
        "□ 예산현황 (단위 : 백만원)\n사업명\t2025년 예산액(시비)\n도로 정비\t500 (200)\n",
        [(2025, "계", "budget", 500_000), (2025, "시비", "budget", 200_000)],
    ),
    (
        "a price times months is no amount; what it comes to is",
        "□ 예산 교부 (단위 : 천원)\n집행대상\t예산 교부내역\t예산액\n의장\t3,600,000원 × 12월\t43,200\n",
        [(None, "계", "budget", 43_200)],
    ),
    (
        "items of expense are no sources",
        "□ 지출계획 (단위 : 백만원)\n목명\t2023년\t2024년\n융자금\t467,600\t413,600\n",
        [(2023, "계", "budget", 467_600_000), (2024, "계", "budget", 413_600_000)],
    ),
    (
        "counts and money down the stub, the unit in the head of the row",
        "□ 추진실적 및 계획\n구분\t총계\t'24년\t'25년\n관로 개량(㎞)\t7.8\t2.4\t3.1\n사업비(백만원)\t800\t300\t500\n",
        [
            (None, "계", "budget", 800_000),
            (2024, "계", "budget", 300_000),
            (2025, "계", "budget", 500_000),
        ],
    ),
    (
        "two units in the caption: a row that counts holds no money",
        "□ 연도별 추진현황 (단위 : 개소, 천원)\n구 분\t2024년\t2025년\n설치개소\t8\t9\n사 업 비\t640,000\t720,000\n",
        [(2024, "계", "budget", 640_000), (2025, "계", "budget", 720_000)],
    ),
    (
        "a table of programmes under a headline is of its year",
        "□ 2024년 소요예산 : 300천원\n(단위 : 천원)\n재원별\t늘봄사업\t숲사업\n국비\t100\t50\n시비\t100\t50\n",
        [
            (2024, "국비", "budget", 100),
            (2024, "국비", "budget", 50),
            (2024, "시비", "budget", 100),
            (2024, "시비", "budget", 50),
        ],
    ),
    (
        "what is called a budget, whatever its rows are called",
        "[붙임 2]  과제별 예산\n\n(단위 : 억원, %)\n과 제\t'25년(A)\t'26년(B)\t%\n임업인 소득안전망 확충\t760\t815\t7.2\n",
        [(2025, "계", "budget", 76_000_000), (2026, "계", "budget", 81_500_000)],
    ),
    (
        "a row that counts, beside won",
        "□ 연차별 투자계획\n(단위: 교, 백만원)\n구분\t계\t2024년\n대상 학교 수\t26\t7\n소요 예산\t5,210\t1,380\n",
        [(None, "계", "budget", 5_210_000), (2024, "계", "budget", 1_380_000)],
    ),
    (
        "what is counted beside won",
        "□ 2024년 추진실적\n(단위 : 동, 천원)\n구 분\t목표\t실적\t사업비\n계\t154\t128\t876,000\n철거\t144\t121\t576,000\n",
        [(2024, "계", "budget", 876_000), (2024, "계", "budget", 576_000)],
    ),
    (
        "the whole cost under a headline is of no year",
        "□ 2024년 소요예산 : 300천원\n(단위 : 천원)\n재원별\t총사업비\n국비\t900\n시비\t600\n",
        [(None, "국비", "budget", 900), (None, "시비", "budget", 600)],
    ),
    (
        "cells that name 억 alone, years across",
        "□ 예술활동 지원\n구 분\t'24년\t'25년(계획)\n지원금\t75억\t85억\n선정건수\t705건\t730건\n",
        [(2024, "계", "budget", 7_500_000), (2025, "계", "budget", 8_500_000)],
    ),
    (
        "the unit of the cost above, whose figure the table repeats",
        "□ 사업개요\n○ 총사업비 : 31억원\n총사업비\t소계\t2025\t2026\t2027\n93\t93\t31\t31\t31\n",
        [
            (None, "계", "budget", 9_300_000),
            (None, "계", "budget", 9_300_000),
            (2025, "계", "budget", 3_100_000),
            (2026, "계", "budget", 3_100_000),
            (2027, "계", "budget", 3_100_000),
        ],
    ),
    (
        "sources across, years down, the unit above",
        "(단위: 백만원)\n구분\t계\t국비\t시비\n합계\t300\t150\t150\n2023년\t100\t50\t50\n2024년\t200\t100\t100\n",
        [
            (None, "계", "budget", 300_000),
            (None, "국비", "budget", 150_000),
            (None, "시비", "budget", 150_000),
            (2023, "계", "budget", 100_000),
            (2023, "국비", "budget", 50_000),
            (2023, "시비", "budget", 50_000),
            (2024, "계", "budget", 200_000),
            (2024, "국비", "budget", 100_000),
            (2024, "시비", "budget", 100_000),
        ],
    ),
    (
        "sources down, years across; before and after hold several years",
        (
            "□ 연도별 투자계획 (단위 : 천원)\n재원\t총사업비\t2023년까지\t2024년\t2025년 이후\n"
            "계\t1,000\t300\t400\t300\n국비\t1,000\t300\t400\t300\n"
        ),
        [
            (None, "계", "budget", 1_000),
            (None, "계", "budget", 300),
            (2024, "계", "budget", 400),
            (None, "계", "budget", 300),
            (None, "국비", "budget", 1_000),
            (None, "국비", "budget", 300),
            (2024, "국비", "budget", 400),
            (None, "국비", "budget", 300),
        ],
    ),
    (
        "a year with a remark heads its columns",
        (
            "○ 목별 계획 (단위 : 백만원)\n구분\t2022\t\t2023('22.12월말)\t\n\t계획현액\t집행액\t계획현액\t집행액\n"
            "합계\t349,300\t7,498\t489,100\t1,027\n"
        ),
        [
            (2022, "계", "budget", 349_300_000),
            (2022, "계", "executed", 7_498_000),
            (2023, "계", "budget", 489_100_000),
            (2023, "계", "executed", 1_027_000),
        ],
    ),
    (
        "the line of the unit names the year",
        "□ 예 산\n(기준 : '25년 본예산, 단위 : 백만원)\n구 분\t계\t주택과\n세 출\t427,058\t364,901\n",
        [(2025, "계", "budget", 427_058_000), (2025, "계", "budget", 364_901_000)],
    ),
    (
        "the line of the unit is that of a year",
        "□ 세부사업\n(2025년, 단위 : 백만원)\n사업명\t사업량\t사업비\n정화사업\t3,500톤\t5,240\n",
        [(2025, "계", "budget", 5_240_000)],
    ),
    (
        "the comparison is the rate that the unit speaks of",
        "□ 총괄표\n(단위 : 백만원, %)\n추진과제\t'26년 예산\t전년대비\n어구 관리\t24,150\t17.9\n수거 고도화\t53,400\t6.4\n",
        [(2026, "계", "budget", 24_150_000), (2026, "계", "budget", 53_400_000)],
    ),
    (
        "comparisons in per cent without a point, and those that are differences",
        "□ 예산\n(단위 : 백만원, %)\n구분\t2026년 예산\t전년대비\n계\t12,500\t104\n국비\t8,000\t108\n",
        [(2026, "계", "budget", 12_500_000), (2026, "국비", "budget", 8_000_000)],
    ),
    (
        "a row of budgets in a table of wages",
        "○ 생활임금 지급대상\n구 분\t2023년\t2024년\n인 원\t259명\t284명\n예 산\t376,884천원\t388,273천원\n",
        [(2023, "계", "budget", 376_884), (2024, "계", "budget", 388_273)],
    ),
    (
        "programmes as rows, the unit in the head, 예산 beside 집행, a rate",
        "□ 예산현황\n사업명\t예산액(백만원)\t집행액(백만원)\t집행률(%)\n공원 조성\t500\t300\t60.0\n도로 정비\t200\t200\t100.0\n",
        [
            (None, "계", "budget", 500_000),
            (None, "계", "executed", 300_000),
            (None, "계", "budget", 200_000),
            (None, "계", "executed", 200_000),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES]
)
def test_tables(text: str, expected: list[tuple[int | None, str, str, int]]) -> None:
    rows = [row for row in funding(text) if row.table]
    assert [
        (row.fiscal_year, row.source, row.measure, row.thousand_won) for row in rows
    ] == expected
    assert {row.kind for row in rows} == {"table"}


SHEETS = [
    (
        "a column reckons, another names the source",
        (
            "세부사업\t산출내역\t예산액(천원)\t재원\n운영비\t30교 × 50,000천원\t1,500,000\t국비\n"
            "연수\t2회 × 50,000천원\t100,000\t도비\n합계\t\t1,600,000\t\n"
        ),
        [("운영비", "국비", 1_500_000), ("연수", "도비", 100_000), ("", "계", 1_600_000)],
    ),
    (
        "a price that is multiplied is no sum",
        "□ 산출내역\n○ 방파제 축조 L=320m × 25백만원 = 8,000백만원\n",
        [("방파제 축조", "계", 8_000_000)],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SHEETS], ids=[row[0] for row in SHEETS]
)
def test_programmes_of_a_table(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert [(row.program, row.source, row.thousand_won) for row in funding(text)] == expected


MEASURES = [
    (
        "words that only name an amount say its measure",
        "□ 결산\n○ 하늘천 정비: 예산현액 12,500백만원 / 지출액 9,870백만원 / 잔액 130백만원\n",
        [("하늘천 정비", "budget"), ("하늘천 정비", "executed"), ("하늘천 정비", "balance")],
    ),
    (
        "columns set apart by blanks, a rule below their heads",
        (
            "□ 집행 현황 (단위: 백만원)\n\n  구  분     예산액     집행액    집행률\n  ------------------------\n"
            "  국  비      1,200      1,150     95.8\n  군  비        800        720     90.0\n"
        ),
        [("", "budget"), ("", "executed"), ("", "budget"), ("", "executed")],
    ),
    (
        "a unit does not reach into the next section",
        (
            "□ 예산 (단위: 백만원)\n구분 예산액 집행액 잔액\n국비 1,200 1,150 50\n군비 1,800 1,720 80\n"
            "□ 인원 현황\n구분 1분기 2분기 3분기\n방문 1,200 1,150 1,500\n상담 1,800 1,720 1,800\n"
        ),
        [("", measure) for measure in ("budget", "executed", "balance")] * 2,
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in MEASURES], ids=[row[0] for row in MEASURES]
)
def test_measures(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.program, row.measure) for row in funding(text)] == expected


YEARS_OF_ROWS = [
    (
        "years down, programmes beside them",
        (
            "(단위 : 천원)\n연도\t사업명\t보조금액\t집행액\n2023\t슬레이트 처리\t336,000\t330,120\n"
            "2024\t슬레이트 처리\t352,000\t351,800\n"
        ),
        [2023, 2023, 2024, 2024],
    ),
    (
        "a year that its column names without 년",
        "연번\t사업명\t총사업비(백만원)\t'25예산(백만원)\n1\t하늘교 재가설\t21,000\t6,400\n",
        [None, 2025],
    ),
]


@pytest.mark.parametrize(
    ("text", "years"), [row[1:] for row in YEARS_OF_ROWS], ids=[row[0] for row in YEARS_OF_ROWS]
)
def test_years_of_rows(text: str, years: list[int | None]) -> None:
    assert [row.fiscal_year for row in funding(text)] == years


PROGRAMMES = [
    (
        "the place in front of a total cost",
        "□ 사업개요\n- 솔빛동 9,220㎡, 총사업비 474억원\n",
        ["솔빛동 9,220㎡"],
    ),
    (
        "a count beside the amount",
        "○ 난방비 지원 : 21개 단지, 7,396세대, 4.83억원\n",
        ["난방비 지원"],
    ),
    ("a word in front of the amount", "□ 사업개요\n○ 사업비 : 마중물 500억원\n", ["마중물"]),
    ("a mark in front of the amount", "□ 추진상황\n○ 사업비 교부 ▹ 165백만원\n", ["사업비 교부"]),
    (
        "the reckoning in a drawn box",
        (
            "(단위 : 천원)\n┏━━━━━┯━━━━━┯━━━━━━━━━━━━━━━┓\n┃과 목│예 산 액│ 산 출 기 초 ┃\n┣━━━━━┿━━━━━┿━━━━━━━━━━━━━━━┫\n"
            "┃운영비│ 1,500│○ 안내 책자 발간 ┃\n┃ │ │ 5,000 X 300부 = 1,500 ┃\n┗━━━━━┷━━━━━┷━━━━━━━━━━━━━━━┛\n"
        ),
        ["운영비", "안내 책자 발간"],
    ),
    (
        "figures under a word of the first column: two rows of heads",
        "□ 현황 (단위 : 동 / 억원)\n계\t\t철거사업\t\n동수\t사업비\t철거동수\t사업비\n4,362\t447\t3,714\t325\n",
        ["", "철거사업"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in PROGRAMMES], ids=[row[0] for row in PROGRAMMES]
)
def test_programmes(text: str, expected: list[str]) -> None:
    assert [row.program for row in funding(text)] == expected


NO_MONEY = [
    ("words counted", "○ 20억 어절 규모의 말뭉치 구축\n"),
    ("an area", "○ 1,746천㎡ 조성\n"),
    ("people", "○ 참여 인원 3천명\n"),
    ("a table of people (명)", "구분\t계\t남\t여\n합계\t300\t150\t150\n2023년\t100\t50\t50\n"),
    ("a rate", "○ 집행률 98.5%\n"),
]


@pytest.mark.parametrize("text", [row[1] for row in NO_MONEY], ids=[row[0] for row in NO_MONEY])
def test_no_money(text: str) -> None:
    assert funding(text) == ()


TIERS = [
    ("서울특별시 금천구", "시·도비", "시비"),
    ("경기도 화성시", "시·군·구비", "시비"),
    ("전라남도 영암군", "시군비", "군비"),
    ("전라남도", "시군비", "지방비"),
    ("", "시·도비", "도비"),
    ("", "시군비", "지방비"),
]


@pytest.mark.parametrize(("body", "label", "source"), TIERS)
def test_a_source_that_joins_tiers_is_that_of_the_body_that_reports(
    body: str, label: str, source: str
) -> None:
    text = f"{body}\n2024년 사업계획\n□ 사업개요\n○ 사업비 : 300백만원(국비 200, {label} 100)\n"
    assert [row.source for row in funding(text)] == ["계", "국비", source]
