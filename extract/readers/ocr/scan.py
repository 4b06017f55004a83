"""One scanned page: ruling lines to grids, each cell recognised by itself, then the text around."""

import re
from typing import Final, NamedTuple

from PIL import Image

from extract.readers.composer import SeenTable
from extract.readers.ocr.engine import engine
from extract.readers.ocr.raster import darkness, set_upright
from extract.readers.ocr.recognition import Recognizer
from extract.readers.ocr.ruling import find_rules
from extract.readers.pdf.cells import FilledCell, FilledGrid, fill
from extract.readers.pdf.grids import find_grids
from extract.readers.pdf.page import Page
from extract.readers.pdf.reading_order import in_reading_order
from extract.readers.pdf.tables import PageTable, items_of

__all__ = ["DOUBTFUL", "OcrPage", "read_page"]

DOUBTFUL: Final = 0.6
"""Below this confidence a reading is to be looked at."""


AMENDED: Final = 0.5
"""Confidence of a reading that was put right."""

MIN_GROUPED: Final = 3
"""From so many figures with commas on, a table sets them between thousands."""

_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_POINTED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL: Final = re.compile(r"[\d,]*+\.\d{1,2}%?")


class OcrPage(NamedTuple):
    """What was recognised on a page.

    Attributes:
        page: As the PDF reader's pages; its tables are of origin `ocr`, their cells with confidence.
        confidence: Mean over its lines, 0 to 1.
        doubtful: Number of lines below `DOUBTFUL`.
    """

    page: Page
    confidence: float
    doubtful: int


def read_page(image: Image.Image, dpi: float) -> OcrPage:
    """Recognise one page.

    Args:
        image: The page as a picture, in any mode; 200 to 400 dpi.
        dpi: Its resolution.

    Raises:
        NeedsOcrError: Text recognition is not installed.
    """
    reader = engine()
    upright = set_upright(image)
    dark = darkness(upright)
    grids, too_large = find_grids(*find_rules(dark, dpi))
    recognizer = Recognizer(upright, dark, dpi, reader)
    outermost, _ = fill(grids, [])
    filled = [_recognized(each, recognizer) for each in outermost]
    width, height = upright.width * 72 / dpi, upright.height * 72 / dpi
    lines = recognizer.outside(height, width, [each.grid.box for each in outermost])
    blocks = [items for each in filled if (items := items_of(each))]
    items = in_reading_order(lines, blocks)
    for item in items:
        if isinstance(item, PageTable):
            _mark(item.seen, recognizer.confidence)
            _set_commas(item.seen)
    sure = list(recognizer.confidence.values())
    mean = round(sum(sure) / len(sure), 2) if sure else 0.0
    page = Page(items, width, height, "", too_large)
    return OcrPage(page, mean, sum(each < DOUBTFUL for each in sure))


def _recognized(filled: FilledGrid, recognizer: Recognizer) -> FilledGrid:
    cells = []
    for cell in filled.cells:
        nested = [_recognized(inner, recognizer) for inner in cell.nested]
        holes = [inner.grid.box for inner in cell.nested]
        lines = recognizer.cell(filled.grid.cell_box(cell.at), holes)
        cells.append(FilledCell(cell.at, lines, nested))
    return FilledGrid(filled.grid, cells)


def _mark(table: SeenTable, confidence: dict[str, float]) -> None:
    """Give each cell the least confidence of its lines, and say where the table comes from."""
    table.origin = "ocr"
    for cell in table.cells:
        for part in cell.content:
            if isinstance(part, SeenTable):
                _mark(part, confidence)
            else:
                cell.confidence = min(cell.confidence, confidence.get(part, 1.0))


def _set_commas(table: SeenTable) -> None:
    """Read a full stop before three digits as the comma it is where the table's other figures have commas.

    Pale print loses the comma's tail: `2.500` beside `13,040`. Such a cell stays doubtful.
    """
    texts = [part for cell in table.cells for part in cell.content if isinstance(part, str)]
    with_commas = sum(_GROUPED.fullmatch(text) is not None for text in texts)
    if with_commas >= MIN_GROUPED and not any(map(_DECIMAL.fullmatch, texts)):
        for cell in table.cells:
            for number, part in enumerate(cell.content):
                if isinstance(part, str) and "." in part and _POINTED.fullmatch(part):
                    cell.content[number] = part.replace(".", ",")
                    cell.confidence = min(cell.confidence, AMENDED)
    for cell in table.cells:
        for part in cell.content:
            if isinstance(part, SeenTable):
                _set_commas(part)
