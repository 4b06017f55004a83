"""The total cost of a project: of its line, or 계 of the column 총사업비 where only a table gives it.

구 분 | 총사업비 | '24년 | '25년
계    |   12,893 | 3,326 | 3,119
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Grid, Outline, ProjectNode
from extract.parsers.fields import fields_of_row
from extract.parsers.heads import read_path
from extract.parsers.labels import label_meaning
from extract.records import CellRecord, Funding

__all__ = ["total_of"]

_WHOLE: Final = re.compile(r"총\s?(?:사\s?업\s?비|예\s?산)(?:\s?[(\[].*)?")


def total_of(outline: Outline, node: ProjectNode, amounts: Sequence[Funding]) -> Funding | None:
    """The amount that is the total of a project over all sources and years."""
    totals = [each for each in amounts if each.kind == "total_cost" and not each.program]
    if totals:
        totals = _of_overview(outline, totals) or totals
        if _of_several_parts(outline, totals):
            return None
        # `24.8억원(시비)` is a total that one source pays; it stands first, as a total does.
        return next((each for each in totals if each.source == "계"), totals[0])
    return _of_row(outline, node, amounts) if node.in_row else _of_tables(outline, node, amounts)


def _of_overview(outline: Outline, totals: Sequence[Funding]) -> list[Funding]:
    """The totals that the overview tells; where it tells one, those of the plans are parts."""
    sections = ((each, outline.section_at(each.span.start)) for each in totals)
    return [each for each, section in sections if section is None or section.kind == "overview"]


def _of_several_parts(outline: Outline, totals: Sequence[Funding]) -> bool:
    """Whether the totals are those of parts: of sections that are no overview, or several of the plans."""
    sections = {outline.section_at(each.span.start) for each in totals}
    if any(one is None or one.kind == "overview" for one in sections):
        return False
    return len(sections) > 1 or sum(each.source == "계" for each in totals) > 1


def _of_tables(outline: Outline, node: ProjectNode, amounts: Sequence[Funding]) -> Funding | None:
    found = {
        each.span.start: each for each in amounts if each.kind == "table" and each.source == "계"
    }
    if not found:
        return None
    for grid in outline.grids_between(node.start, node.end):
        whole = {
            column
            for column, path in enumerate(grid.column_paths)
            if any(map(_WHOLE.fullmatch, path))
        }
        for cell in grid.cells if whole else ():
            if cell.column in whole and not cell.is_header and _is_total(grid, cell):
                at = next((at for at in range(cell.start, cell.end) if at in found), None)
                # 총사업비('24년) is the whole of a project of one year; '24년 below 총사업비 is a share.
                if at is not None and (
                    found[at].fiscal_year is None or _WHOLE.fullmatch(cell.column_path[-1])
                ):
                    return found[at]
    return None


def _of_row(outline: Outline, node: ProjectNode, amounts: Sequence[Funding]) -> Funding | None:
    """The amount of the column 총사업비, or of the only cost, in the row that a project is."""
    found = {
        each.span.start: each for each in amounts if each.source == "계" and not each.fiscal_year
    }
    for label, cell in fields_of_row(outline, node):
        at = next((at for at in range(cell.start, cell.end) if at in found), None)
        if label_meaning(label) == "total_cost" and at is not None:
            return found[at]
    return None


def _is_total(grid: Grid, cell: CellRecord) -> bool:
    """Whether a cell stands beside 계, or alone in its column."""
    alone = grid.table.rows - grid.header_rows == 1
    return alone or read_path(cell.row_path, rows=True).source == "계"
