"""What a column of the output is, the columns that tables share, and how records are numbered."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from extract.document import Document
from extract.findings import Span
from extract.records import Number
from extract.report import Report

__all__ = [
    "IDENTITY",
    "PLACE",
    "Column",
    "Link",
    "Output",
    "Row",
    "Value",
    "identifier",
    "place",
    "thousands",
]

ColumnType = Literal["string", "integer", "number", "boolean", "date"]
Value = str | int | float | Decimal | bool | date | tuple[str, ...] | None
"""What may stand in a row; None is unknown, a tuple is a list that CSV joins."""

Row = tuple[Value, ...]


class Column(NamedTuple):
    """One column: of a CSV, of its Table Schema, and a property in the JSON Schema.

    Attributes:
        name: The fixed name.
        type: Type in Table Schema's words.
        korean: Title in Korean.
        english: Title in English.
        description: What the title leaves open, in Korean.
        required: Always filled.
        values: The values that may occur, or none where any may.
        joined: What CSV puts between the parts of a list; empty for a single value.
        pattern: What its text looks like, as a regular expression, or empty.
    """

    name: str
    type: ColumnType
    korean: str
    english: str
    description: str = ""
    required: bool = False
    values: tuple[str, ...] = ()
    joined: str = ""
    pattern: str = ""


class Link(NamedTuple):
    """A foreign key: `column` holds a value of `target` in `table`."""

    column: str
    table: str
    target: str


class Output(NamedTuple):
    """An output table.

    Attributes:
        name: `timeline` of `timeline.csv`.
        korean: Title in Korean.
        english: Title in English.
        key: Columns of the primary key.
        columns: In their fixed order.
        rows: A report, and the language of its messages (`ko`, `en`), to rows in column order.
        links: Foreign keys.
    """

    name: str
    korean: str
    english: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Report, str], Iterator[Row]]
    links: tuple[Link, ...] = (Link("report_id", "reports", "report_id"),)


IDENTITY: Final[tuple[Column, ...]] = (
    Column(
        "report_id",
        "string",
        "보고서 ID",
        "Report id",
        "파일 내용 SHA-256의 앞 16자리. 내용을 읽지 못한 파일은 파일 이름의 SHA-256",
        required=True,
        pattern="^[0-9a-f]{16}$",
    ),
    Column(
        "source_file",
        "string",
        "원본 파일",
        "Source file",
        "폴더를 뺀 파일 이름. 이름이 겹치면 입력 폴더 기준 경로",
        required=True,
    ),
)

PLACE: Final[tuple[Column, ...]] = (
    Column("page", "integer", "쪽", "Page", "1부터. 쪽이 없는 형식은 비어 있음"),
    Column("line", "integer", "줄", "Line", "보고서 글의 줄 번호, 1부터"),
    Column(
        "char_start",
        "integer",
        "시작 위치",
        "Start offset",
        "보고서 글(bogoseo text)에서 유니코드 코드 포인트로 센 시작 위치, 0부터",
    ),
    Column("char_end", "integer", "끝 위치", "End offset", "끝 위치, 그 글자는 들어가지 않음"),
)

NOWHERE: Final[Row] = (None, None, None, None)


def place(document: Document, span: Span | None, row: int | None = None) -> Row:
    """Return page, line, char_start and char_end of `span`; the line is that of `row` where there is one."""
    if span is None:
        return NOWHERE
    start, end = span
    line = document.line(start if row is None else row)
    return document.page(start), line, start, end


def identifier(report_id: str, letter: str, number: int) -> str:
    """Return the id of the `number`-th record of a kind, counted from 1.

    >>> identifier("0123456789abcdef", "p", 1), identifier("0123456789abcdef", "e", 12345)
    ('0123456789abcdef-p001', '0123456789abcdef-e12345')
    """
    width = 4 if letter in "ef" else 3
    return f"{report_id}-{letter}{number:0{width}d}"


def thousands(won: Number | None) -> Number | None:
    """Return won in thousands (천원), exact: no digit is lost, whatever the length.

    >>> thousands(7530), thousands(101_635_000), thousands(None)
    (Decimal('7.53'), 101635, None)
    """
    if won is None:
        return None
    if isinstance(won, int):
        whole, rest = divmod(abs(won), 1000)
        if not rest:
            return won // 1000
        return Decimal(f"{'-' if won < 0 else ''}{whole}.{rest:03d}".rstrip("0"))
    sign, digits, exponent = won.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 - amounts are finite by construction
    return Decimal((sign, digits, exponent - 3))
