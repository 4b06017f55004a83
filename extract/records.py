"""What we promise: the records of a report, field by field as users find them in CSV and JSON.

The fields, their names and their order are the output contract, version 1; a field may only be added at the
end. Identifiers, page and line are not stored: they follow from the record's position and offsets. Places are
half-open ranges of code points in the report's text, and `…_raw` is the text at its place, to the letter.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from extract.findings import Span

__all__ = [
    "CellRecord",
    "Event",
    "EventKind",
    "Field",
    "Funding",
    "FundingKind",
    "Number",
    "Project",
    "ReportRecord",
    "TableRecord",
]

Number = int | Decimal
"""An exact number: an integer, or a decimal where there is a fraction. Never a float."""

EventKind = Literal["milestone", "inline", "period", "mention"]
FundingKind = Literal["table", "headline", "total_cost", "statement"]

_new: Final = (
    tuple.__new__
)  # a report has thousands of places, and this costs half of calling the class


class Event(NamedTuple):
    """A dated statement (추진실적, 추진계획의 일정, 사업기간).

    Attributes:
        project: `project_path` of the project it belongs to, or empty.
        section: Title of the section it stands in, as printed.
        kind: `milestone` (the statement begins with its date), `inline` (a dated phrase inside one),
            `period` (the value of 사업기간 and its like), `mention` (any other date).
        date_raw: The date as printed; the text at `span`.
        edtf: The date in EDTF (ISO 8601-2).
        start: First day, inclusive, or None where open.
        end: Last day, inclusive, or None where open.
        precision: `day`, `month`, `quarter`, `half`, `year`.
        approximate: 초순, 중순, 경, 말 and the like.
        ongoing: 현재, 지속 추진, or nothing behind the tilde.
        recurrence: As printed (`월1회`).
        status: `done`, `ongoing`, `planned`.
        text: What happens, without the date.
        actor: The office in brackets at the end (`국토부`).
        span: Place of `date_raw`.
        row: Where the row of a table of months stands whose mark the event is, or None: its date stands in the
            head, and one looks for it in the row.
    """

    project: str
    section: str
    kind: EventKind
    date_raw: str
    edtf: str
    start: date | None
    end: date | None
    precision: str
    approximate: bool
    ongoing: bool
    recurrence: str
    status: str
    text: str
    actor: str
    span: Span
    row: int | None = None


class Funding(NamedTuple):
    """An amount of money: where from, for which year, how much.

    Attributes:
        project: `project_path` of the project it belongs to, or empty.
        program: The programme or item the amount is for, when the project holds several.
        kind: `table`, `headline` (`2020년 소요예산 : …`), `total_cost` (총사업비), `statement`.
        measure: `budget`, `executed`, `balance`, or as printed.
        fiscal_year: None for a total over years.
        source: Canonical source of funds (재원): 계, 국비, 시비, 도비, 구비, 군비, 지방비, 기금, 민간, 기타.
        source_raw: The source as printed.
        won: The amount in won, exact.
        amount_raw: The amount as printed; the text at `span`.
        unit_raw: The unit as printed, wherever it stood.
        table: 1-based number of the table it is a cell of, or None.
        span: Place of `amount_raw`.
    """

    project: str
    program: str
    kind: FundingKind
    measure: str
    fiscal_year: int | None
    source: str
    source_raw: str
    won: Number
    amount_raw: str
    unit_raw: str
    table: int | None
    span: Span

    @property
    def thousand_won(self) -> Number:
        """The amount in thousands of won (천원), exact.

        >>> from decimal import Decimal
        >>> Funding("", "", "table", "budget", 2020, "계", "", 7530, "7,530원", "원", None, (0, 6)).thousand_won
        Decimal('7.53')
        """
        if isinstance(self.won, int) and self.won % 1000 == 0:
            return self.won // 1000
        return Decimal(self.won).scaleb(-3).normalize()


class Field(NamedTuple):
    """A labelled value of a project (`사업규모 : 56,611㎡`), as printed.

    Attributes:
        label: The label without its letter-spacing.
        value: The value as printed.
        span: Place of the value.
    """

    label: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Project:
    """A project (사업) or a numbered programme inside one.

    Attributes:
        path: `<department>/<number>`; for a programme `…/<number>.<number>`; unique in the report.
        parent: `path` of the project it is a part of, or empty.
        department: The office in charge (부서), without letter-spacing.
        team: The team or division in charge, where printed.
        list_number: Its number in the department's 주요사업 목록, as printed.
        name: The project's name.
        status: `계속`, `신규`, or as printed.
        list_page: The page that the list names.
        period_raw: 사업기간 as printed.
        period: The same in EDTF.
        period_start: First day, or None.
        period_end: Last day, or None where open.
        location: 사업위치 as printed.
        scale_raw: 사업규모 as printed.
        area_m2: The one area of 사업규모 in square metres; None when there are several.
        total_cost: 총사업비 in won, exact.
        budget_year: Fiscal year of the headline budget.
        budget: The headline budget (`2020년 소요예산`) in won; 비예산 is 0.
        budget_raw: The same as printed.
        purpose: 사업목적.
        contents: The items of 사업내용.
        fields: All labelled values, named above or not.
        span: From the project's title or first section to its end.
    """

    path: str
    parent: str
    department: str
    team: str
    list_number: str
    name: str
    status: str
    list_page: int | None
    period_raw: str
    period: str
    period_start: date | None
    period_end: date | None
    location: str
    scale_raw: str
    area_m2: Number | None
    total_cost: Number | None
    budget_year: int | None
    budget: Number | None
    budget_raw: str
    purpose: str
    contents: tuple[str, ...]
    fields: tuple[Field, ...]
    span: Span


class CellRecord(NamedTuple):
    """A table cell.

    Attributes:
        row: 0-based.
        column: 0-based.
        row_span: Rows it covers.
        column_span: Columns it covers.
        is_header: A header cell, of a row or of a column.
        row_path: The header texts that lead to it from the left, outermost first.
        column_path: The header texts that lead to it from above, outermost first.
        text: Its words on one line.
        value: The number in the cell's unit, if it is one.
        confidence: 0 to 1 where the text was recognised from a picture, 1 where it was read.
        start: Offset of its text.
        length: Characters of its text in the report.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    is_header: bool
    row_path: tuple[str, ...]
    column_path: tuple[str, ...]
    text: str
    value: Number | None
    confidence: float
    # There are more cells than anything else: a small length costs no memory, and a `Span` is made when asked for.
    start: int
    length: int

    @property
    def end(self) -> int:
        """Offset behind its text."""
        return self.start + self.length

    @property
    def span(self) -> Span:
        """Place of its text."""
        start = self.start
        return _new(Span, (start, start + self.length))


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A table of the report, with its headers understood.

    Attributes:
        project: `project_path` of the project it belongs to, or empty.
        section: Title of the section it stands in.
        caption: Its title, without the unit.
        unit_raw: The unit as printed (`천원` of `(단위 : 천원)`), or empty.
        cells: By row, then by column.
        span: From its first to its last cell.
    """

    project: str
    section: str
    caption: str
    unit_raw: str
    cells: tuple[CellRecord, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """The report as a whole.

    Attributes:
        title: Its title.
        organization: The body that publishes it (기관).
        jurisdiction: The local government or state it belongs to (`서울특별시 금천구`).
        date_raw: Its date as printed.
        date: The same in EDTF.
        reported_year: The year whose results it holds.
        planned_year: The year whose plan it holds.
        departments: The offices whose projects it holds, in order.
    """

    title: str = ""
    organization: str = ""
    jurisdiction: str = ""
    date_raw: str = ""
    date: str = ""
    reported_year: int | None = None
    planned_year: int | None = None
    departments: tuple[str, ...] = ()
