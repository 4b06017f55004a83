"""projects.csv: one row a project or sub-project."""

from collections.abc import Iterator
from typing import Final

from extract.emit.layout.column import (
    IDENTITY,
    PLACE,
    Column,
    Output,
    Row,
    identifier,
    place,
    thousands,
)
from extract.report import Report

__all__ = ["PROJECTS"]

_COLUMNS: Final[tuple[Column, ...]] = (
    Column("project_id", "string", "사업 ID", "Project id", required=True),
    *IDENTITY,
    Column(
        "project_path",
        "string",
        "사업 경로",
        "Project path",
        "부서/목록 번호. 사업 안의 세부사업은 번호 뒤에 점과 번호",
        required=True,
    ),
    Column("parent_path", "string", "상위 사업", "Parent path", "상위 사업의 사업 경로"),
    Column("department", "string", "부서", "Department"),
    Column("team", "string", "팀", "Team"),
    Column(
        "list_number", "string", "목록 번호", "Number in the list", "주요사업 목록의 번호 그대로"
    ),
    Column("name", "string", "사업명", "Name"),
    Column("status", "string", "구분", "Status", "계속, 신규 또는 원문 그대로"),
    Column("list_page", "integer", "목록 쪽", "Page in the list", "목록에 적힌 쪽 번호"),
    Column("period_raw", "string", "사업기간 원문", "Period as printed"),
    Column("period", "string", "사업기간", "Period", "EDTF (ISO 8601-2)"),
    Column("period_start", "date", "시작일", "First day", "그 날 포함"),
    Column("period_end", "date", "종료일", "Last day", "그 날 포함. 끝이 열려 있으면 비어 있음"),
    Column("location", "string", "사업위치", "Location"),
    Column("scale_raw", "string", "사업규모 원문", "Scale as printed"),
    Column("area_m2", "number", "면적(㎡)", "Area in m²", "면적이 여럿이면 비어 있음"),
    Column("total_cost_thousand_won", "number", "총사업비(천원)", "Total cost, thousand won"),
    Column("budget_year", "integer", "예산 연도", "Budget year"),
    Column("budget_thousand_won", "number", "소요예산(천원)", "Budget, thousand won", "비예산은 0"),
    Column("budget_raw", "string", "소요예산 원문", "Budget as printed"),
    Column("purpose", "string", "사업목적", "Purpose"),
    Column("contents", "string", "사업내용", "Contents", joined=" / "),
    *PLACE,
)


def _rows(report: Report, _language: str) -> Iterator[Row]:
    for number, project in enumerate(report.projects, 1):
        yield (
            identifier(report.report_id, "p", number),
            report.report_id,
            report.source_file,
            project.path,
            project.parent,
            project.department,
            project.team,
            project.list_number,
            project.name,
            project.status,
            project.list_page,
            project.period_raw,
            project.period,
            project.period_start,
            project.period_end,
            project.location,
            project.scale_raw,
            project.area_m2,
            thousands(project.total_cost),
            project.budget_year,
            thousands(project.budget),
            project.budget_raw,
            project.purpose,
            project.contents,
            *place(report.document, project.span),
        )


PROJECTS: Final = Output("projects", "사업", "Projects", ("project_id",), _COLUMNS, _rows)
