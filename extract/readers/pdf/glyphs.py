"""The characters of a page, with their boxes, in the order in which they were drawn."""

import ctypes
from math import pi
from typing import Final, Literal, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.readers.pdf.symbols import WINGDINGS, is_symbol_font, pictured
from extract.readers.pdf.view import PageView

__all__ = ["Blank", "Glyph", "read_glyphs"]

Blank = Literal[0, 1, 2]
"""What stands before a character: 0 nothing, 1 a blank PDFium made up, 2 a blank of the file."""

SCRIPT_GAP: Final = 0.28
"""Word processors set up to this part of the line's height between Hangul and digits."""

_LINE_ENDS: Final = frozenset((10, 13))
_BLANKS: Final = frozenset((9, 32, 0xA0, 0x2000, 0x2002, 0x2003, 0x2009, 0x3000))
_PICTURED: Final = frozenset(WINGDINGS)


class Glyph(NamedTuple):
    """A visible character; the origin is the page's upper left corner as shown, y grows downwards.

    Attributes:
        text: One character.
        left: Left edge of its advance box, in points.
        top: Top edge of its font's line.
        right: Right edge of its advance box.
        bottom: Bottom edge of its font's line.
        base: Height of its baseline.
        order: Its place among the visible characters in drawing order.
        before: See `Blank`; about the character drawn before it.
        turn: Direction of writing in degrees, clockwise: 0, 90, 180 or 270.
        size: Type size in points.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    order: int
    before: Blank
    turn: int
    size: float


def read_glyphs(text_page: pdfium.PdfTextPage, view: PageView) -> list[Glyph]:
    """Return the visible characters of a page."""
    page = text_page.raw
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    sizes: dict[tuple[float, float], float] = {}
    glyphs: list[Glyph] = []
    before: Blank = 0
    old_x = old_y = 0.0
    unicode_of = raw.FPDFText_GetUnicode
    for index in range(raw.FPDFText_CountChars(page)):
        code = unicode_of(page, index)
        if code in _LINE_ENDS:
            continue
        if code in _BLANKS or (code == 0 and _inkless(page, index)):
            if before != 2:
                before = 1 if raw.FPDFText_IsGenerated(page, index) == 1 else 2
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        place = view.box(box.left, box.bottom, box.right, box.top)
        at_x, base = view.point(x.value, y.value)
        turn = 0
        if abs(at_x - old_x) < abs(base - old_y):  # a new line, or writing that runs up or down
            turn = _turn(page, index, view)
            if turn and glyphs and glyphs[-1].turn != turn and _turn(page, index - 1, view) == turn:
                glyphs[-1] = glyphs[-1]._replace(turn=turn)
        kind = round(place.bottom - place.top, 2), raw.FPDFText_GetFontSize(page, index)
        if kind not in sizes:
            sizes[kind] = _size(page, index)
        if (
            glyphs
            and glyphs[-1].left < place.left < glyphs[-1].right
            and abs(base - old_y) < (place.bottom - place.top)
        ):
            # Condensed type: the font's own width reaches over the next character.
            glyphs[-1] = glyphs[-1]._replace(right=place.left)
        text = _character(page, index, code, before)
        glyphs.append(Glyph(text, *place, base, len(glyphs), before, turn, sizes[kind]))
        before, old_x, old_y = 0, at_x, base
    return _without_script_gaps(glyphs)


def _without_script_gaps(glyphs: list[Glyph]) -> list[Glyph]:
    """Take back the blanks that PDFium made of the space a program sets between Hangul and digits.

    Such a program does it everywhere on the page; where it does not, the blank is one.
    """
    narrow: list[int] = []
    none = 0
    for number in range(1, len(glyphs)):
        glyph, last = glyphs[number], glyphs[number - 1]
        if (
            glyph.before == 2
            or abs(glyph.base - last.base) > 1
            or not _scripts_meet(last.text, glyph.text)
        ):
            continue
        gap = (glyph.left - last.right) / max(glyph.bottom - glyph.top, 1)
        if glyph.before and 0 < gap <= SCRIPT_GAP:
            narrow.append(number)
        elif not glyph.before and gap < 0.1:
            none += 1
    if len(narrow) > 3 * none:
        for number in narrow:
            glyphs[number] = glyphs[number]._replace(before=0)
    return glyphs


def _scripts_meet(a: str, b: str) -> bool:
    """Tell whether Hangul meets a letter or digit of another script."""
    if "가" <= a <= "힣":
        return b.isascii() and b.isalnum()
    return "가" <= b <= "힣" and a.isascii() and a.isalnum()


def _character(page: object, index: int, code: int, before: Blank) -> str:
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    text = chr(code)
    if 0xF001 <= code <= 0xF0FF or (code in _PICTURED and (before or _starts_line(page, index))):
        name = ctypes.create_string_buffer(128)
        raw.FPDFText_GetFontInfo(page, index, name, 128, ctypes.c_int())
        if is_symbol_font(name.value.decode("utf-8", "replace")):
            return pictured(text)
    return text


def _starts_line(page: object, index: int) -> bool:
    return index == 0 or raw.FPDFText_GetUnicode(page, index - 1) in _LINE_ENDS


def _inkless(page: object, index: int) -> bool:
    """A code without meaning that paints nothing is a blank of a badly made font."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    return abs(top.value - bottom.value) < 0.3 or abs(right.value - left.value) < 0.3


def _turn(page: object, index: int, view: PageView) -> int:
    """Direction of writing of a character in quarter turns; a slant is none."""
    angle = raw.FPDFText_GetCharAngle(page, index)
    return int(round(angle * 2 / pi) * 90 + view.turn) % 360


def _size(page: object, index: int) -> float:
    matrix = raw.FS_MATRIX()
    size = float(raw.FPDFText_GetFontSize(page, index))
    if raw.FPDFText_GetMatrix(page, index, matrix):
        size *= float((matrix.b**2 + matrix.d**2) ** 0.5)
    return round(size, 1)
