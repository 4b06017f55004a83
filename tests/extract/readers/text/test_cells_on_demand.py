"""The cells of a table of tabs are read when they are asked for, every time alike."""

import pytest

from extract import extract_bytes
from extract.document import Table
from extract.readers.options import ReadOptions
from extract.readers.text import read

RAGGED = "구분\t 2023년\t2024년\n국비\t100\n 시비\t300 \t400\n"
MARKED = "구분\t금액<br>(원)\n국비\t100\n"


@pytest.mark.parametrize("text", [RAGGED, MARKED])
def test_they_come_alike_every_time_and_stand_where_they_say(text: str) -> None:
    document = read(text.encode(), ReadOptions())
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert callable(table.seen)
    assert table.cells == table.cells == table.with_cells().cells
    assert len(table.cells) == table.rows * table.columns
    words = [document.view[cell.start : cell.end] for cell in table.cells]
    assert words == [word.strip() for word in words]


def test_a_ragged_row_is_padded() -> None:
    (table,) = read(RAGGED.encode(), ReadOptions()).blocks
    assert isinstance(table, Table)
    padded = table.cells[5]
    assert (padded.row, padded.column, padded.start, padded.end) == (1, 2, 22, 22)


def test_a_report_keeps_its_text_and_lets_its_blocks_go() -> None:
    report = extract_bytes(RAGGED.encode(), "report.txt")
    assert report.document.text == RAGGED
    assert report.document.blocks == ()
    (table,) = report.tables
    assert [cell.text for cell in table.cells][:3] == ["구분", "2023년", "2024년"]
    assert all(cell.span == (cell.start, cell.end) for cell in table.cells)
