"""A file to a report: the stages in their order, on one screen.

read        bytes to Document       what was seen
structure   Document to Outline     what was understood
parsers     Outline to records
audit       records against each other and the document
"""

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from extract.audit import audit
from extract.collector import collector_paused
from extract.document import Document
from extract.errors import EmptyFileError, InputError
from extract.findings import Finding
from extract.inputs import MAX_SIZE, printable, read_file, report_id
from extract.parsers import parse
from extract.readers import read
from extract.readers.detect import detect
from extract.readers.options import ReadOptions
from extract.records import ReportRecord
from extract.report import Report
from extract.structure import understand

__all__ = ["extract_bytes", "extract_document", "extract_file", "failed_report"]

_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")


def extract_file(
    path: Path | str,
    *,
    password: str | None = None,
    ocr: bool = True,
    second_engine: bool = False,
    max_size: int = MAX_SIZE,
) -> Report:
    """Read a report's file and return its records and findings.

    Args:
        path: The file, of any format in `extract.readers.READERS`.
        password: Opens a protected document.
        ocr: Recognise pages that are pictures, where the extra is installed.
        second_engine: Read the figures of a PDF twice and tell where the readings differ (ten times slower).
        max_size: Bytes the file may have.

    Raises:
        InputError: The file can't be read; the error says why and what to do.
    """
    path = Path(path)
    data = read_file(path, max_size=max_size)
    return extract_bytes(
        data, printable(path.name), password=password, ocr=ocr, second_engine=second_engine
    )


def extract_bytes(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    ocr: bool = True,
    second_engine: bool = False,
) -> Report:
    """Read a report from its bytes; the same as `extract_file` for what is no file.

    Args:
        data: The bytes of the report.
        name: Its file name, for `source_file` and messages.
        password: Opens a protected document.
        ocr: Recognise pages that are pictures, where the extra is installed.
        second_engine: Read the figures of a PDF twice and tell where the readings differ (ten times slower).

    Raises:
        InputError: The bytes can't be read; the error says why and what to do.
    """
    options = ReadOptions(password=password, ocr=ocr, second_engine=second_engine)
    # No name for the document here: its blocks could not be freed while it has one.
    return extract_document(
        _sayable(read(data, name, options)), report_id=report_id(data), source_file=name
    )


def extract_document(document: Document, *, report_id: str, source_file: str) -> Report:
    """Turn a document into records and findings. Pure: no file is touched."""
    with collector_paused(without_cycles=True):
        outline = understand(document)
        # What was seen has been understood: the paragraphs of a long text need not lie beside its records.
        document = replace(document, blocks=())
        outline = replace(outline, document=document)
        records = parse(outline)
        # Nor need what tables were understood as lie beside the records of them.
        outline = replace(outline, grids=())
        report = Report(
            report_id=report_id,
            source_file=source_file,
            document=document,
            about=outline.about,
            projects=records.projects,
            timeline=records.timeline,
            funding=records.funding,
            tables=records.tables,
            findings=(*document.findings, *outline.findings),
            status="ok" if document.complete else "partial",
        )
        findings = (*report.findings, *_no_records(report), *audit(outline, report))
        return replace(report, findings=findings)


def failed_report(error: InputError, source_file: str, data: bytes | None = None) -> Report:
    """Return the report of a file that could not be read: no records, and the error as a finding.

    Args:
        error: Why it could not be read.
        source_file: The name under which it is told.
        data: Its bytes, if they were read. Without them the id comes from the name; those of an empty file are known.
    """
    if data is None and isinstance(error, EmptyFileError):
        data = b""
    known = report_id(data) if data is not None else sha256(source_file.encode()).hexdigest()[:16]
    finding = Finding(
        "input-not-read", "error", error.message("ko"), error.message("en"), actual=error.code
    )
    return Report(
        report_id=known,
        source_file=source_file,
        document=Document(_format(data, source_file), "", "", (), complete=False),
        about=ReportRecord(),
        findings=(finding,),
        status="failed",
    )


def _no_records(report: Report) -> tuple[Finding, ...]:
    """Say that a document holds no report, where nothing at all was found in it: a letter, an empty page."""
    if report.projects or report.timeline or report.funding or report.tables:
        return ()
    return (
        Finding(
            "no-records",
            "warning",
            "이 문서에서 사업, 일정, 재원, 표를 하나도 찾지 못했습니다. 보고서가 맞는지 보십시오.",
            "No project, date, amount or table was found in this document; see whether it is a report.",
        ),
    )


def _sayable(document: Document) -> Document:
    """Replace the halves of surrogate pairs that damaged UTF-16 leaves: no output can say them."""
    try:
        document.text.encode()
    except UnicodeEncodeError:
        return replace(
            document,
            text=_HALF_PAIR.sub("\ufffd", document.text),
            view=_HALF_PAIR.sub("\ufffd", document.view),
        )
    return document


def _format(data: bytes | None, name: str) -> str:
    """Return the format of a file that could not be read, or empty where not even that is known."""
    try:
        return detect(data, name) if data else ""
    except InputError:
        return ""
