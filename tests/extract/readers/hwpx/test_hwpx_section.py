"""HWPX: what stands in a section, and how it is laid down."""

import pytest

from extract.document import Document, Paragraph, Table
from extract.readers import hwpx
from extract.readers.options import ReadOptions
from tests.extract.readers import hwp_files as files
from tests.extract.readers.hwp_files import cell, paragraph, section, table


def read(*paragraphs: str, head: str = "") -> Document:
    return hwpx.read(files.hwpx(section(*paragraphs), head=head), ReadOptions())


def seen(document: Document) -> list[tuple[str, str]]:
    """Role (or `table`) and text of each block."""
    return [
        (
            block.role if isinstance(block, Paragraph) else "table",
            document.text[block.start : block.end],
        )
        for block in document.blocks
    ]


def in_list(name: str, inner: str, attributes: str = "") -> str:
    return f"<hp:{name} {attributes}><hp:subList>{paragraph(inner)}</hp:subList></hp:{name}>"


TEXTS = [
    ("<hp:t>가<hp:tab/>나</hp:t>", "가\t나"),
    ("<hp:t>가<hp:lineBreak/>나</hp:t>", "가\n나"),
    ("<hp:t>가<hp:nbSpace/>나<hp:fwSpace/>다<hp:hyphen/>라</hp:t>", "가 나 다-라"),
    ('<hp:t>가<hp:markpenBegin color="#FF0"/>나<hp:markpenEnd/>다</hp:t>', "가나다"),
    ("<hp:t>한</hp:t><hp:t>글</hp:t>", "한글"),
    ("<hp:equation><hp:script>{a}  over {b}</hp:script></hp:equation>", "{a} over {b}"),
    ('<hp:compose composeText="3"/><hp:t>2019년</hp:t>', "③2019년"),
    ("<hp:dutmal><hp:mainText>본말</hp:mainText><hp:subText>덧말</hp:subText></hp:dutmal>", "본말"),
    ('<hp:checkBtn caption="동의" value="CHECKED"/>', "☑ 동의"),
    ('<hp:checkBtn caption="동의" value="UNCHECKED"/>', "□ 동의"),
    ('<hp:comboBox selectedValue="계속"/>', "계속"),
    ("<hp:edit><hp:text>쓴 글</hp:text></hp:edit>", "쓴 글"),
    ("<hp:t>가</hp:t><hp:ctrl><hp:bookmark name='x'/></hp:ctrl><hp:t>나</hp:t>", "가나"),
    ("<hp:t>㎡ &amp; &lt;100&gt;</hp:t>", "㎡ & <100>"),
    (
        "<hp:ctrl><hp:fieldBegin id='1' type='HYPERLINK'/></hp:ctrl><hp:t>누리집</hp:t>",
        "누리집",
    ),
    (
        "<hp:switch><hp:case><hp:t>A</hp:t></hp:case><hp:default><hp:t>B</hp:t></hp:default></hp:switch>",
        "B",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "expected"), TEXTS)
def test_text_with_its_controls(inner: str, expected: str) -> None:
    assert seen(read(paragraph(inner))) == [("body", expected)]


APART = [
    ("header", "page-header"),
    ("footer", "page-footer"),
    ("footNote", "footnote"),
    ("endNote", "endnote"),
    ("hiddenComment", "hidden"),
]


@pytest.mark.parametrize(("element", "role"), APART)
def test_what_stands_apart_has_its_role_and_leaves_the_sentence_whole(
    element: str, role: str
) -> None:
    inner = f"<hp:t>예산 100</hp:t><hp:ctrl>{in_list(element, '따로')}</hp:ctrl><hp:t>천원</hp:t>"
    assert seen(read(paragraph(inner))) == [("body", "예산 100천원"), (role, "따로")]


def test_a_note_prints_its_number() -> None:
    number = (
        '<hp:ctrl><hp:autoNum num="2" numType="FOOTNOTE"><hp:autoNumFormat type="DIGIT" '
        'prefixChar="" suffixChar=")"/></hp:autoNum></hp:ctrl><hp:t> 잠정치</hp:t>'
    )
    inner = f"<hp:t>본문</hp:t><hp:ctrl>{in_list('footNote', number)}</hp:ctrl>"
    assert seen(read(paragraph(inner))) == [("body", "본문"), ("footnote", "2) 잠정치")]


def test_a_page_number_prints_nothing() -> None:
    inner = '<hp:ctrl><hp:autoNum num="1" numType="PAGE"/></hp:ctrl><hp:t>쪽</hp:t>'
    assert seen(read(paragraph(inner))) == [("body", "쪽")]


def test_a_note_in_a_cell_is_no_part_of_its_value() -> None:
    inner = paragraph(f"<hp:t>1,000</hp:t><hp:ctrl>{in_list('footNote', '주석')}</hp:ctrl>")
    document = read(paragraph(table(1, 1, [cell(0, 0, inner)])))
    assert seen(document) == [("table", "1,000"), ("footnote", "주석")]


def test_deleted_text_is_kept_apart_over_runs_and_paragraphs() -> None:
    document = read(
        paragraph('<hp:t>예산 <hp:deleteBegin Id="1"/>100</hp:t>'),
        paragraph('<hp:t>천원<hp:deleteEnd Id="1"/>200<hp:insertBegin/>억<hp:insertEnd/></hp:t>'),
    )
    assert seen(document) == [
        ("body", "예산 "),
        ("deleted", "100"),
        ("body", "200억"),
        ("deleted", "천원"),
    ]


def prompt(inside: str) -> str:
    return (
        "<hp:ctrl><hp:fieldBegin id='7' type='CLICK_HERE'><hp:parameters><hp:stringParam "
        "name='Command'>이곳에 본문을 입력하세요;</hp:stringParam></hp:parameters></hp:fieldBegin>"
        f"</hp:ctrl><hp:t>{inside}</hp:t><hp:ctrl><hp:fieldEnd beginIDRef='7'/></hp:ctrl>"
    )


def test_a_prompt_that_nobody_wrote_over_is_hidden() -> None:
    assert seen(read(paragraph(prompt("이곳에 본문을 입력하세요")))) == [
        ("hidden", "이곳에 본문을 입력하세요")
    ]
    assert seen(read(paragraph(prompt("도시재생과")))) == [("body", "도시재생과")]


def test_a_memo_is_kept_apart() -> None:
    memo = "<hp:ctrl>" + in_list("fieldBegin", "확인", 'type="MEMO"') + "</hp:ctrl>"
    assert seen(read(paragraph(f"<hp:t>본문</hp:t>{memo}"))) == [("body", "본문"), ("memo", "확인")]


def test_a_table_parts_the_paragraph_it_stands_in() -> None:
    inner = f"<hp:t>앞</hp:t>{table(1, 1, [cell(0, 0, '칸')])}<hp:t>뒤</hp:t>"
    assert seen(read(paragraph(inner))) == [("body", "앞"), ("table", "칸"), ("body", "뒤")]


@pytest.mark.parametrize(
    ("side", "order"),
    [
        ("TOP", ["caption", "table"]),
        ("BOTTOM", ["table", "caption"]),
        ("RIGHT", ["table", "caption"]),
    ],
)
def test_a_caption_stands_on_its_side(side: str, order: list[str]) -> None:
    caption = in_list("caption", "표 1. 재원", f'side="{side}"')
    document = read(paragraph(table(1, 1, [cell(0, 0, "칸")], caption)))
    assert [role for role, _ in seen(document)] == order


def test_a_text_box_stands_where_it_is_anchored_in_a_group_too() -> None:
    box = in_list("drawText", "상자")
    inner = f"<hp:t>앞</hp:t><hp:container><hp:rect>{box}</hp:rect></hp:container>"
    assert seen(read(paragraph(inner))) == [("body", "앞"), ("body", "상자")]


def test_a_table_in_a_text_box_is_a_table() -> None:
    box = in_list("drawText", table(1, 2, [cell(0, 0, "국비"), cell(0, 1, "100")]))
    assert seen(read(paragraph(f"<hp:rect>{box}</hp:rect>"))) == [("table", "국비\t100")]


def test_spans_and_nested_tables_are_real() -> None:
    inner = paragraph(table(1, 2, [cell(0, 0, "안"), cell(0, 1, "속")]))
    document = read(
        paragraph(
            table(2, 2, [cell(0, 0, "머리", (1, 2)), cell(1, 0, inner, (1, 1)), cell(1, 1, "끝")])
        )
    )
    (block,) = document.blocks
    assert isinstance(block, Table)
    assert [(c.row, c.column, c.row_span, c.column_span) for c in block.cells] == [
        (0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1),
    ]  # fmt: skip
    (nested,) = block.cells[1].tables
    assert [document.cell_text(each) for each in nested.cells] == ["안", "속"]


NUMBERING = (
    '<hh:numberings><hh:numbering id="1" start="0">'
    '<hh:paraHead start="1" level="1" numFormat="ROMAN_CAPITAL">^1.</hh:paraHead>'
    '<hh:paraHead start="1" level="2" numFormat="DIGIT">^2.</hh:paraHead>'
    '<hh:paraHead start="3" level="3" numFormat="HANGUL_SYLLABLE">^3)</hh:paraHead>'
    "</hh:numbering></hh:numberings>"
    '<hh:bullets><hh:bullet id="1" char="❏" useImage="0"/></hh:bullets>'
    '<hh:charPr id="0" height="1500"/>'
)


def shape(number: int, kind: str, level: int, left: int = 0) -> str:
    return (
        f'<hh:paraPr id="{number}"><hh:heading type="{kind}" idRef="1" level="{level}"/>'
        f'<hh:margin><hc:intent value="-500"/><hc:left value="{left}"/></hh:margin></hh:paraPr>'
    )


def test_numbers_and_bullets_stand_as_printed_with_their_level() -> None:
    shapes = (
        shape(0, "NONE", 0), shape(1, "OUTLINE", 0), shape(2, "OUTLINE", 1), shape(3, "NUMBER", 2),
        shape(4, "BULLET", 0, 1500),
    )  # fmt: skip
    head = files.header(NUMBERING + "".join(shapes))
    lines = [
        (1, "총괄"),
        (2, "현황"),
        (2, "계획"),
        (1, "사업"),
        (2, "개요"),
        (4, "항목"),
        (0, "본문"),
    ]
    document = read(
        *[
            paragraph(text, f'paraPrIDRef="{number}"').replace(
                "<hp:run>", '<hp:run charPrIDRef="0">'
            )
            for number, text in lines
        ],
        head=head,
    )
    found = [
        (block.depth, document.text[block.start : block.end], block.indent, block.size)
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]
    assert found == [
        (1, "Ⅰ. 총괄", 0, 15), (2, "1. 현황", 0, 15), (2, "2. 계획", 0, 15), (1, "Ⅱ. 사업", 0, 15),
        (2, "1. 개요", 0, 15), (0, "❏ 항목", 2, 15), (0, "본문", 0, 15),
    ]  # fmt: skip


def test_sections_follow_the_spine_then_their_numbers() -> None:
    spine = (
        '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata><opf:title>제목</opf:title>'
        '</opf:metadata><opf:item id="a" href="Contents/section1.xml"/>'
        '<opf:spine><opf:itemref idref="a"/></opf:spine></opf:package>'
    )
    parts = {"Contents/content.hpf": spine.encode()}
    data = files.hwpx(section(paragraph("둘")), section(paragraph("하나")), parts=parts)
    document = hwpx.read(data, ReadOptions())
    assert document.text == "하나\n둘\n"
    assert document.title == "제목"


def test_a_master_page_is_a_running_head() -> None:
    page = f'<hm:masterPage xmlns:hm="m" xmlns:hp="{files.PARAGRAPH_NS}"><hp:subList>'
    page += paragraph("2025 업무계획") + "</hp:subList></hm:masterPage>"
    parts = {"Contents/masterpage0.xml": page.encode()}
    document = hwpx.read(files.hwpx(section(paragraph("본문")), parts=parts), ReadOptions())
    assert seen(document) == [("page-header", "2025 업무계획"), ("body", "본문")]
