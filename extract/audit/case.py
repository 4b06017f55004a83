"""What every check looks at: the outline, the records, and what is worked out of them once."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from extract.audit.blanks import settle
from extract.audit.budgets import Ledger, Money, read_ledgers, tables_of
from extract.audit.implied_sums import find_implied
from extract.audit.relations import Plane, Relation
from extract.audit.sheets import Matrix, Sheet, read_sheets
from extract.audit.sums import find_sums
from extract.findings import Span
from extract.outline import Outline, Section
from extract.records import Funding
from extract.report import Report

__all__ = ["Bracket", "Case", "Sums", "Yearly", "place_of"]

_FEW: Final = 3  # lines in which a sum must hold that no word tells of
_BRACKETS: Final = re.compile(r"[(\[【]([^()\[\]【】\n\d]*+\d[^()\[\]【】\n]*+)[)\]】]")


class Sums(NamedTuple):
    """What adds up to what in a sheet.

    Attributes:
        sheet: The sheet.
        rows: Rows that are sums of rows; their lines are columns.
        columns: Columns that are sums of columns; their lines are rows.
    """

    sheet: Sheet
    rows: list[Relation]
    columns: list[Relation]


Bracket = tuple[int, str]
"""A pair of brackets: where it opens, and the words in it."""


def place_of(bracket: Bracket) -> Span:
    """The place of the words in a pair of brackets."""
    start, words = bracket
    return Span(start + 1, start + 1 + len(words))


class Yearly(NamedTuple):
    """A headline budget (`2020년 소요예산`), what tables give for its year, and where it stands."""

    headline: Funding
    tables: list[Money]
    ledger: Ledger
    section: Section | None


@dataclass(frozen=True)
class Case:
    """A report under audit; everything derived is worked out when first asked for, and once.

    Attributes:
        outline: The report as it was understood.
        report: Its records.
    """

    outline: Outline
    report: Report

    @cached_property
    def view(self) -> str:
        """The report's text, folded."""
        return self.report.document.view

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The figures of every table."""
        return tuple(
            sheet
            for number, table in enumerate(self.report.tables, start=1)
            for sheet in read_sheets(table, number)
        )

    @cached_property
    def sums(self) -> tuple[Sums, ...]:
        """What adds up to what in every table."""
        return tuple(map(_sums_of, self.sheets))

    @cached_property
    def brackets(self) -> list[Bracket]:
        """Every pair of brackets on one line with a figure in it."""
        return [(found.start(), found[1]) for found in _BRACKETS.finditer(self.view)]

    @cached_property
    def lines(self) -> list[int]:
        """Where each statement of the report begins."""
        return [statement.start for statement in self.outline.statements]

    @cached_property
    def ledgers(self) -> dict[str, Ledger]:
        """The amounts of each project, by what they are."""
        return read_ledgers(self.report.funding)

    @cached_property
    def yearly(self) -> list[Yearly]:
        """The headline budgets that tables of their section have something to say of."""
        found = []
        for ledger in self.ledgers.values():
            for year, headline in ledger.headlines.items() if ledger.tables else ():
                if year is not None:
                    section = self.outline.section_at(headline.span.start)
                    tables = list(tables_of(ledger, year, section))
                    if tables:
                        found.append(Yearly(headline, tables, ledger, section))
        return found

    @cached_property
    def written(self) -> list[Funding]:
        """The amounts that stand in the text, in no table."""
        return [row for row in self.report.funding if row.table is None]

    @cached_property
    def written_starts(self) -> list[int]:
        """Where each of `written` begins."""
        return [row.span.start for row in self.written]


def _sums_of(sheet: Sheet) -> Sums:
    down = across = None
    rows: list[Relation] = []
    columns: list[Relation] = []
    if len(sheet.columns) >= _FEW or any(head.rank for head in sheet.rows):
        down = _plane(sheet, sheet.matrix, sheet.grains, across=False)
        rows = find_sums(down)
        if not rows or _is_uncovered(rows, down):
            rows += find_implied(down, rows, backward=False)
    if len(sheet.rows) >= _FEW or any(head.rank for head in sheet.columns):
        turned: Matrix = [list(line) for line in zip(*sheet.matrix, strict=True)]
        grains = [list(line) for line in zip(*sheet.grains, strict=True)] if sheet.grains else None
        across = _plane(sheet, turned, grains, across=True)
        columns = find_sums(across)
        if not columns or _is_uncovered(columns, across):
            columns += find_implied(across, columns, backward=False)
            columns += find_implied(across, columns, backward=True)
    if down and across:
        rows, columns = settle(rows, columns, down), settle(columns, rows, across)
    return Sums(sheet, rows, columns)


def _plane(sheet: Sheet, values: Matrix, grains: list[list[int]] | None, *, across: bool) -> Plane:
    heads, others = (sheet.columns, sheet.rows) if across else (sheet.rows, sheet.columns)
    lines = [line for line, head in enumerate(others) if not head.rate]
    size = len(others)
    used = [
        item for item, head in enumerate(heads) if not head.rate and values[item].count(None) < size
    ]
    return Plane(
        values,
        grains,
        heads,
        lines,
        sheet.coarse,
        sheet.thousands,
        10**sheet.decimals,
        across,
        used,
    )


def _is_uncovered(relations: list[Relation], plane: Plane) -> bool:
    """Whether items are left that no named total covers."""
    covered = {item for each in relations for item in (each.total, *each.parts)}
    return any(item not in covered and any(plane.values[item]) for item in plane.used)
