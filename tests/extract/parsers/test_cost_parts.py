"""Parts behind a cost -> amounts in 억원; none where they don't add up. A new habit gets a row here."""

import pytest

from extract import extract_bytes

PARTS = [
    ("11억원(국 5, 시 6) ▷ 공사비 8, 설계 및 감리비2, 부지비1", [("공사비", 8), ("설계 및 감리비", 2), ("부지비", 1)]),
    ("1,000억원(시비) ▷ 공사비870, 부대비130", [("공사비", 870), ("부대비", 130)]),
    ("1.5억원 ※ 용역비 0.5, 홍보비 1", [("용역비", 0.5), ("홍보비", 1)]),
    ("11억원 ▷ 공사비 8, 부지비 1", []),
    ("11억원 ▷ 3개소 8, 5개소 3", []),
    ("11억원 ▷ 공사비 11", []),
    ("11억원(국 5, 시 6)\n  - 공사비 8, 보상비 2, 용역비 등 1", [("공사비", 8), ("보상비", 2), ("용역비 등", 1)]),
    ("11억원(전액 시비)\n  - 공사비 8\n  - 보상비 3", [("공사비", 8), ("보상비", 3)]),
    ("11억원\n  - 공사비 8, 보상비 2", []),
    ("11억원\n  - 교량 8개소, 도로 3개소", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "parts"), PARTS, ids=[row[0] for row in PARTS])
def test_parts(words: str, parts: list[tuple[str, float]]) -> None:
    report = extract_bytes(f"□ 사업개요\n○ 총사업비 : {words}\n".encode(), "report.txt")
    rows = [row for row in report.funding if row.kind == "statement"]
    assert [(row.program, row.won) for row in rows] == [(word, won * 10**8) for word, won in parts]


def test_parts_by_year_are_of_their_years() -> None:
    text = "□ 사업개요\n○ 총사업비 : 42억원(시비)\n  - 2025년 29, 2026년 13\n○ 위치 : 가람동\n"
    rows = [row for row in extract_bytes(text.encode(), "x.txt").funding if row.kind == "statement"]
    assert [(row.fiscal_year, row.program, row.won // 10**8) for row in rows] == [
        (2025, "", 29),
        (2026, "", 13),
    ]


SHARES = [
    "38.5억원 국비 7, 시비 22, 구비 9.5",
    "38.5억원 / 국비 7, 시비 22, 구비 9.5",
    "38.5억원 ※ 국비 7, 시비 22, 구비 9.5",
    "38.5억원 - 국비 7, 시비 22, 구비 9.5",
    "38.5억원〈국비 7, 시비 22, 구비 9.5〉",
    "38.5억원(국비 7 + 시비 22 + 구비 9.5)",
    "38.5억원 ※재원 : 국비 7, 시비 22, 구비 9.5",
]


@pytest.mark.parametrize("words", SHARES)
def test_shares_by_source_need_no_brackets(words: str) -> None:
    text = f"서울특별시 가람구\n2025년 사업계획\n□ 사업개요\n○ 총사업비 : {words}\n"
    rows = extract_bytes(text.encode(), "report.txt").funding
    assert [(row.kind, row.source, row.won // 10**6) for row in rows] == [
        ("total_cost", "계", 3850),
        ("total_cost", "국비", 700),
        ("total_cost", "시비", 2200),
        ("total_cost", "구비", 950),
    ]
