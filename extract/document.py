"""What a reader saw: the report's text, its paragraphs and tables, and nothing inferred.

    Document
      text     the report's text; every offset anywhere points into it
      view     the same text, same length, folded for reading (see `normalize.folding`)
      blocks   Paragraph | Table, in reading order

A reader lays the whole report down as one text: paragraphs one a line, the cells of a table row separated by
tabs (or however the file itself has them). Page and line of anything follow from its offset.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from extract.findings import Finding, Span

__all__ = ["Block", "Cell", "Document", "Origin", "Paragraph", "PlainCells", "Role", "Table"]

Role = Literal[
    "body", "page-header", "page-footer", "page-number", "footnote", "endnote", "caption", "hidden",
    "deleted", "memo",
]  # fmt: skip
"""What a paragraph is in the file. Only `body`, `caption` and notes are the report's own statements."""

Origin = Literal["ruled", "tabs", "pipes", "boxes", "html", "spaced", "ocr"]
"""How the table stands in the file: `ruled` by lines or by the format itself, the others as text."""


class Paragraph(NamedTuple):
    """A paragraph, or a printed line where the format knows lines only (text, PDF).

    Attributes:
        start: Offset of its first character, numbering and bullet included.
        end: Offset behind its last character, without the line end.
        role: See `Role`.
        depth: Outline level that the file itself states (1 is the highest), or 0.
        indent: Left edge, in widths of a digit; for text the number of leading blanks.
        size: Type size in points, or 0 where the format has none.
    """

    start: int
    end: int
    role: Role = "body"
    depth: int = 0
    indent: float = 0
    size: float = 0


class Cell(NamedTuple):
    """A cell at its address; a merged cell stands once, at its top left.

    Attributes:
        row: 0-based.
        column: 0-based.
        row_span: Rows it covers, at least 1.
        column_span: Columns it covers, at least 1.
        start: Offset of its text.
        end: Offset behind its text.
        header: The file marks it as a header cell.
        pieces: The ranges of its text where that is not one range (box-drawing tables).
        confidence: 0 to 1 for text recognition, 1 for text that was read.
        tables: Tables nested in the cell; their text lies inside its range.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    start: int
    end: int
    header: bool = False
    pieces: tuple[Span, ...] = ()
    confidence: float = 1
    tables: "tuple[Table, ...]" = ()


class PlainCells(NamedTuple):
    """Cells none of which is merged, marked as a head, or holds a table: the words of each, row by row, and their places."""

    words: list[str]
    starts: list[int]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its real spans.

    Attributes:
        start: Offset of its first cell.
        end: Offset behind its last cell.
        rows: Number of rows.
        columns: Number of columns.
        seen: Its cells, or what reads them when they are asked for: a long text has millions, and whoever
            looks at them needs one table's at a time.
        origin: See `Origin`.
        plain: What reads the cells where all of them are plain, as in most tables of a text: that tells as much
            as `cells` does, without a value for each.
    """

    start: int
    end: int
    rows: int
    columns: int
    seen: tuple[Cell, ...] | Callable[[], tuple[Cell, ...]]
    origin: Origin = "ruled"
    plain: Callable[[], PlainCells] | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """By row, then by column; every address is covered at most once."""
        return self.seen() if callable(self.seen) else self.seen

    def with_cells(self) -> "Table":
        """The same table with its cells at hand."""
        if not callable(self.seen):
            return self
        return Table(self.start, self.end, self.rows, self.columns, self.seen(), self.origin)


Block = Paragraph | Table


@dataclass(frozen=True)
class Document:
    """A report as it was read.

    Attributes:
        format: `txt`, `hwp`, `hwpx`, `hwpml`, `pdf`, `docx`, `odt`, `html`.
        text: The report's text, NFC, lines ending in a line feed.
        view: `text` folded, and with left-over markup blanked out; the same length.
        blocks: Paragraphs and tables in reading order.
        page_starts: Offset of the first character of each page; empty where the format knows no pages.
        pages_end: Offset from which on pages are not known any more, or None where they all are.
        findings: What the reader doubted (damaged bytes, a mismatched suffix, text given up).
        title: The title that the file's own properties state, or empty.
        encoding: Of text files: the codec that was used.
    """

    format: str
    text: str
    view: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    title: str = ""
    encoding: str = ""
    pages_end: int | None = None
    complete: bool = field(default=True)
    """False when a part of the file had to be given up; a finding says which."""

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def line(self, offset: int) -> int:
        """1-based line of the report's text that holds `offset`."""
        return bisect_right(self.line_starts, offset)

    @property
    def pages(self) -> int | None:
        """Number of pages, or None where not all are known."""
        return len(self.page_starts) or None if self.pages_end is None else None

    def page(self, offset: int) -> int | None:
        """1-based page that holds `offset`, or None where it is not known."""
        if self.pages_end is not None and offset >= self.pages_end:
            return None
        return bisect_right(self.page_starts, offset) or 1 if self.page_starts else None

    def cell_text(self, cell: Cell) -> str:
        """The words of `cell` on one line, folded, without markup."""
        if cell.pieces:
            return " ".join(" ".join(self.view[a:b] for a, b in cell.pieces).split())
        return " ".join(self.view[cell.start : cell.end].split())

    def tables(self) -> Iterator[Table]:
        """Every table in reading order, a nested one behind the table that holds it."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from _with_nested(block)


def _with_nested(table: Table) -> Iterator[Table]:
    yield table
    for cell in table.cells:
        for nested in cell.tables:
            yield from _with_nested(nested)
