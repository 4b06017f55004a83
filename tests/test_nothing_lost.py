"""Every word of a report stands in a statement or in a table, but for running heads and page numbers.

What is in neither is in no record, and nobody is told: a table of one row was once.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.document import Cell, Document, Paragraph, Table
from extract.errors import InputError
from extract.outline import Outline
from extract.readers import read
from extract.readers.options import ReadOptions
from extract.structure import understand
from tests.test_raw_offsets import reports

PAGE_NUMBER = re.compile(r"[-–~\s]*\d{0,4}[-–~\s]*")
BODY = ("body", "caption", "footnote", "endnote")


def covered(outline: Outline) -> bytearray:
    """A 1 for every character that a statement or a table holds."""
    held = bytearray(len(outline.document.view))
    for statement in outline.statements:
        held[statement.start : statement.end] = b"\1" * (statement.end - statement.start)
    for grid in outline.grids:
        for start, end in ranges(grid.table.cells):
            held[start:end] = b"\1" * (end - start)
    return held


def ranges(cells: tuple[Cell, ...]) -> Iterator[tuple[int, int]]:
    """Where the words of some cells stand."""
    for cell in cells:
        yield from cell.pieces or ((cell.start, cell.end),)


def seen(document: Document) -> Iterator[tuple[int, int]]:
    """Where the words of the body stand, as the reader saw them."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from ranges(block.cells)
        elif isinstance(block, Paragraph) and block.role in BODY:
            yield block.start, block.end


def lost(document: Document) -> list[str]:
    """The words of the body that no statement and no table holds."""
    outline = understand(document)
    view, held = document.view, covered(outline)
    words = (
        "".join(view[at] for at in range(start, end) if not held[at])
        for start, end in seen(document)
    )
    return [each for each in words if not PAGE_NUMBER.fullmatch(each)]


@pytest.mark.parametrize("path", reports())
def test_every_word_of_the_body_is_held(path: Path) -> None:
    try:
        document = read(path.read_bytes(), path.name, ReadOptions(ocr=False))
    except InputError as error:
        pytest.skip(f"can't be read: {error}")
    assert lost(document) == []


ROWS = [
    "사업기간\t2024. 1. ~ 6.\t비고",
    "1\t골목길 정비\t계속",
    "담당\t도로과장 김하늘\t도로팀장 이가람",
    "구분\t국비\t시비\t계",
]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_alone_is_held(row: str) -> None:
    text = (
        f"2025년 주요업무계획\n1. 골목길 정비\n□ 사업개요\n{row}\n□ 추진계획\n○ 2025. 3. : 착공\n"
    )
    assert lost(read(text.encode(), "report.txt", ReadOptions())) == []
