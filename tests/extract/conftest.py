"""A report made by hand, so that writing is tested apart from reading and understanding."""

from datetime import date
from decimal import Decimal

import pytest

from extract.document import Document
from extract.findings import Finding, Span
from extract.records import (
    CellRecord,
    Event,
    Field,
    Funding,
    Project,
    ReportRecord,
    TableRecord,
)
from extract.report import Report

TEXT = """\
2020년 주요업무계획
1. 골목 상권 살리기
  □ 사업기간 : 2019. 3. ~ 2020. 6.
  □ 사업규모 : 150.5㎡
  - 2019.07.17. : =개소식("첫날")
2020년 소요예산 : 7,530원
구분\t2020년
계\t△1,234
"""


def at(words: str) -> Span:
    start = TEXT.rindex(words)  # the last one: the table stands at the end
    return Span(start, start + len(words))


def made_document() -> Document:
    second_page = TEXT.index("2020년 소요예산")
    return Document(
        format="pdf", text=TEXT, view=TEXT, blocks=(), page_starts=(0, second_page), title=""
    )


def made_project() -> Project:
    return Project(
        path="일자리과/1",
        parent="",
        department="일자리과",
        team="",
        list_number="1",
        name="골목 상권 살리기",
        status="계속",
        list_page=None,
        period_raw="2019. 3. ~ 2020. 6.",
        period="2019-03/2020-06",
        period_start=date(2019, 3, 1),
        period_end=date(2020, 6, 30),
        location="",
        scale_raw="150.5㎡",
        area_m2=Decimal("150.5"),
        total_cost=None,
        budget_year=2020,
        budget=7530,
        budget_raw="7,530원",
        purpose="",
        contents=("간판 정비", "- 공동 판촉"),
        fields=(Field("사업규모", "150.5㎡", at("150.5㎡")),),
        span=Span(at("1. 골목").start, len(TEXT)),
    )


def made_cell(row: int, column: int, text: str, *, value: int | None = None) -> CellRecord:
    above, left = ((), ()) if value is None else (("2020년",), ("계",))
    start = at(text).start
    return CellRecord(
        row, column, 1, 1, value is None, left, above, text, value, 1, start, len(text)
    )


@pytest.fixture
def report() -> Report:
    event = Event(
        project="일자리과/1",
        section="추진실적",
        kind="milestone",
        date_raw="2019.07.17.",
        edtf="2019-07-17",
        start=date(2019, 7, 17),
        end=date(2019, 7, 17),
        precision="day",
        approximate=False,
        ongoing=False,
        recurrence="",
        status="done",
        text='=개소식("첫날")',
        actor="",
        span=at("2019.07.17."),
    )
    amount = Funding(
        project="일자리과/1",
        program="",
        kind="headline",
        measure="budget",
        fiscal_year=2020,
        source="계",
        source_raw="",
        won=7530,
        amount_raw="7,530원",
        unit_raw="원",
        table=None,
        span=at("7,530원"),
    )
    loss = amount._replace(
        kind="table", won=-1_234_000, amount_raw="△1,234", table=1, span=at("△1,234")
    )
    table = TableRecord(
        project="일자리과/1",
        section="소요예산",
        caption="",
        unit_raw="천원",
        cells=(
            made_cell(0, 0, "구분"),
            made_cell(0, 1, "2020년"),
            made_cell(1, 0, "계"),
            made_cell(1, 1, "△1,234", value=-1234),
        ),
        span=Span(at("구분").start, at("△1,234").end),
    )
    doubt = Finding(
        rule="total-of-rows",
        severity="error",
        korean="합계가 맞지 않습니다.",
        english="The total does not add up.",
        expected="0",
        actual="△1,234",
        span=at("△1,234"),
        places=(at("△1,234"), at("계")),
    )
    return Report(
        report_id="0123456789abcdef",
        source_file="보고서.pdf",
        document=made_document(),
        about=ReportRecord(title="2020년 주요업무계획", departments=("일자리과", "공원과")),
        projects=(made_project(),),
        timeline=(event,),
        funding=(amount, loss),
        tables=(table,),
        findings=(doubt, Finding("no-date", "info", "날짜가 없습니다.", "There is no date.")),
    )
