import pytest

from extract.readers.options import ReadOptions
from extract.readers.pdf import comparison
from extract.readers.pdf.comparison import doubtful_figures
from extract.readers.pdf.page import Page
from tests.extract.readers.pdf.pdf_pages import PdfPage, pdf

PAGE = PdfPage().grid([50, 150, 250], [100, 120]).cells([50, 150], [100], [["1,200", "300"]])


def test_two_engines_agree_on_a_plain_page() -> None:
    assert doubtful_figures(pdf(PAGE), ReadOptions()) == []


def test_a_digit_that_one_engine_misses_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    read_pages = comparison.read_pages

    def with_a_lost_digit(data: bytes, options: ReadOptions) -> tuple[list[Page], str]:
        pages, title = read_pages(data, options)
        pages[0].items[0].seen.cells[1].content[0] = "30"
        return pages, title

    monkeypatch.setattr(comparison, "read_pages", with_a_lost_digit)
    (finding,) = doubtful_figures(pdf(PAGE), ReadOptions())
    assert (finding.rule, finding.expected, finding.actual) == ("figures-differ", "0", "")
