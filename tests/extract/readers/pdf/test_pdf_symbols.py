import pytest

from extract.readers.options import ReadOptions
from extract.readers.pdf import read
from extract.readers.pdf.symbols import is_symbol_font, pictured
from tests.extract.readers.pdf.pdf_pages import PdfPage, pdf

PICTURES = [
    ("w", "◆"),
    ("v", "❖"),
    ("l", "●"),
    ("n", "■"),
    ("q", "□"),
    ("§", "■"),
    ("Ø", "▶"),
    ("ü", "✔"),
    ("\uf06e", "■"),
    ("\uf0a7", "■"),
    ("가", "가"),
    ("1", "1"),
]


@pytest.mark.parametrize(("letter", "picture"), PICTURES)
def test_a_letter_of_a_symbol_font_shows_its_picture(letter: str, picture: str) -> None:
    assert pictured(letter) == picture


@pytest.mark.parametrize("name", ["INPILL+Wingdings-Regular", "ABCDEF+Wingdings", "WINGDINGS"])
def test_wingdings_is_read_as_pictures(name: str) -> None:
    assert is_symbol_font(name)


@pytest.mark.parametrize("name", ["Wingdings2", "Wingdings 3", "HCRBatang", ""])
def test_other_fonts_are_read_as_letters(name: str) -> None:
    assert not is_symbol_font(name)


def test_a_bullet_of_a_symbol_font_becomes_its_picture() -> None:
    page = PdfPage().text(50, 100, "w", font="F2").text(65, 100, "위치 : 금천구")
    assert read(pdf(page), ReadOptions()).text == "◆ 위치 : 금천구\n"


def test_the_letter_of_a_text_font_stays() -> None:
    page = PdfPage().text(50, 100, "w 위치")
    assert read(pdf(page), ReadOptions()).text == "w 위치\n"
