"""findings.csv: one row a doubt, about the reading or about the report itself."""

from collections.abc import Iterator
from typing import Final, get_args

from extract.emit.layout.column import IDENTITY, PLACE, Column, Output, Row, identifier, place
from extract.findings import Severity, Span
from extract.records import Project
from extract.report import Report

__all__ = ["FINDINGS"]

_COLUMNS: Final[tuple[Column, ...]] = (
    Column("finding_id", "string", "확인 사항 ID", "Finding id", required=True),
    *IDENTITY,
    Column("project_path", "string", "사업 경로", "Project path", "projects의 사업 경로"),
    Column("rule", "string", "규칙", "Rule", "정해진 이름", required=True),
    Column(
        "severity",
        "string",
        "정도",
        "Severity",
        "error: 서로 맞지 않거나 읽지 못함, warning: 확인 필요, info: 참고",
        required=True,
        values=get_args(Severity),
    ),
    Column("message", "string", "설명", "Message", required=True),
    Column("expected", "string", "맞는 값", "Expected"),
    Column("actual", "string", "적힌 값", "Actual"),
    *PLACE,
)


def _rows(report: Report, language: str) -> Iterator[Row]:
    for number, finding in enumerate(report.findings, 1):
        yield (
            identifier(report.report_id, "n", number),
            report.report_id,
            report.source_file,
            _project_at(report.projects, finding.span),
            finding.rule,
            finding.severity,
            finding.english if language == "en" else finding.korean,
            finding.expected,
            finding.actual,
            *place(report.document, finding.span),
        )


def _project_at(projects: tuple[Project, ...], span: Span | None) -> str:
    """Return the path of the innermost project that holds the place, or an empty string."""
    if span is None:
        return ""
    around = [each for each in projects if each.span[0] <= span[0] < each.span[1]]
    return min(around, key=lambda each: each.span[1] - each.span[0]).path if around else ""


FINDINGS: Final = Output("findings", "확인 사항", "Findings", ("finding_id",), _COLUMNS, _rows)
