"""reports.csv: one row a report."""

from collections.abc import Iterator
from typing import Final

from extract.emit.layout.column import IDENTITY, Column, Output, Row
from extract.report import Report

__all__ = ["REPORTS"]

_COLUMNS: Final[tuple[Column, ...]] = (
    *IDENTITY,
    Column("format", "string", "형식", "Format", "txt, hwp, hwpx, pdf, docx 등. 모르면 비어 있음"),
    Column("title", "string", "제목", "Title"),
    Column("organization", "string", "기관", "Organization"),
    Column("jurisdiction", "string", "관할", "Jurisdiction", "소속 지방자치단체 또는 국가"),
    Column("date_raw", "string", "날짜 원문", "Date as printed"),
    Column("date", "string", "날짜", "Date", "EDTF (ISO 8601-2)"),
    Column("reported_year", "integer", "실적 연도", "Year reported"),
    Column("planned_year", "integer", "계획 연도", "Year planned"),
    Column("departments", "string", "부서", "Departments", joined="; "),
    Column("pages", "integer", "쪽수", "Pages", "쪽이 없는 형식은 비어 있음"),
    Column("characters", "integer", "글자 수", "Characters", required=True),
    Column("projects", "integer", "사업 수", "Projects", required=True),
    Column("events", "integer", "일정 수", "Events", required=True),
    Column("funding_rows", "integer", "예산 행 수", "Funding rows", required=True),
    Column("tables", "integer", "표 수", "Tables", required=True),
    Column("findings", "integer", "확인 사항 수", "Findings", required=True),
    Column(
        "status",
        "string",
        "상태",
        "Status",
        "ok: 모두 읽음, partial: 일부를 읽지 못함(findings 참고), failed: 읽지 못함",
        required=True,
        values=("ok", "partial", "failed"),
    ),
)


def _rows(report: Report, _language: str) -> Iterator[Row]:
    about = report.about
    document = report.document
    yield (
        report.report_id,
        report.source_file,
        document.format,
        about.title,
        about.organization,
        about.jurisdiction,
        about.date_raw,
        about.date,
        about.reported_year,
        about.planned_year,
        about.departments,
        document.pages,
        len(document.text),
        len(report.projects),
        len(report.timeline),
        len(report.funding),
        len(report.tables),
        len(report.findings),
        report.status,
    )


REPORTS: Final = Output("reports", "보고서", "Reports", ("report_id",), _COLUMNS, _rows, links=())
