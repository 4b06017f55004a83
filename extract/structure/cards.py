"""Forms that hold sections (사업카드, 과제카드): taken apart into what their rows are.

    사 업 명        | 하늘천 정비사업                            the form itself
    사업기간        | 2024. 3. ~ 2026. 12.
    연차별 투자계획 | 구분 | 2024년 | 2025년                      a table, under the words beside it
                    | 계   | 500    | 300
    추진경위        | ○ 2023. 11. 대상지 선정                     a section and its items
                    | ○ 2024. 3. 착공

What follows reads a form, a table and paragraphs, as where each stands for itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.document import Block, Cell, Document, Paragraph, Table
from extract.structure.vocabulary import labels_a_name, section_kind

__all__ = ["open_cards"]

_SIGN: Final = re.compile(
    r"(?:경위|경과|실적|상황|사항|현황|계획|일정|대책|방안|효과|내용|개요|성과|배경|필요성|목적)\s*[\t\n]\s*[○◦ㅇ●❍▪∘·-]\s?[^\s\d-]?"
)
"""The label of a section and, in the next cell, an item: what few tables hold."""
_ITEM: Final = re.compile(r"[○◦ㅇ●❍▪∘·-]\s?\S")
_OPENING_ROWS: Final = 3
_LABEL_LENGTH: Final = 16


def open_cards(document: Document) -> Document:
    """Take the sections and tables out of the forms that hold them."""
    opened: list[Block] = []
    view = document.view
    for block in document.blocks:
        if (
            isinstance(block, Table)
            and block.rows > 1
            and _SIGN.search(view, block.start, block.end)
        ):
            opened += _opened(document, block.with_cells())
        else:
            opened.append(block)
    return (
        document if len(opened) == len(document.blocks) else replace(document, blocks=tuple(opened))
    )


def _opened(document: Document, table: Table) -> Sequence[Block]:
    groups = list(_groups(table))
    card = any(
        labels_a_name(document.cell_text(cell))
        for group in groups[:_OPENING_ROWS]
        for cell in group
    )
    parts: list[Block] = []
    kept: list[Cell] = []
    section = False
    for group in groups:
        filled = [cell for cell in group if cell.end > cell.start]
        if _is_section(document, table, filled) or (section and _goes_on(document, filled)):
            section = True
            parts += _table_of(table, kept)
            kept = []
            parts += _paragraphs(filled)
        elif _holds_tables(document, filled):
            section = True
            parts += _table_of(table, kept)
            kept = []
            parts += [*_paragraphs(filled[:1]), *_inside(document, filled[1])]
        elif card and _is_inner(group):
            section = False
            parts += _table_of(table, kept)
            kept = []
            parts += [*_paragraphs(group[:1]), *_table_of(table, group[1:])]
        else:
            section = False
            kept += group
    parts += _table_of(table, kept)
    card = card or _opens_with_overview(document, groups[0])
    return parts if card or any(isinstance(part, Table) for part in parts) else [table]


def _opens_with_overview(document: Document, group: Sequence[Cell]) -> bool:
    """Whether the first row of a form is 사업개요: it tells of one project, whose title stands above the form."""
    return section_kind(document.cell_text(group[0])) == "overview"


def _groups(table: Table) -> Iterator[list[Cell]]:
    """The cells of each row, or of the rows that the first cell spans."""
    group: list[Cell] = []
    end = 0
    for cell in table.cells:
        if cell.row >= end:
            if group and table.origin == "tabs" and _is_row_of(table, cell, group):
                # In text a label over several rows leaves its other cells empty.
                end = cell.row + 1
                continue
            if group:
                yield group
            group = []
            end = cell.row + (cell.row_span if cell.column == 0 else 1)
        group.append(cell)
    if group:
        yield group


def _is_row_of(table: Table, first: Cell, group: Sequence[Cell]) -> bool:
    """Whether the row that begins with `first` is of the table beside the label that `group` begins with."""
    if first.end > first.start or group[0].end == group[0].start:
        return False
    filled = sum(cell.end > cell.start for cell in table.cells if cell.row == first.row)
    beside = sum(cell.end > cell.start for cell in group if cell.row == group[0].row)
    return filled > 1 and beside > 2


def _is_section(document: Document, table: Table, filled: Sequence[Cell]) -> bool:
    """Whether a row is the title of a section and, in one cell as wide as the rest, its items."""
    if len(filled) < 2 or filled[0].column or filled[1].tables or table.columns < 2:
        return False
    value = filled[1]
    wide = table.origin == "tabs" or value.column + value.column_span == table.columns
    label = document.cell_text(filled[0])
    return (
        wide
        and all(cell.column == value.column for cell in filled[2:])
        and len(label) <= _LABEL_LENGTH
        and section_kind(label) is not None
        and _ITEM.match(document.view, value.start, value.end) is not None
    )


def _holds_tables(document: Document, filled: Sequence[Cell]) -> bool:
    """Whether a row is the title of a section and a cell with tables in it: 예산현황 | a table of sources and years."""
    if len(filled) != 2 or not filled[1].tables:
        return False
    label = document.cell_text(filled[0])
    return len(label) <= _LABEL_LENGTH and section_kind(label) is not None


def _inside(document: Document, cell: Cell) -> Iterator[Block]:
    """What stands in a cell, in order: its tables, and the paragraphs between them."""
    at = cell.start
    for table in cell.tables:
        yield from _between(document, at, table.start, cell.column)
        yield table
        at = table.end
    yield from _between(document, at, cell.end, cell.column)


def _between(document: Document, start: int, end: int, column: int) -> Iterator[Paragraph]:
    if document.view[start:end].strip():
        yield Paragraph(start, end, "body", 0, column)


def _goes_on(document: Document, filled: Sequence[Cell]) -> bool:
    """Whether a row has no label and goes on with the items above."""
    return (
        len(filled) == 1
        and filled[0].column > 0
        and not filled[0].tables
        and _ITEM.match(document.view, filled[0].start, filled[0].end) is not None
    )


def _is_inner(group: Sequence[Cell]) -> bool:
    """Whether a label spans the rows of a table: two of two or more cells, all as wide as each other."""
    rows: dict[int, int] = {}
    for cell in group[1:]:
        rows[cell.row] = rows.get(cell.row, 0) + 1
    return len(rows) > 1 and min(rows.values()) > 1 and sum(rows.values()) > 2 * len(rows)


def _paragraphs(cells: Sequence[Cell]) -> Iterator[Paragraph]:
    for cell in cells:
        for start, end in cell.pieces or ((cell.start, cell.end),):
            yield Paragraph(start, end, "body", 0, cell.column)


def _table_of(table: Table, cells: Sequence[Cell]) -> Iterator[Table]:
    """The table that some rows of a table are by themselves."""
    if not cells:
        return
    row = min(cell.row for cell in cells)
    column = min(cell.column for cell in cells)
    moved = tuple(cell._replace(row=cell.row - row, column=cell.column - column) for cell in cells)
    rows = max(cell.row + cell.row_span for cell in moved)
    # Wider rows of the whole padded these with empty cells.
    columns = max(
        (cell.column + cell.column_span for cell in moved if cell.end > cell.start), default=1
    )
    within = tuple(cell for cell in moved if cell.column < columns)
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    yield Table(start, end, rows, columns, within, table.origin)
