"""Funding tables of any layout: sources down or across, years down or across, programmes as rows or columns.

A table is one of funding when its money is in won and its heads speak of sources of funds or of budgets. Then
every figure of a money column is an amount; source, year, measure and programme come from the words that lead
to it, the unit from the amount, its column's head, or the unit line.
"""

import re
from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from extract.findings import Span
from extract.outline import Grid, Outline
from extract.parsers.fields import amounts_of_field, field_label, is_shares, shares_of_cost
from extract.parsers.formulas import Formula, result_of
from extract.parsers.funding_shape import (
    holds_won,
    is_funding,
    money_units,
    unit_of_row,
    units_of,
)
from extract.parsers.head_lines import columns_of, fits, rows_of
from extract.parsers.heads import Heads, heads_in_brackets
from extract.parsers.labels import clean_label, label_meaning
from extract.parsers.money_cells import amount_in_brackets, amount_of
from extract.parsers.named_rows import rows_naming_projects
from extract.parsers.rates_and_counts import counted_rows
from extract.parsers.row_words import sources_of_rows
from extract.parsers.table_captions import program_of_caption
from extract.parsers.table_years import BodyPaths, TableYears, body_paths, year_of_table, years_of
from extract.records import CellRecord, Funding, Number
from normalize.money import Unit

__all__ = ["read_funding_tables"]

_DASHES: Final = frozenset("-·▪")
_NOT_NAMED: Final = frozenset({"", "계"})
_WHOLE: Final = re.compile(r"^총?사업비$|^소요예산$|^총예산$|^예산액?$")
_OF_YEAR: Final = re.compile(r"(?:20\d\d|'\d\d)년?도?(?:소요)?(?:예산액?|사업비)")
_new: Final = (
    tuple.__new__
)  # a report has hundreds of amounts, and this costs half of calling the class


def read_funding_tables(outline: Outline) -> Iterator[Funding]:
    """Read every amount of every funding table, in the order of the report."""
    for number, grid in enumerate(outline.grids, start=1):
        paths = body_paths(grid)
        columns = money_units(grid, paths)
        if not columns and not holds_won(grid):
            continue
        if is_funding(outline, grid, paths):
            counted = counted_rows(units_of(grid), paths)
            yield from _amounts(grid, _sheet(outline, grid, number, paths), columns, counted)


class _Sheet(NamedTuple):
    """What all amounts of a table share."""

    view: str
    text: str
    number: int
    project: str
    rows: dict[int, str]
    overview: bool
    caption: str
    years: TableYears


def _amounts(
    grid: Grid, sheet: _Sheet, units: dict[int, Unit], counted: frozenset[int]
) -> Iterator[Funding]:
    paid_by = sources_of_rows(grid)
    columns = columns_of(grid)
    rows = rows_of(grid)
    of_rows = {row: unit for row, path in enumerate(grid.row_paths) if (unit := unit_of_row(path))}
    form = not any(grid.row_paths)
    costs = range(grid.table.rows) if form else _rows_of_costs(grid)
    for cell in grid.cells:
        if cell.is_header or not (text := cell.text) or text == "-" or cell.row in counted:
            continue
        row, column = cell.row, cell.column
        across, down = columns[column], rows[row]
        unit = of_rows.get(row) or units.get(column)
        if unit is None and form:
            unit = unit_of_row(cell.row_path)  # 총사업비(백만원)
        if row in costs and (label := field_label(cell)):
            told = _of_label(grid, sheet, cell, label, unit)
            if told is not None:
                yield from told
                continue
        if "=" not in text and not fits(across, down, is_money=unit is not None):
            continue
        if ("=" in text or "→" in text) and (formula := result_of(sheet.view, cell, grid, units)):
            yield _basis(sheet, formula)
            continue
        amount = amount_of(sheet.view, cell, unit)
        if amount:
            beside = paid_by.get(row, down.heads)
            yield _funding(sheet, cell, across.heads, down.heads, amount, beside)
            if cell.value is None:
                yield from _in_brackets(sheet, cell, down.heads, unit, beside)


def _in_brackets(
    sheet: _Sheet, cell: CellRecord, down: Heads, unit: Unit | None, beside: Heads
) -> Iterator[Funding]:
    """The second amount of a cell, where its head names two: `341,802 [341,802]` under 집행액 [실집행액]."""
    heads = heads_in_brackets(cell.column_path)
    amount = amount_in_brackets(sheet.view, cell, unit) if heads else None
    if heads and amount:
        yield _funding(sheet, cell, heads, down, amount, beside)


def _of_label(
    grid: Grid, sheet: _Sheet, cell: CellRecord, label: str, unit: Unit | None
) -> Iterator[Funding] | None:
    """The amounts of a value whose label says that it is the cost or its shares; None for any other label."""
    place = cell, sheet.project, sheet.number
    if label_meaning(label) == "total_cost" or _OF_YEAR.fullmatch("".join(label.split())):
        return amounts_of_field(sheet.view, sheet.text, *place, unit)
    if is_shares(label) and not any(grid.row_paths):
        return shares_of_cost(sheet.view, sheet.text, grid, *place)
    return None


def _sheet(outline: Outline, grid: Grid, number: int, paths: BodyPaths) -> _Sheet:
    start = grid.table.start
    project, section = outline.project_at(start), outline.section_at(start)
    return _Sheet(
        outline.document.view,
        outline.document.text,
        number,
        project.path if project else "",
        _rows_of_projects(outline, grid),
        section is not None and section.kind == "overview",
        program_of_caption(outline, grid),
        years_of(outline, grid, paths),
    )


def _rows_of_costs(grid: Grid) -> Container[int]:
    """The rows whose head is a label of the total cost."""
    return {
        row
        for row, path in enumerate(grid.row_paths)
        if path and label_meaning(path[-1]) == "total_cost"
    }


def _rows_of_projects(outline: Outline, grid: Grid) -> dict[int, str]:
    """The rows of a table that are projects, or name one, with their paths."""
    nodes = [
        node for node in outline.projects_between(grid.table.start, grid.table.end) if node.in_row
    ]
    paths = {node.start: node.path for node in nodes}
    if paths:
        return {cell.row: paths[cell.start] for cell in grid.cells if cell.start in paths}
    around = outline.project_at(grid.table.start)
    if around is not None and around.end < grid.table.end:
        # What stands behind its last row (단위사업) is of no project.
        return {cell.row: "" for cell in grid.cells if cell.start >= around.end}
    return {row: node.path for row, node in rows_naming_projects(outline, grid).items()}


def _funding(
    sheet: _Sheet,
    cell: CellRecord,
    across: Heads,
    down: Heads,
    amount: tuple[Number, Span, str],
    beside: Heads,
) -> Funding:
    won, span, unit_raw = amount
    _, text, number, project, rows, overview, caption, years = sheet
    source, source_raw = _source(across, down)
    if source == "계" and beside.source:
        source, source_raw = beside.source, beside.source_raw
    year = across.year or down.year
    if year is None and not (across.several or down.several):
        year = year_of_table(years, cell)
    whole = year is None and overview and _WHOLE.search(clean_label(" ".join(cell.row_path[-1:])))
    raw = text[span.start : span.end]
    own = rows.get(cell.row)
    return _new(
        Funding,
        (
            project if own is None else own,
            across.program
            if own and not _is_part(cell)
            else down.program or across.program or caption,
            "total_cost" if whole else "table",
            across.measure or down.measure or "budget",
            year,
            source,
            source_raw,
            won,
            cell.text if raw == cell.text else raw,  # the same words, kept once
            unit_raw,
            number,
            span,
        ),
    )


def _is_part(cell: CellRecord) -> bool:
    """Whether a row is a part of the project that a row above it names: `- 포장` below `골목길 정비`."""
    return any(word[:1] in _DASHES for word in cell.row_path)


def _basis(sheet: _Sheet, formula: Formula) -> Funding:
    """The result of a basis of calculation (산출기초), a statement beside the table's own amounts."""
    span = formula.span
    return Funding(
        sheet.project,
        formula.words,
        "statement",
        "budget",
        None,
        "계",
        "",
        formula.won,
        sheet.text[span.start : span.end],
        formula.unit_raw,
        sheet.number,
        span,
    )


def _source(across: Heads, down: Heads) -> tuple[str, str]:
    """The source that either path names; a total gives way to a named one."""
    if down.source not in _NOT_NAMED:
        return down.source, down.source_raw
    if across.source not in _NOT_NAMED:
        return across.source, across.source_raw
    return "계", down.source_raw if down.source else across.source_raw
