"""Every hostile file ends soon, in a status that names the cause; none empties in silence."""

import importlib
import time

import pytest

from extract.document import Document
from extract.readers.options import ReadOptions
from tests.extract.readers.hostile_hwp import CASES

SLOW = {"deflate-bomb.hwp", "record-bomb.hwp", "zip-bomb.hwpx", "long-text.hwpx"}
NAMES = [pytest.param(name, marks=pytest.mark.slow) if name in SLOW else name for name in CASES]


def read(name: str, data: bytes) -> Document:
    module = importlib.import_module(f"extract.readers.{name.rpartition('.')[2]}")
    document: Document = module.read(data, ReadOptions())
    return document


@pytest.mark.parametrize("name", NAMES)
def test_ends_in_the_status_that_names_the_cause(name: str) -> None:
    build, expected = CASES[name]
    data = build()
    begun = time.process_time()
    if isinstance(expected, str):
        document = read(name, data)
        assert ("ok" if document.complete else "partial") == expected
        assert document.text or document.findings
    else:
        with pytest.raises(expected):
            read(name, data)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("name", "rows", "columns", "texts"),
    [
        ("declared-30000.hwpx", 3, 3, 9),
        ("declared-65535.hwp", 3, 3, 9),
        ("declared-0.hwp", 3, 3, 9),
        ("address-60000.hwp", 4, 4, 10),
        ("address-60000.hwpx", 4, 4, 10),
        ("spans-65535.hwp", 3, 3, 1),
        ("address-negative.hwpx", 3, 3, 1),
    ],
)
def test_a_table_is_as_large_as_its_cells_and_none_is_lost(
    name: str, rows: int, columns: int, texts: int
) -> None:
    document = read(name, CASES[name][0]())
    (table,) = document.tables()
    assert (table.rows, table.columns) == (rows, columns)
    assert len([cell for cell in table.cells if document.cell_text(cell)]) == texts
    assert "table-geometry" in {finding.rule for finding in document.findings}


def test_what_stands_before_the_damage_is_read() -> None:
    for name in ("cut-95.hwpx", "broken-deflate.hwp", "malformed.hwpx", "record-too-long.hwp"):
        document = read(name, CASES[name][0]())
        assert len(document.text) >= len("첫 문단\n")
        assert {"damaged-container"} == {finding.rule for finding in document.findings}
