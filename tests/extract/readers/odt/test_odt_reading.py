"""ODT files built here: what the writer shows is what is read."""

import io
import zipfile

import pytest

from extract.document import Document, Paragraph
from extract.errors import DamagedError, EncryptedError, InputError, LimitError
from extract.readers.odt import read
from extract.readers.options import ReadOptions

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{short}="{BASE}{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("manifest", "manifest"), ("meta", "meta"),
    )
)  # fmt: skip


def odt(
    body: str, *, styles: str = "", page_styles: str = "", meta: str = "", manifest: str = ""
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:styles {NAMESPACES}>{page_styles}</office:styles>")
        archive.writestr("meta.xml", f"<office:meta {NAMESPACES}>{meta}</office:meta>")
        archive.writestr(
            "META-INF/manifest.xml",
            f"<manifest:manifest {NAMESPACES}>{manifest}</manifest:manifest>",
        )
    return out.getvalue()


def document(body: str, **parts: str) -> Document:
    return read(odt(body, **parts), ReadOptions())


def laid(seen: Document) -> list[tuple[str, str]]:
    return [(b.role, seen.text[b.start : b.end]) for b in seen.blocks if isinstance(b, Paragraph)]


def cells(seen: Document) -> list[tuple[int, int, int, int, str]]:
    return [
        (c.row, c.column, c.row_span, c.column_span, seen.text[c.start : c.end])
        for table in seen.tables()
        for c in table.cells
    ]


NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>각주</text:p></text:note-body></text:note>"
)
GONE = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>지움</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes><text:p>남음</text:p>"
)
TEXTS = [
    ("<text:p>가<text:span>나</text:span>다</text:p>", [("body", "가나다")]),
    ('<text:p>가<text:s text:c="3"/>나<text:s/>다</text:p>', [("body", "가   나 다")]),
    ("<text:p>가<text:tab/>나<text:line-break/>다</text:p>", [("body", "가\t나\n다")]),
    (f"<text:p>수입{NOTE} 1,234</text:p>", [("body", "수입 1,234"), ("footnote", "각주")]),
    (
        "<text:p>값<office:annotation><text:p>메모</text:p></office:annotation></text:p>",
        [("body", "값"), ("memo", "메모")],
    ),
    (
        "<text:p><draw:frame><draw:text-box><text:p>상자</text:p></draw:text-box></draw:frame></text:p>",
        [("body", "상자")],
    ),
    (
        GONE,
        [("body", "남음"), ("deleted", "지움")],
    ),
    ("<text:section><text:p>구역</text:p></text:section>", [("body", "구역")]),
]


@pytest.mark.parametrize(("body", "expected"), TEXTS)
def test_text_reads_as_shown(body: str, expected: list[tuple[str, str]]) -> None:
    assert laid(document(body)) == expected


def test_headings_state_their_level() -> None:
    seen = document('<text:h text:outline-level="2">개요</text:h><text:p>글</text:p>')
    assert [block.depth for block in seen.blocks if isinstance(block, Paragraph)] == [2, 0]


LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="가, 나, 다, ..." style:num-suffix=")"/><text:list-level-style-bullet '
    'text:level="3" text:bullet-char="□"/></text:list-style>'
)


def items(*inside: str, more: str = 'text:style-name="L"') -> str:
    rows = "".join(f"<text:list-item>{each}</text:list-item>" for each in inside)
    return f"<text:list {more}>{rows}</text:list>"


def para(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_lists_print_their_numbers() -> None:
    inner = items(para("나") + items(para("다"), more=""), more="")
    body = items(para("가") + para("이어") + inner, para("라"))
    body += items(para("마"), more='text:style-name="L" text:continue-numbering="true"')
    body += items(para("바"))
    expected = ["1. 가", "이어", "가) 나", "□ 다", "2. 라", "3. 마", "1. 바"]
    assert [text for _, text in laid(document(body, styles=LISTS))] == expected


def row(*inside: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(inside)}</table:table-row>"


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"
DOWN, ACROSS = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
TABLES = [
    (
        row(cell("재원", DOWN), cell("연차", ACROSS), COVERED) + row(COVERED, cell("1"), cell("2")),
        [(0, 0, 2, 1, "재원"), (0, 1, 1, 2, "연차"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "2")],
    ),
    (
        row(cell("가", 'table:number-columns-repeated="2"')),
        [(0, 0, 1, 1, "가"), (0, 1, 1, 1, "가")],
    ),
    (
        row(cell("가"), more='table:number-rows-repeated="2"'),
        [(0, 0, 1, 1, "가"), (1, 0, 1, 1, "가")],
    ),
    (
        row(cell("가", 'table:number-columns-spanned="999999"'), cell("나")) + row(cell("다")),
        [(0, 0, 1, 1, "가"), (0, 1, 1, 1, "나"), (1, 0, 1, 1, "다")],
    ),
    (
        row(cell("가", 'table:number-rows-spanned="9"')) + row(cell("나")),
        [(0, 0, 1, 1, "가"), (1, 0, 1, 1, "나")],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), TABLES)
def test_tables_keep_their_real_spans(
    rows: str, expected: list[tuple[int, int, int, int, str]]
) -> None:
    assert cells(document(f"<table:table>{rows}</table:table>")) == expected


def test_nested_tables_and_header_rows() -> None:
    inner = f"<table:table>{row(cell('안'))}</table:table>"
    seen = document(
        f"<table:table><table:table-header-rows>{row(cell('밖'))}</table:table-header-rows>"
        f"{row(f'<table:table-cell>{inner}</table:table-cell>')}</table:table>"
    )
    outer, nested = seen.tables()
    assert [each.header for each in outer.cells] == [True, False]
    assert outer.cells[1].tables == (nested,)


def test_repeated_rows_and_columns_are_capped() -> None:
    wide = cell("", 'table:number-columns-repeated="16384"')
    rows = row(wide, more='table:number-rows-repeated="9"')
    seen = document(f"<table:table>{rows}</table:table>")
    (table,) = seen.tables()
    assert (table.rows, table.columns) == (9, 1024)


@pytest.mark.parametrize(("stated", "starts"), [(2, (0, 2)), (3, ()), (0, ())])
def test_pages_are_known_where_the_file_agrees_with_itself(
    stated: int, starts: tuple[int, ...]
) -> None:
    meta = f'<meta:document-statistic meta:page-count="{stated}"/>'
    seen = document("<text:p>가</text:p><text:soft-page-break/><text:p>나</text:p>", meta=meta)
    assert seen.page_starts == starts


def test_running_heads_stand_apart_and_the_title_is_known() -> None:
    seen = document(
        "<text:p>본문</text:p>",
        page_styles="<style:master-page><style:header><text:p>업무계획</text:p></style:header>"
        "<style:footer><text:p>부서</text:p></style:footer></style:master-page>",
        meta='<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">제목</dc:title>',
    )
    assert laid(seen) == [("page-header", "업무계획"), ("body", "본문"), ("page-footer", "부서")]
    assert seen.title == "제목"


def nested(depth: int) -> bytes:
    opened = "<table:table><table:table-row><table:table-cell>" * depth
    return odt(opened + "</table:table-cell></table:table-row></table:table>" * depth)


HOSTILE = {
    "no ZIP": (b"x", DamagedError),
    "a password": (odt("", manifest="<manifest:encryption-data/>"), EncryptedError),
    "nested 17 deep": (nested(17), LimitError),
    "nested 500 deep": (nested(500), LimitError),
    "not XML": (odt("<text:p>"), DamagedError),
    "an undeclared entity": (odt("<text:p>&e;</text:p>"), InputError),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_an_error_that_names_the_cause(name: str) -> None:
    data, error = HOSTILE[name]
    with pytest.raises(error):
        read(data, ReadOptions())
