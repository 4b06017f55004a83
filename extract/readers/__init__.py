"""Bytes to `Document`: one module a format, chosen by content, loaded when needed.

To add a format: a module with `read(data, options) -> Document`, a row in `READERS`, a signature in
`detect.py`, and a file in samples/.
"""

from dataclasses import replace
from importlib import import_module
from typing import Final

from extract.collector import collector_paused
from extract.document import Document
from extract.readers.detect import detect, mismatch
from extract.readers.options import ReadOptions

__all__ = ["READERS", "read"]

READERS: Final[dict[str, str]] = {
    "txt": "extract.readers.text",
    "html": "extract.readers.html",
    "hwp": "extract.readers.hwp",
    "hwpx": "extract.readers.hwpx",
    "hwpml": "extract.readers.hwpml",
    "pdf": "extract.readers.pdf",
    "docx": "extract.readers.docx",
    "odt": "extract.readers.odt",
}
"""Format -> the module that reads it."""


def read(data: bytes, name: str, options: ReadOptions | None = None) -> Document:
    """Read a file's bytes by what they are; the suffix of `name` is only checked against it.

    Args:
        data: The file's bytes.
        name: Its name, for messages.
        options: See `ReadOptions`.

    Raises:
        InputError: The file can't be read; the error says why and what to do.
    """
    found = detect(data, name)
    reader = import_module(READERS[found])
    with collector_paused():
        document: Document = reader.read(data, options or ReadOptions())
    finding = mismatch(found, name)
    return replace(document, findings=(finding, *document.findings)) if finding else document
