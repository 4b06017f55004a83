"""Funding tables of any layout: sources down or across, years down or across, programmes as rows or columns.

A table is one of funding when its money is in won and its heads speak of sources of funds or of budgets. Then
every figure of a money column is an amount; source, year, measure and programme come from the words that lead
to it, the unit from the amount, its column's head, or the unit line.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.findings import Span
from extract.outline import Grid, GridCell, Outline
from extract.parsers.formulas import Formula, result_of
from extract.parsers.heads import Heads, fiscal_year, read_path
from extract.parsers.labels import clean_label
from extract.records import Funding, Number
from normalize.money import Amount, Unit, find_amounts, read_caption
from normalize.numerals import read_number

__all__ = ["read_funding_tables"]

_BUDGET: Final = re.compile(
    r"예산|사업비|소요액|소요예산|재원|투자|지원액|지원금|보조금|집행|결산|세입|세출|출연금|비용|교부|기금|국비|시비|도비|구비|총액"
)
_NOT_BUDGET: Final = re.compile(r"임금|시급|월급|월급여|단가|요금|수당|연봉|소득|매출|수출|수입액|가격|물가|과태료|임대료|부담률|생산액|거래|시세")
_RATE: Final = re.compile(r"율$|률$|율\(|률\(|%|비율|비중|구성비|증감률|\)/")
_COUNT: Final = re.compile(r"(?:건수|인원|개소|명수|세대|횟수|일자리수|사업수|물량|면적|개수|연번|순번|연장|수량|대수|\((?:명|건|개소|개|회|㎡|ha|km|㎞|대|호|%)\))$")
_NAMING: Final = re.compile(r"사업명|과제명|프로그램|^사업$|^과제$|명칭|^세부사업|단위사업")
_LAST_YEAR: Final = re.compile(r"전\s?년")
_WHOLE: Final = re.compile(r"^총?사업비$|^소요예산$|^총예산$|^예산액?$")
_OWN_WON: Final = re.compile(r"\d\s?(?:천|백만|억|조)?원")
_MONEY_WORD: Final = re.compile(r"원")


def read_funding_tables(outline: Outline) -> Iterator[Funding]:
    """Read every amount of every funding table, in the order of the report."""
    for number, grid in enumerate(outline.grids, start=1):
        columns = _money_units(grid)
        if not columns and not _holds_won(grid):
            continue
        if _is_funding(outline, grid):
            yield from _amounts(outline, grid, number, columns)


def _money_units(grid: Grid) -> dict[int, Unit]:
    """The unit of each column of won; a column of rates, counts or foreign money has none."""
    units = read_caption(f"(단위: {grid.unit_raw})") if grid.unit_raw else ()
    won = [unit for unit in units if unit.code == "KRW"]
    found: dict[int, Unit] = {}
    for cell in grid.cells:
        if cell.row >= grid.header_rows and not cell.is_header and cell.column not in found:
            head = "".join(cell.column_path)
            own = [unit for word in cell.column_path for unit in read_caption(word)] if "(" in head else []
            if any(unit.code == "KRW" for unit in own):
                found[cell.column] = next(unit for unit in own if unit.code == "KRW")
            elif len(won) == 1 and not own and not _RATE.search(head) and not _COUNT.search(head):
                found[cell.column] = won[0]
    return found


def _holds_won(grid: Grid) -> bool:
    return any(_MONEY_WORD.search(cell.text) for cell in grid.cells if not cell.is_header)


def _is_funding(outline: Outline, grid: Grid) -> bool:
    """Whether the heads, the title or the section of a table speak of funding."""
    heads = {clean_label(cell.text) for cell in grid.cells if cell.is_header}
    title = f"{grid.caption} {' '.join(heads)}"
    if _has_source(grid):
        return True
    if _NOT_BUDGET.search(title):
        return False
    if _BUDGET.search(title) or _mostly_won(grid):
        return True
    section = outline.section_at(grid.table.start)
    return bool(section and section.kind == "budget")


def _mostly_won(grid: Grid) -> bool:
    """Whether the cells themselves name won, and the heads years: `58개소 (270억원)` by years."""
    body = [cell.text for cell in grid.cells if not cell.is_header and cell.text not in ("", "-")]
    return _has_years(grid) and sum(map(bool, map(_OWN_WON.search, body))) * 2 > len(body)


def _has_source(grid: Grid) -> bool:
    named = {read_path(cell.column_path).source for cell in grid.cells if not cell.is_header}
    named |= {read_path(cell.row_path, rows=True).source for cell in grid.cells if not cell.is_header}
    return bool(named - {"", "계"})


def _amounts(outline: Outline, grid: Grid, number: int, units: dict[int, Unit]) -> Iterator[Funding]:
    view = outline.document.view
    years = _years_of(outline, grid)
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
    heads = {cell.column: "".join(cell.column_path) for cell in grid.cells if cell.column < grid.header_columns}
    naming = {column for column, head in heads.items() if _NAMING.search("".join(head.split()))}
    if not naming or len({head for head in heads.values() if head}) < 2:
        return frozenset()
    return frozenset(cell.text for cell in grid.cells if cell.column in naming)


def _named(cell: GridCell, names: frozenset[str]) -> tuple[str, ...]:
    """The row path, cut to its naming words and sources where a column names the programme."""
    if not names:
        return cell.row_path
    kept = tuple(word for word in cell.row_path if word in names or read_path((word,), rows=True).source)
    return kept or cell.row_path


def _fits(cell: GridCell, across: Heads, down: Heads, units: dict[int, Unit]) -> bool:
    """Whether a cell can hold funding: a money column, or words that speak of it."""
    head = "".join(cell.column_path)
    if _RATE.search(head) or (cell.row_path and _RATE.search(cell.row_path[-1])):
        return False
    if cell.column in units:
        named = across.source or down.source or across.year
        return not (_NOT_BUDGET.search(head) or (not named and any(map(_NOT_BUDGET.search, cell.row_path))))
    words = f"{head} {' '.join(cell.row_path)}"
    said = across.source or down.source or across.measure or down.measure or across.year
    return bool(said and not _NOT_BUDGET.search(words) and (_BUDGET.search(words) or across.year or across.source))


def _in_cell(view: str, cell: GridCell, unit: Unit | None) -> Iterator[tuple[Number, Span, str]]:
    """The amounts of a cell in won, with place and unit: one figure, or words with figures in them."""
    value = read_number(cell.text) if unit else None
    if unit and value is not None:
        words = view[cell.start : cell.end]
        start = cell.start + len(words) - len(words.lstrip())
        yield _exact(value * unit.scale), Span(start, start + len(words.strip())), unit.raw
        return
    if not _MONEY_WORD.search(cell.text):
        return
    for reading in find_amounts(view[cell.start : cell.end]):
        for amount in reading.values:
            if isinstance(amount, Amount) and amount.won is not None and not amount.per and amount.role != "part":
                span = Span(cell.start + amount.span[0], cell.start + amount.span[1])
                yield amount.won, span, amount.unit_raw
                # The first amount is the cell's; what follows explains it.
                return


def _exact(value: Number) -> Number:
    return int(value) if value == int(value) else value


def _funding(
    outline: Outline,
    grid: Grid,
    cell: GridCell,
    number: int,
    heads: tuple[Heads, Heads],
    amount: tuple[Number, Span, str],
    caption: str,
    years: _Years,
) -> Funding:
    across, down = heads
    won, span, unit_raw = amount
    source, source_raw = _source(across, down)
    project = outline.project_at(grid.table.start)
    year = across.year or down.year
    if year is None and not (across.several or down.several):
        year = years.before if _LAST_YEAR.search("".join(cell.column_path)) else years.own
    program = down.program or across.program or caption
    section = outline.section_at(grid.table.start)
    whole = year is None and section and section.kind == "overview" and _WHOLE.search(clean_label(" ".join(cell.row_path[-1:])))
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


class _Years(NamedTuple):
    """The fiscal year of a column that names none, and that of one headed 전년도."""

    own: int | None
    before: int | None


def _years_of(outline: Outline, grid: Grid) -> _Years:
    """A table without years takes its title's; a budget beside 전년도 is of the year the report plans."""
    if _has_years(grid):
        return _Years(None, None)
    planned = outline.about.planned_year
    if planned and any(_LAST_YEAR.search("".join(cell.column_path)) for cell in grid.cells):
        return _Years(planned, planned - 1)
    return _Years(fiscal_year(grid.caption), None)


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


def _has_years(grid: Grid) -> bool:
    return any(
        read_path(cell.column_path).year or read_path(cell.row_path, rows=True).year
        for cell in grid.cells
        if not cell.is_header
    )


def _program_of_caption(outline: Outline, grid: Grid) -> str:
    """The programme that the line above the table names (`- 공공근로사업 : 3,222,830천원`)."""
    if grid.parent < 0 or grid.nested:
        return ""
    section = outline.section_at(grid.table.start)
    if section and section.heading == grid.parent:
        return ""
    words = re.split(r"\s*:\s", grid.caption, maxsplit=1)[0].strip("※ ")
    return "" if _GENERIC_CAPTION.search(words) else words


_GENERIC_CAPTION: Final = re.compile(
    r"연도별|연차별|재원별|현황|내역|계획|실적|예산|사업비|투자|총괄|기준|단위|구분|일정|목표|결산|소요|개요|집행"
)
