"""사업기간 as first planned and as changed -> the period of the project. A new habit gets a row here."""

import pytest

from extract import extract_bytes

PERIODS = [
    ("2023. 6. 1. ~ 2024. 7. 31.", "2023-06-01/2024-07-31"),
    ("(당초)2023. 6. 1. ~ 2024. 7. 31. (연장) ~ 2024. 9. 30.", "2023-06-01/2024-09-30"),
    ("(당초) 2023 ~ 2025 → (변경) 2023 ~ 2026", "2023/2026"),
    ("2023. 6. ~ 2024. 7. (변경: 2023. 9. ~ 2024. 12.)", "2023-09/2024-12"),
    ("2023. 6. ~ 2024. 7. (착공 2023. 9. ~ 2024. 3.)", "2023-06/2024-07"),
]


@pytest.mark.parametrize(("words", "edtf"), PERIODS, ids=[row[0] for row in PERIODS])
def test_periods(words: str, edtf: str) -> None:
    text = f"1. 늘봄숲 조성\n□ 사업개요\n○ 사업기간 : {words}\n○ 위치 : 늘봄동\n"
    (project,) = extract_bytes(text.encode(), "report.txt").projects
    assert project.period == edtf
