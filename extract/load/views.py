"""Views that answer what is asked most: each under a Korean name with Korean columns, and its twin.

A view never mixes kinds of amounts: a headline and the table that explains it are the same money.
"""

from typing import Final, NamedTuple

from extract.emit.layout import OUTPUTS

__all__ = ["VIEWS", "View"]


class View(NamedTuple):
    """A view, in SQL that every database here takes.

    Attributes:
        korean: Its name in Korean.
        english: Its name in English.
        comment: What it holds, in Korean.
        columns: Expression, name in Korean, name in English.
        rows: What comes after the columns.
    """

    korean: str
    english: str
    comment: str
    columns: tuple[tuple[str, str, str], ...]
    rows: str

    def definition(self, *, korean: bool) -> str:
        """Return the statement that makes it, under one of its names."""
        name = self.korean if korean else self.english
        columns = ", ".join(
            f'{expression} as "{ko if korean else en}"' for expression, ko, en in self.columns
        )
        return f'create view "{name}" as select {columns} {self.rows}'


_ABOUT: Final = (
    ("r.jurisdiction", "관할", "jurisdiction"),
    ("r.organization", "기관", "organization"),
    ("r.title", "보고서", "report_title"),
    ("r.date", "보고서_날짜", "report_date"),
)

_NAME: Final = (
    "(select min(p.name) from projects p "
    "where p.report_id = x.report_id and p.project_path = x.project_path)"
)

_PROJECT: Final = (
    ("x.project_path", "사업_경로", "project_path"),
    (_NAME, "사업명", "project_name"),
)

_ENGLISH: Final = {
    "계": "total",
    "국비": "national",
    "시비": "city",
    "도비": "province",
    "구비": "district",
    "군비": "county",
    "지방비": "local",
    "기금": "fund",
    "민간": "private",
    "기타": "other",
}

_SOURCES: Final = next(
    column.values for column in OUTPUTS["funding"].columns if column.name == "source"
)

VIEWS: Final[tuple[View, ...]] = (
    View(
        "예산_재원별_연도별",
        "funding_by_source_year",
        "회계연도마다 재원별 금액(천원). 표마다, 세부사업마다 한 줄; 종류가 다른 금액은 더하지 않음",
        (
            *_ABOUT,
            *_PROJECT,
            ("x.program", "세부사업", "program"),
            ("x.kind", "종류", "kind"),
            ("x.measure", "구분", "measure"),
            ("x.fiscal_year", "회계연도", "fiscal_year"),
            *(
                (
                    f"sum(case when x.source = '{source}' then x.amount_thousand_won end)",
                    f"{source}_천원",
                    f"{_ENGLISH[source]}_thousand_won",
                )
                for source in _SOURCES
            ),
            ("x.table_id", "표_ID", "table_id"),
            ("x.report_id", "보고서_ID", "report_id"),
        ),
        "from funding x join reports r on r.report_id = x.report_id "
        "group by x.report_id, r.jurisdiction, r.organization, r.title, r.date, x.project_path, "
        "x.program, x.kind, x.measure, x.fiscal_year, x.table_id",
    ),
    View(
        "사업_일정",
        "project_timeline",
        "날짜가 적힌 일마다 한 줄, 사업명과 함께",
        (
            *_ABOUT,
            *_PROJECT,
            ("x.section", "항목", "section"),
            ("x.kind", "종류", "kind"),
            ("x.edtf", "날짜", "date"),
            ("x.start", "시작일", "first_day"),
            ('x."end"', "종료일", "last_day"),
            ("x.status", "진행", "status"),
            ("x.ongoing", "계속_중", "ongoing"),
            ("x.text", "내용", "text"),
            ("x.actor", "주체", "actor"),
            ("x.date_raw", "날짜_원문", "date_as_printed"),
            ("x.event_id", "일정_ID", "event_id"),
            ("x.report_id", "보고서_ID", "report_id"),
        ),
        "from timeline x join reports r on r.report_id = x.report_id",
    ),
    View(
        "보고서_확인사항",
        "report_findings",
        "확인할 것마다 한 줄, 보고서와 사업의 이름과 함께",
        (
            *_ABOUT,
            ("x.source_file", "원본_파일", "source_file"),
            *_PROJECT,
            ("x.severity", "정도", "severity"),
            ("x.rule", "규칙", "rule"),
            ("x.message", "설명", "message"),
            ("x.expected", "맞는_값", "expected"),
            ("x.actual", "적힌_값", "actual"),
            ("x.page", "쪽", "page"),
            ("x.line", "줄", "line"),
            ("x.finding_id", "확인_사항_ID", "finding_id"),
            ("x.report_id", "보고서_ID", "report_id"),
        ),
        "from findings x join reports r on r.report_id = x.report_id",
    ),
)
