"""Pages that are pictures: recognised, where text recognition is installed and wanted."""

from typing import Final

import pypdfium2 as pdfium

from extract.readers import ocr
from extract.readers.options import ReadOptions
from extract.readers.pdf.page import Page

__all__ = ["recognized"]

DPI: Final = 300
"""Scans are made at 200 to 300; enlarging a coarser one does no harm."""

LARGEST: Final = 24.0
"""Inches of the longer side up to which a page is drawn: A2."""


def recognized(page: pdfium.PdfPage, seen: Page, options: ReadOptions) -> Page:
    """Return the page as recognised, marked so; `seen` where it has text or nothing can be done."""
    if seen.unread != "scan" or not options.ocr or not ocr.available():
        return seen
    if max(seen.width, seen.height) > LARGEST * 72:
        return seen
    found = ocr.read_page(page.render(scale=DPI / 72).to_pil(), DPI)
    return found.page._replace(unread="recognized" if found.page.items else seen.unread)
