"""One report's result: its records, its findings, and how the reading went."""

from dataclasses import dataclass
from typing import Literal

from extract.document import Document
from extract.findings import Finding
from extract.records import Event, Funding, Project, ReportRecord, TableRecord

__all__ = ["Report", "Status"]

Status = Literal["ok", "partial", "failed"]
"""`ok`; `partial`: something was given up, see the findings; `failed`: nothing could be read."""


@dataclass(frozen=True)
class Report:
    """All that was read from one file.

    Attributes:
        report_id: First 16 hex digits of the SHA-256 of the file's bytes.
        source_file: The file's name, without folders.
        document: The text and its pages; every span points into `document.text`. What `extract.readers.read` saw
            in it, its blocks, is not kept.
        about: Title, date, organisation.
        projects: In the order of the report.
        timeline: Dated statements in the order of the report.
        funding: Amounts in the order of the report.
        tables: Tables in the order of the report.
        findings: Doubts in the order of the report.
        status: See `Status`.
    """

    report_id: str
    source_file: str
    document: Document
    about: ReportRecord
    projects: tuple[Project, ...] = ()
    timeline: tuple[Event, ...] = ()
    funding: tuple[Funding, ...] = ()
    tables: tuple[TableRecord, ...] = ()
    findings: tuple[Finding, ...] = ()
    status: Status = "ok"
