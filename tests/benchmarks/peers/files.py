"""Libraries that only read a format: what comes out is the number of characters they found."""

import warnings
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.peers.serve import Item, serve

Read = Callable[[Item], int]


def pypdfium2() -> Read:
    """The bare text of each page."""
    import pypdfium2

    def read(item: Item) -> int:
        document = pypdfium2.PdfDocument(str(item["path"]))
        length = 0
        for page in document:
            words = page.get_textpage()
            length += len(words.get_text_range())
            words.close()
            page.close()
        document.close()
        return length

    return read


def pdfplumber() -> Read:
    """Text and tables of each page."""
    import pdfplumber

    def read(item: Item) -> int:
        length = 0
        with pdfplumber.open(str(item["path"])) as document:
            for page in document.pages:
                length += len(page.extract_text())
                length += sum(
                    len(cell or "")
                    for table in page.extract_tables()
                    for row in table
                    for cell in row
                )
                page.close()
        return length

    return read


def python_docx() -> Read:
    """Paragraphs, and the cells of tables."""
    import docx

    def read(item: Item) -> int:
        document = docx.Document(str(item["path"]))
        length = sum(len(paragraph.text) for paragraph in document.paragraphs)
        for table in document.tables:
            length += sum(len(cell.text) for row in table.rows for cell in row.cells)
        return length

    return read


def dochan() -> Read:
    """Its model of the document, written as Markdown."""
    from dochan import Dochan

    def read(item: Item) -> int:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # warnings to people are not what is measured
            return len(Dochan(str(item["path"])).to_markdown())

    return read


def unhwp() -> Read:
    """Markdown."""
    import unhwp

    return lambda item: len(unhwp.to_markdown(Path(str(item["path"]))))


def kreuzberg() -> Read:
    """Text."""
    from kreuzberg import extract_file_sync

    return lambda item: len(extract_file_sync(str(item["path"])).content)


if __name__ == "__main__":
    serve({
        each.__name__: each
        for each in (pypdfium2, pdfplumber, python_docx, dochan, unhwp, kreuzberg)
    })  # fmt: skip
