"""Bytes to an open PDF document, or a clear reason why not."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.errors import DamagedError, EncryptedError, UnsupportedError
from extract.readers.pdf.bombs import each_stream, refuse_endless_streams
from extract.readers.pdf.forms import refuse_endless_forms

__all__ = ["opened"]


@contextmanager
def opened(data: bytes, password: str | None) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF, and close it at the end.

    Raises:
        EncryptedError: A password is needed, or the one given is wrong.
        DamagedError: The file is broken beyond reading.
        UnsupportedError: It is protected in a way that is not read.
        LimitError: It is made to exhaust the machine.
    """
    streams = list(each_stream(data))
    refuse_endless_streams(streams)
    refuse_endless_forms(streams, data)
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        raise _reason(error, password) from None
    try:
        if not len(document):
            raise DamagedError("PDF", "no pages")
        yield document
    finally:
        document.close()


def _reason(error: pdfium.PdfiumError, password: str | None) -> Exception:
    code = getattr(error, "err_code", None)
    if code == raw.FPDF_ERR_PASSWORD:
        return EncryptedError("PDF", "wrong password" if password else "")
    if code == raw.FPDF_ERR_SECURITY:
        return UnsupportedError("PDF", "unknown security handler")
    return DamagedError("PDF")
