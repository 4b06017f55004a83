"""The characters of a page, with their boxes, in the order in which they were drawn."""

import re
from collections.abc import Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from math import pi
from struct import Struct
from typing import Final, Literal, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.readers.pdf.calls import (
    UNKNOWN,
    char_font_size,
    char_is_generated,
    char_loose_box,
    char_origin,
    handle,
    page_text,
)
from extract.readers.pdf.symbols import WINGDINGS, is_symbol_font, pictured
from extract.readers.pdf.view import PageView

__all__ = ["Blank", "Glyph", "read_glyphs"]

Blank = Literal[0, 1, 2]
"""What stands before a character: 0 nothing, 1 a blank PDFium made up, 2 a blank of the file."""

SCRIPT_GAP: Final = 0.28
"""Word processors set up to this part of the line's height between Hangul and digits."""

LOST: Final = "\ufffd"
"""Stands for a character whose code says nothing."""

_LINE_ENDS: Final = frozenset("\n\r")
_BLANKS: Final = frozenset("\t \xa0\u2000\u2002\u2003\u2009\u3000")
_SPECIAL: Final = re.compile(
    f"[{UNKNOWN}\ud800-\udfff\uf001-\uf0ff{''.join(map(re.escape, map(chr, WINGDINGS)))}]"
)
_SCRIPTS_MEET: Final = re.compile("(?<=[가-힣])[0-9A-Za-z]|(?<=[0-9A-Za-z])[가-힣]")
_BOX: Final = Struct("4f")
_new: Final = tuple.__new__  # a third of the time of calling the class


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


class _Level(NamedTuple):
    """What the characters of one printed line share."""

    top: float
    bottom: float
    base: float
    turn: int
    size: float


class _Places(NamedTuple):
    """Where the visible characters stand, each list in their order."""

    lefts: list[float]
    rights: list[float]
    levels: list[_Level]


def read_glyphs(text_page: pdfium.PdfTextPage, view: PageView) -> list[Glyph]:
    """Return the visible characters of a page."""
    page = text_page.raw
    text = page_text(page, raw.FPDFText_CountChars(page))
    visible, blanks = _visible(page, text)
    places = _places(page, visible, view)
    characters = [text[index] for index in visible]
    for found in _SPECIAL.finditer("".join(characters)):
        number = found.start()
        characters[number] = _character(page, text, visible[number], blanks[number])
    for number in _script_gaps("".join(characters), blanks, places):
        blanks[number] = 0
    return [
        _new(Glyph, (character, left, top, right, bottom, base, order, before, turn, size))
        for order, (character, left, right, (top, bottom, base, turn, size), before) in enumerate(
            zip(characters, *places, blanks, strict=True)
        )
    ]


def _visible(page: object, text: str) -> tuple[list[int], list[Blank]]:
    """Return the indices of the characters that paint something, and what stands before each."""
    address = handle(page)
    visible: list[int] = []
    blanks: list[Blank] = []
    before: Blank = 0
    for index, character in enumerate(text):
        if character in _BLANKS or (character == UNKNOWN and _inkless(page, index)):
            if before != 2:
                before = 1 if char_is_generated(address, index) == 1 else 2
        elif character not in _LINE_ENDS:
            visible.append(index)
            blanks.append(before)
            before = 0
    return visible, blanks


def _boxes(page: object, visible: list[int]) -> Iterator[tuple[float, float, float, float]]:
    """Return the advance boxes of characters (left, top, right, bottom), in the file's coordinates."""
    address, box, boxes = handle(page), raw.FS_RECTF(), bytearray()
    where = byref(box)
    for index in visible:
        char_loose_box(address, index, where)
        boxes += box
    return _BOX.iter_unpack(boxes)


def _places(page: object, visible: list[int], view: PageView) -> _Places:
    """Return where characters stand; the height of a box tells the line, once that is known."""
    places = _Places([], [], [])
    lefts, rights, levels = places
    pen = _Pen(page, view)
    known = pen.known
    shift = view.left
    x = edge = 0.0
    level = _Level(0.0, 0.0, 0.0, 0, 0.0)
    for index, box in zip(visible, _boxes(page, visible), strict=True):
        left, top, right, bottom = box
        start, end = left - shift, right - shift
        last, found = level, known.get((top, bottom))
        if found is not None and (
            found.base == last.base or abs(start - x) >= abs(found.base - last.base)
        ):
            level = found
            x = start
        else:
            start, end, x, level = pen.move(index, box, x, levels)
        if (
            start < edge
            and lefts[-1] < start
            and abs(level.base - last.base) < level.bottom - level.top
        ):
            # Condensed type: the font's own width reaches over the next character.
            rights[-1] = start
        lefts.append(start)
        rights.append(end)
        levels.append(level)
        edge = end
    return places


class _Pen:
    """Goes from one printed line to the next.

    Attributes:
        known: Top and bottom, in the file's coordinates, to the line of upright writing that has them.
    """

    def __init__(self, page: object, view: PageView) -> None:
        self.known: dict[tuple[float, float], _Level] = {}
        self._page = page
        self._handle = handle(page)
        self._view = view
        self._sizes: dict[tuple[float, float], float] = {}
        self._origin = c_double(), c_double()
        self._origin_at = tuple(map(byref, self._origin))

    def move(
        self, index: int, box: tuple[float, float, float, float], x: float, levels: list[_Level]
    ) -> tuple[float, float, float, _Level]:
        """Return the left and right edge of a character, where it begins, and its line.

        Args:
            index: Its index on the page.
            box: Its left, top, right and bottom, in the file's coordinates.
            x: Where the character before it begins.
            levels: The lines of those before it; the last one's direction is put right.
        """
        page, view = self._page, self._view
        left, top, right, bottom = box
        char_origin(self._handle, index, *self._origin_at)
        at_x, base = self._origin[0].value, self._origin[1].value
        if view.turn:
            start, high, end, low = view.box(left, bottom, right, top)
            at_x, base = view.point(at_x, base)
        else:
            start, high, end, low = left - view[0], view[3] - top, right - view[0], view[3] - bottom
            at_x, base = at_x - view[0], view[3] - base
        turn = 0
        if abs(at_x - x) < abs(base - (levels[-1].base if levels else 0.0)):
            # A new line, or writing that runs up or down.
            turn = _turn(page, index, view)
            if turn and levels and levels[-1].turn != turn and _turn(page, index - 1, view) == turn:
                levels[-1] = levels[-1]._replace(turn=turn)
        kind = round(low - high, 2), char_font_size(self._handle, index)
        size = self._sizes.get(kind)
        if size is None:
            size = self._sizes[kind] = _size(page, index)
        level = _new(_Level, (high, low, base, turn, size))
        if view.turn == 0 and turn == 0:
            self.known[top, bottom] = level
        return start, end, at_x, level


def _script_gaps(text: str, blanks: list[Blank], places: _Places) -> list[int]:
    """Return the blanks that PDFium made of the space a program sets between Hangul and digits.

    Such a program does it everywhere on the page; where it does not, the blank is one.
    """
    lefts, rights, levels = places
    narrow: list[int] = []
    none = 0
    for found in _SCRIPTS_MEET.finditer(text):
        number = found.start()
        before, level = blanks[number], levels[number]
        if before == 2 or abs(level.base - levels[number - 1].base) > 1:
            continue
        gap = (lefts[number] - rights[number - 1]) / max(level.bottom - level.top, 1)
        if before and 0 < gap <= SCRIPT_GAP:
            narrow.append(number)
        elif not before and gap < 0.1:
            none += 1
    return narrow if len(narrow) > 3 * none else []


def _character(page: object, text: str, index: int, before: Blank) -> str:
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
