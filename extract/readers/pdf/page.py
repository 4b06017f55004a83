"""One page: its lines and tables in reading order."""

from typing import Final, NamedTuple

import pypdfium2 as pdfium

from extract.readers.pdf.aligned import aligned_tables
from extract.readers.pdf.beside import with_columns_joined
from extract.readers.pdf.cells import fill
from extract.readers.pdf.glyphs import read_glyphs
from extract.readers.pdf.grids import find_grids
from extract.readers.pdf.lines import lines_of
from extract.readers.pdf.notes import notes_begin
from extract.readers.pdf.reading_order import in_reading_order
from extract.readers.pdf.runs import Glyph
from extract.readers.pdf.strokes import Strokes, read_strokes
from extract.readers.pdf.tables import Item, items_of, upright_words
from extract.readers.pdf.view import page_view
from extract.readers.pdf.wrapping import in_column

__all__ = ["Page", "read_page"]

PICTURE: Final = 0.3
"""A page without text that pictures cover this far is a scan."""

DRAWN: Final = 30
"""From this many letter-sized outlines on, a page with less text has its letters drawn."""


MAX_TEXTS: Final = 50_000
"""Pieces of text on a page. PDFium takes time in their square; pages set letter by letter have 5,000."""


class Page(NamedTuple):
    """What a page shows.

    Attributes:
        items: Lines and tables in reading order.
        width: In points.
        height: In points.
        unread: Why there is text on the page that was not read: `scan` and `outlines` (it is not in
            the text layer), `crowded` (too many pieces), or empty.
        too_large: Number of grids that were too large to read.
        notes: Height from which footnotes stand; the page's height if there are none.
    """

    items: list[Item]
    width: float
    height: float
    unread: str
    too_large: int
    notes: float = 0.0


def read_page(page: pdfium.PdfPage) -> Page:
    """Read one page."""
    view = page_view(page)
    strokes = read_strokes(page, view)
    if strokes.texts > MAX_TEXTS:
        return Page([], view.width, view.height, "crowded", 0)
    text_page = page.get_textpage()
    glyphs = read_glyphs(text_page, view)
    text_page.close()
    grids, too_large = find_grids(strokes.across, strokes.down)
    filled, rest = fill(grids, glyphs)
    blocks: list[list[Item]] = [
        items for each in with_columns_joined(filled) if (items := items_of(each))
    ]
    lines = lines_of(rest)
    lines, aligned = aligned_tables(lines)
    blocks += [[table] for table in aligned]
    margin = min((line.left for line in lines), default=0.0)
    items = in_reading_order(in_column(upright_words(lines, 3), view.width - margin), blocks)
    notes = notes_begin(items, strokes.across, grids, view.width, view.height)
    return Page(items, view.width, view.height, _unread(glyphs, strokes), too_large, notes)


def _unread(glyphs: list[Glyph], strokes: Strokes) -> str:
    if not glyphs and strokes.pictured >= PICTURE:
        return "scan"
    if strokes.drawn_letters >= DRAWN:
        hangul = sum("가" <= each <= "힣" for glyph in glyphs for each in glyph.text)
        if strokes.drawn_letters >= 2 * hangul:
            return "outlines"
    return ""
