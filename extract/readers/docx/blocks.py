"""Paragraphs and tables of a DOCX file, wherever they stand: body, cell, text box, note, header."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.document import Role
from extract.errors import LimitError
from extract.readers.archive import Element
from extract.readers.composer import SeenTable
from extract.readers.docx.names import MC, OFF, child_value, integer, is_on, w
from extract.readers.docx.numbering import Numbering
from extract.readers.docx.package import Package, notes_by_id
from extract.readers.docx.paragraphs import ParagraphText
from extract.readers.docx.styles import Style, Styles, own_properties
from extract.readers.docx.tables import Merge, RowCell, TableBuilder

__all__ = [
    "ALT_CHUNK",
    "PARAGRAPH",
    "ROW",
    "TABLE",
    "BlockReader",
    "SeenParagraph",
    "SeenText",
    "blocks",
    "inside",
]

PARAGRAPH, TABLE, ROW, ALT_CHUNK = w("p"), w("tbl"), w("tr"), w("altChunk")
_CELL, _RPR, _DELETED = w("tc"), w("rPr"), w("del")
_CELL_PR, _SPAN, _DOWN, _ACROSS = w("tcPr"), w("gridSpan"), w("vMerge"), w("hMerge")
_ROW_PR, _BEFORE, _HEADER = w("trPr"), w("gridBefore"), w("tblHeader")
_VAL, _PAGE_BEFORE = w("val"), w("pageBreakBefore")
_WRAPPERS: Final = frozenset(
    map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")),
) | {f"{MC}AlternateContent"}
_SECTION, _TYPE, _NUM_PR, _NUM_ID, _LEVEL = (
    w("sectPr"),
    w("type"),
    w("numPr"),
    w("numId"),
    w("ilvl"),
)
_BREAK_AT_END: Final = re.compile(r"\n(\f?)\Z")
# A budget of 100,000 rows has a million; a file of 60 MB can hold ten million empty ones.
MAX_PARAGRAPHS: Final = 3_000_000
MAX_TABLE_DEPTH: Final = 16


class SeenText(NamedTuple):
    """The text of a paragraph, page breaks as form feeds, and what it carries.

    Attributes:
        text: With its list number.
        boxes: Text boxes anchored in it.
        gone: Nothing is left of it but a paragraph mark that was deleted.
        page_number: It prints the number of its page.
        size: Half points that its first run states, or empty.
        style: Its named style.
        properties: The children of its `w:pPr` by name.
    """

    text: str
    boxes: list[Element]
    gone: bool
    page_number: bool
    size: str
    style: Style
    properties: dict[str, Element]


class SeenParagraph(NamedTuple):
    """A paragraph with what its styles and list give it."""

    seen: SeenText
    role: Role
    depth: int
    indent: float
    size: float


class BlockReader:
    """Reads elements in document order, because lists count.

    Attributes:
        pages: What begins a page in this file.
        apart: Notes, deleted and hidden text met since it was last emptied.
        too_wide: Tables that declare more columns than they have.
        chunks: Embedded documents that were not read.
    """

    def __init__(self, package: Package) -> None:
        self.pages = package.page_marks()
        self._styles = Styles(package.root("styles"))
        self._numbering = Numbering(package.root("numbering"), self._styles)
        self._notes: dict[Role, dict[str, Element]] = {
            "footnote": notes_by_id(package.root("footnotes"), "footnote"),
            "endnote": notes_by_id(package.root("endnotes"), "endnote"),
            "memo": notes_by_id(package.root("comments"), "comment"),
        }
        self._paragraphs = 0
        self._depth = 0
        self.apart: list[tuple[Role, str]] = []
        self.too_wide = 0
        self.chunks = 0

    def paragraph(self, element: Element) -> SeenParagraph:
        """Read a `w:p` with its layout."""
        seen = self.text(element)
        style = seen.style
        if seen.properties:
            style = own_properties(seen.properties).over(style)
        size = integer(seen.size, style.size or 20) / 2
        outline = 9 if style.outline is None else style.outline
        return SeenParagraph(
            seen,
            style.role,
            outline + 1 if outline < 9 else 0,
            self._indent(style, seen.text, size),
            size,
        )

    def text(self, element: Element) -> SeenText:
        """Read the text of a `w:p` with its list number; what hangs on it goes apart."""
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise LimitError("w:p", f"more than {MAX_PARAGRAPHS} paragraphs")
        seen = ParagraphText(element, self._styles, self.pages)
        text = seen.text
        if text.endswith(("\n", "\n\f")):
            # A break at the end of a paragraph begins no line there.
            text = _BREAK_AT_END.sub(r"\1", text)
        self.apart += seen.apart.items()
        for role, name in seen.notes:
            self._note(role, name)
        properties, gone = seen.properties, False
        if properties:
            gone = not text and _RPR in properties and properties[_RPR].find(_DELETED) is not None
            text = self._paged(properties, text)
        numbering, level = _list(properties, seen.style)
        if numbering and not gone:
            marker = self._numbering.marker(numbering, level)
            pages = len(text) - len(text.lstrip("\f"))
            text = text[:pages] + marker + text[pages:]
        return SeenText(
            text, seen.boxes, gone, bool(seen.page_fields), seen.size, seen.style, properties
        )

    def _paged(self, properties: dict[str, Element], text: str) -> str:
        """The text with form feeds for a page break before it and a section that ends with it."""
        if self.pages == "explicit":
            before = properties.get(_PAGE_BEFORE)
            if before is not None and before.get(_VAL, "1") not in OFF:
                text = "\f" + text
            section = properties.get(_SECTION)
            if section is not None and child_value(section, _TYPE) not in {
                "continuous",
                "nextColumn",
            }:
                text += "\f"
        return text

    def _indent(self, style: Style, text: str, size: float) -> float:
        left = style.left
        if left is None and style.numbering:
            left = self._numbering.left(style.numbering, style.level or 0)
        # A digit is half as wide as its type is high; the file counts in twentieths of a point.
        blanks = len(text) - len(text.lstrip(" "))
        return round((left or 0) / 20 / (size / 2 or 1), 1) + blanks

    def content(self, container: Element) -> list[str | SeenTable]:
        """The paragraphs and nested tables of a cell, note or text box, in order."""
        out: list[str | SeenTable] = []
        for element in blocks(container):
            if element.tag == PARAGRAPH:
                seen = self.text(element)
                inner = [part for box in seen.boxes for part in self.content(box)]
                if not seen.gone and (seen.text or not inner):
                    out.append(seen.text)
                out += inner
            elif element.tag == TABLE:
                out.append(self.table(element))
            else:
                self.chunks += 1
        return out

    def table(self, element: Element) -> SeenTable:
        """Read a whole `w:tbl`."""
        builder = TableBuilder()
        self._depth += 1
        if self._depth > MAX_TABLE_DEPTH:
            raise LimitError("w:tbl", f"tables nested deeper than {MAX_TABLE_DEPTH}")
        for row in inside(element, ROW):
            self.row(row, builder)
        self._depth -= 1
        return self.finish(builder)

    def finish(self, builder: TableBuilder) -> SeenTable:
        """The table of a builder; text under merged cells goes apart, false columns are counted."""
        self.apart += [("hidden", text) for text in builder.covered]
        self.too_wide += builder.too_wide
        return builder.table()

    def row(self, element: Element, builder: TableBuilder) -> None:
        """Read a `w:tr` into the table."""
        properties = element.find(_ROW_PR)
        before, header, deleted = 0, False, False
        if properties is not None:
            before = integer(child_value(properties, _BEFORE))
            header = bool(is_on(properties, _HEADER))
            deleted = properties.find(_DELETED) is not None
        cells = [self._cell(cell, header=header) for cell in inside(element, _CELL)]
        if deleted:
            self.apart += [
                ("deleted", part)
                for cell in cells
                for part in cell.content
                if isinstance(part, str) and part
            ]
        else:
            builder.row(cells, before)

    def _cell(self, element: Element, *, header: bool) -> RowCell:
        properties = element.find(_CELL_PR)
        span, down, across = 1, None, None
        if properties is not None:
            span = integer(child_value(properties, _SPAN), 1)
            down, across = properties.find(_DOWN), properties.find(_ACROSS)
        return RowCell(span, _merge(down), self.content(element), header, _merge(across))

    def _note(self, role: Role, name: str) -> None:
        # A note that refers to itself is read once.
        note = self._notes.get(role, {}).pop(name, None)
        if note is not None:
            parts = self.content(note)
            self.apart.append(
                (role, "\n".join(part for part in parts if isinstance(part, str)).strip())
            )


def blocks(container: Element) -> Iterator[Element]:
    """Paragraphs, tables and embedded documents in `container`, through all wrappers."""
    for child in container:
        tag = child.tag
        if tag in {PARAGRAPH, TABLE, ALT_CHUNK}:
            yield child
        elif tag in _WRAPPERS:
            yield from blocks(_chosen(child))


def inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through all wrappers."""
    for child in element:
        tag = child.tag
        if tag == name:
            yield child
        elif tag in _WRAPPERS:
            yield from inside(_chosen(child), name)


def _chosen(element: Element) -> Element:
    if element.tag != f"{MC}AlternateContent":
        return element
    choice = element.find(f"{MC}Choice")
    return element.find(f"{MC}Fallback") if choice is None else choice


def _list(properties: dict[str, Element], style: Style) -> tuple[str | None, int]:
    """The list and level of a paragraph: its own, else those of its style."""
    own = properties.get(_NUM_PR)
    if own is None:
        return style.numbering, style.level or 0
    level = child_value(own, _LEVEL)
    return child_value(own, _NUM_ID) or style.numbering, integer(level, style.level or 0)


def _merge(mark: Element | None) -> Merge:
    if mark is None:
        return "none"
    return "restart" if mark.get(_VAL) == "restart" else "continue"
