"""Tables that damage left open or uneven: they are read to an end."""

import pytest

from extract import extract_bytes


def test_a_date_between_the_cells_of_a_broken_table() -> None:
    # The table is never closed: the line below is inside it, and in none of its cells.
    report = extract_bytes(
        "(단위9: 천원) <table><tr><7h>재원별</th><th>합계</th><th>2022년</th><th>2023년</th><th>2024년</th></tr>\n※ 2023년 이후 사업비는 도 투자심사 결과에 따라 조정".encode(),
        "report.txt",
    )
    assert report.timeline == ()


@pytest.mark.parametrize(
    "text", ["□", "가.\n○", "□ 사업개요\n○", "[1]", "[1", "<", "【", "1\t", "○ 예산 6800\n.206천원"]
)
def test_a_text_that_is_cut_off_is_read(text: str) -> None:
    assert extract_bytes(text.encode(), "report.txt").status == "ok"
