"""Labelled values of a project that stand in the cells of a table (사업기간 | 2024. 3. ~), and their amounts."""

import re
from collections.abc import Iterator
from typing import Final

from extract.outline import Grid, Outline, ProjectNode
from extract.parsers.heads import fiscal_year
from extract.parsers.labels import label_meaning
from extract.parsers.stated import is_item, stated
from extract.records import CellRecord, Funding, FundingKind
from normalize.money import Amount, Unit, read_amounts, read_caption

__all__ = [
    "amounts_of_field",
    "field_label",
    "fields_of",
    "fields_of_row",
    "is_shares",
    "shares_of_cost",
]

_GENERIC: Final = re.compile(r"(?:주요|세부|사업|추진)?내용|내역|세부사항")
_UNIT: Final = re.compile(r"\(.*\)$")
_SHARES: Final = re.compile(r"(?:사업비)?재원(?:구성|분담|별|내역|부담)?(?:내역|계획)?")
_WHOLE: Final = re.compile(r"[\s\[(【]*(?:약|총|금|(?P<sum>합?계|총액))?\s*")


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


def is_shares(label: str) -> bool:
    """Whether a label is that of the shares of a cost by source (재원구성)."""
    return _SHARES.fullmatch("".join(label.split())) is not None


def amounts_of_field(
    view: str, text: str, cell: CellRecord, project: str, number: int, unit: Unit | None
) -> Iterator[Funding]:
    """The cost that a value begins with, and its split: `500백만원(국비 250, 시비 250)`.

    The total cost, or the budget of the year that the label names (2026년 예산). Nothing where the value does not
    begin with an amount. `unit`: that of the table, or None.
    """
    reading = read_amounts(view[cell.start : cell.end], unit=unit)
    amounts = [one for one in reading.values if isinstance(one, Amount)] if reading else []
    ahead = _WHOLE.fullmatch(view, cell.start, cell.start + amounts[0].span[0]) if amounts else None
    if ahead is None:
        return
    year = fiscal_year(field_label(cell))
    for at, each in enumerate(amounts):
        amount = stated(each, cell.start, text)
        # 계 12,640백만원, 국비 5,056백만원: the shares may have their own units, and no brackets.
        share = each.role == "part" or (ahead["sum"] and each.source)
        if amount is None or (at and not share):
            continue
        kind: FundingKind = "headline" if year else "total_cost"
        yield amount._replace(
            project=project,
            kind="statement" if is_item(each) else kind,
            fiscal_year=year,
            table=number,
        )


def shares_of_cost(
    view: str, text: str, grid: Grid, cell: CellRecord, project: str, number: int
) -> Iterator[Funding]:
    """The shares by source that stand under a label of their own, in the unit of the form's total cost.

    총사업비 | 18,400백만원 | 재원구성 | 국비 9,200, 도비 2,760, 군비 6,440
    """
    whole = next(
        (
            amount
            for other in grid.cells
            if label_meaning(field_label(other)) == "total_cost"
            for amount in amounts_of_field(view, text, other, project, number, None)
        ),
        None,
    )
    units = read_caption(f"(단위: {whole.unit_raw})") if whole else ()
    reading = read_amounts(view[cell.start : cell.end], unit=units[0]) if units else None
    found = [stated(each, cell.start, text) for each in reading.values] if reading else []
    if whole and found and all(each and each.source_raw for each in found):
        for each in found:
            if each:
                yield each._replace(project=project, kind="total_cost", table=number)
