"""BodyText: paragraphs with their controls (tables, shapes, notes, fields).

    PARA_HEADER > PARA_TEXT              the characters; a control is one of them
                  CTRL_HEADER 'tbl '     caption? TABLE, then LIST_HEADER and paragraphs a cell
                  CTRL_HEADER 'gso '     SHAPE_COMPONENT > LIST_HEADER and paragraphs of a text box
                  CTRL_HEADER 'fn  ' …   LIST_HEADER and paragraphs that stand apart

To add a control: a row in `SectionReader._CONTROLS`.
"""

import struct
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import ClassVar, Final

from extract.document import Role
from extract.findings import Finding
from extract.readers.composer import SeenCell
from extract.readers.hancom.flow import Part, Passage, SeenParagraph, content, deeper
from extract.readers.hancom.grid import make_table
from extract.readers.hancom.pages import Pages
from extract.readers.hancom.styles import Styles
from extract.readers.hwp import controls, layout
from extract.readers.hwp.paratext import FIELD_END, Piece, pieces
from extract.readers.hwp.record import Record, Tag

__all__ = ["SectionReader"]

_ASIDES: Final[dict[bytes, Role]] = {
    b"head": "page-header",
    b"foot": "page-footer",
    b"fn  ": "footnote",
    b"en  ": "endnote",
    b"tcmt": "hidden",
    b"secd": "page-header",  # its lists are master pages (바탕쪽)
}
_BEFORE: Final = (0, 2)
"""Sides of a caption that come before its object: left, top."""
_DELETED: Final = 0x11
_CELL = struct.Struct("<4H")


class SectionReader:
    """Turns sections into paragraphs. One reader serves all sections of a document, in order.

    Args:
        styles: From DocInfo.
        findings: Gets the doubts.
    """

    def __init__(self, styles: Styles, findings: list[Finding]) -> None:
        self.asides: list[Passage] = []
        self._styles = styles
        self._findings = findings
        self._depth = 0

    def paragraphs(self, root: Record, pages: Pages) -> Iterator[SeenParagraph]:
        """Yield the paragraphs of a section, each at its place."""
        paragraphs = layout.body(root)
        places = pages.section(layout.room(paragraphs), layout.layouts(paragraphs))
        for record, place in zip(paragraphs, places, strict=True):
            yield self._paragraph(record).placed(place)
        behind = [each for each in root.children if each.tag == Tag.PARA_HEADER]
        for record in behind[len(paragraphs) :]:
            yield SeenParagraph([Passage("memo", [self._paragraph(record)])])

    def _paragraph(self, record: Record) -> SeenParagraph:
        return self._styles.paragraph(*self._parts(record))

    def _words(self, record: Record) -> SeenParagraph:
        """Return a paragraph of a cell, where level, edge and size say nothing."""
        return SeenParagraph(self._parts(record)[0])

    def _parts(self, record: Record) -> tuple[list[Part], str, str]:
        """Return what a paragraph holds, its shape, and the character shape it begins with."""
        text = b""
        size = ""
        waiting: list[Record] = []
        deleted: list[tuple[int, int]] = []
        memos: list[Record] = []
        for child in record.children:
            tag = child.tag
            if tag == Tag.PARA_TEXT:
                text += child.data
            elif tag == Tag.PARA_CHAR_SHAPE:
                size = str(int.from_bytes(child.data[4:8], "little"))
            elif tag == Tag.CTRL_HEADER:
                waiting.append(child)
            elif tag == Tag.PARA_RANGE_TAG and self._styles.tracked:
                deleted = _deletions(child.data)
            elif tag in (Tag.MEMO_LIST, Tag.LIST_HEADER):
                memos.append(child)
        shape = str(int.from_bytes(record.data[8:10], "little"))
        opening = self._styles.opening(shape)
        parts: list[Part] = [opening] if opening else []
        found = pieces(text)
        if waiting or len(found) > 1 or deleted:
            self._place(_split(found, deleted), waiting, parts)
        elif found:
            parts.append(found[0].text)
        parts += [self._passage(memo, "memo") for memo in memos]
        return parts, shape, size

    def _place(self, found: list[Piece], waiting: list[Record], parts: list[Part]) -> None:
        """Put every control where its character stands; none is lost if characters are missing."""
        prompts: list[tuple[int, str]] = []
        for piece in found:
            if not piece.code:
                parts.append(piece.text)
            elif piece.code == _DELETED:
                parts.append(Passage("deleted", [SeenParagraph([piece.text])]))
            elif piece.code == FIELD_END:
                _end_field(prompts, parts)
            elif piece.control:
                at = _find(waiting, piece.control)
                if at >= 0:
                    control = waiting.pop(at)
                    if piece.control[:1] == b"%":
                        prompts.append((len(parts), controls.prompt(control.data)))
                    self._control(control, parts)
        for control in waiting:
            self._control(control, parts)

    def _control(self, record: Record, parts: list[Part]) -> None:
        name = record.data[:4][::-1]
        role = _ASIDES.get(name)
        if name == b"secd":
            self._styles.outline = str(int.from_bytes(record.data[18:20], "little"))
        if role is not None:
            passage = self._passage(record, role)
            if passage.paragraphs:
                parts.append(passage)
            return
        handle = self._CONTROLS.get(name)
        if handle is not None:
            handle(self, record, parts)
        else:
            text = controls.text(name, record)
            if text:
                parts.append(text)

    def _passage(self, record: Record, role: Role) -> Passage:
        return Passage(
            role,
            [each for _, seen in self._lists(record.children, self._paragraph) for each in seen],
        )

    def _lists(
        self, records: list[Record], make: Callable[[Record], SeenParagraph]
    ) -> list[tuple[bytes, list[SeenParagraph]]]:
        """Return each LIST_HEADER's data with its paragraphs, which stand below it or behind it."""
        self._depth = deeper(self._depth, "HWP")
        found: list[tuple[bytes, list[SeenParagraph]]] = []
        for record in records:
            if record.tag == Tag.LIST_HEADER:
                inside = [make(each) for each in record.children if each.tag == Tag.PARA_HEADER]
                found.append((record.data, inside))
            elif record.tag == Tag.PARA_HEADER:
                if not found:
                    found.append((b"", []))
                found[-1][1].append(make(record))
        self._depth -= 1
        return found

    def _table(self, record: Record, parts: list[Part]) -> None:
        kinds = [child.tag for child in record.children]
        if Tag.TABLE not in kinds:
            parts.append(self._passage(record, "body"))
            return
        at = kinds.index(Tag.TABLE)
        captions = self._lists(record.children[:at], self._paragraph)
        cells: list[SeenCell] = []
        for data, seen in self._lists(record.children[at + 1 :], self._words):
            if len(data) < 16:
                parts.append(Passage("body", seen))
                continue
            column, row, column_span, row_span = _CELL.unpack_from(data, 8)
            words = content(seen, self.asides)
            header = bool(data[6] & 0x4)
            cells.append(SeenCell(row, column, row_span, column_span, words, header))
        size = record.children[at].data.ljust(8, b"\0")
        rows, columns = struct.unpack_from("<HH", size, 4)
        table = make_table(rows, columns, cells, self._findings)
        if table is not None:
            _captioned(captions, table, parts)

    def _object(self, record: Record, parts: list[Part]) -> None:
        around = [each for each in record.children if each.tag != Tag.SHAPE_COMPONENT]
        captions = self._lists(around, self._paragraph)
        inside: list[SeenParagraph] = []
        for child in record.children:
            if child.tag == Tag.SHAPE_COMPONENT:
                self._shape(child, inside)
        _captioned(captions, Passage("body", inside), parts)

    def _shape(self, record: Record, inside: list[SeenParagraph]) -> None:
        self._depth = deeper(self._depth, "HWP")
        for child in record.children:
            if child.tag == Tag.SHAPE_COMPONENT:
                self._shape(child, inside)
            elif child.tag == Tag.SHAPE_COMPONENT_TEXTART:
                inside.append(SeenParagraph([controls.counted(child.data, 32)]))
        inside += self._passage(record, "body").paragraphs
        self._depth -= 1

    _CONTROLS: ClassVar[dict[bytes, Callable[["SectionReader", Record, list[Part]], None]]] = {
        b"tbl ": _table,
        b"gso ": _object,
    }


def _captioned(
    captions: list[tuple[bytes, list[SeenParagraph]]], part: Part, parts: list[Part]
) -> None:
    after: list[Part] = []
    for data, seen in captions:
        side = data[8] & 3 if len(data) > 8 else 3
        (parts if side in _BEFORE else after).append(Passage("caption", seen))
    parts.append(part)
    parts += after


def _find(waiting: list[Record], control: bytes) -> int:
    """Return the place of the control that a character stands for: the next, if it is that kind."""
    wanted = control[::-1]
    for at, record in enumerate(waiting[:8]):
        if record.data[:4] == wanted:
            return at
    return -1


def _end_field(prompts: list[tuple[int, str]], parts: list[Part]) -> None:
    """Set a prompt apart (누름틀 안내문) that nobody has written over."""
    if not prompts:
        return
    begin, prompt = prompts.pop()
    inside = "".join(part for part in parts[begin:] if isinstance(part, str)).strip()
    if inside and inside in prompt:
        parts[begin:] = [Passage("hidden", [SeenParagraph([inside])])]


def _deletions(data: bytes) -> list[tuple[int, int]]:
    """Return the ranges that tracking says are deleted."""
    return [
        (start, end)
        for start, end, tag in struct.iter_unpack("<3I", data[: len(data) // 12 * 12])
        if tag >> 24 == _DELETED and start < end
    ]


def _split(found: list[Piece], deleted: list[tuple[int, int]]) -> list[Piece]:
    """Cut text at the borders of what is deleted; such a piece gets its own code."""
    if not deleted:
        return found
    cut: list[Piece] = []
    for piece in found:
        if piece.code:
            cut.append(piece)
            continue
        # Units and characters differ behind a character outside the basic plane.
        units = piece.text.encode("utf-16-le", errors="surrogatepass")
        borders = {0, len(units) // 2}
        for start, end in deleted:
            borders |= {start - piece.start, end - piece.start}
        inner = sorted(each for each in borders if 0 <= each <= len(units) // 2)
        for begin, stop in pairwise(inner):
            text = units[2 * begin : 2 * stop].decode("utf-16-le", errors="replace")
            place = piece.start + begin
            gone = any(start <= place < end for start, end in deleted)
            cut.append(Piece(place, text, _DELETED if gone else 0))
    return cut
