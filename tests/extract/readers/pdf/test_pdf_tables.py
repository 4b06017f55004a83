import pytest

from extract.document import Paragraph, Table
from extract.readers.options import ReadOptions
from extract.readers.pdf import read
from extract.readers.pdf.rules import levels
from tests.extract.readers.pdf.pdf_pages import PdfPage, pdf

XS = [50, 150, 250, 350]
YS = [100, 120, 140, 160]
ROWS = [["구분", "2019년", "2020년"], ["국비", "1,200", "300"], ["시비", "50", "60"]]


def tables_of(*pages: PdfPage) -> list[list[tuple[int, int, int, int, str]]]:
    document = read(pdf(*pages), ReadOptions())
    return [
        [
            (c.row, c.column, c.row_span, c.column_span, document.text[c.start : c.end])
            for c in table.cells
        ]
        for table in document.tables()
    ]


def plain(rows: list[list[str]]) -> list[tuple[int, int, int, int, str]]:
    return [(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)]


def test_a_ruled_table_has_its_cells() -> None:
    assert tables_of(PdfPage().grid(XS, YS).cells(XS, YS, ROWS)) == [plain(ROWS)]


def test_a_dash_upon_a_rule_is_of_the_cell_on_its_left() -> None:
    page = PdfPage().grid(XS, YS).cells(XS, YS, [ROWS[0], ["국비", "", "7,498"], ROWS[2]])
    page.text(248, 135, "-", 9)
    assert tables_of(page) == [plain([ROWS[0], ["국비", "-", "7,498"], ROWS[2]])]


def test_open_sides_are_closed() -> None:
    page = PdfPage().grid(XS, YS, sides=False).cells(XS, YS, ROWS)
    assert tables_of(page) == [plain(ROWS)]


def test_a_table_that_a_page_break_cuts_open_is_a_table() -> None:
    ys = [100, 120, 140, 160, 180]
    rows = [
        ["1", "사업명 : 늘봄 야행", "미정"],
        ["2", "솔빛 축제", "3월"],
        ["3", "가람 장터", "5월"],
        ["", "사업명 : 늘봄 음악제", ""],
    ]
    page = PdfPage().cells(XS, ys, rows)
    for x in XS[1:-1]:
        page.line(x, ys[0], x, ys[-1])
    for y in ys[:-1]:
        page.line(XS[0], y, XS[-1], y)
    page.line(XS[0], ys[-1], XS[1], ys[-1])
    assert tables_of(page) == [plain(rows)]


def test_dotted_rules_are_rules() -> None:
    page = PdfPage().cells(XS, YS, ROWS)
    for y in YS:
        page.dots(XS[0], y, XS[-1])
    for x in XS:
        page.line(x, YS[0], x, YS[-1])
    assert tables_of(page) == [plain(ROWS)]


def test_the_two_lines_of_a_double_rule_are_one() -> None:
    page = PdfPage().grid(XS, YS).cells(XS, YS, ROWS).line(50, 121.4, 350, 121.4)
    assert tables_of(page) == [plain(ROWS)]
    assert levels([100, 120, 121.4, 140]) == [100, 120.7, 140]


def test_shading_is_no_rule() -> None:
    page = PdfPage().raw("0.9 g 50 722 300 10 re f 0 g").grid(XS, YS).cells(XS, YS, ROWS)
    assert tables_of(page) == [plain(ROWS)]


def test_a_merged_head_keeps_its_spans() -> None:
    page = PdfPage().text(53, 113, "재원별", 9).text(153, 113, "연차별 소요재원", 9)
    page.cells([150, 250], [120, 140], [["2019년", "2020년"], ["1", "2"]]).text(53, 153, "계", 9)
    for y in (100, 140, 160):
        page.line(50, y, 350, y)
    page.line(150, 120, 350, 120)
    for x, top in ((50, 100), (150, 100), (250, 120), (350, 100)):
        page.line(x, top, x, 160)
    assert tables_of(page) == [
        [
            (0, 0, 2, 1, "재원별"),
            (0, 1, 1, 2, "연차별 소요재원"),
            (1, 1, 1, 1, "2019년"),
            (1, 2, 1, 1, "2020년"),
            (2, 0, 1, 1, "계"),
            (2, 1, 1, 1, "1"),
            (2, 2, 1, 1, "2"),
        ]
    ]


def test_a_head_open_to_its_neighbour_keeps_its_column() -> None:
    page = PdfPage().cells(XS, YS, [["구분", "증감", ""], ["", "", "%"], ["계", "3", "0.27"]])
    for y, left in ((100, 50), (120, 250), (140, 50), (160, 50)):
        page.line(left, y, 350, y)
    for x, top in ((50, 100), (150, 100), (250, 120), (350, 100)):
        page.line(x, top, x, 160)
    assert (0, 1, 2, 1, "증감") in tables_of(page)[0]


def test_a_table_inside_a_cell_is_nested() -> None:
    inner_xs, inner_ys = [160, 200, 240], [130, 150, 170]
    page = PdfPage().grid([50, 150, 350], [100, 200]).text(53, 150, "사업비", 9)
    page.text(153, 113, "총사업비", 9).text(153, 190, "비고", 9)
    page.grid(inner_xs, inner_ys).cells(inner_xs, inner_ys, [["국비", "시비"], ["10", "20"]])
    document = read(pdf(page), ReadOptions())
    outer = document.blocks[0]
    assert isinstance(outer, Table)
    assert (outer.rows, outer.columns) == (1, 2)
    nested = outer.cells[1].tables[0]
    assert [document.text[c.start : c.end] for c in nested.cells] == ["국비", "시비", "10", "20"]
    assert (
        document.text[outer.cells[1].start : outer.cells[1].end]
        == "총사업비\n국비\t시비\n10\t20\n비고"
    )


def test_rows_that_no_rule_parts_come_apart() -> None:
    page = PdfPage().grid(XS, [100, 120, 180])
    page.cells(XS, [100, 120, 138, 156], [*ROWS, ["구비", "7", "8"]])
    assert tables_of(page) == [plain([*ROWS, ["구비", "7", "8"]])]


def test_cells_of_several_lines_stay_together() -> None:
    page = PdfPage().grid(XS, [100, 120, 180]).cells(XS, [100], [["구분", "2019년", "2020년"]])
    page.cells(
        XS,
        [120, 138, 156],
        [
            ["지자체", "19개소", "9개소"],
            ["도시숲", "4.01ha", "2ha"],
            ["(쉼터)", "(43억원)", "(24억원)"],
        ],
    )
    assert tables_of(page)[0][4] == (1, 1, 1, 1, "19개소\n4.01ha\n(43억원)")


def test_a_frame_around_prose_is_no_table() -> None:
    page = PdfPage().grid([50, 350], [100, 150]).text(60, 120, "공원을 조성하여")
    page.text(60, 140, "명소화 추진")
    document = read(pdf(page), ReadOptions())
    assert document.text == "공원을 조성하여\n명소화 추진\n"
    assert all(isinstance(block, Paragraph) for block in document.blocks)


def test_an_organisation_chart_gives_the_words_of_its_boxes() -> None:
    page = PdfPage().grid([150, 250], [100, 120]).text(180, 113, "본부장", 9)
    page.line(200, 120, 200, 130).line(100, 130, 300, 130)
    for left, name in ((60, "계획과"), (260, "정비과")):
        page.line(left + 40, 130, left + 40, 140)
        page.grid([left, left + 80], [140, 160]).text(left + 20, 153, name, 9)
    document = read(pdf(page), ReadOptions())
    assert document.text == "본부장\n계획과\n정비과\n"
    assert not list(document.tables())


def test_columns_that_stand_apart_are_one_table() -> None:
    page = PdfPage()
    for left, year, amount in ((50, "2023", "500백만원"), (160, "2024", "700백만원")):
        page.grid([left, left + 100], [100, 120, 140])
        page.text(left + 3, 113, year, 9).text(left + 3, 133, amount, 9)
    assert tables_of(page) == [plain([["2023", "2024"], ["500백만원", "700백만원"]])]


def test_a_word_set_upright_is_one_word() -> None:
    page = PdfPage().grid([50, 70, 200], [100, 160]).text(80, 130, "내용", 9)
    for n, letter in enumerate("추진계획"):
        page.text(54, 112 + 12 * n, letter, 9)
    assert tables_of(page)[0][0] == (0, 0, 1, 1, "추진계획")


def test_unit_line_stands_right_before_its_table() -> None:
    page = PdfPage().text(50, 70, "□ 예산현황").text(280, 92, "(단위 : 천원)")
    document = read(pdf(page.grid(XS, YS).cells(XS, YS, ROWS)), ReadOptions())
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Paragraph", "Paragraph", "Table"]
    assert document.text.startswith("□ 예산현황\n(단위 : 천원)\n구분\t2019년\t2020년\n")


def test_columns_of_figures_without_rules_are_a_table() -> None:
    page = PdfPage().text(50, 80, "□ 예산")
    for n, row in enumerate(ROWS):
        page.cells(XS, [100 + n * 18], [row])
    document = read(pdf(page), ReadOptions())
    assert [table.origin for table in document.tables()] == ["spaced"]
    assert document.text == "□ 예산\n구분\t2019년\t2020년\n국비\t1,200\t300\n시비\t50\t60\n"


def unruled(*rows: list[str], xs: tuple[int, ...] = (50, 200, 320)) -> list[str]:
    """Return the kinds of tables that lines without rules make."""
    page = PdfPage().text(50, 60, "□ 사업 현황")
    for number, row in enumerate(rows):
        page.cells(list(xs), [100 + number * 18], [row])
    return [table.origin for table in read(pdf(page), ReadOptions()).tables()]


PLANNED = [
    ["사업명", "위치", "준공"],
    ["나루공원 조성", "해운대구", "2025. 3."],
    ["둑길 정비", "사상구", "’26. 6월"],
    ["꽃길 가꾸기", "동구 외 2개소", "12개소"],
]


@pytest.mark.parametrize(
    "rows",
    [
        PLANNED,
        [*PLANNED, ["물길 잇기", "", "2027년"]],
        [["구분", "2019년", "2020년"], ["계", "120", "80"], ["국비", "100", "50"]],
    ],
    ids=["words and dates", "a row lacks a piece", "figures"],
)
def test_short_words_under_a_head_are_a_table_without_rules(rows: list[list[str]]) -> None:
    assert unruled(*rows) == ["spaced"]


@pytest.mark.parametrize(
    "rows",
    [
        PLANNED[:3],
        PLANNED[1:],
        [["○ 사업명", "위치", "준공"], *([f"○ {a}", b, c] for a, b, c in PLANNED[1:])],
        [
            ["사업명 :", "나루공원", "조성"],
            ["위치 :", "해운대구", "3번지"],
            ["기간 :", "상반기", "3월"],
        ]
        * 2,
        [["사업명", "위치", "내용"], *([a, b, "주민과 함께 가꾸는 길"] for a, b, _ in PLANNED[1:])],
        [[*row[:2], f"{row[2]} 준공하여 주민에게 개방하고 관리를 맡길 예정"] for row in PLANNED],
    ],
    ids=["two rows", "no head", "items", "fields", "no figures", "prose"],
)
def test_lines_with_gaps_are_no_table_for_that(rows: list[list[str]]) -> None:
    assert unruled(*rows) == []


def test_labels_with_marks_stand_in_rows_with_their_values() -> None:
    xs = [50, 130, 260, 340, 420, 500]
    page = PdfPage().grid(xs, [100, 120, 160])
    page.cells(xs, [100], [["과제", "추진사업", "지표", "2024년", "2025년"]])
    page.cells(xs, [120, 138], [["", "• 미술관 건립", "공정", "MOU 체결", "설계"]])
    page.cells(xs, [138], [["", "• 이용률 향상", "이용률", "90%", "95%"]])
    page.text(53, 142, "함께 누리는", 9)
    assert tables_of(page) == [
        [
            *plain([["과제", "추진사업", "지표", "2024년", "2025년"]]),
            (1, 0, 2, 1, "함께 누리는"),
            (1, 1, 1, 1, "• 미술관 건립"),
            (1, 2, 1, 1, "공정"),
            (1, 3, 1, 1, "MOU 체결"),
            (1, 4, 1, 1, "설계"),
            (2, 1, 1, 1, "• 이용률 향상"),
            (2, 2, 1, 1, "이용률"),
            (2, 3, 1, 1, "90%"),
            (2, 4, 1, 1, "95%"),
        ]
    ]


def test_values_of_two_lines_are_set_around_the_middle_of_their_label() -> None:
    page = PdfPage().grid(XS, [100, 120, 200]).cells(XS, [100], [["구분", "계획", "집행"]])
    page.text(53, 143, "·가로정비", 9).text(53, 183, "·이차보전", 9)
    for y, words in ((137, "267"), (149, "(43)"), (183, "5")):
        page.text(153, y, words, 9)
    page.text(253, 143, "311", 9).text(253, 183, "-", 9)
    assert tables_of(page) == [
        plain(
            [["구분", "계획", "집행"], ["·가로정비", "267\n(43)", "311"], ["·이차보전", "5", "-"]]
        )
    ]


def test_lists_side_by_side_stay_in_their_cells() -> None:
    xs = [50, 150, 250, 350, 450]
    page = PdfPage().grid(xs, [100, 120, 160])
    page.cells(xs, [100], [["과제", "1분기", "2분기", "3분기"]])
    page.cells(xs, [120], [["사전 정비", "ㅇ 감수", "ㅇ 정비", "ㅇ 점검"]])
    page.cells(xs, [138], [["", "ㅇ 자문", "ㅇ 개편", "ㅇ 배포"]])
    assert tables_of(page)[0][5] == (1, 1, 1, 1, "ㅇ 감수\nㅇ 자문")


def test_a_list_with_padding_is_no_table() -> None:
    page = PdfPage()
    for n in range(4):
        page.text(50, 100 + 18 * n, "ㅇ").text(80, 100 + 18 * n, f"’2{n}.  9.")
        page.text(140, 100 + 18 * n, ": 착공")
    assert not list(read(pdf(page), ReadOptions()).tables())


def test_a_bracket_that_hangs_over_the_edge_stays_with_its_word() -> None:
    page = PdfPage().grid([50, 100, 200], [100, 120]).text(61, 113, "(‘23년)", 10)
    page.text(120, 113, "예산", 10)
    assert tables_of(page)[0][0][4] == "(‘23년)"


def test_a_sentence_that_the_margin_cut_is_one_paragraph() -> None:
    page = PdfPage().text(50, 100, "- 정비기반시설 및 설계용역 추진 " + "가" * 31 + " 502", 10)
    page.text(60, 116, "백만원 편성").text(50, 140, "- 다음", 10)
    document = read(pdf(page), ReadOptions())
    assert document.text.splitlines()[0].endswith("502 백만원 편성")


def test_a_date_that_the_cell_cut_is_one_line() -> None:
    page = PdfPage().grid([50, 150, 240], [100, 140]).text(53, 113, "사업기간", 9)
    page.text(153, 113, "2019. 1. 10. ~ 12.", 9).text(153, 128, "20.", 9)
    assert tables_of(page)[0][1][4] == "2019. 1. 10. ~ 12. 20."


def test_strips_that_paint_a_shade_are_no_rules() -> None:
    page = PdfPage()
    for n in range(40):
        page.raw(f"50 {742 - n * 0.5} 300 0.5 re f")
    assert tables_of(page.grid(XS, YS).cells(XS, YS, ROWS)) == [plain(ROWS)]


def test_figures_below_one_another_are_not_joined() -> None:
    page = PdfPage().grid([50, 150, 200], [100, 160]).text(53, 113, "집행액", 9)
    for n, words in enumerate(("306,121", "[306,121]", "35,681")):
        page.text(153, 113 + 14 * n, words, 9)
    assert tables_of(page)[0][1][4] == "306,121\n[306,121]\n35,681"
