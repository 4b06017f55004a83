"""Tables as characters: text -> the cells that come out of it."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Cell, Document, Paragraph, Table
from extract.readers import read
from extract.readers.options import ReadOptions
from extract.readers.text import read as read_text

REPORTS = Path(__file__).parents[5] / "shared" / "reports"
NEEDS_REPORTS = pytest.mark.skipif(not REPORTS.exists(), reason="the real reports are not here")

At = tuple[int, int, int, int, str]


def document_of(text: str) -> Document:
    return read_text(text.encode(), ReadOptions())


def cells_of(document: Document, number: int = 0) -> list[At]:
    table = list(document.tables())[number]
    return [(*cell[:4], document.cell_text(cell)) for cell in table.cells]


def rows_of(document: Document, table: Table) -> list[list[str]]:
    return [
        [document.cell_text(cell) for cell in table.cells if cell.row == row]
        for row in range(table.rows)
    ]


def heads_of(document: Document, table: Table) -> list[str]:
    return [document.cell_text(cell) for cell in table.cells if cell.header]


ROWS = [
    ("tabs", "구분\t금액\n계\t10\n", [["구분", "금액"], ["계", "10"]]),
    ("tabs", "구분\t연차\t\n\t2019\t2020\n", [["구분", "연차", ""], ["", "2019", "2020"]]),
    ("tabs", "가\t나\t다\n라\t마\n", [["가", "나", "다"], ["라", "마", ""]]),
    ("tabs", "가\t나\t다\n", [["가", "나", "다"]]),
    ("tabs", "1\t사업\t계속\t6\n", [["1", "사업", "계속", "6"]]),
    ("tabs", "가 \t <br>나<br>다\n라\t**마**\n", [["가", "나 다"], ["라", "마"]]),
    ("pipes", "|가|나|\n|---|--:|\n|라|1,000|\n", [["가", "나"], ["라", "1,000"]]),
    ("pipes", "가 | 나\n--- | ---\n라 |\n", [["가", "나"], ["라", ""]]),
    ("pipes", "|가|나|\n|다|라|\n", [["가", "나"], ["다", "라"]]),
    ("boxes", "+---+---+\n|가 | 나|\n+---+---+\n|다 | 라|\n+---+---+", [["가", "나"], ["다", "라"]]),
    ("boxes", "┌──┬──┐\n│가│나│\n├──┼──┤\n│다│10│\n│라│20│\n└──┴──┘",
     [["가", "나"], ["다", "10"], ["라", "20"]]),
    ("html", "앞<table><tr><th>가<th>나<tr><td>다</td></table>뒤", [["가", "나"], ["다"]]),
    ("spaced", "구분 계 국비 시비\n1과 3,000 1,000 2,000\n2과 - 0 100\n",
     [["구분", "계", "국비", "시비"], ["1과", "3,000", "1,000", "2,000"], ["2과", "-", "0", "100"]]),
]  # fmt: skip


@pytest.mark.parametrize(("origin", "text", "rows"), ROWS)
def test_rows(origin: str, text: str, rows: list[list[str]]) -> None:
    document = document_of(text)
    (table,) = document.tables()
    assert table.origin == origin
    assert rows_of(document, table) == rows


SPANS = [
    (
        (
            "<table><tr><td rowspan=2>재원</td><td colspan='2'>연차</td></tr>"
            "<tr><td>2019<td>2020</tr></table>"
        ),
        [(0, 0, 2, 1, "재원"), (0, 1, 1, 2, "연차"), (1, 1, 1, 1, "2019"), (1, 2, 1, 1, "2020")],
    ),
    (
        (
            "┌────┬───────┐\n│재원│ 연 차 │\n│    ├───┬───┤\n│    │ 1 │ 2 │\n├────┴───┼───┤\n"
            "│ 합 계  │ 3 │\n└────────┴───┘\n"
        ),
        [
            (0, 0, 2, 1, "재원"), (0, 1, 1, 2, "연 차"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "2"),
            (2, 0, 1, 2, "합 계"), (2, 2, 1, 1, "3"),
        ],
    ),
    (
        (
            "+----+-------+\n|재원| 연 차 |\n|    +---+---+\n|    | 1 | 2 |\n+----+---+---+\n"
            "|국비| 5 | 6 |\n+----+---+---+\n"
        ),
        [
            (0, 0, 2, 1, "재원"), (0, 1, 1, 2, "연 차"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "2"),
            (2, 0, 1, 1, "국비"), (2, 1, 1, 1, "5"), (2, 2, 1, 1, "6"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cells"), SPANS)
def test_spans(text: str, cells: list[At]) -> None:
    assert cells_of(document_of(text)) == cells


NO_TABLES = [
    "I. 일반현황\t1\nII. 부서별 업무계획\t3\n1. 도시재생과\t23\n",
    "□\t사업개요\n가.\t사업기간\n1)\t내용\n",
    "□ 개요\t2020년\n",
    "\t들여쓴 줄\n\t다음 줄\n",
    "홈 | 재정 | 결산\n",
    "가 | 나\n다 | 라 | 마\n",
    "- 147 -\n- 148 -\n",
    "전화 02 2627 1234\n팩스 02 2627 1235\n",
    "2026 2027 2028\n2026 2027 2028\n",
    "───────────\n제목\n───────────\n",
    "<서울시 주요 추진업무>\n<td>\n",
    "국비 1,000 2,000 3,000\n",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_lines_that_make_no_table_stay_paragraphs(text: str) -> None:
    document = document_of(text)
    assert list(document.tables()) == []
    assert document.blocks


def test_rows_above_a_rule_line_are_heads() -> None:
    document = document_of("|가|나|\n|---|---|\n|다|라|\n")
    assert heads_of(document, next(document.tables())) == ["가", "나"]


def test_nested_tables_hang_in_their_cell() -> None:
    document = document_of("<table><tr><td>밖<table><tr><td>안</table></td><td>2</table>")
    outer, inner = document.tables()
    assert (outer.rows, outer.columns, inner.rows, inner.columns) == (1, 2, 1, 1)
    assert outer.cells[0].tables == (inner,)
    assert outer.cells[0].start <= inner.cells[0].start < inner.cells[0].end <= outer.cells[0].end


def test_a_head_around_years_and_rows_that_are_interrupted() -> None:
    document = document_of(
        "(단위 : 백만원)\n재원 총사업비 기투자\n연 도 별 투 자 계 획\n향  후\n"
        "소  계 2026 2027\n"
        "상수도 정비 사업을 위한 지\n원 1,200 100 600 300 300 500\n"
        "기간: 2026. 1. ~\n"
        "계 1,200 100 600 300 300 500\n국비 600 50 300 150 150 250\n"
    )
    first, second = document.tables()
    heads = ["재원", "총사업비", "기투자", "소 계", "2026", "2027", "향 후"]
    assert rows_of(document, first)[0] == heads
    assert rows_of(document, first)[1][0] == "상수도 정비 사업을 위한 지 원"
    assert rows_of(document, second)[0] == ["(단위 : 백만원)"]
    assert rows_of(document, second)[1] == heads
    assert [row[0] for row in rows_of(document, second)[2:]] == ["계", "국비"]


def test_a_head_that_would_be_a_guess_is_refused_with_a_finding() -> None:
    document = document_of(
        "(단위 : 원)\n구분 결산 내역\n세입\n(수납)\n잔액 현황\n"
        "합계 3,000 2,000 1,000\n특별\n회계\n1,000 500 500\n"
    )
    (table,) = document.tables()
    assert [finding.rule for finding in document.findings] == ["table-shape"]
    assert rows_of(document, table)[-1] == ["특별 회계", "1,000", "500", "500"]
    assert heads_of(document, table) == ["(단위 : 원)"]


def test_the_next_head_begins_another_table_and_takes_no_unit_from_the_last() -> None:
    document = document_of(
        "(단위 : 천원)\n구분 합계 국비 시비\n계 3,000 1,000 2,000\n가 3,000 1,000 2,000\n\n"
        "부서명 예산현액 집행액 집행률(%)\n총무과 1,000 900 90%\n재무과 2,000 500 25.0%\n"
    )
    first, second = document.tables()
    assert rows_of(document, first)[-1] == ["가", "3,000", "1,000", "2,000"]
    assert rows_of(document, second)[0] == ["부서명", "예산현액", "집행액", "집행률(%)"]
    assert second.rows == 3


def test_a_form_feed_begins_a_page() -> None:
    document = document_of("첫 쪽\n\x0c둘째 쪽\n\x0c\n")
    assert [document.page(block.start) for block in document.blocks] == [1, 2]
    assert len(document.page_starts) == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_numbers_are_those_of_the_file(ending: str) -> None:
    document = document_of(ending.join(["가", "", "나\t1\t2", "", "다"]))
    assert [document.line(block.start) for block in document.blocks] == [1, 3, 5]


def test_decomposed_syllables_are_composed() -> None:
    assert document_of("\u1100\u1161\u11a8\n").text == "각\n"


def ranges(document: Document) -> list[tuple[int, int]]:
    """Every place that words come from, but not the heads that a table repeats from above."""
    found: set[tuple[int, int]] = set()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.add((block.start, block.end))
        else:
            for cell in block.cells:
                if cell.start >= block.start:
                    found.update(places_of(cell))
    return sorted(found)


def places_of(cell: Cell) -> list[tuple[int, int]]:
    return [tuple(piece) for piece in cell.pieces] or [(cell.start, cell.end)]  # type: ignore[misc]  # pieces are spans


def check_places(document: Document) -> None:
    assert len(document.view) == len(document.text)
    last = 0
    for block in document.blocks:
        assert last <= block.start <= block.end <= len(document.text)
        last = block.end
    last = 0
    for start, end in ranges(document):
        assert start <= end <= len(document.text)
        words = document.view[start:end]
        assert words == words.strip()
        assert start >= last or start == end
        last = max(end, last)
    for table in document.tables():
        covered: set[tuple[int, int]] = set()
        for cell in table.cells:
            at = {
                (cell.row + down, cell.column + right)
                for down in range(cell.row_span)
                for right in range(cell.column_span)
            }
            assert not covered & at
            covered |= at
        assert max(row for row, _ in covered) < table.rows
        assert max(column for _, column in covered) < table.columns


PIECES = [
    "가나", " ", "\t", "|", "│", "┃", "├", "┬", "─", "━", "+", "-", "---", "+---+", "\n", "\n\n", "1,000",
    "2026", "-", "국비", "(단위 : 원)", "<table>", "</table>", "<tr>", "<td rowspan=2>", "<td>", "<br>",
    "**", "#", "\x0c", "계", " 1,000 2,000 3,000\n", "소 계 2026 2027 2028\n",
]  # fmt: skip


@settings(derandomize=True, max_examples=400)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join))
def test_places_are_sound_in_any_text(text: str) -> None:
    if text.strip():
        check_places(document_of(text))


@NEEDS_REPORTS
@pytest.mark.parametrize("path", sorted(REPORTS.glob("*.txt")), ids=lambda path: path.name)
def test_places_are_sound_in_real_reports(path: Path) -> None:
    check_places(read(path.read_bytes(), path.name))


@NEEDS_REPORTS
@pytest.mark.parametrize(
    ("name", "origin", "tables", "columns"),
    [
        ("geumcheon-2019.txt", "tabs", 47, None),
        ("yeongam-2001-boxes.txt", "boxes", 1, 5),
        ("yeongam-2001-boxes.cp949.txt", "boxes", 1, 5),
        ("hwaseong-midterm-2026.txt", "spaced", 9, 10),
        ("busan-seogu-settlement.txt", "spaced", 1, 9),
    ],
)
def test_tables_of_real_reports(name: str, origin: str, tables: int, columns: int | None) -> None:
    document = read((REPORTS / name).read_bytes(), name)
    found = list(document.tables())
    assert {table.origin for table in found} == {origin}
    assert len(found) == tables
    assert columns is None or {table.columns for table in found} == {columns}


@NEEDS_REPORTS
def test_every_amount_of_a_mid_term_plan_stands_under_its_year() -> None:
    name = "hwaseong-midterm-2026.txt"
    document = read((REPORTS / name).read_bytes(), name)
    heads = ["재원", "총사업비", "기투자", "소 계", "2026", "2027", "2028", "2029", "2030", "향 후"]
    lines = [line.split() for line in document.text.split("\n") if line.endswith(" 0")]
    expected = [line[-9:] for line in lines if len(line) > 9]
    found = []
    for table in document.tables():
        rows = rows_of(document, table)
        head = rows.index(heads)
        found += [row[1:] for row in rows[head + 1 :]]
    assert found == expected
    assert len(found) == 28


@pytest.mark.slow
def test_time_and_memory_grow_with_the_text() -> None:
    page = "□ 개요\n- 기간 : 2020. 1. ~\n\n구분\t계\t국비\n2020\t1,000\t2,000\n\n**표** <br> |\n"
    took = []
    for times in (20_000, 80_000):
        data = (page * times).encode()
        start = time.process_time()
        read_text(data, ReadOptions())
        took.append(time.process_time() - start)
    assert took[1] < 8 * took[0]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "가나 ",
        "**a ",
        "<td ",
        "<table><tr><td>",
        "$a^",
        "&amp;",
        "\\text{",
        "a|",
        "─",
        "+-=",
        "│a",
        "1,000 ",
        "- ",
        "a\t",
        "__a ",
    ],
)
def test_a_line_without_end_takes_linear_time(piece: str) -> None:
    took = []
    for length in (500_000, 2_000_000):
        data = (piece * (length // len(piece))).encode()
        start = time.process_time()
        read_text(data, ReadOptions())
        took.append(time.process_time() - start)
    assert took[1] < 8 * took[0] + 0.2


def test_rows_stacked_in_one_by_a_converter_are_taken_apart() -> None:
    document = document_of(
        "| 재원별 | 합계 | 2025년 |\n|---|---|---|\n| 계<br>국비 | 500<br>300 | 200<br>- |\n| 비고 | 가<br>나 | |\n"
    )
    table = next(document.tables())
    assert rows_of(document, table) == [
        ["재원별", "합계", "2025년"],
        ["계", "500", "200"],
        ["국비", "300", "-"],
        ["비고", "가 나", ""],
    ]
