"""The characters of a page, with their boxes, in the order in which they were drawn."""

import re
from ctypes import c_double, c_int, create_string_buffer
from typing import Final

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.readers.pdf.calls import UNKNOWN, char_is_generated, handle, page_text
from extract.readers.pdf.places import Ints, Places, read_places
from extract.readers.pdf.runs import Characters, Glyph, runs_of
from extract.readers.pdf.symbols import WINGDINGS, is_symbol_font, pictured
from extract.readers.pdf.view import PageView

__all__ = ["read_glyphs"]

SCRIPT_GAP: Final = 0.28
"""Word processors set up to this part of the line's height between Hangul and digits."""

LOST: Final = "\ufffd"
"""Stands for a character whose code says nothing."""

_LINE_ENDS: Final = frozenset("\n\r")
_IS_BLANK: Final = 2
_KINDS: Final = np.zeros(0x3002, np.int8)
"""Code of a character -> 0 if it is visible, 1 for a line end, `_IS_BLANK`."""
_KINDS[[ord(each) for each in _LINE_ENDS]] = 1
_KINDS[[ord(each) for each in "\t \xa0\u2000\u2002\u2003\u2009\u3000"]] = _IS_BLANK
_SPECIAL: Final = re.compile(
    f"[{UNKNOWN}\ud800-\udfff\uf001-\uf0ff{''.join(map(re.escape, map(chr, WINGDINGS)))}]"
)
_SCRIPTS_MEET: Final = re.compile("(?<=[가-힣])[0-9A-Za-z]|(?<=[0-9A-Za-z])[가-힣]")


@np.errstate(invalid="ignore", over="ignore")  # a damaged file sets characters anywhere
def read_glyphs(text_page: pdfium.PdfTextPage, view: PageView) -> list[Glyph]:
    """Return what a page's visible characters are set in, run by run."""
    page = text_page.raw
    text = page_text(page, raw.FPDFText_CountChars(page))
    visible, before = _visible(page, text)
    indices = visible.tolist()
    characters = [text[index] for index in indices]
    places = read_places(page, indices, view)
    for found in _SPECIAL.finditer("".join(characters)):
        number = found.start()
        characters[number] = _character(page, text, indices[number], before[number])
    words = "".join(characters)
    before[_script_gaps(words, before, places)] = 0
    return runs_of(Characters(words, before, places))


def _visible(page: object, text: str) -> tuple[Ints, Ints]:
    """Return the indices of the characters that paint something, and what stands before each."""
    address = handle(page)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _KINDS[np.minimum(codes, len(_KINDS) - 1)]
    lost = np.flatnonzero(codes == ord(UNKNOWN)).tolist()
    kinds[[index for index in lost if _inkless(page, index)]] = _IS_BLANK
    blanks = np.flatnonzero(kinds == _IS_BLANK)
    of_file = [index for index in blanks.tolist() if char_is_generated(address, index) != 1]
    visible = np.flatnonzero(kinds == 0)
    before = np.minimum(_between(blanks, visible), 1)
    before[_between(np.array(of_file, np.int64), visible) > 0] = 2
    return visible, before


def _between(blanks: Ints, visible: Ints) -> Ints:
    """Return how many of `blanks` stand between each character and the one before it."""
    passed = np.searchsorted(blanks, visible)
    passed[1:] -= passed[:-1].copy()
    return passed


def _script_gaps(text: str, before: Ints, places: Places) -> Ints:
    """Return the blanks that PDFium made of the space a program sets between Hangul and digits.

    Such a program does it everywhere on the page; where it does not, the blank is one.
    """
    meeting = np.array([found.start() for found in _SCRIPTS_MEET.finditer(text)], np.int64)
    left, top, right, bottom, base, _, _ = places
    level = np.abs(base[meeting] - base[meeting - 1]) <= 1
    meeting = meeting[(before[meeting] != 2) & level]
    height = np.maximum((bottom - top)[meeting], 1)
    gap = (left[meeting] - right[meeting - 1]) / height
    apart = before[meeting] > 0
    narrow: Ints = meeting[apart & (gap > 0) & (gap <= SCRIPT_GAP)]
    none = np.count_nonzero(~apart & (gap < 0.1))
    return narrow if len(narrow) > 3 * none else narrow[:0]


def _character(page: object, text: str, index: int, before: int) -> str:
    """Return what a character of a symbol font, or one without a meaning, is read as."""
    character = text[index]
    code = ord(character)
    if character == UNKNOWN:
        code = raw.FPDFText_GetUnicode(page, index)
        character = chr(code) if 0 < code <= 0x10FFFF else LOST
    if 0xD800 <= code < 0xE000:
        return LOST
    starts_line = index == 0 or text[index - 1] in _LINE_ENDS
    if 0xF001 <= code <= 0xF0FF or (code in WINGDINGS and (before or starts_line)):
        name = create_string_buffer(128)
        raw.FPDFText_GetFontInfo(page, index, name, 128, c_int())
        if is_symbol_font(name.value.decode("utf-8", "replace")):
            return pictured(character)
    return character


def _inkless(page: object, index: int) -> bool:
    """A code without meaning that paints nothing is a blank of a badly made font."""
    left, right, bottom, top = (c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    return abs(top.value - bottom.value) < 0.3 or abs(right.value - left.value) < 0.3
