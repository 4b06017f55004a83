"""What Word shows is what is read: small files built here, one habit of Word each."""

import io

import docx as python_docx
import pytest
from docx_file import docx, p, r, tbl, tc, tr

from extract.document import Document, Paragraph, Table
from extract.readers.docx import read
from extract.readers.options import ReadOptions


def document(body: str, **parts: str) -> Document:
    return read(docx(body, **parts), ReadOptions())


def lines(seen: Document, *roles: str) -> list[str]:
    return [
        seen.text[block.start : block.end]
        for block in seen.blocks
        if isinstance(block, Paragraph) and (not roles or block.role in roles)
    ]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>제3조</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = "<w:txbxContent><w:p><w:r><w:t>상자</w:t></w:r></w:p></w:txbxContent>"
TWICE = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
    f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>"
    "</m:f></m:oMath>"
)

BODY_TEXT = [
    ("runs are joined", r("사업") + r("개요"), "사업개요"),
    ("blanks stay", r("가 ") + r(" 나"), "가  나"),
    ("a tab", "<w:r><w:t>총</w:t><w:tab/><w:t>계</w:t></w:r>", "총\t계"),
    ("a soft break", "<w:r><w:t>위</w:t><w:br/><w:t>아래</w:t></w:r>", "위\n아래"),
    ("a hyphen that doesn't break", "<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>", "1-2"),
    ("the result of a field, not its code", FIELD, "제3조"),
    ("a simple field", f'<w:fldSimple w:instr="DATE">{r("2024")}</w:fldSimple>', "2024"),
    ("a link", f"<w:hyperlink>{r('누리집')}</w:hyperlink>", "누리집"),
    ("a smart tag", f"<w:smartTag>{r('부산')}</w:smartTag>", "부산"),
    ("a content control", f"<w:sdt><w:sdtPr/><w:sdtContent>{r('값')}</w:sdtContent></w:sdt>", "값"),
    ("an insertion", f"<w:ins>{r('추가')}</w:ins>", "추가"),
    ("a moved text at its new place", f"<w:moveTo>{r('옮김')}</w:moveTo>", "옮김"),
    ("a fraction keeps its bar", FRACTION, "1/2"),
    (
        "reading aid over a word",
        f"<w:r><w:ruby><w:rt>{r('독음')}</w:rt><w:rubyBase>{r('本')}</w:rubyBase></w:ruby></w:r>",
        "本",
    ),
    ("Wingdings", '<w:r><w:sym w:font="Wingdings" w:char="F06E"/></w:r>', "\uf06e"),
    ("Wingdings without its page", '<w:r><w:sym w:font="Wingdings" w:char="6E"/></w:r>', "\uf06e"),
    ("a symbol nobody knows", '<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>', ""),
    ("vanish switched off", r("보임", '<w:vanish w:val="0"/>'), "보임"),
    ("Jamo are composed", r("\u1100\u1161"), "가"),
]


@pytest.mark.parametrize(
    ("runs", "text"), [case[1:] for case in BODY_TEXT], ids=[c[0] for c in BODY_TEXT]
)
def test_a_paragraph_reads_as_word_shows_it(runs: str, text: str) -> None:
    assert lines(document(p(runs)), "body") == [text]


APART = [
    (
        "deleted",
        f"<w:del><w:r><w:delText>지움</w:delText></w:r></w:del>{r('남음')}",
        "지움",
        "남음",
    ),
    ("deleted", f"<w:moveFrom>{r('옛 자리')}</w:moveFrom>{r('남음')}", "옛 자리", "남음"),
    ("hidden", r("숨김", "<w:vanish/>") + r("보임"), "숨김", "보임"),
    ("hidden", r("숨김", '<w:rStyle w:val="Ghost"/>') + r("보임"), "숨김", "보임"),
    (
        "deleted",
        f"<w:del>{r('숨기고 지움', '<w:vanish/>')}</w:del>{r('보임')}",
        "숨기고 지움",
        "보임",
    ),
    ("footnote", r("수입") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "각주 글", "수입"),
    ("endnote", r("수입") + '<w:r><w:endnoteReference w:id="2"/></w:r>', "미주 글", "수입"),
    ("memo", r("수입") + '<w:r><w:commentReference w:id="2"/></w:r>', "메모 글", "수입"),
]
PARTS = {
    "styles": '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>',
    "footnotes": (
        '<w:footnote w:type="separator" w:id="2"/>'
        f'<w:footnote w:id="2">{p(r("각주 글"))}</w:footnote>'
    ),
    "endnotes": f'<w:endnote w:id="2">{p(r("미주 글"))}</w:endnote>',
    "comments": f'<w:comment w:id="2">{p(r("메모 글"))}</w:comment>',
}


@pytest.mark.parametrize(("role", "runs", "apart", "shown"), APART)
def test_what_is_not_the_body_is_kept_apart(role: str, runs: str, apart: str, shown: str) -> None:
    for body in (p(runs), tbl(tr(tc(p(runs))))):
        seen = document(body, **PARTS)
        assert lines(seen, role) == [apart]
        table = next(iter(seen.tables()), None)
        assert [seen.cell_text(table.cells[0])] if table else lines(seen, "body") == [shown]


def test_a_text_box_stands_once_behind_its_paragraph() -> None:
    assert lines(document(p(r("앞"), TWICE) + p(r("뒤")))) == ["앞", "상자", "뒤"]


def test_a_table_in_a_text_box_is_a_table() -> None:
    box = BOX.replace("<w:p>", tbl(tr(tc(p(r("칸"))))) + "<w:p>")
    seen = document(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"))
    assert [seen.cell_text(cell) for table in seen.tables() for cell in table.cells] == ["칸"]


def test_a_paragraph_that_was_deleted_leaves_no_line() -> None:
    gone = p(
        "<w:del><w:r><w:delText>모두</w:delText></w:r></w:del>",
        properties="<w:rPr><w:del/></w:rPr>",
    )
    seen = document(p(r("앞")) + gone + p(r("뒤")))
    assert lines(seen, "body") == ["앞", "뒤"]
    assert lines(seen, "deleted") == ["모두"]


def test_heading_styles_give_depth_through_their_base() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:sz w:val="22"/></w:rPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>'
    )
    body = "".join(
        p(r(name), properties=f'<w:pStyle w:val="{name}"/>') for name in ("1", "own", "x", "c")
    )
    body += p(
        r("own level", '<w:sz w:val="30"/>'),
        properties='<w:outlineLvl w:val="2"/><w:ind w:left="1100"/>',
    )
    seen = document(body, styles=styles)
    found = [(b.depth, b.role, b.size) for b in seen.blocks if isinstance(b, Paragraph)]
    assert found == [
        (1, "body", 10),
        (1, "body", 10),
        (0, "body", 10),
        (0, "caption", 10),
        (3, "body", 15),
    ]
    last = seen.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.indent == pytest.approx(55 / 7.5, abs=0.05)


def cells(seen: Document) -> list[tuple[int, int, int, int, str]]:
    (table,) = (block for block in seen.blocks if isinstance(block, Table))
    return [
        (c.row, c.column, c.row_span, c.column_span, seen.text[c.start : c.end])
        for c in table.cells
    ]


def test_merged_cells_stand_once_with_their_spans() -> None:
    body = tbl(
        tr(tc(p(r("재원")), down="restart"), tc(p(r("연차")), span=2)),
        tr(tc(down="continue"), tc(p(r("2024"))), tc(p(r("2025")))),
        tr(tc(p(r("국비"))), tc(p(r("1"))), tc()),
    )
    assert cells(document(body)) == [
        (0, 0, 2, 1, "재원"),
        (0, 1, 1, 2, "연차"),
        (1, 1, 1, 1, "2024"),
        (1, 2, 1, 1, "2025"),
        (2, 0, 1, 1, "국비"),
        (2, 1, 1, 1, "1"),
        (2, 2, 1, 1, ""),
    ]


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


ODD_TABLES = [
    (
        "a merge that goes on from nothing",
        tr(tc(p(r("가")), down="continue")),
        [(0, 0, 1, 1, "가")],
    ),
    (
        "a merge that goes on under another width",
        tr(tc(p(r("가")), down="restart", span=2))
        + tr(tc(p(r("나")), down="continue"), tc(p(r("다")))),
        [(0, 0, 1, 2, "가"), (1, 0, 1, 1, "나"), (1, 1, 1, 1, "다")],
    ),
    (
        "columns left out before the row",
        tr(tc(p(r("가"))), tc(p(r("나"))))
        + tr(tc(p(r("다"))), properties='<w:gridBefore w:val="1"/>'),
        [(0, 0, 1, 1, "가"), (0, 1, 1, 1, "나"), (1, 1, 1, 1, "다")],
    ),
    (
        "merged across by marks",
        tr(
            tc(p(r("가")), extra='<w:hMerge w:val="restart"/>'),
            tc(extra="<w:hMerge/>"),
            tc(p(r("나"))),
        ),
        [(0, 0, 1, 2, "가"), (0, 2, 1, 1, "나")],
    ),
    (
        "cells and rows in content controls",
        control(tr(control(tc(p(r("가")))))),
        [(0, 0, 1, 1, "가")],
    ),
    (
        "a span of nothing",
        tr(tc(p(r("가")), span=0), tc(p(r("나")))),
        [(0, 0, 1, 1, "가"), (0, 1, 1, 1, "나")],
    ),
]


@pytest.mark.parametrize(
    ("rows", "expected"), [c[1:] for c in ODD_TABLES], ids=[c[0] for c in ODD_TABLES]
)
def test_odd_tables_keep_every_cell(
    rows: str, expected: list[tuple[int, int, int, int, str]]
) -> None:
    assert cells(document(tbl(rows))) == expected


def test_text_under_a_merged_cell_is_kept_apart() -> None:
    seen = document(
        tbl(tr(tc(p(r("위")), down="restart")), tr(tc(p(r("가려짐")), down="continue")))
    )
    assert cells(seen) == [(0, 0, 2, 1, "위")]
    assert lines(seen, "hidden") == ["가려짐"]


def test_a_deleted_row_is_no_row() -> None:
    seen = document(tbl(tr(tc(p(r("지움"))), properties="<w:del/>"), tr(tc(p(r("남음"))))))
    assert cells(seen) == [(0, 0, 1, 1, "남음")]
    assert lines(seen, "deleted") == ["지움"]


def test_a_header_row_is_marked() -> None:
    rows = tr(tc(p(r("구분"))), properties="<w:tblHeader/>") + tr(
        tc(p(r("값"))), properties='<w:tblHeader w:val="0"/>'
    )
    (table,) = document(tbl(rows)).tables()
    assert [cell.header for cell in table.cells] == [True, False]


def test_a_nested_table_stands_in_its_cell() -> None:
    seen = document(tbl(tr(tc(p(r("밖")), tbl(tr(tc(p(r("안"))))), p()), tc(p(r("옆"))))))
    outer, inner = seen.tables()
    assert outer.cells[0].tables == (inner,)
    assert seen.cell_text(inner.cells[0]) == "안"
    assert outer.cells[0].start <= inner.start < inner.end <= outer.cells[0].end


def test_running_heads_stand_before_and_feet_behind_the_body() -> None:
    seen = document(
        p(r("본문")),
        header=p(r("2024 업무계획")) + p() + p(r("2024 업무계획")),
        footer=p(r("- "), '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'),
    )
    found = [(b.role, seen.text[b.start : b.end]) for b in seen.blocks if isinstance(b, Paragraph)]
    assert found == [("page-header", "2024 업무계획"), ("body", "본문"), ("page-number", "- 1")]


RENDERED = "<w:r><w:lastRenderedPageBreak/><w:t>둘째</w:t></w:r>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'
PAGES = [
    ("Word's own marks", p(r("첫째")) + p(RENDERED), 2, [1, 2]),
    ("in the middle of a line", p(r("첫째 "), RENDERED), 2, [1]),
    ("at the first row of a page", tbl(tr(tc(p(r("첫째")))), tr(tc(p(RENDERED)))), 2, None),
    ("breaks put in by hand", p(r("첫째"), BREAK) + p(r("둘째")), 2, [1, 2]),
    (
        "before a paragraph",
        p(r("첫째")) + p(r("둘째"), properties="<w:pageBreakBefore/>"),
        2,
        [1, 2],
    ),
    ("a section's end", p(r("첫째"), properties="<w:sectPr/>") + p(r("둘째")), 2, [1, 2]),
]


@pytest.mark.parametrize(
    ("body", "pages", "expected"), [c[1:] for c in PAGES], ids=[c[0] for c in PAGES]
)
def test_pages_are_known_where_the_marks_agree(
    body: str, pages: int, expected: list[int] | None
) -> None:
    seen = read(docx(body, pages=pages), ReadOptions())
    assert "\f" not in seen.text
    assert seen.page_starts == (0, seen.text.index("둘째"))
    if expected:
        assert [seen.page(b.start) for b in seen.blocks if isinstance(b, Paragraph)] == expected


@pytest.mark.parametrize("pages", [0, 1, 3])
def test_pages_are_unknown_where_the_file_contradicts_itself(pages: int) -> None:
    seen = read(docx(p(r("첫째")) + p(RENDERED), pages=pages), ReadOptions())
    assert seen.page_starts == ()
    assert seen.page(0) is None


def test_the_title_is_the_file_s_own() -> None:
    assert read(docx(p(r("가")), title=" 업무계획 "), ReadOptions()).title == "업무계획"


def test_an_embedded_document_is_reported() -> None:
    seen = document(p(r("앞")) + '<w:altChunk xmlns:r="r" r:id="rId9"/>' + p(r("뒤")))
    assert lines(seen) == ["앞", "뒤"]
    assert [finding.rule for finding in seen.findings] == ["embedded-document"]
    assert not seen.complete


def test_the_strict_form_of_the_standard_reads_the_same() -> None:
    transitional = docx(p(r("가")) + tbl(tr(tc(p(r("나"))))))
    assert b"word/document.xml" in transitional
    xml = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>가</w:t></w:r></w:p></w:body></w:document>"
    )
    assert lines(read(docx(raw=xml.encode()), ReadOptions())) == ["가"]


def test_python_docx_sees_the_same_grid() -> None:
    made = python_docx.Document()
    table = made.add_table(rows=6, cols=7)
    for row in range(6):
        for column in range(7):
            table.cell(row, column).text = f"{row}.{column}"
    for first, last in (((0, 0), (1, 0)), ((0, 2), (0, 5)), ((2, 1), (4, 3)), ((5, 0), (5, 6))):
        table.cell(*first).merge(table.cell(*last))
    out = io.BytesIO()
    made.save(out)
    seen = read(out.getvalue(), ReadOptions())
    expected: dict[tuple[int, int], str] = {
        (row, column): table.cell(row, column).text for row in range(6) for column in range(7)
    }
    (ours,) = seen.tables()
    covered = {
        (row, column): seen.text[cell.start : cell.end]
        for cell in ours.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    assert covered == expected
