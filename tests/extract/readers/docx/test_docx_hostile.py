"""Files made to break readers: each ends soon, in an error that names the cause or its cells."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from time import process_time

import pytest
from docx_file import NAMESPACES, W, document_xml, docx, p, r, tbl, tc, tr
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Document
from extract.errors import DamagedError, InputError, LimitError
from extract.readers.docx import read
from extract.readers.options import ReadOptions


def parse(data: bytes) -> Document:
    return read(data, ReadOptions())


def bomb() -> bytes:
    return docx(raw=document_xml("<w:p/>" * 2 + " " * (300 << 20)).encode())


def nested(depth: int) -> bytes:
    return docx(
        "".join("<w:tbl><w:tr><w:tc>" for _ in range(depth))
        + "<w:p/>"
        + "</w:tc></w:tr></w:tbl>" * depth
    )


def entity(body: str, declaration: str) -> bytes:
    return docx(raw=f"<!DOCTYPE x [{declaration}]>{document_xml(body)}".encode())


def billion_laughs() -> bytes:
    names = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(9))
    return entity(p(r("&l9;")), f'<!ENTITY l0 "ha">{names}')


def without_directory() -> bytes:
    return docx(p(r("가")))[:-30]


def many_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for index in range(10_001):
            archive.writestr(str(index), b"")
    return out.getvalue()


def locked_entry() -> bytes:
    data = bytearray(docx(p(r("가"))))
    # The flag of a password in the directory's record of each entry.
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(data)


HOSTILE: dict[str, tuple[Callable[[], bytes], type[InputError]]] = {
    "no ZIP file": (lambda: b"not a zip", DamagedError),
    "an empty ZIP file": (lambda: docx(None), DamagedError),
    "cut off": (without_directory, DamagedError),
    "not XML": (lambda: docx(raw=b"text"), DamagedError),
    "XML cut off": (lambda: docx(raw=document_xml(p(r("가"))).encode()[:-20]), DamagedError),
    "an outer entity": (
        lambda: entity(p(r("a&e;b")), '<!ENTITY e SYSTEM "file:///etc/passwd">'),
        DamagedError,
    ),
    "an inner entity": (lambda: entity(p(r("a&e;b")), '<!ENTITY e "x">'), DamagedError),
    "a bare DOCTYPE": (lambda: entity(p(r("a")), ""), DamagedError),
    "a DOCTYPE in UTF-16": (
        lambda: docx(
            raw=f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []>{document_xml("")}'.encode(
                "utf-16"
            )
        ),
        DamagedError,
    ),
    "billion laughs": (billion_laughs, InputError),
    "20,000 elements deep": (lambda: docx("<w:p>" * 20_000 + "</w:p>" * 20_000), LimitError),
    "tables nested 17 deep": (lambda: nested(18), LimitError),
    "one text of 20 MB": (lambda: docx(p(r("가" * 7_000_000))), LimitError),
    "a bomb of 300 MB": (bomb, LimitError),
    "too many entries": (many_entries, LimitError),
    "a password on the entries": (locked_entry, InputError),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_an_error_that_names_the_cause(name: str) -> None:
    make, error = HOSTILE[name]
    data = make()
    start = process_time()
    with pytest.raises(error) as caught:
        parse(data)
    assert process_time() - start < 5
    assert caught.value.detail or caught.value.subject


def test_nested_tables_within_the_limit_are_read() -> None:
    assert len(list(parse(nested(16)).tables())) == 16


@pytest.mark.parametrize("span", [16_384, 10_000_000, 2_000_000_000, 10**30])
def test_a_declared_span_reserves_nothing_and_loses_no_cell(span: int) -> None:
    rows = tr(tc(p(r("가")), span=span), tc(p(r("나")))) + tr(tc(p(r("다"))), tc(p(r("라"))))
    seen = parse(docx(tbl(rows)))
    (table,) = seen.tables()
    assert [seen.cell_text(cell) for cell in table.cells] == ["가", "나", "다", "라"]
    assert table.columns <= 4
    assert len(seen.text) < 20
    assert [finding.rule for finding in seen.findings] == ["table-span-clipped"]


@pytest.mark.parametrize("value", ["", "x", "-5", "1.5", "9" * 5000])
def test_numbers_that_are_none_are_read_as_best_can_be(value: str) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{value}"/></w:tcPr>{p(r("가"))}</w:tc>'
    seen = parse(docx(tbl(tr(cell))))
    (table,) = seen.tables()
    assert [seen.cell_text(cell) for cell in table.cells] == ["가"]


def long_table(rows: int) -> bytes:
    return docx(tbl(*(tr(*(tc(p(r(str(row)))) for _ in range(5))) for row in range(rows))))


@pytest.mark.slow
def test_long_tables_take_linear_time_and_flat_xml() -> None:
    seconds = {}
    for rows in (2_000, 8_000):
        data = long_table(rows)
        start = process_time()
        (table,) = parse(data).tables()
        seconds[rows] = process_time() - start
        assert len(table.cells) == rows * 5
    assert seconds[8_000] < 10 * seconds[2_000]


@pytest.mark.slow
def test_memory_of_empty_paragraphs_is_that_of_their_lines() -> None:
    data = docx(raw=document_xml("<w:p/>" * 50_000).encode())
    tracemalloc.start()
    seen = parse(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(seen.blocks) == 50_000
    assert peak < 50 << 20


GOOD = docx(p(r("2024. 3.")) + tbl(tr(tc(p(r("국비"))), tc(p(r("1,234"))))))


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_changed_byte_gives_an_error_of_ours_or_the_same_text(at: int, change: int) -> None:
    data = bytearray(GOOD)
    data[at] ^= change
    try:
        seen = parse(bytes(data))
    except InputError:
        return
    assert seen.text in {"2024. 3.\n국비\t1,234\n", "", "\n"}


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_in_the_document_part_end_in_an_error_of_ours(inside: bytes) -> None:
    raw = f'<w:document xmlns:w="{W}"><w:body>'.encode() + inside + b"</w:body></w:document>"
    try:
        parse(docx(raw=raw))
    except InputError:
        return


def test_the_namespaces_of_the_builder_are_declared_once() -> None:
    assert NAMESPACES.count("xmlns:w=") == 1


def test_more_paragraphs_than_documents_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.readers.docx.blocks.MAX_PARAGRAPHS", 3)
    assert len(parse(docx("<w:p/>" * 3)).blocks) == 3
    with pytest.raises(LimitError):
        parse(docx("<w:p/>" * 3 + tbl(tr(tc()))))
