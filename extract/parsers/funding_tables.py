"""Funding tables of any layout: sources down or across, years down or across, programmes as rows or columns.

A table is one of funding when its money is in won and its heads speak of sources of funds or of budgets. Then
every figure of a money column is an amount; source, year, measure and programme come from the words that lead
to it, the unit from the amount, its column's head, or the unit line.
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from extract.findings import Span
from extract.outline import Grid, Outline
from extract.parsers.fields import amounts_of_field, field_label, is_shares, shares_of_cost
from extract.parsers.formulas import Formula, result_of
from extract.parsers.funding_shape import (
    BUDGET,
    NOT_BUDGET,
    counts,
    holds_won,
    is_funding,
    is_rate,
    money_units,
    unit_of_row,
)
from extract.parsers.heads import Heads, read_path
from extract.parsers.labels import clean_label, label_meaning
from extract.parsers.money_cells import amount_of
from extract.parsers.named_rows import rows_naming_projects
from extract.parsers.row_words import (
    lists_expenses,
    naming_path,
    other_payers,
    sources_of_rows,
    words_that_name,
)
from extract.parsers.table_captions import program_of_caption
from extract.parsers.table_years import (
    BodyPaths,
    TableYears,
    body_paths,
    year_of_table,
    years_of,
)
from extract.records import CellRecord, Funding, Number
from normalize.money import Unit

__all__ = ["read_funding_tables"]

_DASHES: Final = frozenset("-·▪")
_BASIS: Final = re.compile(r"산출|산식")
"""Heads of a column that reckons (30교 × 50,000천원); only a result behind `=` is an amount."""
_WHOLE: Final = re.compile(r"^총?사업비$|^소요예산$|^총예산$|^예산액?$")
_OF_YEAR: Final = re.compile(r"(?:20\d\d|'\d\d)년?도?(?:소요)?(?:예산액?|사업비)")
_QUANTITY: Final = re.compile(r"^\d|\d\s?[가-힣㎡㎞%]{1,3}$")
"""`안전요원 4명`, `체험부스 54개소`: a row that says how much, and no head of a count."""
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
            yield from _amounts(grid, _sheet(outline, grid, number, paths), columns)


class _Line(NamedTuple):
    """What the head words of a row or a column say about its cells."""

    heads: Heads
    rate: bool
    not_budget: bool
    budget: bool


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


def _amounts(grid: Grid, sheet: _Sheet, units: dict[int, Unit]) -> Iterator[Funding]:
    names = words_that_name(grid)
    paid_by = sources_of_rows(grid)
    columns = [_across(path) for path in grid.column_paths]
    rows = [_down(path, naming_path(path, names)) for path in grid.row_paths]
    if lists_expenses(grid):
        rows = [_of_expense(row, path) for row, path in zip(rows, grid.row_paths, strict=True)]
    for row, heads in other_payers(grid, [row.heads for row in rows]).items():
        rows[row] = rows[row]._replace(heads=heads)
    of_rows = {row: unit for row, path in enumerate(grid.row_paths) if (unit := unit_of_row(path))}
    form = not any(grid.row_paths)
    costs = range(grid.table.rows) if form else _rows_of_costs(grid)
    for cell in grid.cells:
        text = cell.text
        if cell.is_header or not text or text == "-":
            continue
        across, down = columns[cell.column], rows[cell.row]
        unit = of_rows.get(cell.row) or units.get(cell.column)
        unit = unit or (unit_of_row(cell.row_path) if form else None)  # 총사업비(백만원)
        if cell.row in costs and (label := field_label(cell)):
            told = _of_label(grid, sheet, cell, label, unit)
            if told is not None:
                yield from told
                continue
        if "=" not in text and not _fits(across, down, is_money=unit is not None):
            continue
        formula = result_of(sheet.view, cell, grid, units)
        if formula:
            yield _basis(sheet, formula)
            continue
        amount = amount_of(sheet.view, cell, unit)
        if amount:
            beside = paid_by.get(cell.row, down.heads)
            yield _funding(sheet, cell, across.heads, down.heads, amount, beside)


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
    return {row: node.path for row, node in rows_naming_projects(outline, grid).items()}


@lru_cache(maxsize=4096)
def _across(path: tuple[str, ...]) -> _Line:
    """The head words above a column."""
    head = "".join(path)
    return _Line(
        read_path(path),
        is_rate(head),
        NOT_BUDGET.search(head) is not None or _BASIS.search(head) is not None,
        BUDGET.search(head) is not None,
    )


@lru_cache(maxsize=4096)
def _down(path: tuple[str, ...], named: tuple[str, ...]) -> _Line:
    """The head words beside a row; `named`: those of them that name its programme."""
    heads = read_path(named, rows=True)
    # 국비(50%) says how large its share is.
    share = heads.source not in ("", "계")
    return _Line(
        heads,
        bool(path) and not share and not _QUANTITY.search(path[-1]) and counts(path[-1]),
        any(map(NOT_BUDGET.search, path)),
        BUDGET.search(" ".join(path)) is not None,
    )


def _of_expense(row: _Line, path: tuple[str, ...]) -> _Line:
    """A row that is an item of expense: what it is called names no source."""
    if row.heads.source in ("", "계"):
        return row
    words = " ".join(path)
    return row._replace(heads=row.heads._replace(source="", source_raw="", program=words))


def _fits(across: _Line, down: _Line, *, is_money: bool) -> bool:
    """Whether a cell can hold funding: a money column, or words that speak of it."""
    if across.rate or down.rate or across.not_budget:
        return False
    column, row = across.heads, down.heads
    named = column.source or row.source or column.year
    if is_money:
        # 예산액 over 처우개선수당: the column says that it is a budget.
        return bool(named or column.measure) or not down.not_budget
    said = named or column.measure or row.measure
    speaks = across.budget or down.budget or column.year or column.source
    return bool(said and speaks) and not down.not_budget


def _funding(
    sheet: _Sheet,
    cell: CellRecord,
    across: Heads,
    down: Heads,
    amount: tuple[Number, Span, str],
    beside: Heads,
) -> Funding:
    won, span, unit_raw = amount
    source, source_raw = _source(across, down)
    if source == "계" and beside.source:
        source, source_raw = beside.source, beside.source_raw
    year = across.year or down.year
    if year is None and not (across.several or down.several):
        year = year_of_table(sheet.years, cell)
    whole = (
        year is None and sheet.overview and _WHOLE.search(clean_label(" ".join(cell.row_path[-1:])))
    )
    raw = sheet.text[span.start : span.end]
    own = sheet.rows.get(cell.row)
    return _new(
        Funding,
        (
            own or sheet.project,
            across.program
            if own and not _is_part(cell)
            else down.program or across.program or sheet.caption,
            "total_cost" if whole else "table",
            across.measure or down.measure or "budget",
            year,
            source,
            source_raw,
            won,
            cell.text if raw == cell.text else raw,  # the same words, kept once
            unit_raw,
            sheet.number,
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
    for heads in (down, across):
        if heads.source and heads.source != "계":
            return heads.source, heads.source_raw
    return "계", down.source_raw if down.source else across.source_raw
