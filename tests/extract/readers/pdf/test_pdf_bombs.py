import time
import zlib

import pytest

from extract.errors import LimitError
from extract.readers.options import ReadOptions
from extract.readers.pdf import read
from extract.readers.pdf.bombs import MAX_UNPACKED, each_stream
from tests.extract.readers.pdf.pdf_pages import PdfPage, pdf, stream


def with_content(body: bytes) -> bytes:
    return pdf(PdfPage().text(50, 50, "가"), objects={100: body}).replace(
        b"/Contents 11 0 R", b"/Contents 100 0 R"
    )


ENDLESS = b" " * (MAX_UNPACKED + 1)
BOMBS = {
    "once": stream(zlib.compress(ENDLESS, 9), "/Filter /FlateDecode"),
    "twice": stream(
        zlib.compress(zlib.compress(ENDLESS, 9), 9), "/Filter [/FlateDecode /FlateDecode]"
    ),
    "runs": stream(
        zlib.compress(b"\x81 " * (MAX_UNPACKED // 64), 9), "/Filter [/FlateDecode /RunLengthDecode]"
    ),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_stream_without_end_is_refused(kind: str) -> None:
    with pytest.raises(LimitError):
        read(with_content(BOMBS[kind]), ReadOptions())


@pytest.mark.parametrize("spacing", [b" ", b"\n", b" " * 300])
def test_a_stream_is_known_by_its_object_however_that_is_spaced(spacing: bytes) -> None:
    data = b"1 0 obj << >> endobj 7%b0%bobj <</Length 2>> stream\nab endstream" % (spacing, spacing)
    [found] = each_stream(data)
    assert (found.number, found.body) == (7, b"ab")


def test_words_that_end_in_stream_begin_none() -> None:
    assert not list(each_stream(b"7 0 obj <</Length 2>> upstream\nab endstream"))


def seconds(data: bytes) -> float:
    start = time.process_time()
    read(data, ReadOptions())
    return time.process_time() - start


def letters(lines: int) -> PdfPage:
    page = PdfPage()
    for line in range(lines):
        words = "".join(chr(0xAC00 + (line * 101 + n * 37) % 11_000) for n in range(100))
        page.text(10, 10 + line * 800 / lines, words, 1)
    return page


@pytest.mark.slow
def test_a_page_of_many_letters_each_drawn_for_itself_is_read() -> None:
    assert seconds(pdf(letters(200))) < 20


@pytest.mark.slow
def test_a_page_of_200_000_pieces_of_text_is_refused_before_it_takes_minutes() -> None:
    start = time.process_time()
    with pytest.raises(LimitError):
        read(pdf(letters(2000)), ReadOptions())
    assert time.process_time() - start < 20


@pytest.mark.slow
@pytest.mark.parametrize("lines", [100, 300])
def test_a_grid_of_many_cells_is_read(lines: int) -> None:
    step = 570 / lines
    places = [10 + n * step for n in range(lines + 1)]
    assert seconds(pdf(PdfPage().grid(places, places).text(12, 15, "1", 2))) < 30


def test_frames_nested_without_end_are_read() -> None:
    page = PdfPage().text(300, 420, "1", 2)
    for n in range(135):
        page.grid([10 + n * 2.1, 590 - n * 2.1], [10 + n * 2.9, 830 - n * 2.9])
    assert read(pdf(page), ReadOptions()).text == "1\n"
