"""Tables of text whose cells stand on several lines, or that have no heads. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.report import Report

HEAD = "2025년 상반기 추진상황\n2025. 7.\n교통국\n1. 달빛골 정비\n□ 사업개요\n○ 사업기간 : 2023. 4. ~ 2026. 12.\n"


def report(text: str) -> Report:
    return extract_bytes((HEAD + text).encode(), "report.txt")


AMOUNTS = [
    (
        "heads that go on on the next line",
        "구 분\t총사업비\t기투자\n(’24년까지)\t2025년\t\t\t2026년\n\t\t\t계 획\t집 행\n(6월 말)\t집행률\t\n국 비\t1,000\t500\t300\t120\t40.0\t200\n",
        [
            (None, "budget", 1000),
            (None, "budget", 500),
            (2025, "budget", 300),
            (2025, "executed", 120),
            (2026, "budget", 200),
        ],
    ),
    (
        "the last head on two lines",
        "구 분\t총사업비\t2025년\t\t2027년\n이후\n\t\t계획\t집행\t\n국비\t1,000\t300\t120\t700\n",
        [(None, "budget", 1000), (2025, "budget", 300), (2025, "executed", 120), (None, "budget", 700)],
    ),
    (
        "rows that only lack their last cell",
        "구 분\t2025년\t비고\n국비\t300\n국비\t400\n",
        [(2025, "budget", 300), (2025, "budget", 400)],
    ),
    (
        "shares in the heads",
        "구 분\t국비(50%)\t국비 50%\n2025년\t300\t400\n",
        [(2025, "budget", 300), (2025, "budget", 400)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "wanted"), [row[1:] for row in AMOUNTS], ids=[row[0] for row in AMOUNTS]
)
def test_amounts(table: str, wanted: list[tuple[int | None, str, int]]) -> None:
    rows = report(f"□ 연도별 투자계획\n(단위 : 백만원)\n{table}").funding
    found = [(row.fiscal_year, row.measure, row.won // 10**6) for row in rows]
    assert found == wanted
    assert {row.source for row in rows} == {"국비"}


EVENTS = [
    (
        "dated rows without heads",
        "□ 추진상황\n’23. 12. 21.\t공모 선정\n’25. 2. 11. / 3. 6.\t주민설명회 개최\n’25. 5. 9.\t심의(보류)\n",
        [
            ("2023-12-21", "공모 선정"),
            ("2025-02-11", "주민설명회 개최"),
            ("2025-03-06", "주민설명회 개최"),
            ("2025-05-09", "심의(보류)"),
        ],
    ),
    (
        "quarters beside their years, without heads",
        "□ 향후 추진일정\n2025년\t3/4분기\t재상정, 부지 매입\n\t4/4분기\t실시설계 착수\n2026년\t1/4분기\t공사 착공\n",
        [
            ("2025-35", "재상정, 부지 매입"),
            ("2025-36", "실시설계 착수"),
            ("2026-33", "공사 착공"),
        ],
    ),
    (
        "months by their numbers, in a table called so",
        "□ 향후 추진계획\n〈2025년 월별 추진일정〉\n구 분\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n설계\t●\t●\t\t\t\t\t\t\t\t\t\t\n공사\t\t\t\t\t\t\t\t\t●\t●\t●\t●\n",
        [("2025-01/2025-02", "설계"), ("2025-09/2025-12", "공사")],
    ),
    (
        "quarters as 1/4, below the title of an attachment",
        "□ 추진일정\n붙임 1\t2025년 과제별 추진일정\n과  제\t1/4\t2/4\t3/4\t4/4\n순환길 조성\t협약\t착공\t\t준공\n",
        [
            ("2025-33", "순환길 조성 협약"),
            ("2025-34", "순환길 조성 착공"),
            ("2025-36", "순환길 조성 준공"),
        ],
    ),
    (
        "a cell on two lines in a schedule",
        "□ 향후 추진일정\n시    기\t추  진  계  획\t비  고\n’25. 3/4분기\t내·외장 공사\t\n’26. 상반기\t장비 반입\n인정 신청(5월)\t도로과\n",
        [
            ("2025-35", "내·외장 공사"),
            ("2026-40", "장비 반입 인정 신청(5월)"),
            ("2026-05", "인정 신청"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS]
)
def test_events(text: str, wanted: list[tuple[str, str]]) -> None:
    events = [event for event in report(text).timeline if event.kind in ("milestone", "inline")]
    assert [(event.edtf, " ".join(event.text.split())) for event in events] == wanted


def test_the_headline_gives_its_unit_to_the_table_that_repeats_its_figure() -> None:
    table = "재원별\t합계\t2024년\t2025년\n계\t500,000\t200,000\t300,000\n국비\t300,000\t120,000\t180,000\n"
    rows = report(f"□ 2025년 소요예산 : 300,000천원\n{table}").funding
    assert [row.won // 1000 for row in rows if row.kind == "table"] == [
        500_000,
        200_000,
        300_000,
        300_000,
        120_000,
        180_000,
    ]
    # Nothing ties a table to a headline whose figure it does not hold.
    rows = report(f"□ 2025년 소요예산 : 301,000천원\n{table}").funding
    assert [row.kind for row in rows] == ["headline"]


def test_a_form_below_its_title() -> None:
    text = (
        "2\t침수감지 경보시스템 구축\n사 업 명\t침수감지 경보시스템 구축\n위    치\t지하차도 6개소\n사업기간\t2024. 9. ~ 2025. 12.\n"
        "사 업 비\t9,700백만원\n(국비 3,880 / 시비 5,820)\n추진상황\t○ 2024. 9. 30. : 공모 선정\n○ 2024. 12. : 실시설계 완료\n"
    )
    found = report(text)
    project = found.projects[-1]
    assert (project.path, project.location, project.period) == (
        "교통국/2",
        "지하차도 6개소",
        "2024-09/2025-12",
    )
    assert [(row.source, row.won // 10**6) for row in found.funding] == [
        ("계", 9700),
        ("국비", 3880),
        ("시비", 5820),
    ]
    assert [event.edtf for event in found.timeline if event.kind == "milestone"] == [
        "2024-09-30",
        "2024-12",
    ]
