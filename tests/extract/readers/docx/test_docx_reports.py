"""Real reports: the tables and lines that other forms of them hold."""

import io
import json
import re
from html import unescape
from pathlib import Path
from time import process_time

import docx as python_docx
import pytest

from extract.readers.docx import read
from extract.readers.options import ReadOptions

REPORTS = Path(__file__).parents[5] / "shared" / "reports"
pytestmark = pytest.mark.skipif(not REPORTS.exists(), reason="the reports are not here")


@pytest.mark.parametrize("name", ["fund", "fund_open", "whole", "whole_open"])
def test_rendered_tables_equal_what_was_rendered(name: str) -> None:
    truth = json.loads((REPORTS / f"rendered-tables/{name}.truth.json").read_text("utf-8"))[
        "tables"
    ]
    seen = read((REPORTS / f"rendered-tables/{name}.docx").read_bytes(), ReadOptions())
    ours = [
        {
            (c.row, c.column, c.row_span, c.column_span, seen.text[c.start : c.end])
            for c in table.cells
        }
        for table in seen.tables()
    ]
    assert ours == [{tuple(cell) for cell in table["cells"]} for table in truth]


def bare(line: str) -> str:
    """A line without blanks and the markup that the text's converter left in it."""
    line = re.sub(r"<[^>]++>|\*\*", "", unescape(line))
    line = re.sub(r"\\[~$%&]|\\\\", lambda match: match[0][1], line)
    return re.sub(r"[\s$]+", "", line).replace("m^2", "㎡")


def test_the_same_report_as_text_has_the_same_lines() -> None:
    seen = read((REPORTS / "geumcheon-2019.docx").read_bytes(), ReadOptions())
    text = (REPORTS / "geumcheon-2019.txt").read_text("utf-8")
    ours = [line for line in map(bare, seen.text.split("\n")) if line]
    theirs = [line for line in map(bare, text.split("\n")) if line]
    assert len(ours) == len(theirs)
    assert sum(a == b for a, b in zip(ours, theirs, strict=True)) >= 0.99 * len(theirs)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["korea-univ-rfp-2024.docx", "rendered-tables/whole.docx"])
def test_tables_merge_as_python_docx_merges_them(name: str) -> None:
    data = (REPORTS / name).read_bytes()
    seen = read(data, ReadOptions())
    ours = [
        {
            (row, column): (seen.text[cell.start : cell.end] if not cell.tables else None)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        for table in seen.tables()
    ]
    theirs = []

    def add(table) -> None:  # noqa: ANN001 - python-docx has no types
        grid = {}
        theirs.append(grid)
        known = set()
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells.cells):
                grid[row, column] = cell.text if not cell.tables else None
                if cell._tc not in known:
                    known.add(cell._tc)
                    for inner in cell.tables:
                        add(inner)

    for table in python_docx.Document(io.BytesIO(data)).tables:
        add(table)
    assert len(ours) == len(theirs)
    assert [a == b for a, b in zip(ours, theirs, strict=True)].count(True) == len(theirs)


@pytest.mark.slow
def test_reading_takes_no_longer_than_python_docx_needs_for_text_and_tables() -> None:
    data = (REPORTS / "korea-univ-rfp-2024.docx").read_bytes()

    def ours() -> None:
        read(data, ReadOptions())

    def theirs() -> None:
        document = python_docx.Document(io.BytesIO(data))
        assert [paragraph.text for paragraph in document.paragraphs]
        assert [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    def best(work) -> float:  # noqa: ANN001 - any of the two above
        times = []
        for _ in range(3):
            start = process_time()
            work()
            times.append(process_time() - start)
        return min(times)

    assert best(ours) < 1.2 * best(theirs)
