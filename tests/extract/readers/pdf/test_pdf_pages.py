import pytest

from extract.document import Document, Paragraph
from extract.errors import (
    DamagedError,
    EmptyFileError,
    LimitError,
    NeedsOcrError,
)
from extract.readers.options import ReadOptions
from extract.readers.pdf import read
from tests.extract.readers.pdf.pdf_pages import TALL, PdfPage, pdf, stream

XS = [50, 150, 350]
HEAD = ["연번", "사업명"]


def roles(document: Document) -> list[tuple[str, str]]:
    return [
        (block.role, document.text[block.start : block.end])
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]


def test_pages_begin_where_their_text_begins() -> None:
    document = read(
        pdf(PdfPage().text(50, 100, "첫째"), PdfPage().text(50, 100, "둘째")), ReadOptions()
    )
    assert document.page_starts == (0, 3)
    assert document.page(document.text.index("둘째")) == 2


@pytest.mark.parametrize("number", ["- {} -", "{}", "{} / 9", "{}쪽"])
def test_page_numbers_are_set_apart(number: str) -> None:
    pages = [
        PdfPage().text(50, 100, f"내용 {'가나다라'[n]}").text(290, 810, number.format(n + 4))
        for n in range(4)
    ]
    found = roles(read(pdf(*pages), ReadOptions()))
    assert [role for role, _ in found] == ["body", "page-number"] * 4


def test_a_number_at_the_foot_of_one_page_is_no_page_number() -> None:
    assert roles(read(pdf(PdfPage().text(50, 800, "2019")), ReadOptions())) == [("body", "2019")]


def test_running_heads_are_set_apart() -> None:
    pages = [
        PdfPage().text(50, 40, "주요업무계획").text(50, 100, f"본문 {n}쪽 내용") for n in range(3)
    ]
    found = roles(read(pdf(*pages), ReadOptions()))
    assert found[0] == ("page-header", "주요업무계획")
    assert [role for role, _ in found] == ["page-header", "body"] * 3


def test_a_section_at_one_height_on_every_page_is_no_running_head() -> None:
    pages = [
        PdfPage().text(50, 40, "□ 사업개요").text(50, 100, f"○ 본문 {n}쪽 내용") for n in range(3)
    ]
    assert [role for role, _ in roles(read(pdf(*pages), ReadOptions()))] == ["body", "body"] * 3


def test_a_number_box_joins_the_title_beside_it() -> None:
    page = PdfPage().grid([50, 90], [60, 80]).text(55, 75, "1-1").text(95, 75, "공원 조성")
    assert read(pdf(page), ReadOptions()).text == "1-1 공원 조성\n"


def test_small_type_below_a_short_rule_is_a_footnote() -> None:
    page = PdfPage().text(50, 100, "본문 내용", 12).text(50, 130, "다음 내용", 12)
    page.line(50, 740, 180, 740).text(50, 755, "1) 2019년 기준", 8)
    found = roles(read(pdf(page), ReadOptions()))
    assert found == [("body", "본문 내용"), ("body", "다음 내용"), ("footnote", "1) 2019년 기준")]


def test_small_type_below_other_rules_is_no_footnote() -> None:
    page = PdfPage().text(50, 100, "본문 내용", 12)
    page.line(50, 740, 545, 740).text(50, 755, "1) 2019년 기준", 8)
    assert roles(read(pdf(page), ReadOptions()))[-1][0] == "body"


def table_page(top: float, rows: list[list[str]], *more: tuple[float, str]) -> PdfPage:
    ys = [top + 20 * n for n in range(len(rows) + 1)]
    page = PdfPage().grid(XS, ys).cells(XS, ys, rows)
    for y, words in more:
        page.text(50, y, words)
    return page


def test_a_table_over_a_page_break_is_one_and_its_repeated_head_is_dropped() -> None:
    first = table_page(700, [HEAD, ["1", "공원"], ["2", "도로"]], (815, "- 1 -"))
    second = table_page(60, [HEAD, ["3", "하천"]], (300, "끝"), (815, "- 2 -"))
    document = read(pdf(first, second), ReadOptions())
    tables = list(document.tables())
    assert [(t.rows, t.columns) for t in tables] == [(4, 2)]
    assert document.text == "- 1 -\n연번\t사업명\n1\t공원\n2\t도로\n3\t하천\n끝\n- 2 -\n"
    assert document.page(document.text.index("하천")) == 2
    assert document.page(document.text.index("도로")) == 1


def test_a_table_without_repeated_head_goes_on_from_a_full_page() -> None:
    first = table_page(700, [HEAD, ["1", "공원"]])
    document = read(pdf(first, table_page(60, [["2", "하천"]])), ReadOptions())
    assert document.text == "연번\t사업명\n1\t공원\n2\t하천\n"
    assert document.page_starts == (0, document.text.index("2\t하천"))


def test_a_table_at_the_top_of_a_page_is_new_when_the_page_before_was_not_full() -> None:
    document = read(pdf(table_page(100, [HEAD]), table_page(60, [["2", "하천"]])), ReadOptions())
    assert len(list(document.tables())) == 2


def test_a_table_of_other_columns_is_new() -> None:
    other = PdfPage().grid([50, 200, 350], [60, 80]).cells([50, 200], [60], [["가", "나"]])
    document = read(pdf(table_page(740, [HEAD]), other), ReadOptions())
    assert len(list(document.tables())) == 2


def test_text_below_the_table_parts_it_from_the_next_page() -> None:
    first = table_page(700, [HEAD], (760, "※ 별도"))
    document = read(pdf(first, table_page(60, [["2", "하천"]])), ReadOptions())
    assert [type(b).__name__ for b in document.blocks] == ["Table", "Paragraph", "Table"]


def test_a_page_that_appears_twice_is_read_once_and_said() -> None:
    lines = [
        "중기지방재정계획 " * 3,
        "재원별 사업비 현황과 연도별 계획을 다음과 같이 보고드립니다 " * 3,
    ]
    page = PdfPage().text(50, 100, lines[0]).text(50, 130, lines[1])
    document = read(pdf(page, page), ReadOptions())
    assert document.text.count("보고드립니다") == 3
    assert [f.rule for f in document.findings] == ["duplicate-page"]
    assert len(document.page_starts) == 2
    assert document.complete


def image(objects_at: int = 100) -> dict[int, bytes]:
    return {
        objects_at: stream(
            b"\x80",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
            " /BitsPerComponent 8",
        )
    }


SCAN = PdfPage().raw("500 0 0 700 40 60 cm /X100 Do")


def test_a_scan_needs_text_recognition() -> None:
    with pytest.raises(NeedsOcrError):
        read(pdf(SCAN, objects=image()), ReadOptions(ocr=False))


def test_a_scanned_page_among_others_is_a_finding_and_the_report_incomplete() -> None:
    document = read(
        pdf(PdfPage().text(50, 100, "본문"), SCAN, objects=image()), ReadOptions(ocr=False)
    )
    assert [f.rule for f in document.findings] == ["needs-ocr"]
    assert not document.complete
    assert len(document.page_starts) == 2


def test_letters_drawn_as_outlines_are_a_finding() -> None:
    page = PdfPage().text(50, 100, "2026. 6.")
    for n in range(40):
        x = 50 + 10 * n
        outline = " ".join(f"{x + i} {700 - i % 3 * 4} l" for i in range(1, 9))
        page.raw(f"{x} 700 m {outline} h f")
    document = read(pdf(page), ReadOptions())
    assert [f.rule for f in document.findings] == ["needs-ocr"]
    assert not document.complete


def test_pages_without_anything_are_an_empty_file() -> None:
    with pytest.raises(EmptyFileError):
        read(pdf(PdfPage(), PdfPage()), ReadOptions())


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", pdf(PdfPage().text(9, 9, "가"))[:300]])
def test_a_broken_file_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        read(data, ReadOptions())


def test_the_title_of_the_file_is_kept() -> None:
    document = read(pdf(PdfPage().text(50, 100, "가"), title="Plan  2020"), ReadOptions())
    assert document.title == "Plan 2020"


def test_text_outside_a_very_large_grid_is_read() -> None:
    page = PdfPage()
    for n in range(300):
        page.line(10 + 1.9 * n, 20, 10 + 1.9 * n, 600).line(10, 20 + 1.9 * n, 578, 20 + 1.9 * n)
    assert "본문" in read(pdf(page.text(50, TALL - 50, "본문")), ReadOptions()).text


def form(number: int, content: str, names: list[int]) -> dict[int, bytes]:
    named = " ".join(f"/X{each} {each} 0 R" for each in names)
    return {
        number: stream(
            content.encode(),
            f"/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
            f" /Resources << /XObject << {named} >> >>",
        )
    }


def test_forms_that_draw_each_other_without_end_are_refused() -> None:
    forms = {}
    for n in range(100, 130):
        forms |= form(
            n, f"/X{n + 1} Do /X{n + 1} Do" if n < 129 else "", [n + 1] if n < 129 else []
        )
    with pytest.raises(LimitError, match="forms"):
        read(pdf(PdfPage().raw("/X100 Do"), objects=forms), ReadOptions())


def test_forms_that_draw_each_other_in_a_ring_are_refused() -> None:
    ring = form(100, "/X101 Do", [101]) | form(101, "/X100 Do /X100 Do", [100])
    with pytest.raises(LimitError, match="itself"):
        read(pdf(PdfPage().raw("/X100 Do"), objects=ring), ReadOptions())


def test_a_form_drawn_a_few_times_is_read() -> None:
    forms = form(100, "50 700 m 350 700 l S", [])
    page = PdfPage().text(50, 100, "본문").raw("/X100 Do /X100 Do")
    assert read(pdf(page, objects=forms), ReadOptions()).text == "본문\n"


def test_a_row_that_a_page_cuts_is_one_row_again() -> None:
    """Its edge is open where the text goes on, and ruled beside it."""
    xs, open_from = [50, 100, 300, 400], 2
    first = PdfPage()
    for y in (600, 620, 640):
        first.line(xs[0], y, xs[-1], y)
    for a, b in ((xs[0], xs[1]), (xs[open_from], xs[-1])):
        first.line(a, 700, b, 700)
    for x in xs:
        first.line(x, 600, x, 700)
    first.cells(xs, [600, 620], [["연번", "사업명", "시기"], ["1", "공원", "3월"]])
    first.cells(xs, [640, 660], [["2", "사업명 : 하천", "4월"], ["", "사업기간 : 2025년", ""]])
    second = PdfPage()
    for a, b in ((xs[0], xs[1]), (xs[open_from], xs[-1])):
        second.line(a, 60, b, 60)
    for y in (80, 100, 120):
        second.line(xs[0], y, xs[-1], y)
    for x in xs:
        second.line(x, 60, x, 120)
    second.cells(
        xs, [60, 80, 100], [["", "사업비 : 10억원", ""], ["3", "도로", "5월"], ["4", "둑", "6월"]]
    )
    document = read(pdf(first, second), ReadOptions())
    [table] = document.tables()
    assert (table.rows, table.columns) == (5, 3)
    assert document.text == (
        "연번\t사업명\t시기\n1\t공원\t3월\n"
        "2\t사업명 : 하천\n사업기간 : 2025년\n사업비 : 10억원\t4월\n"
        "3\t도로\t5월\n4\t둑\t6월\n"
    )
    assert document.page(document.text.index("사업기간")) == 1
    assert document.page(document.text.index("사업비")) == 2


def test_boxes_of_a_chart_are_no_table_though_a_rule_joins_them() -> None:
    page = PdfPage()
    for x in (50, 200, 350):
        page.grid([x, x + 100], [160, 180])
        page.line(x + 50, 140, x + 50, 160)
    page.line(100, 140, 400, 140).grid([200, 300], [100, 120]).line(250, 120, 250, 140)
    page.text(210, 113, "국장").text(60, 173, "총무과").text(210, 173, "공원과")
    page.text(360, 173, "도로과")
    assert not list(read(pdf(page), ReadOptions()).tables())
