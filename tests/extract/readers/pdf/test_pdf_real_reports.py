"""Real reports, where they are at hand: every row of the rendered tables, dates beside their events."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from extract.document import Document, Paragraph
from extract.errors import NeedsOcrError
from extract.readers.options import ReadOptions
from extract.readers.pdf import read

REPORTS = Path(__file__).parents[4] / ".." / "shared" / "reports"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not REPORTS.exists(), reason="needs ../shared/reports"),
]

Cells = list[tuple[int, int, int, int, str]]
FIGURE = re.compile(r"[△▲\-+(]*[\d,.]+%?\)?")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def report(name: str) -> Document:
    return read((REPORTS / name).read_bytes(), ReadOptions(ocr=False))


def tables_of(document: Document) -> list[tuple[int, int, Cells]]:
    return [
        (
            table.rows,
            table.columns,
            sorted(
                (
                    c.row,
                    c.column,
                    c.row_span,
                    c.column_span,
                    squeezed(document.text[c.start : c.end]),
                )
                for c in table.cells
            ),
        )
        for table in document.tables()
    ]


def rows_of(cells: Cells) -> list[tuple[str, ...]]:
    rows: dict[int, list[str]] = {}
    for row, _, _, _, text in sorted(cells):
        if text:
            rows.setdefault(row, []).append(text)
    return [tuple(row) for row in rows.values() if len(row) >= 2]


@pytest.mark.parametrize("name", ["fund", "fund_open", "whole", "whole_open"])
def test_rendered_tables_come_back_cell_by_cell(name: str) -> None:
    truth = [
        (t["rows"], t["cols"], sorted((*c[:4], squeezed(c[4])) for c in t["cells"]))
        for t in json.loads(
            (REPORTS / "rendered-tables" / f"{name}.truth.json").read_text("utf-8")
        )["tables"]
    ]
    assert tables_of(report(f"rendered-tables/{name}.pdf")) == truth


def test_a_plan_laid_out_as_pdf_keeps_every_character_of_its_text() -> None:
    text = (REPORTS / "geumcheon-2019.txt").read_text("utf-8")
    text = re.sub(r"<[^>]+>|\*\*|m\^2|㎡", "", text)
    document = report("geumcheon-2019.pdf")
    written = Counter(squeezed(text))
    found = Counter(squeezed(re.sub(r"<[^>]+>|\*\*|m\^2|㎡", "", document.text)))
    assert sum((written - found).values()) < 0.005 * written.total()
    assert sum((found - written).values()) < 0.005 * found.total()


@pytest.mark.parametrize(
    "line",
    [
        "- 2019.03.~06. : 센터 공간 조성 및 인력채용 등 운영체계 구축",
        "- 2019.07.17. : 도시재생지원센터 개소식",
        "- '20. 1. 7. : 상반기 사업 참여자 선발",
        "□ 2020년 소요예산 : 101,635천원",
    ],
)
def test_dates_and_amounts_stand_on_the_line_of_their_event(line: str) -> None:
    assert line in report("geumcheon-2019.pdf").text.splitlines()


def test_a_table_inside_a_cell_of_a_real_plan() -> None:
    document = report("busan-housing-2025.pdf")
    nested = [
        inner
        for table in document.tables()
        for cell in table.cells
        for inner in cell.tables
        if document.page(inner.start) == 54
    ]
    assert [(table.rows, table.columns) for table in nested] == [(6, 8)] * 3
    words = [document.cell_text(cell) for cell in nested[0].cells]
    assert words[10:18] == ["계", "12,893", "6,448", "6,448", "3,326", "3,326", "3,119", "-"]


def test_a_real_table_over_a_page_break_is_one() -> None:
    document = report("busan-housing-2025.pdf")
    heads = [
        table
        for table in document.tables()
        if [document.cell_text(cell) for cell in table.cells[:2]] == ["연번", "사업내용"]
    ]
    assert [document.cell_text(cell) for cell in heads[0].cells if cell.column == 0] == [
        "연번",
        "1",
        "2",
        "3",
        "4",
    ]


def test_titles_marks_and_dates_of_a_real_plan() -> None:
    document = report("busan-park-2025.pdf")
    lines = document.text.splitlines()
    assert "1-1 문화와 예술이 있는 이기대예술공원 조성" in lines
    assert "□ 사업개요" in lines
    assert "ㅇ ’25. 7. ~ 12. : 실시설계, 소규모환경․재해영향평가, 인가 고시" in lines
    assert "ㅇ 면 적 : 241,198㎡(국 9,398*3.9% 공 168,293*69.8% 사 63,507*26.3%)" in lines
    numbers = [b for b in document.blocks if isinstance(b, Paragraph) and b.role == "page-number"]
    assert len(numbers) >= 38


def test_a_report_with_letters_drawn_as_outlines_says_so() -> None:
    document = report("seoul-sewoon-2026.pdf")
    assert "needs-ocr" in {finding.rule for finding in document.findings}
    assert not document.complete


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(NeedsOcrError):
        report("busan-housing-2025-p54-56.scan.pdf")
