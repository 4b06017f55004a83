"""The document part as a stream of blocks, and the running heads, laid down as one text."""

from collections.abc import Iterator
from dataclasses import replace

from extract.document import Document, Role
from extract.findings import Finding
from extract.readers.archive import Element, stream_xml
from extract.readers.composer import Composer, SeenTable
from extract.readers.docx.blocks import (
    ALT_CHUNK,
    PARAGRAPH,
    ROW,
    TABLE,
    BlockReader,
    SeenParagraph,
    blocks,
    inside,
)
from extract.readers.docx.names import MC
from extract.readers.docx.package import Package
from extract.readers.docx.tables import TableBuilder

__all__ = ["read_body"]

_FALLBACK = f"{MC}Fallback"
_OUTERMOST = frozenset((PARAGRAPH, TABLE, ALT_CHUNK))


def read_body(package: Package) -> Document:
    """Lay down heads, body and feet of an opened file."""
    composer = Composer("docx")
    reader = BlockReader(package)
    body = _Body(composer, reader)
    composer.page()
    body.running(package, "header", "page-header")
    for block in _blocks(package, reader):
        body.lay(block)
    body.running(package, "footer", "page-footer")
    _findings(composer, reader)
    document = composer.document(title=package.title())
    # Word marks where its pages began when it last laid them out; other programs copy stale marks.
    if len(document.page_starts) < 2 or len(document.page_starts) != package.pages():
        return replace(document, page_starts=())
    return document


def _blocks(package: Package, reader: BlockReader) -> Iterator[Element | SeenTable]:
    """Outermost paragraphs as elements, outermost tables as read."""
    root = package.small_document()
    if root is None:
        yield from _stream(package, reader)
        return
    for element in _outermost(root):
        if element.tag == TABLE:
            builder = TableBuilder()
            for row in inside(element, ROW):
                reader.row(row, builder)
            yield reader.finish(builder)
        else:
            yield element


def _outermost(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag not in _OUTERMOST:
            yield from _outermost(child)
        elif element.tag != _FALLBACK:
            yield child


def _stream(package: Package, reader: BlockReader) -> Iterator[Element | SeenTable]:
    """The same of a large document, read piece by piece; what is done is let go."""
    depth = 0
    builder: TableBuilder | None = None
    tags = (PARAGRAPH, TABLE, ROW, ALT_CHUNK)
    for event, element in stream_xml(package.stream(), package.main, tags):
        tag = element.tag
        if event == "start":
            depth += 1
            if depth == 1 and tag == TABLE:
                builder = TableBuilder()
            continue
        depth -= 1
        if depth == 1 and tag == ROW and builder is not None:
            reader.row(element, builder)
            _let_go(element)
        elif depth == 0:
            if builder is not None:
                yield reader.finish(builder)
                builder = None
            elif element.getparent().tag != _FALLBACK:
                yield element
            _let_go(element)


def _let_go(element: Element) -> None:
    element.clear(keep_tail=True)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


class _Body:
    """Lays blocks down; remembers what has to stand behind them."""

    def __init__(self, composer: Composer, reader: BlockReader) -> None:
        self._composer = composer
        self._reader = reader

    def running(self, package: Package, kind: str, role: Role) -> None:
        """Running heads or feet, each wording once."""
        laid: set[str] = set()
        for name in package.named(kind):
            for element in blocks(package.xml(name)):
                for text, is_number in self._lines(element):
                    if text.strip() and text not in laid:
                        laid.add(text)
                        self._composer.paragraph(text, role="page-number" if is_number else role)
        self._reader.apart.clear()

    def _lines(self, element: Element) -> Iterator[tuple[str, bool]]:
        if element.tag == PARAGRAPH:
            seen = self._reader.text(element)
            yield seen.text, seen.page_number
            for box in seen.boxes:
                for inner in blocks(box):
                    yield from self._lines(inner)
        elif element.tag == TABLE:
            for cell in self._reader.table(element).cells:
                yield from ((part, False) for part in cell.content if isinstance(part, str))

    def lay(self, block: Element | SeenTable) -> None:
        """One block of the body with its text boxes and notes."""
        if isinstance(block, SeenTable):
            self._table(block)
        elif block.tag == PARAGRAPH:
            seen = self._reader.paragraph(block)
            self._paragraph(seen)
            for box in seen.seen.boxes:
                for inner in blocks(box):
                    self.lay(inner)
        elif block.tag == TABLE:
            self._table(self._reader.table(block))
        elif block.tag == ALT_CHUNK:
            self._reader.chunks += 1
        self._apart()

    def _table(self, seen: SeenTable) -> None:
        if seen.cells:
            self._composer.table(seen)

    def _paragraph(self, seen: SeenParagraph) -> None:
        text = seen.seen.text
        if not seen.seen.gone and (text or not seen.seen.boxes):
            shown = text.rstrip("\f")
            self._composer.paragraph(
                shown, role=seen.role, depth=seen.depth, indent=seen.indent, size=seen.size
            )
            for _ in range(len(text) - len(shown)):
                self._composer.page()

    def _apart(self) -> None:
        for role, text in self._reader.apart:
            if text.strip():
                self._composer.paragraph(text, role=role)
        self._reader.apart.clear()


def _findings(composer: Composer, reader: BlockReader) -> None:
    if reader.too_wide:
        composer.finding(
            Finding(
                "table-span-clipped",
                "warning",
                "표가 실제보다 많은 열을 선언하고 있어, 칸의 경계가 있는 열만 남겼습니다.",
                "A table declares more columns than it has; those that bound a cell were kept.",
            )
        )
    if reader.chunks:
        composer.finding(
            Finding(
                "embedded-document",
                "warning",
                "문서 안에 다른 문서(altChunk)가 들어 있습니다. 그 부분은 읽지 않았습니다.",
                "Another document (altChunk) is embedded; that part was not read.",
                actual=str(reader.chunks),
            ),
            gave_up=True,
        )
