"""Scans of real tables against the tables that were printed."""

import re
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageFilter

from extract.errors import NeedsOcrError
from extract.readers import ocr
from extract.readers.composer import SeenCell, SeenTable
from extract.readers.ocr import engine
from extract.readers.ocr.scan import _set_commas
from extract.readers.options import ReadOptions
from extract.readers.pdf import read
from extract.readers.pdf.page import Page, read_page
from extract.readers.pdf.tables import PageTable

REPORTS = Path(__file__).parents[5] / "shared" / "reports"
SCAN = REPORTS / "busan-housing-2025-p54-56.scan.pdf"
needs_reports = pytest.mark.skipif(not REPORTS.exists(), reason="the reports are not here")
needs_engine = pytest.mark.skipif(not ocr.available(), reason="text recognition is not installed")


def numeric_rows(page: Page) -> list[tuple[str, ...]]:
    """Rows with two or more figures, without blanks."""
    found: list[tuple[str, ...]] = []

    def add(table: SeenTable) -> None:
        rows: dict[int, list[str]] = {}
        for cell in sorted(table.cells, key=lambda each: (each.row, each.column)):
            text = "".join(part for part in cell.content if isinstance(part, str))
            for part in cell.content:
                if isinstance(part, SeenTable):
                    add(part)
            if text.strip():
                rows.setdefault(cell.row, []).append(re.sub(r"\s", "", text))
        found.extend(
            tuple(row)
            for row in rows.values()
            if sum(bool(re.fullmatch(r"[\d,.]+", text)) for text in row) >= 2
        )

    for item in page.items:
        if isinstance(item, PageTable):
            add(item.seen)
    return found


def scanned(image: Image.Image) -> Image.Image:
    turned = image.convert("L").rotate(0.4, Image.Resampling.BICUBIC, fillcolor=255)
    pixels = np.asarray(turned.filter(ImageFilter.GaussianBlur(1.0))).astype(np.float64)
    pixels += np.random.default_rng(1).normal(0, 12, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


@needs_engine
@needs_reports
@pytest.mark.slow
@pytest.mark.parametrize(("scan", "floor"), [(False, 1.0), (True, 0.9)])
def test_numeric_rows_of_rendered_tables_are_recognised(scan: bool, floor: float) -> None:  # noqa: FBT001 - a table of cases
    document = pdfium.PdfDocument(REPORTS / "rendered-tables" / "fund_open.pdf")
    page = document[1]
    image = page.render(scale=300 / 72).to_pil()
    found = ocr.read_page(scanned(image) if scan else image, 300)
    expected = numeric_rows(read_page(page))
    rows = numeric_rows(found.page)
    document.close()
    assert len(expected) > 5
    assert sum(row in rows for row in expected) >= floor * len(expected)
    tables = [item.seen for item in found.page.items if isinstance(item, PageTable)]
    assert {table.origin for table in tables} == {"ocr"}
    assert all(0 <= cell.confidence <= 1 for table in tables for cell in table.cells)


@needs_engine
@needs_reports
@pytest.mark.slow
def test_a_scan_is_read_as_a_pdf_with_a_finding_a_page() -> None:
    seen = read(SCAN.read_bytes(), ReadOptions())
    assert [finding.rule for finding in seen.findings] == ["recognized-text"] * 3
    # The tables of funding are nested in a cell of the table of projects, as on paper.
    nested = [cell.tables for table in seen.tables() for cell in table.cells if cell.tables]
    assert sum(map(len, nested)) >= 6
    assert {(table.rows, table.columns) for each in nested for table in each} == {(6, 8)}


@needs_engine
@needs_reports
@pytest.mark.slow
def test_small_type_in_nested_tables_is_recognised() -> None:
    """Tables of 7 points at 200 dpi with noise, against the same pages as printed."""
    printed = pdfium.PdfDocument(REPORTS / "busan-housing-2025.pdf")
    scans = pdfium.PdfDocument(SCAN)
    expected: list[tuple[str, ...]] = []
    rows: list[tuple[str, ...]] = []
    for number in range(3):
        expected += numeric_rows(read_page(printed[53 + number]))
        image = scans[number].render(scale=300 / 72).to_pil()
        rows += numeric_rows(ocr.read_page(image, 300).page)
    printed.close()
    scans.close()
    assert len(expected) == 28
    assert sum(row in rows for row in expected) >= 0.9 * len(expected)


def column(*texts: str) -> SeenTable:
    cells = [SeenCell(row, 0, content=[text]) for row, text in enumerate(texts)]
    return SeenTable(len(texts), 1, cells, "ocr")


def test_a_full_stop_between_thousands_is_the_comma_it_was_and_stays_doubtful() -> None:
    table = column("13,040", "2.500", "1,234,567", "6,500", "-", "1,234.567")
    _set_commas(table)
    assert [cell.content for cell in table.cells] == [
        ["13,040"], ["2,500"], ["1,234,567"], ["6,500"], ["-"], ["1,234,567"],
    ]  # fmt: skip
    assert [cell.confidence for cell in table.cells] == [1, 0.5, 1, 1, 1, 0.5]


@pytest.mark.parametrize(
    "texts",
    [("2.500", "1.770", "13,040"), ("13,040", "6,500", "1,000", "2.500", "12.5")],
    ids=["too few commas", "decimals"],
)
def test_decimals_are_left_alone(texts: tuple[str, ...]) -> None:
    table = column(*texts)
    _set_commas(table)
    assert [cell.content for cell in table.cells] == [[text] for text in texts]


@needs_reports
def test_without_recognition_a_scan_is_refused() -> None:
    with pytest.raises(NeedsOcrError):
        read(SCAN.read_bytes(), ReadOptions(ocr=False))


def test_without_the_model_recognition_is_not_available(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_FOLDERS", ())
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    assert not ocr.available()
    with pytest.raises(NeedsOcrError):
        engine.Engine()
