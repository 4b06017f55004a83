"""Tables that lost their separators: rows are lines that end in the same number of amounts.

    (단위 : 백만원)
    재원 총사업비 2026 2027          the head, where it is certain (`spaced_heads`)
    계 1,859 372 1,487               rows (`spaced_rows`)
    기간:2026. 1. 1. ~               other lines stay paragraphs and end the table;
    국고보조금 855 171 684           the next one repeats the head, at the head's own place

Column 0 holds the labels. A unit caption that does not stand right above the table becomes its first row, so
that it is found from each of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from extract.document import Block, Cell, Paragraph, Table
from extract.findings import Finding, Span
from extract.readers.text.spaced_heads import Head, looks_like_head, read_head
from extract.readers.text.spaced_rows import (
    ROW_ENDS,
    SpacedRow,
    is_plain,
    label_above,
    read_row,
)

__all__ = ["find_spaced"]

_FARTHEST: Final = 20  # lines between two rows of one table
_HIGHEST: Final = 30  # lines above a table that its unit caption or head may stand in
_LONGEST_HEAD: Final = 120
_UNIT: Final = re.compile(
    r"[(\[【<〈][^()\[\]【】<>〈〉\n]{0,40}[단單]\s?[위位][^()\[\]【】<>〈〉\n]{0,40}[)\]】>〉]"
)
_HEADING: Final = re.compile(r"[□■◇◆Ⅰ-Ⅻ]|[1-9]\d?\.\s")


class _LabelledRow(NamedTuple):
    """A row and how many lines above it belong to its label."""

    row: SpacedRow
    above: int


@dataclass(slots=True)
class _Frame:
    """Rows under one head; `first` is the block that the head, or else the first row, begins with."""

    rows: list[SpacedRow]
    first: int
    label_lines: int = 0
    head: Head | None = None
    unit: Span | None = None
    unit_block: int = -1


def find_spaced(blocks: list[Block], view: str) -> tuple[list[Block], list[Finding]]:
    """Replace paragraphs that are rows of such tables by the tables; returns the blocks and doubts."""
    found = [
        row
        for index, block in enumerate(blocks)
        if view[block.end - 1] in ROW_ENDS
        and type(block) is Paragraph
        and (row := read_row(index, block.start, block.end, view))
    ]
    if len(found) < 2:
        return blocks, []
    findings: list[Finding] = []
    out: list[Block] = []
    at = 0
    for rows in _groups(found, blocks, view):
        frame = _frame(rows, blocks, view, at)
        if frame.head is None and not _has_thousands(rows, view):
            continue
        if frame.head is None:
            findings.append(_refused(rows))
        for number, run in enumerate(_runs(frame, blocks, view)):
            first = run[0].row.at - run[0].above
            if number == 0 and frame.head:
                first = frame.first
            out += blocks[at:first]
            out.append(_table(run, frame, first, blocks))
            at = run[-1].row.at + 1
    return out + blocks[at:], findings


def _groups(found: list[SpacedRow], blocks: list[Block], view: str) -> Iterator[list[SpacedRow]]:
    """Rows with the same number of amounts, near each other, without a head or heading between."""
    group: list[SpacedRow] = []
    for row in found:
        if group and (row.years or not _goes_on(group[-1], row, blocks, view)):
            if len(group) > 1:
                yield group
            group = []
        if not row.years:
            group.append(row)
    if len(group) > 1:
        yield group


def _goes_on(last: SpacedRow, row: SpacedRow, blocks: list[Block], view: str) -> bool:
    return (
        len(row.amounts) == len(last.amounts)
        and row.at - last.at <= _FARTHEST
        and all(
            type(block) is Paragraph
            and not _HEADING.match(view, block.start)
            and not looks_like_head(block.start, block.end, view)
            for block in blocks[last.at + 1 : row.at]
        )
    )


def _frame(rows: list[SpacedRow], blocks: list[Block], view: str, lowest: int) -> _Frame:
    row = rows[0]
    top = row.at
    while top > max(lowest, row.at - _HIGHEST) and is_plain(blocks[top - 1], view, _LONGEST_HEAD):
        top -= 1
    frame = _Frame(rows, row.at)
    for below in range(3):
        lines = [Span(block.start, block.end) for block in blocks[top : row.at - below]]
        gap = blocks[row.at - below : row.at]
        if below and label_above(row, gap, view) != below:
            continue
        frame.head = read_head(lines, len(row.amounts), view)
        if frame.head:
            frame.first, frame.label_lines = top, below
            break
    for index in range(frame.first - 1, max(frame.first - _HIGHEST, lowest) - 1, -1):
        block = blocks[index]
        caption = _UNIT.search(view, block.start, block.end)
        if caption or type(block) is not Paragraph:
            if caption and type(block) is Paragraph:
                frame.unit, frame.unit_block = Span(*caption.span()), index
            break
    return frame


def _runs(frame: _Frame, blocks: list[Block], view: str) -> Iterator[list[_LabelledRow]]:
    run = [_LabelledRow(frame.rows[0], frame.label_lines)]
    for last, row in pairwise(frame.rows):
        gap = blocks[last.at + 1 : row.at]
        above = label_above(row, gap, view)
        if above < len(gap):
            yield run
            run = []
        run.append(_LabelledRow(row, above))
    yield run


def _table(run: list[_LabelledRow], frame: _Frame, first: int, blocks: list[Block]) -> Table:
    shift = int(any(each.above or each.row.label.end > each.row.label.start for each in run))
    columns = len(run[0].row.amounts) + shift
    cells: list[Cell] = []
    height = 0
    if frame.unit and frame.unit_block != first - 1:
        cells.append(Cell(0, 0, 1, columns, *frame.unit, header=True))
        height += 1
    if frame.head:
        label, words = frame.head
        if label and shift:
            cells.append(Cell(height, 0, 1, 1, *label, header=True))
        cells += (
            Cell(height, at + shift, 1, 1, *word, header=True) for at, word in enumerate(words)
        )
        height += 1
    for each in run:
        if shift:
            start = blocks[each.row.at - each.above].start
            end = each.row.label.end if each.row.label.end > each.row.label.start else 0
            end = end or (blocks[each.row.at - 1].end if each.above else start)
            cells.append(Cell(height, 0, 1, 1, start, end))
        cells += (
            Cell(height, at + shift, 1, 1, *place) for at, place in enumerate(each.row.amounts)
        )
        height += 1
    start, end = blocks[first].start, blocks[run[-1].row.at].end
    return Table(start, end, height, columns, tuple(cells), "spaced")


def _has_thousands(rows: list[SpacedRow], view: str) -> bool:
    return 2 * sum(any("," in view[a:b] for a, b in row.amounts) for row in rows) >= len(rows)


def _refused(rows: list[SpacedRow]) -> Finding:
    columns = len(rows[0].amounts)
    return Finding(
        "table-shape",
        "info",
        f"구분선이 없는 표에서 {columns}개 열의 제목을 확정할 수 없습니다.",
        f"The heads of the {columns} columns of a table without separators can't be told for certain.",
        span=rows[0].amounts[0],
        places=tuple(row.amounts[0] for row in rows),
    )
