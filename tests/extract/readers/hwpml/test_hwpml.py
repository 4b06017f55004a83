"""HWPML: the same report in the older words."""

import pytest

from extract.document import Document, Paragraph
from extract.errors import DamagedError, LimitError
from extract.readers import hwpml
from extract.readers.options import ReadOptions

HEAD = (
    "<HEAD><DOCSUMMARY><TITLE>업무계획</TITLE></DOCSUMMARY><MAPPINGTABLE><CHARSHAPELIST>"
    '<CHARSHAPE Id="0" Height="1500"/></CHARSHAPELIST><NUMBERINGLIST><NUMBERING Id="1">'
    '<PARAHEAD Level="1" NumFormat="RomanCapital">^1.</PARAHEAD></NUMBERING></NUMBERINGLIST>'
    '<BULLETLIST><BULLET Id="1" Char="□"/></BULLETLIST><PARASHAPELIST>'
    '<PARASHAPE Id="1" HeadingType="Outline" Level="0" Heading="0"/>'
    '<PARASHAPE Id="2" HeadingType="Bullet" Level="0" Heading="1"><PARAMARGIN Left="3000" Indent="-500"/>'
    "</PARASHAPE></PARASHAPELIST></MAPPINGTABLE></HEAD>"
)


def p(inner: str, shape: int = 0) -> str:
    body = inner if inner.startswith("<") else f"<CHAR>{inner}</CHAR>"
    return f'<P ParaShape="{shape}"><TEXT CharShape="0">{body}</TEXT></P>'


def cell(row: int, column: int, inner: str, span: int = 1) -> str:
    return (
        f'<CELL RowAddr="{row}" ColAddr="{column}" RowSpan="1" ColSpan="{span}"><PARALIST>'
        f"{inner if inner.startswith('<P') else p(inner)}</PARALIST></CELL>"
    )


def table(rows: int, columns: int, *cells: str, caption: str = "") -> str:
    shape = f"<SHAPEOBJECT>{caption}</SHAPEOBJECT>"
    body = "".join(f"<ROW>{each}</ROW>" for each in cells)
    return f'<TABLE RowCount="{rows}" ColCount="{columns}">{shape}{body}</TABLE>'


def document(*paragraphs: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<HWPML Version="2.8">{HEAD}<BODY>'
        f'<SECTION Id="0">{"".join(paragraphs)}</SECTION></BODY></HWPML>'
    )


def read(text: str, codec: str = "utf-8") -> Document:
    return hwpml.read(text.encode(codec), ReadOptions())


def seen(found: Document) -> list[tuple[str, str]]:
    return [
        (
            block.role if isinstance(block, Paragraph) else "table",
            found.text[block.start : block.end],
        )
        for block in found.blocks
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_text_numbers_and_bullets_in_every_encoding(codec: str) -> None:
    inner = "<CHAR>가<TAB/>나<LINEBREAK/>다<NBSPACE/>라</CHAR>"
    found = read(document(p("총괄", 1), p("항목", 2), p(inner)), codec)
    assert seen(found) == [("body", "Ⅰ. 총괄"), ("body", "□ 항목"), ("body", "가\t나\n다 라")]
    assert [block.indent for block in found.blocks if isinstance(block, Paragraph)] == [0, 2, 0]
    assert found.title == "업무계획"


def test_tables_nested_with_caption_and_spans() -> None:
    inner = p(table(1, 1, cell(0, 0, "속")))
    caption = f'<CAPTION Side="Top"><PARALIST>{p("표 1")}</PARALIST></CAPTION>'
    found = read(
        document(p(table(2, 2, cell(0, 0, "머리", 2), cell(1, 0, inner), caption=caption)))
    )
    assert seen(found) == [("caption", "표 1"), ("table", "머리\n속")]
    outer, nested = found.tables()
    assert [(each.row, each.column, each.column_span) for each in outer.cells] == [
        (0, 0, 2),
        (1, 0, 1),
    ]
    assert (nested.rows, nested.columns) == (1, 1)


@pytest.mark.parametrize(
    ("element", "role"),
    [("HEADER", "page-header"), ("FOOTNOTE", "footnote"), ("HIDDENCOMMENT", "hidden")],
)
def test_what_stands_apart_has_its_role(element: str, role: str) -> None:
    apart = f"<{element}><PARALIST>{p('따로')}</PARALIST></{element}>"
    found = read(document(p(f"<CHAR>예산 100</CHAR>{apart}<CHAR>천원</CHAR>")))
    assert seen(found) == [("body", "예산 100천원"), (role, "따로")]


def test_a_text_box_is_read() -> None:
    box = f"<DRAWINGOBJECT><DRAWTEXT><PARALIST>{p('상자')}</PARALIST></DRAWTEXT></DRAWINGOBJECT>"
    assert seen(read(document(p(f"<RECTANGLE>{box}</RECTANGLE>")))) == [("body", "상자")]


def test_declared_characters_are_put_in() -> None:
    before = '<!DOCTYPE HWPML [<!ENTITY dot "·">]>'
    assert read(document(p("가&dot;나"), before=before)).text == "가·나\n"


def test_hostile_documents_are_refused() -> None:
    bombs = '<!DOCTYPE HWPML [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(DamagedError):
        read(document(p("가&b;"), before=bombs))
    with pytest.raises(DamagedError):
        read("<HWPML><BODY/></HWPML>")
    before, after = p(table(1, 1, cell(0, 0, "<P>|"))).split("<P>|")
    with pytest.raises(LimitError):
        read(document(before * 100 + p("속") + after * 100))


def test_a_cut_document_is_read_as_far_as_it_goes() -> None:
    text = document(*[p(f"{n}. 사업") for n in range(40)])
    found = read(text[: len(text) * 3 // 4])
    assert not found.complete
    assert found.text.startswith("0. 사업\n1. 사업")
    assert [finding.rule for finding in found.findings] == ["damaged-container"]
