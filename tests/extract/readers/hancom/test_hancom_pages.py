"""Pages of HWP and HWPX: where saved lines tell them, and where they do not."""

import struct
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Document
from extract.readers import hwp, hwpx
from extract.readers.hancom.pages import UNKNOWN, Layout, Line, Pages, Place
from extract.readers.options import ReadOptions
from tests.extract.readers import hwp_files as files
from tests.extract.readers.hwp_files import para, record

ROOM = 10_000


def lines(*tops: int, height: int = 1_000) -> Layout:
    return Layout([Line(10 * number, top, height) for number, top in enumerate(tops)])


def broken(top: int) -> Layout:
    return lines(top)._replace(breaks=True)


SILENT = Layout([])
FULL = lines(0, 2_000, 4_000, 6_000, 8_000)

SECTIONS: list[tuple[str, list[Layout], list[Place]]] = [
    ("one page", [lines(0), lines(2_000)], [Place(1), Place(1)]),
    ("a line that stands higher", [FULL, lines(0)], [Place(1), Place(2)]),
    ("a page turns inside of a paragraph", [lines(8_000, 0)], [Place(1, (10,))]),
    ("twice inside of one", [lines(8_000, 0, 9_000, 0)], [Place(1, (10, 30))]),
    ("a break that is set", [lines(0), broken(0)], [Place(1), Place(2)]),
    ("a break before the first is the section's", [broken(0)], [Place(1)]),
    ("a full page by one tall line", [lines(0, height=9_000), lines(0)], [Place(1), Place(2)]),
    ("a silent one between two lines", [lines(0), SILENT, lines(4_000)], [Place(1)] * 3),
    ("a silent one before a break", [lines(0), SILENT, broken(0)], [Place(1), Place(1), Place(2)]),
    ("silent at the end", [lines(0), SILENT], [Place(1), Place(1)]),
    ("no room for the silent", [FULL, SILENT, lines(0)], [Place(1), UNKNOWN, UNKNOWN]),
    ("silent ones squeezed", [lines(0), SILENT, SILENT, lines(1_500)], [Place(1), *[UNKNOWN] * 3]),
    ("columns", [lines(0), lines(0)._replace(followed=False)], [Place(1), UNKNOWN]),
    ("below the edge", [lines(0), lines(9_900)], [Place(1), UNKNOWN]),
    (
        "a table that finds room",
        [lines(0), lines(6_000)._replace(floating=5_000), lines(8_000)],
        [Place(1)] * 3,
    ),
    (
        "a table that a page may cut",
        [lines(5_000), lines(7_000)._replace(floating=5_000), lines(0)],
        [Place(1), UNKNOWN, UNKNOWN],
    ),
]


@pytest.mark.parametrize(
    ("layouts", "expected"), [each[1:] for each in SECTIONS], ids=[each[0] for each in SECTIONS]
)
def test_places_of_a_section(layouts: list[Layout], expected: list[Place]) -> None:
    assert Pages().section(ROOM, layouts) == expected


def test_each_section_begins_a_page() -> None:
    pages = Pages()
    assert pages.section(ROOM, [FULL, lines(0)]) == [Place(1), Place(2)]
    assert pages.section(ROOM, [lines(0)]) == [Place(3)]
    assert pages.believed


@pytest.mark.parametrize(
    "layouts",
    [
        [SILENT] * 3,
        [lines(0), SILENT, SILENT],
        [lines(0), lines(1_500), lines(0)],  # a page that ends early without a break
        [lines(0), lines(11_000)],  # a line below its page
    ],
    ids=["nothing said", "little said", "ended early", "below the page"],
)
def test_an_old_or_missing_layout_is_not_believed(layouts: list[Layout]) -> None:
    pages = Pages()
    pages.section(ROOM, layouts)
    assert not pages.believed


def test_a_section_without_its_page_size_has_no_places() -> None:
    assert Pages().section(0, [lines(0)]) == [UNKNOWN]


@given(st.lists(st.integers(300, 4_000), min_size=1, max_size=60))
@settings(derandomize=True, max_examples=100)
def test_lines_laid_out_page_by_page_come_back_on_their_pages(heights: list[int]) -> None:
    top, page = 0, 1
    layouts: list[Layout] = []
    expected: list[Place] = []
    for height in heights:
        if top + height > ROOM:
            top, page = 0, page + 1
        layouts.append(lines(top, height=height))
        expected.append(Place(page))
        top += height
    assert Pages().section(ROOM, layouts) == expected


def hwpx_line(at: int, top: int) -> str:
    return (
        f'<hp:lineseg textpos="{at}" vertpos="{top}" vertsize="1000" textheight="1000" '
        'baseline="850" spacing="600" horzpos="0" horzsize="40000" flags="393216"/>'
    )


def hwpx_paragraph(text: str, *tops: tuple[int, int], more: str = "") -> str:
    segments = "".join(hwpx_line(*each) for each in tops)
    return (
        f'<hp:p pageBreak="0"><hp:run>{more}<hp:t>{text}</hp:t></hp:run>'
        f"<hp:linesegarray>{segments}</hp:linesegarray></hp:p>"
    )


HWPX_PAGE = (
    '<hp:secPr><hp:pagePr landscape="WIDELY" width="59528" height="20000"><hp:margin header="1000" '
    'footer="1000" left="0" right="0" top="4000" bottom="4000"/></hp:pagePr></hp:secPr>'
)


def read_hwpx() -> Document:
    section = files.section(
        hwpx_paragraph("가나", (0, 0), more=HWPX_PAGE),
        hwpx_paragraph("다라 마바", (0, 8_000), (3, 0)),
        hwpx_paragraph("사아", (0, 2_000)),
    )
    return hwpx.read(files.hwpx(section), ReadOptions())


def hwp_lines(*tops: tuple[int, int]) -> bytes:
    data = b"".join(
        struct.pack("<9i", at, top, 1_000, 1_000, 850, 600, 0, 40_000, 0x60000) for at, top in tops
    )
    return record(69, 1, data)


def read_hwp() -> Document:
    size = struct.pack("<10I", 59_528, 20_000, 0, 0, 4_000, 4_000, 1_000, 1_000, 0, 0)
    section = record(71, 1, b"dces" + b"\0" * 22) + record(73, 2, size)
    body = (
        para(0, "가나", breaks=3)
        + hwp_lines((0, 0))
        + section
        + para(0, "다라 마바")
        + hwp_lines((0, 8_000), (3, 0))
        + para(0, "사아")
        + hwp_lines((0, 2_000))
    )
    return hwp.read(files.hwp(body), ReadOptions())


@pytest.mark.parametrize("read", [read_hwp, read_hwpx], ids=["hwp", "hwpx"])
def test_a_page_begins_where_its_first_line_does(read: Callable[[], Document]) -> None:
    document = read()
    assert document.text == "가나\n다라 마바\n사아\n"
    assert document.page_starts == (0, document.text.index("마바"))
    assert [
        document.page(document.text.index(word)) for word in ("가나", "다라", "마바", "사아")
    ] == [
        1,
        1,
        2,
        2,
    ]
    assert document.pages == 2
