"""tables.csv: one row a table cell, for every table of the report."""

from collections.abc import Iterator
from typing import Final

from extract.emit.layout.column import IDENTITY, PLACE, Column, Output, Row, identifier, place
from extract.report import Report

__all__ = ["TABLES"]

_COLUMNS: Final[tuple[Column, ...]] = (
    Column("table_id", "string", "표 ID", "Table id", required=True),
    *IDENTITY,
    Column("project_path", "string", "사업 경로", "Project path", "projects의 사업 경로"),
    Column("section", "string", "항목", "Section", "표가 있는 항목의 제목"),
    Column("caption", "string", "표 제목", "Caption"),
    Column("unit_raw", "string", "단위 원문", "Unit as printed"),
    Column("row", "integer", "행", "Row", "0부터", required=True),
    Column("column", "integer", "열", "Column", "0부터", required=True),
    Column("row_span", "integer", "행 병합", "Rows covered", "1이면 병합 없음", required=True),
    Column(
        "column_span", "integer", "열 병합", "Columns covered", "1이면 병합 없음", required=True
    ),
    Column("is_header", "boolean", "머리 칸", "Header cell", required=True),
    Column("row_path", "string", "행 머리", "Row headers", "왼쪽 머리글, 바깥부터", joined=" > "),
    Column(
        "column_path", "string", "열 머리", "Column headers", "위쪽 머리글, 바깥부터", joined=" > "
    ),
    Column("text", "string", "내용", "Text"),
    Column("value", "number", "값", "Value", "칸의 단위 그대로의 수. 수가 아니면 비어 있음"),
    *PLACE,
    Column(
        "confidence",
        "number",
        "신뢰도",
        "Confidence",
        "그림에서 글자를 인식한 칸은 0에서 1, 글자를 그대로 읽은 칸은 1",
        required=True,
    ),
)


def _rows(report: Report, _language: str) -> Iterator[Row]:
    document = report.document
    for number, table in enumerate(report.tables, 1):
        head = (
            identifier(report.report_id, "t", number),
            report.report_id,
            report.source_file,
            table.project,
            table.section,
            table.caption,
            table.unit_raw,
        )
        for cell in table.cells:
            # row … value are the fields of the cell in its own order; confidence and span follow.
            yield (*head, *cell[:9], *place(document, cell.span), cell.confidence)


TABLES: Final = Output(
    "tables", "표", "Table cells", ("table_id", "row", "column"), _COLUMNS, _rows
)
