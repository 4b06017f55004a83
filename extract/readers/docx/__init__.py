"""DOCX (Office Open XML, ISO/IEC 29500) to `Document`.

    archive          the ZIP container, with limits
    package          parts and relationships
    styles           what a style gives a paragraph
    numbering        list numbers as printed
    paragraphs       a paragraph to text
    tables           rows to real spans
    blocks           paragraphs and tables in their order
    body             the document part as a stream, laid down with a composer

The document part is read as a stream and each block is let go when it is laid down: a table of
100,000 rows takes no more XML in memory than its longest row.
"""

from extract.document import Document
from extract.readers.docx.body import read_body
from extract.readers.docx.package import Package
from extract.readers.options import ReadOptions

__all__ = ["read"]


def read(data: bytes, options: ReadOptions) -> Document:
    """Read a DOCX file.

    Args:
        data: The bytes of the file.
        options: Not needed here: protected files are OLE containers and are told before.

    Raises:
        DamagedError: The container or its XML is broken, or declares a document type.
        LimitError: It would unpack or nest beyond what documents do.
        UnsupportedError: Its parts are packed in a way that no office program writes.
    """
    del options
    return read_body(Package(data))
