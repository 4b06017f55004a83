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
from extract.outline import Outline, Section, Statement
from extract.parsers.amount_words import (
    counts_things,
    source_before,
    words_before,
    year_before,
)
from extract.parsers.heads import fiscal_year
from extract.parsers.labels import Labelled, label_meaning, split_label
from extract.records import Funding, FundingKind
from normalize.money import Amount, AmountReading, read_amounts, scan_amounts
from normalize.sources import read_source

__all__ = ["read_funding_lines"]

_HEADLINE: Final = re.compile(r"(?:소요|사업|편성|본)?\s?(?:예산|재원|사업비|소요액)")
_ALL_OF: Final = re.compile(r"전액\s*([가-힣]{1,5})")
_PLAIN_LABEL: Final = re.compile(r"예산|사업비|소요|재원|금액|비용|총액|사업예산")
_SOURCES_BEHIND: Final = re.compile(r"재\s?원\s?(?:별)?\s?:\s*")
_EXECUTED: Final = re.compile(r"집행(?!\s?(?:예산|계획|예정))|지출|결산|실적|기투자")


def read_funding_lines(outline: Outline) -> Iterator[Funding]:
    """Read every amount of the report's statements, in order."""
    view = outline.document.view
    statements = outline.statements
    starts = [statement.start for statement in statements]
    for start, end in scan_amounts(view):
        index = bisect_right(starts, start) - 1
        if index < 0 or start >= statements[index].end:
            continue
        reading = read_amounts(view[start : min(end, statements[index].end)])
        if reading:
            yield from _of_reading(outline, index, start, reading)


def _of_reading(
    outline: Outline, index: int, base: int, reading: AmountReading
) -> Iterator[Funding]:
    view = outline.document.view
    statement = outline.statements[index]
    section = outline.section_at(statement.start)
    labelled = split_label(view, statement.body, statement.end)
    year: int | None = None
    kind: FundingKind = "statement"
    for amount in reading.values:
        if not isinstance(amount, Amount) or amount.won is None or amount.per or amount.bound:
            continue
        if counts_things(view, base, amount):
            continue
        start = base + amount.span[0]
        if amount.role != "part":
            kind = _kind(view, statement, section, index, labelled, start)
            year = _year(view, statement, labelled, start, kind)
        own_year = fiscal_year(amount.label) if amount.label else None
        # A part that names no source (공사비, '23년) explains the total and is no share of it by source.
        source = source_before(view, statement.body, amount, start)[0]
        plain = amount.role == "part" and not source
        yield _funding(
            outline,
            index,
            section,
            labelled,
            "statement" if plain else kind,
            own_year or year,
            amount,
            base,
        )
    if kind == "total_cost":
        yield from _split_behind(outline, index, section, labelled, reading, base)


def _split_behind(
    outline: Outline,
    index: int,
    section: Section | None,
    labelled: Labelled | None,
    reading: AmountReading,
    base: int,
) -> Iterator[Funding]:
    """The split by source that follows a total on its line: `1,400백만원 ※재원 : 국비 700, 시비 700`."""
    view = outline.document.view
    stop = outline.statements[index].end
    found = _SOURCES_BEHIND.search(view, base + reading.end, stop)
    head = next((one for one in reading.values if isinstance(one, Amount)), None)
    if found is None or head is None:
        return
    unit = f"(단위: {head.unit_raw})"
    behind = read_amounts(view[found.end() : stop], unit=unit)
    for amount in behind.values if behind else ():
        if isinstance(amount, Amount) and amount.won is not None and amount.source:
            yield _funding(
                outline, index, section, labelled, "total_cost", None, amount, found.end()
            )


def _kind(
    view: str,
    statement: Statement,
    section: Section | None,
    index: int,
    labelled: Labelled | None,
    start: int,
) -> FundingKind:
    if (
        labelled is None
        or start < labelled.start
        or view[labelled.start : start].strip("약 총\t") != ""
    ):
        return _kind_of_heading(view, statement, section, index, start)
    label = labelled.label
    if statement.heading and section and section.heading == index and _HEADLINE.search(label):
        return "headline" if fiscal_year(label) else "total_cost"
    if (
        label_meaning(label) == "total_cost"
        and not statement.note
        and (section is None or section.kind == "overview")
    ):
        return "headline" if fiscal_year(label) else "total_cost"
    if fiscal_year(label) and _HEADLINE.search(label) and statement.heading:
        return "headline"
    return "statement"


def _kind_of_heading(
    view: str, statement: Statement, section: Section | None, index: int, start: int
) -> FundingKind:
    """A heading that names its amount without a colon: `□ 2020년 소요예산 101,635천원`."""
    if statement.heading and section and section.heading == index and section.kind == "budget":
        words = view[statement.body : start]
        if ":" not in words and fiscal_year(words) and _HEADLINE.search(words):
            return "headline"
    return "statement"


def _year(
    view: str, statement: Statement, labelled: Labelled | None, start: int, kind: FundingKind
) -> int | None:
    if kind == "total_cost":
        return None
    if kind == "headline":
        return fiscal_year(view[statement.body : start])
    year = year_before(view, statement.body, start)
    if year is not None or view[max(statement.body, start - 1) : start] == ")":
        return year
    return fiscal_year(labelled.label) if labelled and start >= labelled.start else None


def _funding(
    outline: Outline,
    index: int,
    section: Section | None,
    labelled: Labelled | None,
    kind: FundingKind,
    year: int | None,
    amount: Amount,
    base: int,
) -> Funding:
    span = Span(base + amount.span[0], base + amount.span[1])
    project = outline.project_at(span.start)
    program = (
        ""
        if kind in ("headline", "total_cost")
        else _program(outline, index, section, labelled, amount, span)
    )
    ahead = outline.document.view[max(outline.statements[index].body, span.start - 10) : span.start]
    measure = "executed" if _EXECUTED.search(ahead) else "budget"
    source, source_raw = source_before(
        outline.document.view, outline.statements[index].body, amount, span.start
    )
    return Funding(
        project.path if project else "",
        "" if source and source_raw == program else program,
        kind,
        measure,
        year,
        source or "계",
        source_raw,
        amount.won if amount.won is not None else 0,
        outline.document.text[span.start : span.end],
        amount.unit_raw,
        None,
        span,
    )


def _program(
    outline: Outline,
    index: int,
    section: Section | None,
    labelled: Labelled | None,
    amount: Amount,
    span: Span,
) -> str:
    """The item that an amount is for: its own words, its label, or the item it stands below."""
    view = outline.document.view
    statement = outline.statements[index]
    if amount.label and not read_source(amount.label) and fiscal_year(amount.label) is None:
        return amount.label
    if labelled and span.start >= labelled.start:
        if not _PLAIN_LABEL.search(labelled.label):
            ahead = words_before(view, labelled.start, span.start)
            return ahead or ("" if fiscal_year(labelled.label) else labelled.label)
        return words_before(view, labelled.start, span.start) or _item_above(
            outline, statement, section
        )
    if statement.note or amount.role == "part":
        return _item_above(outline, statement, section)
    return words_before(view, statement.body, span.start)


def _item_above(outline: Outline, statement: Statement, section: Section | None) -> str:
    """The nearest item above that names something, up to the section's heading."""
    view = outline.document.view
    at = statement.parent
    while at >= 0 and section and at > section.heading:
        above = outline.statements[at]
        labelled = split_label(view, above.body, above.end)
        words = labelled.label if labelled else " ".join(view[above.body : above.end].split())
        if len(words) <= 50 and not _PLAIN_LABEL.search(words) and not label_meaning(words):
            return words
        at = above.parent
    return ""
