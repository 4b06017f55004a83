"""Web pages: saved from a portal, or called `.doc`, `.hwp` or `.xls` by one.

Blocks become paragraphs, `<table>` a table with its spans, headings state their level. What a
browser does not show stays out (scripts, styles) or is marked as hidden.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from extract.document import Document, Role
from extract.errors import DamagedError, EmptyFileError, LimitError
from extract.findings import Finding
from extract.readers.composer import Composer, SeenCell, SeenTable
from extract.readers.encodings import damage, decode
from extract.readers.options import ReadOptions
from extract.readers.spans import declared_span, place

__all__ = ["read"]

_BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p"),
        *("pre", "section", "table", "ul"),
    )
)
_LEFT_OUT: Final = frozenset(("head", "script", "style", "template", "noscript", "svg", "object"))
_GROUPS: Final = frozenset(("thead", "tbody", "tfoot"))
_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_DEEPEST_TABLE: Final = 16


def read(data: bytes, options: ReadOptions) -> Document:  # noqa: ARG001 - readers are called alike
    r"""Read a web page.

    Raises:
        EmptyFileError: Nothing in it is shown.
        LimitError: Elements are nested so deep that nothing could be read.
        DamagedError: No page can be made of it.

    >>> page = b"<html><body><h1>A</h1><table><tr><td>1<td>2</table></body></html>"
    >>> read(page, ReadOptions()).text
    'A\n1\t2\n'
    """
    decoded = decode(data)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(decoded.text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise DamagedError("HTML", detail=str(error)) from error
    composer = Composer("html")
    page = _Page(composer)
    _walk(root, page)
    page.end()
    too_deep = any("Excessive depth" in str(entry.message) for entry in parser.error_log)
    if not composer.length:
        raise LimitError("HTML", detail="depth") if too_deep else EmptyFileError("HTML")
    for finding in damage(decoded, decoded.text):
        composer.finding(finding._replace(span=None))
    if too_deep:
        composer.finding(_TOO_DEEP, gave_up=True)
    title = " ".join((root.findtext("head/title") or "").split())
    return replace(composer.document(title=title), encoding=decoded.encoding)


_TOO_DEEP: Final = Finding(
    "nesting-limit",
    "warning",
    "요소가 너무 깊이 겹쳐 있어 그 안은 읽지 못했습니다.",
    "Elements are nested too deep; what is inside was not read.",
)


class _Shown(ABC):
    """Collects what is shown: words up to the end of a block, and tables."""

    def __init__(self) -> None:
        self.hidden = 0
        self.depth = 0
        self._words: list[str] = []

    def words(self, text: str | None) -> None:
        """Add words to the block that is open."""
        if text:
            self._words.append(text)

    def end(self) -> None:
        """End the block that is open."""
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            self.line(words)

    @abstractmethod
    def line(self, words: str) -> None:
        """Take a whole block."""

    @abstractmethod
    def table(self, element: etree._Element) -> None:
        """Take a table."""


class _Page(_Shown):
    """What stands outside of tables."""

    def __init__(self, composer: Composer) -> None:
        super().__init__()
        self._composer = composer

    def line(self, words: str) -> None:
        role: Role = "hidden" if self.hidden else "body"
        self._composer.paragraph(words, role=role, depth=self.depth)

    def table(self, element: etree._Element) -> None:
        for caption in element.iterchildren("caption"):
            words = " ".join("".join(caption.itertext()).split())
            if words:
                self._composer.paragraph(words, role="caption")
        seen = _table(element, 1)
        if seen:
            self._composer.table(seen)


class _InCell(_Shown):
    """What stands in a table's cell."""

    def __init__(self, nesting: int) -> None:
        super().__init__()
        self.content: list[str | SeenTable] = []
        self._nesting = nesting

    def line(self, words: str) -> None:
        self.content.append(words)

    def table(self, element: etree._Element) -> None:
        if self._nesting >= _DEEPEST_TABLE:
            self.content.append(" ".join("".join(element.itertext()).split()))
            return
        seen = _table(element, self._nesting + 1)
        if seen:
            self.content.append(seen)


def _walk(element: etree._Element, shown: _Shown) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _LEFT_OUT:
        return
    block = tag in _BLOCKS
    if block or tag == "br":
        shown.end()
    if tag == "table":
        shown.table(element)
        return
    if tag == "pre":
        for line in "".join(element.itertext()).splitlines():
            shown.words(line)
            shown.end()
        return
    hidden = "display:none" in (element.get("style") or "").replace(" ", "").lower()
    shown.hidden += hidden
    shown.depth = _LEVELS.get(tag, shown.depth)
    _walk_inside(element, shown)
    if block:
        shown.end()
    shown.hidden -= hidden
    shown.depth = 0 if tag in _LEVELS else shown.depth


def _walk_inside(element: etree._Element, shown: _Shown) -> None:
    shown.words(element.text)
    for child in element:
        _walk(child, shown)
        shown.words(child.tail)


def _table(element: etree._Element, nesting: int) -> SeenTable | None:
    rows = [cells for row, head in _rows(element) if (cells := _cells(row, head, nesting))]
    if not rows:
        return None
    placed = place([[(cell.row_span, cell.column_span) for cell in row] for row in rows])
    for cells, places in zip(rows, placed, strict=True):
        for cell, at in zip(cells, places, strict=True):
            cell.row, cell.column, cell.row_span, cell.column_span = at
    flat = [cell for row in rows for cell in row]
    columns = max(cell.column + cell.column_span for cell in flat)
    return SeenTable(len(rows), columns, flat, "html")


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of `table` itself, not those of nested ones, and whether they are its head."""
    for child in table:
        if child.tag == "tr":
            yield child, False
        elif child.tag in _GROUPS:
            for row in child.iterchildren("tr"):
                yield row, child.tag == "thead"


def _cells(row: etree._Element, head: bool, nesting: int) -> list[SeenCell]:  # noqa: FBT001 - of `_rows`
    cells = []
    for element in row.iterchildren("td", "th"):
        inside = _InCell(nesting)
        _walk_inside(element, inside)
        inside.end()
        cells.append(
            SeenCell(
                0,
                0,
                declared_span(element.get("rowspan")),
                declared_span(element.get("colspan")),
                inside.content,
                header=head or element.tag == "th",
            )
        )
    return cells
