"""What a file is, by its content: magic bytes first, then the entries of its container.

The suffix of a name decides nothing: archives hold OLE files named `.hwpx`, ZIP files named `.hwp`
and web pages named `.doc`. A suffix that says something else is reported (`mismatch`).

    OLE   FileHeader -> hwp     WordDocument, Workbook -> refused    EncryptedPackage -> password
    ZIP   Contents/section0.xml -> hwpx    word/document.xml -> docx    its MIME type -> odt
    text  <HWPML -> hwpml    <html, <table -> html    else txt

To add a format: a signature here, and a row in tests/extract/readers/test_detect.py.
"""

import io
import re
from typing import Final

from extract.errors import (
    DamagedError,
    EmptyFileError,
    EncryptedError,
    UnknownFormatError,
    UnsupportedError,
)
from extract.findings import Finding
from extract.readers.encodings import decode, wide_codec

__all__ = ["detect", "mismatch"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HWP3: Final = b"HWP Document File V3"
_HEAD: Final = 4096
_BLANKS: Final = b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"  # and the bytes of byte order marks
_PDF_WITHIN: Final = 1024  # readers accept rubbish before the header up to here

_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"ALZ\x01", "ALZ"),
    (b"EGGA", "EGG"),
)
_SUFFIXES: Final[dict[str, frozenset[str]]] = {
    "txt": frozenset({"txt", "text", "md", "markdown", "csv", "tsv", "log"}),
    "html": frozenset({"html", "htm", "xhtml", "mht"}),
    "hwp": frozenset({"hwp", "hwt"}),
    "hwpx": frozenset({"hwpx"}),
    "hwpml": frozenset({"hml", "hwpml", "xml"}),
    "pdf": frozenset({"pdf"}),
    "docx": frozenset({"docx", "docm", "dotx"}),
    "odt": frozenset({"odt", "ott", "fodt"}),
}
_KNOWN: Final = frozenset().union(*_SUFFIXES.values(), {"doc", "xls", "xlsx", "ppt", "pptx", "rtf"})

_STRANGE: Final = 20  # text damaged in more than one byte of so many is taken for binary
_HTML: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta\s|title>|style[\s>]|script[\s>])", re.IGNORECASE
)
_HTML_FIRST: Final = re.compile(rb"\s*<(?:table|div|p|!--)[\s>]", re.IGNORECASE)
_BINARY: Final = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")


def detect(data: bytes, name: str) -> str:
    """Name the format of `data`, one of the keys of `READERS`.

    Args:
        data: The file's bytes.
        name: Its name, only for messages.

    Raises:
        EmptyFileError: No bytes, or nothing but blanks.
        EncryptedError: An office document whose whole package is encrypted.
        UnsupportedError: A format that is known and not read; the message says what to do.
        DamagedError: A container without a readable directory.
        UnknownFormatError: Neither a document nor text.

    >>> detect("□ 사업개요".encode(), "report.hwp")
    'txt'
    """
    head = data[:_HEAD]
    if not head.strip(_BLANKS) and not data.strip(_BLANKS):
        raise EmptyFileError(name)
    if head.startswith(_OLE):
        return _in_ole(data, name)
    if head.startswith(_ZIP):
        return _in_zip(data, name)
    if head.startswith(_HWP3):
        raise UnsupportedError(name, detail="HWP 3.0")
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    for magic, format_name in _OTHERS:
        if head.startswith(magic):
            raise UnsupportedError(name, detail=format_name)
    return _as_text(data, name)


def mismatch(found: str, name: str) -> Finding | None:
    """Report a suffix that says another format than `found`; a missing or unknown one says nothing.

    >>> mismatch("txt", "report.txt")
    >>> mismatch("html", "budget.XLS").actual
    'xls'
    """
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    if suffix not in _KNOWN or suffix in _SUFFIXES[found]:
        return None
    return Finding(
        "format-mismatch",
        "warning",
        f"이름은 .{suffix} 이지만 내용은 {found} 형식이어서 {found}로 읽었습니다.",
        f"The name says .{suffix}, but the content is {found} and was read as such.",
        expected=found,
        actual=suffix,
    )


def _in_ole(data: bytes, name: str) -> str:
    import olefile  # noqa: PLC0415 - text never needs it, and it takes a while

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            streams = {"/".join(path).lower() for path in container.listdir()}
    except (OSError, ValueError, IndexError) as error:
        # A damaged directory still may be read by the format's own reader.
        if b"HWP Document File" in data:
            return "hwp"
        raise DamagedError(name, detail=str(error)) from error
    if "fileheader" in streams or any(each.startswith("bodytext/") for each in streams):
        return "hwp"
    if "encryptedpackage" in streams:
        raise EncryptedError(name)
    if "worddocument" in streams:
        refused = UnsupportedError(name, detail="DOC")
        refused.hint_korean = "워드나 한글에서 DOCX로 저장하세요"
        refused.hint_english = "save it as DOCX"
        raise refused
    for stream, format_name in (("workbook", "XLS"), ("powerpoint document", "PPT")):
        if stream in streams:
            raise UnsupportedError(name, detail=format_name)
    raise UnknownFormatError(name, detail="OLE")


def _in_zip(data: bytes, name: str) -> str:
    import zipfile  # noqa: PLC0415 - text never needs it, and it takes a while

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = set(container.namelist())
            kind = b""
            if "mimetype" in names and container.getinfo("mimetype").file_size < _HEAD:
                kind = container.read("mimetype").strip()
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        RuntimeError,  # what zipfile raises for a password, or a compression it does not know
        EOFError,
    ) as error:
        found = _in_broken_zip(data)
        if found:
            return found
        raise DamagedError(name, detail=str(error)) from error
    return _by_entries(names, kind, name)


def _by_entries(names: set[str], kind: bytes, name: str) -> str:
    if b"hwp+zip" in kind or any(
        each.startswith("Contents/section") and each.endswith(".xml") for each in names
    ):
        return "hwpx"
    if "word/document.xml" in names:
        return "docx"
    if b"opendocument.text" in kind:
        return "odt"
    for entry, format_name in (
        ("xl/workbook.xml", "XLSX"),
        ("xl/workbook.bin", "XLSB"),
        ("ppt/presentation.xml", "PPTX"),
        ("META-INF/container.xml", "EPUB"),
    ):
        if entry in names:
            raise UnsupportedError(name, detail=format_name)
    raise UnsupportedError(name, detail="ZIP")


def _in_broken_zip(data: bytes) -> str:
    # The directory stands at the end, so a cut file has none; its entries still name the format.
    for mark, found in (
        (b"application/hwp+zip", "hwpx"),
        (b"Contents/section0.xml", "hwpx"),
        (b"word/document.xml", "docx"),
        (b"application/vnd.oasis.opendocument.text", "odt"),
    ):
        if mark in data:
            return found
    return ""


def _as_text(data: bytes, name: str) -> str:
    codec = wide_codec(data)
    head = data[: 4 * _HEAD].decode(codec, errors="replace").encode() if codec else data[:_HEAD]
    if len(data) <= _HEAD and not decode(data).text.strip():
        raise EmptyFileError(name)
    strange = len(_BINARY.findall(head)) + (head.count(b"\xef\xbf\xbd") if codec else 0)
    if strange * _STRANGE > len(head):
        raise UnknownFormatError(name)
    if b"<" in head:
        if b"<HWPML" in head:
            return "hwpml"
        if _HTML.search(head) or _HTML_FIRST.match(head):
            return "html"
    return "txt"
