"""timeline.csv: one row a dated statement."""

from collections.abc import Iterator
from typing import Final, get_args

from extract.emit.layout.column import IDENTITY, PLACE, Column, Output, Row, identifier, place
from extract.records import EventKind
from extract.report import Report

__all__ = ["TIMELINE"]

_COLUMNS: Final[tuple[Column, ...]] = (
    Column("event_id", "string", "일정 ID", "Event id", required=True),
    *IDENTITY,
    Column("project_path", "string", "사업 경로", "Project path", "projects의 사업 경로"),
    Column("section", "string", "항목", "Section", "일정이 적힌 항목의 제목"),
    Column(
        "kind",
        "string",
        "종류",
        "Kind",
        "milestone: 날짜로 시작하는 문장, inline: 문장 안의 날짜, "
        "period: 기간, mention: 그 밖의 날짜",
        required=True,
        values=get_args(EventKind),
    ),
    Column("date_raw", "string", "날짜 원문", "Date as printed"),
    Column("edtf", "string", "날짜", "Date", "EDTF (ISO 8601-2)"),
    Column("start", "date", "시작일", "First day", "그 날 포함. 열려 있으면 비어 있음"),
    Column("end", "date", "종료일", "Last day", "그 날 포함. 열려 있으면 비어 있음"),
    Column("precision", "string", "정밀도", "Precision", "day, month, quarter, half, year"),
    Column("approximate", "boolean", "어림", "Approximate", "초순, 중순, 경, 말 등", required=True),
    Column("ongoing", "boolean", "계속 중", "Ongoing", "현재, 지속 추진 등", required=True),
    Column("recurrence", "string", "되풀이", "Recurrence", "원문 그대로(월1회)"),
    Column("status", "string", "진행", "Status", "done, ongoing, planned"),
    Column("text", "string", "내용", "Text", "날짜를 뺀 내용"),
    Column("actor", "string", "주체", "Actor", "끝 괄호 안의 기관"),
    PLACE[0],
    PLACE[1]._replace(description="보고서 글의 줄 번호, 1부터. 달력표의 일정은 그 행의 줄"),
    *PLACE[2:],
)


def _rows(report: Report, _language: str) -> Iterator[Row]:
    for number, event in enumerate(report.timeline, 1):
        yield (
            identifier(report.report_id, "e", number),
            report.report_id,
            report.source_file,
            # All fields but the places: the order of the record is the order of the columns.
            *event[:-2],
            *place(report.document, event.span, event.row),
        )


TIMELINE: Final = Output("timeline", "일정", "Timeline", ("event_id",), _COLUMNS, _rows)
