"""Web pages, whatever portals call them."""

import time

import pytest

from extract.document import Document, Paragraph
from extract.errors import EmptyFileError, LimitError
from extract.readers.html import read
from extract.readers.options import ReadOptions
from extract.readers.spans import declared_span, place

PAGE = """<html><head><meta charset="euc-kr"><title>예산 현황</title><style>p {}</style></head><body>
<h2>1. 사업개요</h2><p>사업기간 :<b>2020</b>. 1.<br>위치 : 독산동</p>
<div style="display: none">숨김</div><script>alert(1)</script>
<table><caption>(단위 : 천원)</caption>
<thead><tr><th rowspan="2">재원<td colspan="2">연차별</tr><tr><td>2019년<td>2020년</tr></thead>
<tr><td>국비</td><td>1,000</td><td><p>가</p><table><tr><td>안</td></tr></table></td></tr></table>
<pre>가  나
다</pre></body></html>"""


def page_of(html: str, encoding: str = "utf-8") -> Document:
    return read(html.encode(encoding), ReadOptions())


def lines_of(document: Document) -> list[tuple[str, str, int]]:
    return [
        (document.text[block.start : block.end], block.role, block.depth)
        for block in document.blocks
        if isinstance(block, Paragraph)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16", "utf-8-sig"])
def test_what_is_shown_is_read_in_every_encoding(encoding: str) -> None:
    document = page_of(PAGE, encoding)
    assert document.title == "예산 현황"
    assert lines_of(document) == [
        ("1. 사업개요", "body", 2),
        ("사업기간 :2020. 1.", "body", 0),
        ("위치 : 독산동", "body", 0),
        ("숨김", "hidden", 0),
        ("(단위 : 천원)", "caption", 0),
        ("가 나", "body", 0),
        ("다", "body", 0),
    ]
    outer, inner = document.tables()
    assert [(*cell[:4], document.cell_text(cell), cell.header) for cell in outer.cells] == [
        (0, 0, 2, 1, "재원", True),
        (0, 1, 1, 2, "연차별", True),
        (1, 1, 1, 1, "2019년", True),
        (1, 2, 1, 1, "2020년", True),
        (2, 0, 1, 1, "국비", False),
        (2, 1, 1, 1, "1,000", False),
        (2, 2, 1, 1, "가 안", False),
    ]
    assert outer.cells[-1].tables == (inner,)


def test_the_codec_is_recorded() -> None:
    assert page_of(PAGE, "cp949").encoding == "cp949"


def test_a_damaged_page_is_read_with_a_finding() -> None:
    document = read(PAGE.encode().replace("독".encode(), b"\xff"), ReadOptions())
    assert [finding.rule for finding in document.findings] == ["damaged-bytes"]


@pytest.mark.parametrize(
    "html", ["<html></html>", "<html><script>1</script>", "<html><p> &nbsp;</p>"]
)
def test_a_page_that_shows_nothing_is_empty(html: str) -> None:
    with pytest.raises(EmptyFileError):
        page_of(html)


def test_nesting_without_end_is_refused_or_given_up_with_a_finding() -> None:
    with pytest.raises(LimitError):
        page_of("<div>" * 100_000 + "안")
    document = page_of("<p>앞</p>" + "<div>" * 100_000 + "안")
    assert not document.complete
    assert [finding.rule for finding in document.findings] == ["nesting-limit"]


def test_declared_spans_cost_nothing() -> None:
    start = time.process_time()
    document = page_of("<table>" + "<tr><td colspan=1000 rowspan=65534>가" * 5000 + "</table>")
    assert time.process_time() - start < 5
    (table,) = document.tables()
    assert (table.rows, len(table.cells)) == (5000, 5000)


@pytest.mark.parametrize(
    ("value", "span"),
    [("2", 2), (" 3", 3), ("0", 1), ("-1", 1), ("", 1), (None, 1), ("9" * 99, 10**9 - 1)],
)
def test_declared_spans_that_make_no_sense_count_as_one(value: str | None, span: int) -> None:
    assert declared_span(value) == span


def test_cells_step_aside_for_those_above() -> None:
    placed = place([[(1, 1), (9, 2), (1, 1)], [(1, 9), (1, 1)]])
    assert [[tuple(at) for at in row] for row in placed] == [
        [(0, 0, 1, 1), (0, 1, 2, 2), (0, 3, 1, 1)],
        [(1, 0, 1, 1), (1, 3, 1, 1)],
    ]
