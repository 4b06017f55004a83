"""Funding tables of any layout: sources down or across, years down or across, programmes as rows or columns.

A table is one of funding when its money is in won and its heads speak of sources of funds or of budgets. Then
every figure of a money column is an amount; source, year, measure and programme come from the words that lead
to it, the unit from the amount, its column's head, or the unit line.
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.findings import Span
from extract.outline import Grid, Outline
from extract.parsers.formulas import Formula, result_of
from extract.parsers.funding_shape import (
    BUDGET,
    MONEY_WORD,
    NOT_BUDGET,
    RATE,
    holds_won,
    is_funding,
    money_units,
)
from extract.parsers.heads import Heads, read_path
from extract.parsers.labels import clean_label
from extract.parsers.table_years import TableYears, is_last_year, years_of
from extract.records import CellRecord, Funding, Number
from normalize.money import Amount, Unit, find_amounts
from normalize.numerals import read_number

__all__ = ["read_funding_tables"]

_NAMING: Final = re.compile(r"사업명|과제명|프로그램|^사업$|^과제$|명칭|^세부사업|단위사업")
_WHOLE: Final = re.compile(r"^총?사업비$|^소요예산$|^총예산$|^예산액?$")


def read_funding_tables(outline: Outline) -> Iterator[Funding]:
    """Read every amount of every funding table, in the order of the report."""
    for number, grid in enumerate(outline.grids, start=1):
        columns = money_units(grid)
        if not columns and not holds_won(grid):
            continue
        if is_funding(outline, grid):
            yield from _amounts(outline, grid, number, columns)


def _amounts(
    outline: Outline, grid: Grid, number: int, units: dict[int, Unit]
) -> Iterator[Funding]:
    view = outline.document.view
    years = years_of(outline, grid)
    caption = _program_of_caption(outline, grid)
    names = _name_columns(grid)
    for cell in grid.cells:
        if cell.is_header or not cell.text or cell.text == "-":
            continue
        across = read_path(cell.column_path)
        down = read_path(_named(cell, names), rows=True)
        if "=" not in cell.text and not _fits(cell, across, down, units):
            continue
        formula = result_of(view, cell, grid, units)
        if formula:
            yield _basis(outline, grid, number, formula)
            continue
        for amount in _in_cell(view, cell, units.get(cell.column)):
            yield _funding(outline, grid, cell, number, (across, down), amount, caption, years)


def _name_columns(grid: Grid) -> frozenset[str]:
    """Words of the stub that name a programme, where other stub columns say other things of it."""
    heads = {
        cell.column: "".join(cell.column_path)
        for cell in grid.cells
        if cell.column < grid.header_columns
    }
    naming = {column for column, head in heads.items() if _NAMING.search("".join(head.split()))}
    if not naming or len({head for head in heads.values() if head}) < 2:
        return frozenset()
    return frozenset(cell.text for cell in grid.cells if cell.column in naming)


def _named(cell: CellRecord, names: frozenset[str]) -> tuple[str, ...]:
    """The row path, cut to its naming words and sources where a column names the programme."""
    if not names:
        return cell.row_path
    kept = tuple(
        word for word in cell.row_path if word in names or read_path((word,), rows=True).source
    )
    return kept or cell.row_path


def _fits(cell: CellRecord, across: Heads, down: Heads, units: dict[int, Unit]) -> bool:
    """Whether a cell can hold funding: a money column, or words that speak of it."""
    head = "".join(cell.column_path)
    if RATE.search(head) or (cell.row_path and RATE.search(cell.row_path[-1])):
        return False
    if cell.column in units:
        named = across.source or down.source or across.year
        return not (
            NOT_BUDGET.search(head) or (not named and any(map(NOT_BUDGET.search, cell.row_path)))
        )
    words = f"{head} {' '.join(cell.row_path)}"
    said = across.source or down.source or across.measure or down.measure or across.year
    return bool(
        said
        and not NOT_BUDGET.search(words)
        and (BUDGET.search(words) or across.year or across.source)
    )


def _in_cell(view: str, cell: CellRecord, unit: Unit | None) -> Iterator[tuple[Number, Span, str]]:
    """The amounts of a cell in won, with place and unit: one figure, or words with figures in them."""
    value = read_number(cell.text) if unit else None
    if unit and value is not None:
        words = view[cell.start : cell.end]
        start = cell.start + len(words) - len(words.lstrip())
        yield _exact(value * unit.scale), Span(start, start + len(words.strip())), unit.raw
        return
    if not MONEY_WORD.search(cell.text):
        return
    for reading in find_amounts(view[cell.start : cell.end]):
        for amount in reading.values:
            if (
                isinstance(amount, Amount)
                and amount.won is not None
                and not amount.per
                and amount.role != "part"
            ):
                span = Span(cell.start + amount.span[0], cell.start + amount.span[1])
                yield amount.won, span, amount.unit_raw
                # The first amount is the cell's; what follows explains it.
                return


def _exact(value: Number) -> Number:
    return int(value) if value == int(value) else value


def _funding(
    outline: Outline,
    grid: Grid,
    cell: CellRecord,
    number: int,
    heads: tuple[Heads, Heads],
    amount: tuple[Number, Span, str],
    caption: str,
    years: TableYears,
) -> Funding:
    across, down = heads
    won, span, unit_raw = amount
    source, source_raw = _source(across, down)
    project = outline.project_at(grid.table.start)
    year = across.year or down.year
    if year is None and not (across.several or down.several):
        year = years.before if is_last_year(cell.column_path) else years.own
    program = down.program or across.program or caption
    section = outline.section_at(grid.table.start)
    whole = (
        year is None
        and section
        and section.kind == "overview"
        and _WHOLE.search(clean_label(" ".join(cell.row_path[-1:])))
    )
    return Funding(
        project.path if project else "",
        program,
        "total_cost" if whole else "table",
        across.measure or down.measure or "budget",
        year,
        source,
        source_raw,
        won,
        outline.document.text[span.start : span.end],
        unit_raw,
        number,
        span,
    )


def _basis(outline: Outline, grid: Grid, number: int, formula: Formula) -> Funding:
    """The result of a basis of calculation (산출기초), a statement beside the table's own amounts."""
    project = outline.project_at(grid.table.start)
    span = formula.span
    return Funding(
        project.path if project else "",
        formula.words,
        "statement",
        "budget",
        None,
        "계",
        "",
        formula.won,
        outline.document.text[span.start : span.end],
        formula.unit_raw,
        number,
        span,
    )


def _source(across: Heads, down: Heads) -> tuple[str, str]:
    """The source that either path names; a total gives way to a named one."""
    named = [heads for heads in (down, across) if heads.source]
    for heads in named:
        if heads.source != "계":
            return heads.source, heads.source_raw
    return ("계", named[0].source_raw) if named else ("계", "")


def _program_of_caption(outline: Outline, grid: Grid) -> str:
    """The programme that the line above the table names (`- 공공근로사업 : 3,222,830천원`)."""
    if grid.nested:
        start = grid.table.start
        named = [*_NAMED.finditer(outline.document.view, max(0, start - _NAMED_REACH), start)]
        return " ".join(named[-1][1].split()) if named else ""
    if grid.parent < 0:
        return ""
    section = outline.section_at(grid.table.start)
    if section and section.heading == grid.parent:
        return ""
    words = re.split(r"\s*:\s", grid.caption, maxsplit=1)[0].strip("※ ")
    return "" if _GENERIC_CAPTION.search(words) else words


_NAMED_REACH: Final = 600
_NAMED: Final = re.compile(r"(?:사\s?업|공\s?모)\s?명\s*:\s*([^\n]{2,80})")
_GENERIC_CAPTION: Final = re.compile(
    r"연도별|연차별|재원별|현황|내역|계획|실적|예산|사업비|투자|총괄|기준|단위|구분|일정|목표|결산|소요|개요|집행"
)
