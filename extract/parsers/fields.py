"""Labelled values of a project that stand in the cells of a table (사업기간 | 2024. 3. ~), and their amounts."""

import re
from collections.abc import Iterator
from typing import Final

from extract.outline import Grid, Outline, ProjectNode
from extract.parsers.labels import label_meaning
from extract.parsers.stated import is_item, stated
from extract.records import CellRecord, Funding
from normalize.money import Amount, Unit, read_amounts

__all__ = ["amounts_of_field", "field_label", "fields_of", "fields_of_row"]

_GENERIC: Final = re.compile(r"(?:주요|세부|사업|추진)?내용|내역|세부사항")
_UNIT: Final = re.compile(r"\(.*\)$")
_WHOLE: Final = re.compile(r"[\s\[(【]*(?:약|총|금)?\s*")


def fields_of(grid: Grid) -> Iterator[tuple[str, CellRecord]]:
    """Every value of a table with the label that leads to it."""
    for cell in grid.cells:
        label = field_label(cell)
        if label:
            yield label, cell


def fields_of_row(outline: Outline, node: ProjectNode) -> Iterator[tuple[str, CellRecord]]:
    """Every value of the row that a project is, with the head above it as its label."""
    grid = outline.grid_at(node.start)
    if grid is None:
        return
    for cell in grid.cells:
        if node.start <= cell.start < node.end and cell.text:
            head = _UNIT.sub("", "".join("".join(grid.column_paths[cell.column][-1:]).split()))
            if label_meaning(head):
                yield head, cell


def field_label(cell: CellRecord) -> str:
    """The label beside a value, where no head above it says more than 내용; else empty."""
    if cell.is_header or not cell.row_path or not cell.text:
        return ""
    label = cell.row_path[-1]
    if not label_meaning(label):
        return ""
    if cell.column_path and not _GENERIC.fullmatch("".join(cell.column_path[-1].split())):
        return ""
    return label


def amounts_of_field(
    view: str, text: str, cell: CellRecord, project: str, number: int, unit: Unit | None
) -> Iterator[Funding]:
    """The total cost that a value begins with, and its split: `500백만원(국비 250, 시비 250)`.

    Nothing where the value does not begin with an amount. `unit`: that of the table, or None.
    """
    reading = read_amounts(view[cell.start : cell.end], unit=unit)
    amounts = [one for one in reading.values if isinstance(one, Amount)] if reading else []
    if not amounts or not _WHOLE.fullmatch(view, cell.start, cell.start + amounts[0].span[0]):
        return
    for at, each in enumerate(amounts):
        amount = stated(each, cell.start, text)
        if amount is None or (at and each.role != "part"):
            continue
        yield amount._replace(
            project=project, kind="statement" if is_item(each) else "total_cost", table=number
        )
