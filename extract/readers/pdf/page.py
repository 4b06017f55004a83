"""One page: its lines and tables in reading order."""

from typing import Final, NamedTuple

import pypdfium2 as pdfium

from extract.readers.pdf.cells import fill
from extract.readers.pdf.glyphs import Glyph, read_glyphs
from extract.readers.pdf.grids import find_grids
from extract.readers.pdf.lines import Line, lines_of
from extract.readers.pdf.strokes import Strokes, read_strokes
from extract.readers.pdf.tables import Item, PageTable, items_of
from extract.readers.pdf.view import Box, page_view

__all__ = ["Page", "box_of", "read_page"]

PICTURE: Final = 0.3
"""A page without text that pictures cover this far is a scan."""

DRAWN: Final = 30
"""From this many letter-sized outlines on, a page with less text than that has its letters drawn."""


class Page(NamedTuple):
    """What a page shows.

    Attributes:
        items: Lines and tables in reading order.
        width: In points.
        height: In points.
        unread: The page holds text that is not in its text layer: `scan`, `outlines`, or empty.
        too_large: Number of grids that were too large to read.
    """

    items: list[Item]
    width: float
    height: float
    unread: str
    too_large: int


def read_page(page: pdfium.PdfPage) -> Page:
    """Read one page."""
    view = page_view(page)
    text_page = page.get_textpage()
    glyphs = read_glyphs(text_page, view)
    text_page.close()
    strokes = read_strokes(page, view)
    grids, too_large = find_grids(strokes.across, strokes.down)
    filled, rest = fill(grids, glyphs)
    blocks = [items for each in filled if (items := items_of(each))]
    items = _in_reading_order(lines_of(rest), blocks)
    return Page(items, view.width, view.height, _unread(glyphs, strokes), too_large)


def _unread(glyphs: list[Glyph], strokes: Strokes) -> str:
    if not glyphs and strokes.pictured >= PICTURE:
        return "scan"
    hangul = sum("가" <= glyph.text <= "힣" for glyph in glyphs)
    if strokes.drawn_letters >= max(DRAWN, 2 * hangul):
        return "outlines"
    return ""


def box_of(item: Item) -> Box:
    """Where an item stands."""
    if isinstance(item, PageTable):
        return item.box
    return Box(item.left, item.top, item.right, item.bottom)


def _in_reading_order(lines: list[Line], blocks: list[list[Item]]) -> list[Item]:
    """From top to bottom; blocks that stand side by side from left to right."""
    parts: list[tuple[Box, list[Item]]] = [(box_of(line), [line]) for line in lines]
    parts += [(_around(block), block) for block in blocks]
    parts.sort(key=lambda part: ((part[0].top + part[0].bottom) / 2 if len(part[1]) == 1 and isinstance(part[1][0], Line) else part[0].top, part[0].left))
    ordered: list[tuple[Box, list[Item]]] = []
    for part in parts:
        at = len(ordered)
        while at and _right_of(ordered[at - 1][0], part[0]):
            at -= 1
        ordered.insert(at, part)
    return [item for _, items in ordered for item in items]


def _around(items: list[Item]) -> Box:
    boxes = [box_of(item) for item in items]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _right_of(box: Box, other: Box) -> bool:
    """Tell whether `box` stands beside `other`, to its right."""
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    return box.left >= other.right - 1 and shared > 0.5 * min(
        box.bottom - box.top, other.bottom - other.top
    )
