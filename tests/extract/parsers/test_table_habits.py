"""Tables of budgets by item, of months and of days: habit of writing -> records. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.report import Report

HEAD = "2025년 주요업무계획\n\n1. 늘봄 축제\n□ 사업개요\n○ 사업기간 : 2025. 1. ~ 12.\n"


def report(text: str) -> Report:
    return extract_bytes((HEAD + text).encode(), "report.txt")


AMOUNTS = [
    (
        "items with their basis: 수당 and 요금 are items of the budget",
        ("□ 2025년 소요예산 : 430백만원\n구 분\t산출내역\t금액(천원)\n합 계\t\t430,000\n무대 설치\t공연장 등 4개 무대\t300,000\n"
        "체험부스\t체험부스 54개소\t100,000\n위원회 운영\t회의수당, 활동비\t30,000\n"),
        [("", 430_000), ("무대 설치", 300_000), ("체험부스", 100_000), ("위원회 운영", 30_000)],
    ),
    (
        "fares and rates of help beside a budget",
        "구 분\t지원기준\t인원(천명)\t2025년 예산(백만원)\n계\t\t905\t17\n섬 주민\t시내버스 요금 수준\t240\t6\n시민\t정규운임의 80%\t465\t11\n",
        [("", 17_000), ("섬 주민 시내버스 요금 수준", 6_000), ("시민 정규운임의 80%", 11_000)],
    ),
    (
        "kinds of cost across",
        "□ 2025년 소요예산\n구 분\t계\t시설비\t감리비\t시설부대비\n금액(백만원)\t450\t418\t29\t3\n",
        [("", 450_000), ("시설비", 418_000), ("감리비", 29_000), ("시설부대비", 3_000)],
    ),
    (
        "how much is done beside what it costs",
        "□ 2025년 소요예산\n(단위 : 개소, 백만원)\n사업명\t사업량\t계\t도비\n계\t46\t342\t342\n고온 피해경감 시범\t18\t144\t144\n",
        [("", 342_000), ("", 342_000), ("고온 피해경감 시범", 144_000), ("고온 피해경감 시범", 144_000)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"), [row[1:] for row in AMOUNTS], ids=[row[0] for row in AMOUNTS]
)
def test_amounts(text: str, wanted: list[tuple[str, int]]) -> None:
    found = [each for each in report(text).funding if each.kind == "table"]
    assert [(each.program, each.won // 1000) for each in found] == wanted
    assert {(each.fiscal_year, each.measure) for each in found} == {(2025, "budget")}


def test_a_table_beside_a_label_over_its_rows_in_a_form_of_text() -> None:
    form = (
        "2025년 현안사업\n\n현안 1\n사 업 명\t하수도 정비사업\n위    치\t노암리\n사업기간\t2020. ~ 2025.\n사 업 비\t16,200백만원(기금 11,340, 군비 4,860)\n"
        "2025년 소요예산\t1,000백만원(군비 1,000)\n지구별현황\t지구명\t사업량\t사업비(백만원)\t사업기간\n\t노암\t관로 L=6.2㎞\t6,840\t2020 ~ 2023\n"
        "\t서촌\t관로 L=5.4㎞\t5,120\t2021 ~ 2024\n추진상황\t◦ '21. 5. : 노암지구 착공\n"
    )
    told = extract_bytes(form.encode(), "report.txt")
    assert [each.name for each in told.projects] == ["하수도 정비사업"]
    assert told.projects[0].budget == 1_000_000_000
    assert [(each.text, each.edtf) for each in told.timeline] == [
        ("사업기간", "2020/2025"),
        ("노암 사업기간", "2020/2023"),
        ("서촌 사업기간", "2021/2024"),
        ("노암지구 착공", "2021-05"),
    ]


def test_an_event_of_a_calendar_is_on_the_line_of_its_row() -> None:
    told = report("□ 추진일정\n추진내용\t1월\t2월\t3월\n설계\t■\t■\t\n심의\t\t\t■\n")
    events = told.timeline[1:]
    assert [(each.text, each.edtf) for each in events] == [
        ("설계", "2025-01/2025-02"),
        ("심의", "2025-03"),
    ]
    rows = [told.document.line(each.row or 0) for each in events]
    assert [told.document.text.split("\n")[row - 1][:2] for row in rows] == ["설계", "심의"]
    assert [each.date_raw for each in events] == ["1월\t2월", "3월"]


def test_months_below_a_head_that_says_so() -> None:
    told = report(
        "□ 추진일정\n추진내용\t추진일정(월)" + "\t" * 11 + "\n\t" + "\t".join(map(str, range(1, 13)))
        + "\n계획 수립\t●\t●" + "\t" * 10 + "\n정산" + "\t" * 12 + "●\n"
    )  # fmt: skip
    assert [(each.text, each.edtf) for each in told.timeline[1:]] == [
        ("계획 수립", "2025-01/2025-02"),
        ("정산", "2025-12"),
    ]


def test_rows_that_begin_with_a_mark_and_a_date() -> None:
    told = report(
        "□ 추진경위\n ❍ 2023. 11.\t안전진단 실시\n ❍ 2024. 8. 30.\t2025년 국고보조사업 선정\n"
    )
    assert [(each.kind, each.edtf, each.text) for each in told.timeline[1:]] == [
        ("milestone", "2023-11", "안전진단 실시"),
        ("milestone", "2024-08-30", "2025년 국고보조사업 선정"),
    ]


def test_how_often_stands_before_the_months_of_a_schedule() -> None:
    told = report(
        "□ 추진일정\n추진 내용\t추진 시기\n계획 수립\t1월\n만족도 조사\t연 2회(6월, 11월)\n"
    )
    assert [(each.kind, each.edtf, each.text) for each in told.timeline[1:]] == [
        ("milestone", "2025-01", "계획 수립"),
        ("milestone", "2025-06", "만족도 조사"),
        ("milestone", "2025-11", "만족도 조사"),
    ]


def test_years_without_a_mark_under_their_head() -> None:
    told = report(
        "□ 연차별 추진계획\n연도\t추진내용\n2023\t설계공모\n2024\t준공(11월) 및 개방\n2025\t15동\n"
        "□ 결산\n연도\t예산액\n2023\t100\n2024\t200\n"
    )
    assert [(each.kind, each.edtf, each.text) for each in told.timeline[1:]] == [
        ("milestone", "2023", "설계공모"),
        ("milestone", "2024", "준공(11월) 및 개방"),
        ("inline", "2024-11", "준공"),
    ]


DAYS = [
    ("3. 20.까지", "../2025-03-20"),
    ("3. 21. 까지", "../2025-03-21"),
    ("4. 11. ~ 4. 13.", "2025-04-11/2025-04-13"),
    ("4. 11. ~ 13.", "2025-04-11/2025-04-13"),
    ("5. 2. ~", "2025-05-02/.."),
]


@pytest.mark.parametrize(("printed", "edtf"), DAYS)
def test_days_without_a_year_in_a_column_of_dates(printed: str, edtf: str) -> None:
    events = report(
        f"□ 향후계획\n시 기\t추진내용\t비고\n{printed}\t계획 심의\t안전과\n5월 말\t축제 평가\t\n"
    ).timeline
    assert [(each.kind, each.edtf, each.text) for each in events[1:2]] == [
        ("milestone", edtf, "계획 심의")
    ]


COUNTS = [
    ("- 소통협의회 2회(07.30 / 11.18) 개최", ["milestone", "milestone"]),
    ("- 위원회 개최 : 2회(7. 30. / 11. 18.)", ["inline", "inline"]),
    ("- 동계 지도(1. 13. ~ 3. 21.), 정기예찰 2회(5월, 7월)", ["inline", "inline", "inline"]),
    ("- 1기(4. 7. ~ 5. 16.) : 62명", ["milestone"]),
    ("- (상반기) 수요조사 및 협약 체결", ["milestone"]),
    ("- 2024. 11. ~ 현재  기본계획 수립 용역 시행 중", ["milestone"]),
]


@pytest.mark.parametrize(("line", "kinds"), COUNTS)
def test_dates_behind_a_count(line: str, kinds: list[str]) -> None:
    assert [
        each.kind for each in report(f"□ 추진실적\n○ 주요 추진사항\n  {line}\n").timeline[1:]
    ] == kinds


def test_a_period_may_end_on_the_next_line() -> None:
    told = extract_bytes(
        "□ 사업개요\n기간:2026.1.1.~\n2030.12.31.\n".encode(), "report.txt"
    ).timeline
    assert [(each.kind, each.edtf) for each in told] == [("period", "2026-01-01/2030-12-31")]


def test_spending_is_of_the_year_of_its_results() -> None:
    told = report(
        "□ 2024년 추진실적\n○ 예산집행 : 예산액 550백만원 중 538백만원 집행\n조 사 명\t발간\t집행액(백만원)\n마을조사\t1권\t52\n음식조사\t1권\t34\n"
    ).funding
    assert [(each.fiscal_year, each.measure) for each in told] == [
        (2024, "budget"),
        (2024, "executed"),
        (2024, "executed"),
        (2024, "executed"),
    ]


def test_a_head_cell_may_go_on_on_the_next_line() -> None:
    told = extract_bytes(
        "2025년 주요업무\n연번\t사업명\t총사업비\n(백만원)\t쪽\n1\t달빛골 정비\t24,860\t1\n2\t새터 조성\t31,200\t3\n".encode(),
        "report.txt",
    ).tables
    assert [cell.text for cell in told[0].cells if cell.row == 0] == [
        "연번",
        "사업명",
        "총사업비 (백만원)",
        "쪽",
    ]


SEPARATED = [
    "[’25. 3.] 설계 착수",
    "’25. 3. - 설계 착수",
    "’25. 3. → 설계 착수",
    "’25. 3. / 설계 착수",
    "설계 착수 / ’25. 3.",
    "설계 착수, ’25. 3.",
    "설계 착수 - ’25. 3.",
]


@pytest.mark.parametrize("line", SEPARATED)
def test_a_stroke_between_a_date_and_its_words(line: str) -> None:
    events = report(f"□ 추진계획\n○ {line}\n").timeline[1:]
    assert [(each.edtf, each.text) for each in events] == [("2025-03", "설계 착수")]


MARKS = ["●", "○", "■", "◎", "→", "★", "V", "√", "o", "━", "▶"]


@pytest.mark.parametrize("mark", MARKS)
def test_marks_of_a_calendar(mark: str) -> None:
    told = report(f"□ 추진일정\n추진내용\t1월\t2월\t3월\n설계\t\t{mark}\t\n심의\t\t\t{mark}\n")
    assert [(each.text, each.edtf) for each in told.timeline[1:]] == [
        ("설계", "2025-02"),
        ("심의", "2025-03"),
    ]


YEARS = [("24년", "25년"), ("2024", "2025"), ("’24", "’25"), ("2024년(기투자)", "2025년(안)")]


@pytest.mark.parametrize("years", YEARS)
def test_years_and_shares_in_the_heads_of_a_budget(years: tuple[str, str]) -> None:
    told = report(
        f"□ 투자계획 (단위 : 백만원)\n구분\t{years[0]}\t{years[1]}\n계\t20\t30\n국비(50%)\t10\t15\n시비(50%)\t10\t15\n"
    ).funding
    assert [(each.source, each.fiscal_year, each.won // 10**6) for each in told] == [
        ("계", 2024, 20),
        ("계", 2025, 30),
        ("국비", 2024, 10),
        ("국비", 2025, 15),
        ("시비", 2024, 10),
        ("시비", 2025, 15),
    ]
