"""findings.csv: one row a doubt, about the reading or about the report itself."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
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
    project_at = _finder(report.projects)
    for number, finding in enumerate(report.findings, 1):
        yield (
            identifier(report.report_id, "n", number),
            report.report_id,
            report.source_file,
            project_at(finding.span),
            finding.rule,
            finding.severity,
            finding.english if language == "en" else finding.korean,
            finding.expected,
            finding.actual,
            *place(report.document, finding.span),
        )


def _finder(projects: Sequence[Project]) -> Callable[[Span | None], str]:
    """What tells the path of the innermost project that holds a place, or an empty string.

    A long report has thousands of projects and findings: looking through all of one for each of the other shows.
    """
    ordered = sorted(projects, key=lambda each: (each.span[0], -each.span[1]))
    starts = [each.span[0] for each in ordered]
    by_path = {each.path: each for each in ordered}

    def project_at(span: Span | None) -> str:
        at = bisect_right(starts, span[0]) - 1 if span else -1
        # What does not hold the place itself may stand in a project that does.
        project = ordered[at] if at >= 0 else None
        while span and project and span[0] >= project.span[1]:
            project = by_path.get(project.parent)
        return project.path if project else ""

    return project_at


FINDINGS: Final = Output("findings", "확인 사항", "Findings", ("finding_id",), _COLUMNS, _rows)
