import pytest

from extract.document import Paragraph
from extract.readers.options import ReadOptions
from extract.readers.pdf import read
from extract.readers.pdf.lines import lines_of
from extract.readers.pdf.runs import Glyph
from tests.extract.readers.pdf.pdf_pages import PdfPage, pdf


def written(*pieces: tuple[float, float, str, float], size: float = 10.0) -> list[Glyph]:
    """Characters as PDFium gives them; a piece is (left, baseline, text, size)."""
    glyphs = []
    for left, base, text, height in pieces:
        at = left
        before = 0
        for character in text:
            width = height if character >= "가" else height / 2
            if character == " ":
                before = 2
                at += width
                continue
            glyphs.append(
                Glyph(character, at, base - 0.9 * height, at + width, base + 0.1 * height, base,
                      len(glyphs), before, 0, height)
            )  # fmt: skip
            before = 0
            at += width
    return glyphs


def texts(*pieces: tuple[float, float, str, float]) -> list[str]:
    return [line.text for line in lines_of(written(*pieces))]


def test_characters_on_one_baseline_are_one_line() -> None:
    assert texts((10, 100, "사업개요", 10)) == ["사업개요"]


def test_lines_come_from_top_to_bottom() -> None:
    assert texts((10, 120, "둘째", 10), (10, 100, "첫째", 10)) == ["첫째", "둘째"]


@pytest.mark.parametrize("off", [-3.0, -1.5, 1.5, 3.0])
@pytest.mark.parametrize("mark", ["~", ":", "∼"])
def test_a_mark_on_a_baseline_of_its_own_returns_to_its_place(off: float, mark: str) -> None:
    pieces = ((10, 100, "’25. 1.", 10), (60, 100, "4.", 10), (50, 100 + off, mark, 10))
    assert texts(*pieces) == [f"’25. 1. {mark} 4."]


def test_a_raised_note_stays_in_its_line() -> None:
    assert texts((10, 100, "용역 추진", 15), (78, 94, "*23.2.20.", 9)) == ["용역 추진*23.2.20."]


def test_close_lines_stay_apart() -> None:
    assert texts((10, 100, "가나다라", 10), (10, 109, "마바사아", 10)) == ["가나다라", "마바사아"]


def test_bold_by_overprint_is_read_once() -> None:
    assert texts((10, 100, "조성", 10), (10.4, 100, "조성", 10)) == ["조성"]


def test_double_letters_are_no_overprint() -> None:
    assert texts((10, 100, "1100", 10)) == ["1100"]


def test_a_wide_gap_is_a_blank() -> None:
    assert texts((10, 100, "국비", 10), (60, 100, "시비", 10)) == ["국비 시비"]


def test_many_blanks_are_one() -> None:
    assert texts((10, 100, "위    치 : 금천", 10)) == ["위 치 : 금천"]


def test_space_that_the_program_sets_between_scripts_is_no_blank() -> None:
    page = PdfPage()
    page.text(50, 100, "2019").text(72.4, 100, "년 사업")
    page.text(50, 120, "3").text(57.4, 120, "월")
    assert read(pdf(page), ReadOptions()).text == "2019년 사업\n3월\n"


def test_a_blank_between_scripts_stays_where_the_program_sets_none() -> None:
    page = PdfPage().text(50, 80, "2018년 5월 6일").text(50, 100, "제").text(62.5, 100, "3 조")
    assert read(pdf(page), ReadOptions()).text == "2018년 5월 6일\n제 3 조\n"


def test_writing_that_runs_upwards_is_one_line() -> None:
    document = read(
        pdf(PdfPage().text(50, 60, "가나").turned_text(300, 300, "2019. 11.")), ReadOptions()
    )
    assert document.text == "가나\n2019. 11.\n"


def test_a_turned_page_reads_as_it_is_shown() -> None:
    page = PdfPage(turn=90).turned_text(100, 500, "first 1").turned_text(120, 500, "second 2")
    assert read(pdf(page), ReadOptions()).text == "first 1\nsecond 2\n"


def test_indent_is_counted_in_digit_widths_and_size_in_points() -> None:
    page = PdfPage().text(50, 100, "가나다라").text(60, 120, "마바", 10).text(50, 140, "사", 16)
    blocks = read(pdf(page), ReadOptions()).blocks
    assert [(b.indent, b.size) for b in blocks if isinstance(b, Paragraph)] == [
        (0.0, 10.0),
        (2.0, 10.0),
        (0.0, 16.0),
    ]
