"""What stands beside a value must not reach into it: the next table, a year in brackets, another column.

A bug first becomes a row here.
"""

import pytest

from extract import extract_bytes
from extract.report import Report


def report(text: str) -> Report:
    return extract_bytes(f"2024년 주요업무계획\n\n{text}\n".encode(), "report.txt")


AMOUNTS = [
    (
        "two tables, each below its own unit",
        "□ 예산\n(단위 : 천원)\n구분\t2023\t2024\n국비\t100\t200\n(단위 : 백만원)\n구분\t2025\t2026\n시비\t300\t400",
        [(2023, "국비", 100), (2024, "국비", 200), (2025, "시비", 300_000), (2026, "시비", 400_000)],
    ),
    (
        "short rows whose names stand in brackets",
        "□ 예산(단위: 백만원)\n구분\t2023년\t2024년\t2025년\n(국비)\t100\n(시비)\t100\t200\n(구비)\t1\t2\t3",
        [
            (2023, "국비", 100_000),
            (2023, "시비", 100_000),
            (2024, "시비", 200_000),
            (2023, "구비", 1_000),
            (2024, "구비", 2_000),
            (2025, "구비", 3_000),
        ],
    ),
    (
        "progress is no amount",
        "□ 예산현황(단위: 백만원)\n구분\t예산액\t집행액\t공정(80%)\n국비\t100\t50\t30\n시비\t200\t60\t40",
        [(None, "국비", 100_000), (None, "국비", 50_000), (None, "시비", 200_000), (None, "시비", 60_000)],
    ),
    (
        "a day without year, of the year of its heading",
        "1. 골목길 정비\n□ 2024년 추진실적\n - 예산집행 : 864백만원(12.31. 현재)",
        [(2024, "계", 864_000)],
    ),
    (
        "a period over years gives the budget no year",
        "□ 추진계획\n○ 공동체 일자리\n - 기 간 : 2019 ~ 2023\n - 규 모 : 42명\n - 예 산 : 278,410천원",
        [(None, "계", 278_410)],
    ),
    (
        "nor does one of `3년간`",
        "□ 추진계획\n○ 공동체 일자리\n - 기 간 : 2020. 2. ~ 3년간\n - 예 산 : 278,410천원",
        [(None, "계", 278_410)],
    ),
    (
        "a period within a year gives it",
        "□ 추진계획\n○ 공동체 일자리\n - 기 간 : 2020. 2. ~ 11.(상·하반기 연2회)\n - 규 모 : 42명\n - 예 산 : 278,410천원",
        [(2020, "계", 278_410)],
    ),
    (
        "counts are no parts of a cost",
        "□ 사업개요\n○ 사업비 : 3억원\n - 동부 1, 서부 2",
        [(None, "계", 300_000)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"), [row[1:] for row in AMOUNTS], ids=[row[0] for row in AMOUNTS]
)
def test_amounts(text: str, wanted: list[tuple[int | None, str, int]]) -> None:
    rows = report(text).funding
    assert [(row.fiscal_year, row.source, row.won // 1000) for row in rows] == wanted


EVENTS = [
    (
        "a year in brackets does not go on behind them",
        "□ 추진계획\n ○ 2024. 4. : 공모 신청(2021. 3. 최초 선정), 10월 : 협약",
        [("2024-04", "공모 신청(2021. 3. 최초 선정)"), ("2021-03", "최초 선정"), ("2024-10", "협약")],
    ),
    (
        "nor does a short one",
        "□ 추진계획\n ○ '25. 3. : 착공('22. 5. 설계 완료), 6월 준공",
        [
            ("2025-03", "착공('22. 5. 설계 완료), 6월 준공"),
            ("2022-05", "설계 완료"),
            ("2025-06", "준공"),
        ],
    ),
    (
        "but it goes on within them",
        "□ 추진상황\n ○ '23년 선정지구 11개소 중 6개소 준공('25. 6월 2개소, 11월 4개소)",
        [
            ("2025-06", "'23년 선정지구 11개소 중 6개소 준공"),
            ("2025-11", "'23년 선정지구 11개소 중 6개소 준공"),
        ],
    ),
    (
        "the year named last goes on",
        "□ 추진계획\n ○ '25. 3. 착공, '26. 1. 준공, 5월 개관",
        [("2025-03", "착공"), ("2026-01", "준공"), ("2026-05", "개관")],
    ),
    (
        "목표시기 and 예정시기 name no deed",
        "□ 추진계획\n구분\t목표시기\t예정시기\n하늘공원\t2024. 5.\t2024. 6.",
        [("2024-05", "하늘공원"), ("2024-06", "하늘공원")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS]
)
def test_events(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(event.edtf, event.text) for event in report(text).timeline] == wanted


PROJECTS = [
    (
        "a column 담당부서 opens no part",
        "연번\t사업명\t담당부서\n1\t골목길 정비\t도로과\n2\t공원 조성\t공원과\n\n1. 골목길 정비\n도로과\n□ 사업개요\n ○ 사업비 : 100백만원\n2. 공원 조성\n공원과\n□ 사업개요\n ○ 사업비 : 200백만원",
        [("/1", "골목길 정비"), ("/2", "공원 조성")],
    ),
    (
        "programmes ㉮ ㉯ below a task",
        "1. 어촌 정비\n㉮ 국가어항 정비\n□ 사업개요\n ○ 위치 : 하늘동\n㉯ 지방어항 정비\n□ 사업개요\n ○ 위치 : 하늘동",
        [("/1", "어촌 정비"), ("/1.1", "국가어항 정비"), ("/1.2", "지방어항 정비")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"), [row[1:] for row in PROJECTS], ids=[row[0] for row in PROJECTS]
)
def test_projects(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(project.path, project.name) for project in report(text).projects] == wanted
