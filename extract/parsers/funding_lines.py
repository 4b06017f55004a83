"""Amounts of money in lines: the headline budget, the total cost and its split, budget lines, notes.

□ 2020년 소요예산 : 101,635천원                       headline, of the year it names
- 총사업비 : 12,500백만원(국비 5,000/ 시비 6,750)      total_cost and its split by source
- 예 산 : 278,410천원(국 138,005 시 69,002)           statement
※ 2018년 350백만원, 2019년 간주예산 3,335백만원        statements, each of its year
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from extract.findings import Span
from extract.outline import Outline
from extract.parsers.amount_line import AmountLine
from extract.parsers.amount_programmes import named_beside, programme_of
from extract.parsers.amount_words import (
    counts_things,
    is_factor,
    source_before,
)
from extract.parsers.cost_parts import parts_behind, parts_below
from extract.parsers.funding_kinds import (
    kind_of,
    year_of,
)
from extract.parsers.heads import fiscal_year, measure_of_word
from extract.parsers.inner_labels import with_own_label
from extract.parsers.labels import split_label
from extract.records import Funding, FundingKind
from normalize.money import Amount, AmountReading, read_amounts, scan_amounts
from normalize.sources import read_source

__all__ = ["read_funding_lines"]

_new: Final = (
    tuple.__new__
)  # a report has hundreds of amounts, and this costs half of calling the class
_MOST_PARTS: Final = 8
"""Lines of parts below a cost."""
_SOURCES_BEHIND: Final = re.compile(r"재\s?원\s?(?:별)?\s?:\s*")
_EXECUTED_BEHIND: Final = re.compile(r"(?:[을를]\s|\s)?기?집행(?!\s?(?:예정|계획|률|잔액))")
"""`예산현액 55,340백만원 중 54,112백만원 집행`"""
_SETTLED: Final = re.compile(r"결산\s?(?:내역|현황|결과|실적)$")
"""`최근 3년간 결산 내역` over `('22) 3,120백만원`"""
_EXECUTED: Final = re.compile(r"집행(?!\s?(?:예산|계획|예정))|지출|결산|실적|기투자")


def read_funding_lines(outline: Outline) -> Iterator[Funding]:
    """Read every amount of the report's statements, in order."""
    view = outline.document.view
    statements = outline.statements
    starts = outline.statement_starts
    for start, end in scan_amounts(_without_tables(outline)):
        index = bisect_right(starts, start) - 1
        if index < 0 or start >= statements[index].end:
            continue
        reading = read_amounts(view[start : min(end, statements[index].end)])
        if reading:
            yield from _of_reading(outline, index, start, reading)


def _without_tables(outline: Outline) -> str:
    """The text with its tables blanked: they hold most of the figures, and are read by `funding_tables`."""
    view = outline.document.view
    parts: list[str] = []
    at = 0
    for grid in outline.grids:
        start, end = grid.table.start, grid.table.end
        if start >= at:
            parts += (view[at:start], " " * (end - start))
            at = end
    return "".join([*parts, view[at:]])


def _of_reading(
    outline: Outline, index: int, base: int, reading: AmountReading
) -> Iterator[Funding]:
    view = outline.document.view
    statement = outline.statements[index]
    section = outline.section_at(statement.start)
    labelled = split_label(view, statement.body, statement.end)
    line = _new(AmountLine, (outline, index, statement, section, labelled))
    year: int | None = None
    kind: FundingKind = "statement"
    head: Span | None = None
    for amount, inside in _amounts(reading):
        if counts_things(view, base, amount) or is_factor(view, base, amount, statement.end):
            continue
        start = base + amount.span[0]
        if not inside:
            head = _new(Span, (start, base + amount.span[1]))
            line = with_own_label(line, start)
            kind = kind_of(line, start)
            year = year_of(line, head, kind)
        own_year = fiscal_year(amount.label) if amount.label else None
        # A part that names no source (공사비, '23년) explains the total and is no share of it by source.
        source = source_before(view, statement.body, amount, start)
        plain = inside and not source[0]
        kind_of_it: FundingKind = "statement" if plain else kind
        yield _funding(line, kind_of_it, own_year or year, amount, source, base, head)
    if kind == "total_cost":
        yield from _split_behind(line, reading, base)
    if kind in ("total_cost", "headline"):
        yield from _parts_of(line, reading, base, (kind, year))


def _amounts(reading: AmountReading) -> Iterator[tuple[Amount, bool]]:
    """The sums of won, and whether each stands inside the split of one before it; 기타 beside costs (공사비 98, 보상비 243, 기타 14) is the rest of them and no source."""
    amounts = [one for one in reading.values if isinstance(one, Amount)]
    roles = [one.role for one in amounts]
    rest = roles.count("part") > 1 and {one.source for one in amounts if one.role == "part"} == {
        "기타",
        "",
    }
    for amount, behind in zip(amounts, [*roles, ""][1:], strict=True):
        if amount.won is None or amount.per or amount.bound:
            continue
        # 시비 2,146(보상비 540 포함), 민간 817: what a share includes stands between the shares.
        inside = amount.role == "part" or (not amount.role and behind == "part")
        if rest and amount.role == "part" and amount.source:
            plain = amount._replace(source="", source_raw="", label=amount.source_raw)
            yield plain, inside
        else:
            yield amount, inside


def _split_behind(line: AmountLine, reading: AmountReading, base: int) -> Iterator[Funding]:
    """The split by source that follows a total on its line: `1,400백만원 ※재원 : 국비 700, 시비 700`."""
    view = line.outline.document.view
    stop = line.statement.end
    found = _SOURCES_BEHIND.search(view, base + reading.end, stop)
    head = next((one for one in reading.values if isinstance(one, Amount)), None)
    if found is None or head is None:
        return
    unit = f"(단위: {head.unit_raw})"
    behind = read_amounts(view[found.end() : stop], unit=unit)
    for amount in behind.values if behind else ():
        if isinstance(amount, Amount) and amount.won is not None and amount.source:
            source = amount.source, amount.source_raw
            yield _funding(line, "total_cost", None, amount, source, found.end())


def _parts_of(
    line: AmountLine, reading: AmountReading, base: int, told: tuple[FundingKind, int | None]
) -> Iterator[Funding]:
    """The costs that follow a total on its line or below it and add up to it, each a statement of its own."""
    head = next((one for one in reading.values if isinstance(one, Amount)), None)
    if head is None:
        return
    outline, (kind, year) = line.outline, told
    view, text = outline.document.view, outline.document.text
    project = outline.project_at(line.statement.start)
    parts = parts_behind(view, base + reading.end, line.statement.end, head)
    for part in parts or parts_below(view, _lines_below(line), head):
        source = read_source(part.words)
        own_year = fiscal_year(part.words)
        yield Funding(
            project.path if project else "",
            "" if source or own_year else part.words,
            kind if source else "statement",
            "budget",
            own_year or year,
            source.name if source else "계",
            source.raw if source else "",
            part.won,
            text[part.span.start : part.span.end],
            head.unit_raw,
            None,
            part.span,
        )


def _lines_below(line: AmountLine) -> Iterator[Span]:
    """The items right below the line of an amount."""
    statements = line.outline.statements
    for statement in statements[line.at + 1 : line.at + 1 + _MOST_PARTS]:
        if statement.parent != line.at or statement.heading or statement.note:
            break
        yield Span(statement.body, statement.end)


def _funding(
    line: AmountLine,
    kind: FundingKind,
    year: int | None,
    amount: Amount,
    source: tuple[str, str],
    base: int,
    head: Span | None = None,
) -> Funding:
    outline = line.outline
    first, last = amount.span
    span = _new(Span, (base + first, base + last))
    project = outline.project_at(span.start)
    program = programme_of(line, kind, amount, head or span)
    measure = measure_of_word(program)
    if measure:  # `정비사업 : 예산현액 12,500백만원 / 지출액 9,870백만원`
        program = named_beside(line, span, program)
    elif _is_spent(line, span):
        measure = "executed"
    name, raw = source
    return _new(
        Funding,
        (
            project.path if project else "",
            "" if name and raw == program else program,
            kind,
            measure or "budget",
            year,
            name or "계",
            raw,
            amount.won if amount.won is not None else 0,
            outline.document.text[span.start : span.end],
            amount.unit_raw,
            None,
            span,
        ),
    )


def _is_spent(line: AmountLine, span: Span) -> bool:
    """Whether an amount was spent, as the words beside it say, or its section of settled accounts."""
    view = line.outline.document.view
    ahead = view[max(line.statement.body, span.start - 10) : span.start]
    ahead = ahead.rpartition(", ")[2]  # '25년 120백만원 집행, '26년 1,740백만원 편성
    if _EXECUTED.search(ahead) or _EXECUTED_BEHIND.match(view, span.end):
        return True
    section = line.section
    if section is None or not _SETTLED.search(section.title) or "예산" in section.title:
        return False
    return "예산" not in view[line.statement.body : span.start]
