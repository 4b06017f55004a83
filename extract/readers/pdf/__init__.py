"""PDF to `Document`: PDFium's characters and ruling lines, the tables they make, reading order.

opening     bytes to an open document; bombs, passwords and damage are refused here
calls       PDFium's functions that are called for every character and stroke
glyphs      a page's characters       places   where they stand       runs    those set in one go
strokes     a page's drawing          objects  where it stands        rules   its ruling lines
lines       characters to lines       grids, cells     ruling lines to cells with their lines
tables      grids to tables, frames and charts to their paragraphs; rows: rows that no rule parts
aligned     tables without any rules
page        one page in reading order
furniture   page numbers and running heads
joining     tables over page breaks, and rows that a page has cut
"""

from importlib import import_module

from extract.document import Document
from extract.errors import EmptyFileError, LimitError, NeedsOcrError
from extract.readers.composer import Composer
from extract.readers.options import ReadOptions
from extract.readers.pdf.laying import lay
from extract.readers.pdf.opening import opened
from extract.readers.pdf.page import Page, read_page

__all__ = ["read", "read_pages"]


def read(data: bytes, options: ReadOptions) -> Document:
    """Read a PDF.

    Args:
        data: The file's bytes.
        options: `password` opens a protected file; `ocr` recognises pages that are pictures.

    Raises:
        EncryptedError: A password is needed, or the one given is wrong.
        DamagedError: The file is broken beyond reading.
        NeedsOcrError: No page has a text layer.
        EmptyFileError: Nothing is printed on any page.
        LimitError: The file is made to exhaust the reader.
    """
    pages, title = read_pages(data, options)
    if not any(page.items for page in pages):
        if any(page.unread == "crowded" for page in pages):
            raise LimitError("PDF", "too many pieces of text on a page")
        if any(page.unread for page in pages):
            raise NeedsOcrError("PDF", f"{len(pages)} pages")
        raise EmptyFileError("PDF", f"{len(pages)} pages")
    composer = Composer("pdf")
    lay(pages, composer)
    if options.second_engine:
        # Loaded where it is asked for: the second engine takes ten times as long.
        for finding in import_module("extract.readers.pdf.comparison").doubtful_figures(
            data, pages, options
        ):
            composer.finding(finding)
    return composer.document(title=title)


def read_pages(data: bytes, options: ReadOptions) -> tuple[list[Page], str]:
    """Return what each page shows, and the title that the file states."""
    with opened(data, options.password) as document:
        pages: list[Page] = []
        for index in range(len(document)):
            page = document[index]
            seen = read_page(page)
            if seen.unread == "scan":
                # Loaded where it is needed: text recognition brings a large library.
                scans = import_module("extract.readers.pdf.scans")
                seen = scans.recognized(page, seen, options)
            pages.append(seen)
            page.close()
        return pages, " ".join(document.get_metadata_value("Title").split())
