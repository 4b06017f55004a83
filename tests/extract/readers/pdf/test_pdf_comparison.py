import pytest

import extract.readers.pdf
from extract.readers.options import ReadOptions
from extract.readers.pdf import read
from extract.readers.pdf.page import Page
from tests.extract.readers.pdf.pdf_pages import PdfPage, pdf

PAGE = PdfPage().grid([50, 150, 250], [100, 120]).cells([50, 150], [100], [["1,200", "300"]])
TWICE = ReadOptions(second_engine=True)


def test_two_engines_agree_on_a_plain_page() -> None:
    assert read(pdf(PAGE), TWICE).findings == ()


def test_a_digit_that_one_engine_misses_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    read_pages = extract.readers.pdf.read_pages

    def with_a_lost_digit(data: bytes, options: ReadOptions) -> tuple[list[Page], str]:
        pages, title = read_pages(data, options)
        pages[0].items[0].seen.cells[1].content[0] = "30"
        return pages, title

    monkeypatch.setattr(extract.readers.pdf, "read_pages", with_a_lost_digit)
    (finding,) = read(pdf(PAGE), TWICE).findings
    assert (finding.rule, finding.expected, finding.actual) == ("figures-differ", "0", "")
    assert read(pdf(PAGE), ReadOptions()).findings == ()
