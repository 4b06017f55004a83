"""Amounts of money in lines: the headline budget, the total cost and its split, budget lines, notes.

□ 2020년 소요예산 : 101,635천원                       headline, of the year it names
- 총사업비 : 12,500백만원(국비 5,000/ 시비 6,750)      total_cost and its split by source
- 예 산 : 278,410천원(국 138,005 시 69,002)           statement
※ 2018년 350백만원, 2019년 간주예산 3,335백만원        statements, each of its year
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.findings import Span
from extract.outline import Outline, Section, Statement
from extract.parsers.amount_words import (
    counts_things,
    is_factor,
    source_before,
    words_before,
    year_before,
)
from extract.parsers.heads import fiscal_year
from extract.parsers.kinds import kind_at
from extract.parsers.labels import Labelled, clean_label, label_meaning, split_label
from extract.records import Funding, FundingKind
from normalize.money import Amount, AmountReading, read_amounts, scan_amounts
from normalize.sources import read_source

__all__ = ["read_funding_lines"]

_INNER_LABEL: Final = re.compile(r"[*/▷▸▹※]\s*((?:[가-힣][ ]?){2,8}):\s*(?:약|총)?\s*$")
_LABEL_REACH: Final = 40
_HEADLINE: Final = re.compile(r"(?:소요|사업|편성|본)?\s?(?:예산|재원|사업비|소요액)")
_PLAIN_LABEL: Final = re.compile(r"예산|사업비|소요|재원|금액|비용|총액|사업예산")
_SOURCES_BEHIND: Final = re.compile(r"재\s?원\s?(?:별)?\s?:\s*")
_EXECUTED: Final = re.compile(r"집행(?!\s?(?:예산|계획|예정))|지출|결산|실적|기투자")


def read_funding_lines(outline: Outline) -> Iterator[Funding]:
    """Read every amount of the report's statements, in order."""
    view = outline.document.view
    statements = outline.statements
    starts = outline.statement_starts
    for start, end in scan_amounts(view):
        index = bisect_right(starts, start) - 1
        if index < 0 or start >= statements[index].end:
            continue
        reading = read_amounts(view[start : min(end, statements[index].end)])
        if reading:
            yield from _of_reading(outline, index, start, reading)


class _Line(NamedTuple):
    """The statement whose amounts are read: its place in the outline, its section, its label."""

    outline: Outline
    at: int
    section: Section | None
    labelled: Labelled | None

    @property
    def statement(self) -> Statement:
        return self.outline.statements[self.at]


def _of_reading(
    outline: Outline, index: int, base: int, reading: AmountReading
) -> Iterator[Funding]:
    view = outline.document.view
    statement = outline.statements[index]
    section = outline.section_at(statement.start)
    line = _Line(outline, index, section, split_label(view, statement.body, statement.end))
    year: int | None = None
    kind: FundingKind = "statement"
    head: Span | None = None
    for amount in _amounts(reading):
        if counts_things(view, base, amount) or is_factor(view, base, amount, statement.end):
            continue
        start = base + amount.span[0]
        if amount.role != "part":
            head = Span(start, base + amount.span[1])
            own = _own_label(view, statement.body, start)
            line = line._replace(labelled=own) if own else line
            kind = _kind(line, start)
            year = _year(view, statement, line.labelled, start, kind)
        own_year = fiscal_year(amount.label) if amount.label else None
        # A part that names no source (공사비, '23년) explains the total and is no share of it by source.
        source = source_before(view, statement.body, amount, start)
        plain = amount.role == "part" and not source[0]
        kind_of_it: FundingKind = "statement" if plain else kind
        yield _funding(line, kind_of_it, own_year or year, amount, source, base, head)
    if kind == "total_cost":
        yield from _split_behind(line, reading, base)


def _amounts(reading: AmountReading) -> Iterator[Amount]:
    """The sums of won; 기타 beside costs (공사비 98, 보상비 243, 기타 14) is the rest of them and no source."""
    amounts = [one for one in reading.values if isinstance(one, Amount)]
    parts = [one for one in amounts if one.role == "part"]
    rest = {part.source for part in parts if part.source} == {"기타"} and any(
        not part.source for part in parts
    )
    for amount in amounts:
        if amount.won is None or amount.per or amount.bound:
            continue
        if rest and amount.role == "part" and amount.source:
            yield amount._replace(source="", source_raw="", label=amount.source_raw)
        else:
            yield amount


def _own_label(view: str, floor: int, start: int) -> Labelled | None:
    """The label right before an amount inside a line: `기 간 : 2020. 6. ~ 2025. 7. * 사업비 : 20억원`."""
    if view.find(":", max(floor, start - _LABEL_REACH), start) < 0:
        return None
    found = _INNER_LABEL.search(view, max(floor, start - _LABEL_REACH), start)
    if found is None or label_meaning(clean_label(found[1])) != "total_cost":
        return None
    return Labelled(clean_label(found[1]), start, start, found.start(1), found.end(1))


def _split_behind(line: _Line, reading: AmountReading, base: int) -> Iterator[Funding]:
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


def _kind(line: _Line, start: int) -> FundingKind:
    outline, index, section, labelled = line
    view, statement = outline.document.view, line.statement
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
        and (section is None or kind_at(outline, index, section) == "overview")
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
    line: _Line,
    kind: FundingKind,
    year: int | None,
    amount: Amount,
    source: tuple[str, str],
    base: int,
    head: Span | None = None,
) -> Funding:
    outline, statement = line.outline, line.statement
    span = Span(base + amount.span[0], base + amount.span[1])
    project = outline.project_at(span.start)
    program = (
        ""
        if kind in ("headline", "total_cost")
        # A share of an amount is for what the amount is for.
        else _program(line, amount, head or span)
    )
    ahead = outline.document.view[max(statement.body, span.start - 10) : span.start]
    measure = "executed" if _EXECUTED.search(ahead) else "budget"
    name, raw = source
    return Funding(
        project.path if project else "",
        "" if name and raw == program else program,
        kind,
        measure,
        year,
        name or "계",
        raw,
        amount.won if amount.won is not None else 0,
        outline.document.text[span.start : span.end],
        amount.unit_raw,
        None,
        span,
    )


def _program(line: _Line, amount: Amount, span: Span) -> str:
    """The item that an amount is for: its own words, its label, or the item it stands below."""
    outline, _, section, labelled = line
    view, statement = outline.document.view, line.statement
    costs = amount.role == "part" and not amount.source
    if amount.label and (costs or not read_source(amount.label)) and not fiscal_year(amount.label):
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
        words = words.strip("<>〈〉《》【】")
        if len(words) <= 50 and not _PLAIN_LABEL.search(words) and not label_meaning(words):
            return words
        at = above.parent
    return ""
