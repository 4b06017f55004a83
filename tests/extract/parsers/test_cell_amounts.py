"""Projects that are cells of a table -> their parts and amounts. A new habit gets a row here."""

import pytest

from extract import extract_bytes

HEAD = "2025년 주요업무계획\n\n| 연번 | 사업명(사업내용) | 공모시기 |\n|---|---|---|\n"
OTHER = "| 2 | 사 업 명 : 솔빛 음악제<br>사업기간 : '26년 | '25.6. |\n"

AMOUNTS = [
    (
        "the scale is a sum of money",
        "사업규모 : 8억원(국비 3.2 시비 4.8) * 국비 40%, 시비 60%",
        800_000,
        [("total_cost", "계", 800_000), ("total_cost", "국비", 320_000), ("total_cost", "시비", 480_000)],
    ),
    ("a total cost", "총사업비 : 300백만원", 300_000, [("total_cost", "계", 300_000)]),
    ("a sum a year", "사업규모 : 연간 국비 0.5억(조건)", None, [("statement", "국비", 50_000)]),
    ("a count in front", "사업규모 : 3개소 8억원", None, [("statement", "계", 800_000)]),
    ("a scale that is none", "사업규모 : 15,000㎡", None, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "total", "amounts"), [row[1:] for row in AMOUNTS], ids=[row[0] for row in AMOUNTS]
)
def test_amounts(line: str, total: int | None, amounts: list[tuple[str, str, int]]) -> None:
    text = f"{HEAD}| 1 | 사 업 명 : 늘봄 야행<br>{line} | '25.3. |\n{OTHER}"
    report = extract_bytes(text.encode(), "report.txt")
    assert [(row.kind, row.source, row.thousand_won) for row in report.funding] == amounts
    cost = report.projects[0].total_cost
    assert cost == (total and total * 1000)


def test_a_note_of_a_cell_is_of_its_year() -> None:
    text = f"{HEAD}| 1 | 사 업 명 : 늘봄 야행<br>※ '24년 낙찰잔액(불용) 81백만원 별도 | '25.3. |\n{OTHER}"
    (row,) = extract_bytes(text.encode(), "report.txt").funding
    assert (row.kind, row.measure, row.fiscal_year, row.thousand_won) == (
        "statement",
        "balance",
        2024,
        81_000,
    )


def test_a_row_that_a_page_break_cut_goes_on_with_its_project() -> None:
    text = (
        f"{HEAD}| 1 | 사 업 명 : 늘봄 야행 | '25.3. |\n"
        f"|  | 사업기간 : '26년<br>총사업비 : 3억원 |  |\n{OTHER}"
    )
    first, second = extract_bytes(text.encode(), "report.txt").projects
    assert (first.period, first.total_cost) == ("2026", 300_000_000)
    assert (second.name, second.total_cost) == ("솔빛 음악제", None)
