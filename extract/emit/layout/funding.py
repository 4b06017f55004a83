"""funding.csv: one row an amount of money."""

from collections.abc import Iterator
from typing import Final, get_args

from extract.emit.layout.column import (
    IDENTITY,
    PLACE,
    Column,
    Link,
    Output,
    Row,
    identifier,
    place,
    thousands,
)
from extract.records import FundingKind
from extract.report import Report

__all__ = ["FUNDING"]

_SOURCES: Final = ("계", "국비", "시비", "도비", "구비", "군비", "지방비", "기금", "민간", "기타")

_COLUMNS: Final[tuple[Column, ...]] = (
    Column("funding_id", "string", "예산 ID", "Funding id", required=True),
    *IDENTITY,
    Column("project_path", "string", "사업 경로", "Project path", "projects의 사업 경로"),
    Column("program", "string", "세부사업", "Programme", "사업에 여러 세부사업이 있을 때"),
    Column(
        "kind",
        "string",
        "종류",
        "Kind",
        "table: 예산표의 칸, headline: 소요예산, total_cost: 총사업비, statement: 글 속의 금액",
        required=True,
        values=get_args(FundingKind),
    ),
    Column("measure", "string", "구분", "Measure", "budget, executed, balance 또는 원문 그대로"),
    Column("fiscal_year", "integer", "회계연도", "Fiscal year", "여러 해의 합계는 비어 있음"),
    Column("source", "string", "재원", "Source of funds", required=True, values=_SOURCES),
    Column("source_raw", "string", "재원 원문", "Source as printed"),
    Column("amount_thousand_won", "number", "금액(천원)", "Amount, thousand won", required=True),
    Column("amount_won", "number", "금액(원)", "Amount, won", required=True),
    Column("amount_raw", "string", "금액 원문", "Amount as printed"),
    Column("unit_raw", "string", "단위 원문", "Unit as printed"),
    Column("table_id", "string", "표 ID", "Table id", "금액이 적힌 표"),
    *PLACE,
)


def _rows(report: Report, _language: str) -> Iterator[Row]:
    identity = (report.report_id, report.source_file)
    for number, row in enumerate(report.funding, 1):
        yield (
            identifier(report.report_id, "f", number),
            *identity,
            row.project,
            row.program,
            row.kind,
            row.measure,
            row.fiscal_year,
            row.source,
            row.source_raw,
            thousands(row.won),
            row.won,
            row.amount_raw,
            row.unit_raw,
            None if row.table is None else identifier(report.report_id, "t", row.table),
            *place(report.document, row.span),
        )


FUNDING: Final = Output(
    "funding",
    "예산",
    "Funding",
    ("funding_id",),
    _COLUMNS,
    _rows,
    links=(Link("report_id", "reports", "report_id"), Link("table_id", "tables", "table_id")),
)
