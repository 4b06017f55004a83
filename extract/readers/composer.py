"""Lay down what a reader sees as one text with places (readers of office formats and PDF use it).

    composer = Composer("hwpx")
    composer.page()
    composer.paragraph("□ 사업개요")
    composer.table(SeenTable(rows=1, columns=2, cells=[SeenCell(0, 0, content=["구분"]), ...]))
    document = composer.document()

A paragraph is a line. A table row is a line with tabs between its cells; a cell keeps its own paragraphs as
lines, and an address that a merged cell covers is an empty field. A nested table is laid inside its cell.
A form feed in a paragraph or cell is no text: a page begins there.
"""

from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from extract.document import Block, Cell, Document, Origin, Paragraph, Role, Table
from extract.findings import Finding, Span
from normalize.folding import compose, fold

__all__ = ["Composer", "SeenCell", "SeenTable"]

_COLUMN: Final = attrgetter("column")


@dataclass(slots=True)
class SeenCell:
    """A cell as the format has it: its address, its spans, its paragraphs and nested tables in order."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    content: "list[str | SeenTable]" = field(default_factory=list)
    header: bool = False
    confidence: float = 1


@dataclass(slots=True)
class SeenTable:
    """A table as the format has it; `page_rows` names the rows that begin on a new page."""

    rows: int
    columns: int
    cells: list[SeenCell]
    origin: Origin = "ruled"
    page_rows: tuple[int, ...] = ()


class Composer:
    """Builds a `Document` from front to back."""

    def __init__(self, format_name: str) -> None:
        self._format = format_name
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pages: list[int] = []
        self._pages_end: int | None = None
        self._findings: list[Finding] = []
        self._complete = True

    def turn_to(self, page: int) -> None:
        """Begin pages until `page` is reached; -1 says that pages are not known from here on."""
        if page < 0:
            self._pages_end = self._length if self._pages_end is None else self._pages_end
        while len(self._pages) < page:
            self.page()

    def turn_by(self, pages: int) -> None:
        """Begin as many pages."""
        self._pages += [self._length] * pages

    @property
    def length(self) -> int:
        """Offset at which the next paragraph or table will begin."""
        return self._length

    def page(self) -> None:
        """Begin a page: what follows stands on it."""
        self._pages.append(self._length)

    def paragraph(
        self, text: str, *, role: Role = "body", depth: int = 0, indent: float = 0, size: float = 0
    ) -> Span:
        """Add a paragraph; line breaks inside it stay. Returns its place."""
        start = self._length
        self._put(text)
        end = self._length
        self._mark("\n")
        self._blocks.append(Paragraph(start, end, role, depth, indent, size))
        return Span(start, end)

    def table(self, seen: SeenTable) -> None:
        """Add a table with all its cells."""
        table = self._lay(seen)
        self._mark("\n")
        self._blocks.append(table)

    def finding(self, finding: Finding, *, gave_up: bool = False) -> None:
        """Add a doubt; `gave_up` says that a part of the report is missing because of it."""
        self._findings.append(finding)
        self._complete = self._complete and not gave_up

    def document(self, *, title: str = "") -> Document:
        """Return what was laid down."""
        text = "".join(self._parts)
        return Document(
            format=self._format,
            text=text,
            view=fold(text),
            blocks=tuple(self._blocks),
            page_starts=tuple(self._pages),
            findings=tuple(self._findings),
            title=title,
            pages_end=self._pages_end if self._pages else None,
            complete=self._complete,
        )

    def _mark(self, separator: str) -> None:
        self._parts.append(separator)
        self._length += len(separator)

    def _put(self, text: str) -> None:
        text = compose(text)
        if "\f" in text:
            first, *others = text.split("\f")
            self._put(first)
            for other in others:
                self.page()
                self._put(other)
            return
        self._parts.append(text)
        self._length += len(text)

    def _lay(self, seen: SeenTable) -> Table:
        start = self._length
        by_row: list[list[SeenCell]] = [[] for _ in range(seen.rows)]
        for cell in seen.cells:
            by_row[cell.row].append(cell)
        cells: list[Cell] = []
        page_rows = set(seen.page_rows)
        for row, held in enumerate(by_row):
            if row:
                self._mark("\n")
            if row in page_rows:
                self._pages.append(self._length)
            column = 0
            held.sort(key=_COLUMN)
            for cell in held:
                if cell.column > column:
                    self._mark("\t" * (cell.column - column))
                    column = cell.column
                cells.append(self._lay_cell(cell))
        return Table(start, self._length, seen.rows, seen.columns, tuple(cells), seen.origin)

    def _lay_cell(self, seen: SeenCell) -> Cell:
        start = self._length
        nested: list[Table] = []
        for index, part in enumerate(seen.content):
            if index:
                self._mark("\n")
            if isinstance(part, SeenTable):
                nested.append(self._lay(part))
            else:
                self._put(part.replace("\t", " ") if "\t" in part else part)
        return Cell(
            seen.row,
            seen.column,
            seen.row_span,
            seen.column_span,
            start,
            self._length,
            seen.header,
            (),
            seen.confidence,
            tuple(nested),
        )
