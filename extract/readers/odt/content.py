"""Paragraphs and tables of an ODT file in reading order.

To add an inline element: a branch in `_inline`. Unknown elements are looked into: no text is lost.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.document import Role
from extract.errors import LimitError
from extract.readers.archive import Element
from extract.readers.composer import SeenCell, SeenTable
from extract.readers.odt.lists import ListStyles
from extract.readers.odt.names import DRAW, OFFICE, TABLE, TEXT

__all__ = ["ContentReader", "Laid"]

MAX_CELLS: Final = 3_000_000
MAX_BLANKS: Final = 1000
MAX_TABLE_DEPTH: Final = 16
_PARAGRAPHS: Final = frozenset({f"{TEXT}p", f"{TEXT}h"})
_ROW_GROUPS: Final = frozenset(
    TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")
)
_CELLS: Final = frozenset({f"{TABLE}table-cell", f"{TABLE}covered-table-cell"})
_APART: Final[dict[str, Role]] = {"footnote": "footnote", "endnote": "endnote"}
# The mark of a note would run into the figure before it; a changed region is text that is gone.
_SKIPPED: Final = frozenset(
    {f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}ruby-text", f"{OFFICE}forms"}
)


class Laid(NamedTuple):
    """A paragraph with its role and outline level."""

    text: str
    role: Role = "body"
    depth: int = 0


class ContentReader:
    """Reads elements in document order, because lists count."""

    def __init__(self, content: Element, lists: ListStyles) -> None:
        self._lists = lists
        self._counts: dict[str, list[int]] = {}
        self._marker = ""
        self._apart: list[Laid] = []
        self._boxes: list[Element] = []
        self._cells = 0
        self._depth = 0
        for region in content.iter(f"{TEXT}deletion"):
            parts = [self._text(each) for each in region.iter(*_PARAGRAPHS)]
            self._apart.append(Laid("\n".join(parts).strip(), "deleted"))

    def blocks(self, container: Element) -> Iterator[Laid | SeenTable]:
        """Everything in `container`, notes and text boxes behind the paragraph they hang on."""
        for block in self._blocks(container, ("", [])):
            yield block
            apart, self._apart = self._apart, []
            yield from (each for each in apart if each.text)

    def _blocks(self, container: Element, at: tuple[str, list[int]]) -> Iterator[Laid | SeenTable]:
        for child in container:
            tag = child.tag
            if tag in _PARAGRAPHS:
                yield from self._paragraph(child)
            elif tag == f"{TABLE}table":
                yield self._table(child)
            elif tag == f"{TEXT}list":
                yield from self._list(child, at)
            elif tag == f"{TEXT}soft-page-break":
                self._marker = "\f" + self._marker
            elif tag not in _SKIPPED:
                yield from self._blocks(child, at)

    def _list(self, element: Element, at: tuple[str, list[int]]) -> Iterator[Laid | SeenTable]:
        style = element.get(f"{TEXT}style-name") or at[0]
        depth = len(at[1]) + 1
        go_on = element.get(f"{TEXT}continue-numbering") == "true"
        start = self._lists.start(style, depth) - 1
        count = self._counts.get(style, [start])[-1] if go_on and depth == 1 else start
        for item in element:
            counts = [*at[1], count]
            if item.tag == f"{TEXT}list-item":
                given = item.get(f"{TEXT}start-value", "")
                count = int(given) if given.isascii() and given.isdigit() else count + 1
                counts = [*at[1], count]
                # An item that only holds a list below prints no number of its own.
                first = next(iter(item), None)
                if first is not None and first.tag in _PARAGRAPHS:
                    self._marker = self._lists.marker(style, counts)
            yield from self._blocks(item, (style, counts))
        if depth == 1:
            self._counts[style] = [count]

    def _paragraph(self, element: Element) -> Iterator[Laid | SeenTable]:
        level = element.get(f"{TEXT}outline-level", "") if element.tag == f"{TEXT}h" else ""
        marker, self._marker = self._marker, ""
        text = marker + self._text(element)
        boxes, self._boxes = self._boxes, []
        if text or not boxes:
            yield Laid(text, depth=int(level) if level.isascii() and level.isdigit() else 0)
        for box in boxes:
            yield from self._blocks(box, ("", []))

    def _text(self, element: Element) -> str:
        parts = [element.text or ""]
        for child in element:
            parts += (self._inline(child), child.tail or "")
        # Line ends of the file are no line ends of the text.
        return "".join(parts).replace("\r", "")

    def _inline(self, element: Element) -> str:
        tag = element.tag
        if tag == f"{TEXT}s":
            count = element.get(f"{TEXT}c", "1")
            return " " * min(int(count) if count.isascii() and count.isdigit() else 1, MAX_BLANKS)
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag == f"{TEXT}note":
            role = _APART.get(element.get(f"{TEXT}note-class", ""), "footnote")
            self._hang(element.find(f"{TEXT}note-body"), role)
            return ""
        if tag == f"{OFFICE}annotation":
            self._hang(element, "memo")
            return ""
        if tag == f"{DRAW}text-box":
            self._boxes.append(element)
            return ""
        return "" if tag in _SKIPPED else self._text(element)

    def _hang(self, element: Element | None, role: Role) -> None:
        if element is not None:
            parts = [self._text(each) for each in element.iter(*_PARAGRAPHS)]
            self._apart.append(Laid("\n".join(parts).strip(), role))

    def _table(self, element: Element) -> SeenTable:
        self._depth += 1
        if self._depth > MAX_TABLE_DEPTH:
            raise LimitError("table:table", f"tables nested deeper than {MAX_TABLE_DEPTH}")
        cells: list[SeenCell] = []
        row = columns = 0
        for each, header in _rows(element, header=False):
            width = self._row(each, row, cells, header=header)
            columns = max(columns, width)
            row += 1
        self._depth -= 1
        _clip_spans(cells, row, columns)
        return SeenTable(row, columns, cells)

    def _row(self, element: Element, row: int, cells: list[SeenCell], *, header: bool) -> int:
        column = width = 0
        for each in element:
            if each.tag not in _CELLS:
                continue
            repeated = min(_count(each, "number-columns-repeated"), 1024)
            if each.tag == f"{TABLE}table-cell":
                for _ in range(repeated):
                    cell = SeenCell(row, column, header=header)
                    cell.row_span = _count(each, "number-rows-spanned")
                    cell.column_span = _count(each, "number-columns-spanned")
                    cell.content = self._content(each)
                    cells.append(cell)
                    column += 1
                width = column
            else:
                column += repeated
        self._cells += width
        if self._cells > MAX_CELLS:
            raise LimitError("table:table", f"more than {MAX_CELLS} cells")
        return max(width, column)

    def _content(self, element: Element) -> list[str | SeenTable]:
        return [
            block.text if isinstance(block, Laid) else block
            for block in self._blocks(element, ("", []))
        ]


_SIGNS: Final[dict[str, str]] = {
    f"{TEXT}tab": "\t",
    f"{TEXT}line-break": "\n",
    f"{TEXT}soft-page-break": "\f",
    f"{TEXT}soft-hyphen": "",
}


def _clip_spans(cells: list[SeenCell], rows: int, columns: int) -> None:
    """Cut spans where the table ends or another cell stands; what a file declares may be false."""
    real = {(cell.row, cell.column) for cell in cells}
    for cell in cells:
        if cell.row_span == cell.column_span == 1:
            continue
        across = range(cell.column, min(cell.column + cell.column_span, columns))
        free = next((c for c in across[1:] if (cell.row, c) in real), across.stop)
        cell.column_span = free - cell.column
        down = range(cell.row + 1, min(cell.row + cell.row_span, rows))
        end = next(
            (r for r in down if any((r, c) in real for c in range(cell.column, free))), down.stop
        )
        cell.row_span = max(end - cell.row, 1)


def _rows(element: Element, *, header: bool) -> Iterator[tuple[Element, bool]]:
    for child in element:
        if child.tag == f"{TABLE}table-row":
            for _ in range(min(_count(child, "number-rows-repeated"), 1024)):
                yield child, header
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child, header=header or child.tag == f"{TABLE}table-header-rows")


def _count(element: Element, name: str) -> int:
    text = element.get(TABLE + name, "")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 7 else 1
