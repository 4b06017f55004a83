"""How the body paragraphs of a section were laid out, and how much room its pages have."""

import struct
from typing import Final

from extract.readers.hancom.pages import Layout, Line
from extract.readers.hwp.record import Record, Tag

__all__ = ["body", "layouts", "room"]

_LINE: Final = struct.Struct("<9i")
_PAGE: Final = struct.Struct("<10I")
_FIRST_OF_LINE: Final = 0x20000
"""Objects beside the text part a line in several segments."""

_BREAKS: Final = 0x4 | 0x8
_SIDEWAYS: Final = 0x1
_AS_CHARACTER: Final = 0x1
_BETWEEN_LINES: Final = (0, 1)
"""Ways of wrapping that keep a table apart from the text: around it, above and below it."""


def body(root: Record) -> list[Record]:
    """Return the body paragraphs of a section; those behind a list of memos are memos."""
    found: list[Record] = []
    for record in root.children:
        if record.tag == Tag.MEMO_LIST:
            break
        if record.tag == Tag.PARA_HEADER:
            found.append(record)
    return found


def room(paragraphs: list[Record]) -> int:
    """Return the height of the section's pages between their margins, or 0 if it does not say."""
    for control in paragraphs[0].children if paragraphs else ():
        for record in control.children:
            if record.tag == Tag.PAGE_DEF and len(record.data) >= _PAGE.size:
                width, height, _, _, top, bottom, head, foot, _, turned = _PAGE.unpack_from(
                    record.data
                )
                full = width if turned & _SIDEWAYS else height
                return int(full - top - bottom - head - foot)
    return 0


def layouts(paragraphs: list[Record]) -> list[Layout]:
    """Return how body paragraphs were laid out."""
    return [_layout(record) for record in paragraphs]


def _layout(paragraph: Record) -> Layout:
    lines: list[Line] = []
    floating = 0
    followed = True
    for record in paragraph.children:
        data = record.data
        if record.tag == Tag.PARA_LINE_SEG:
            whole = data[: len(data) // _LINE.size * _LINE.size]
            lines += [
                Line(segment[0], segment[1], segment[2])
                for segment in _LINE.iter_unpack(whole)
                if segment[8] & _FIRST_OF_LINE
            ]
        elif record.tag == Tag.CTRL_HEADER:
            floating += _floating(data)
            followed = followed and _followed(data)
    return Layout(
        lines, floating, len(paragraph.data) > 11 and bool(paragraph.data[11] & _BREAKS), followed
    )


def _floating(control: bytes) -> int:
    if control[:4] != b" lbt" or len(control) < 24:
        return 0
    attributes, height = (
        int.from_bytes(control[4:8], "little"),
        int.from_bytes(control[20:24], "little"),
    )
    apart = not attributes & _AS_CHARACTER and attributes >> 21 & 7 in _BETWEEN_LINES
    return height if apart else 0


def _followed(control: bytes) -> bool:
    """Tell columns, and pages that begin on odd or even numbers only, which may leave blank ones."""
    attributes = int.from_bytes(control[4:8], "little")
    if control[:4] == b"dloc":
        return (attributes >> 2 & 0xFF) <= 1
    if control[:4] == b"dces":
        return attributes >> 20 & 3 not in (1, 2)
    return control[:4] != b"tcgp"
