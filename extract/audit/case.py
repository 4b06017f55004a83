"""What the checks of a whole report look at: the outline, the records, and what is worked out of them once."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from extract.audit.budgets import Ledger, Money, read_ledgers, tables_of
from extract.findings import Span
from extract.outline import Outline, Section
from extract.records import Event, Funding
from extract.report import Report

__all__ = ["Bracket", "Case", "Yearly", "place_of"]

_INSIDE: Final = r"([^()\[\]【】\n\d]*+\d[^()\[\]【】\n]*+)[)\]】]"
_ROUND: Final = re.compile(rf"\({_INSIDE}")
_OTHER: Final = re.compile(rf"[\[【]{_INSIDE}")
"""Brackets that are rare: where they open is looked for by character, three times as fast."""


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
    def brackets(self) -> list[Bracket]:
        """Every pair of brackets on one line with a figure in it."""
        view = self.view
        found = [(each.start(), each[1]) for each in _ROUND.finditer(view)]
        for opening in "[【":
            at = view.find(opening)
            while at >= 0:
                each = _OTHER.match(view, at)
                if each:
                    found.append((at, each[1]))
                at = view.find(opening, at + 1)
        return sorted(found)

    @cached_property
    def lines(self) -> list[int]:
        """Where each statement of the report begins."""
        return self.outline.statement_starts

    @cached_property
    def ledgers(self) -> dict[str, Ledger]:
        """The amounts of each project, by what they are."""
        return read_ledgers(self.report.funding)

    @cached_property
    def overall(self) -> dict[str, list[Money]]:
        """What tables give over all years, of each project with a total cost and tables."""
        return {
            path: list(tables_of(ledger, None, None))
            for path, ledger in self.ledgers.items()
            if ledger.costs and ledger.tables
        }

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
    def milestones(self) -> list[Event]:
        """The events that begin their statement, and have a day to begin with."""
        return [
            event
            for event in self.report.timeline
            if event.kind == "milestone" and event.start is not None
        ]

    @cached_property
    def amounts(self) -> list[Span]:
        """The place of each amount."""
        return [row.span for row in self.report.funding]

    @cached_property
    def amount_starts(self) -> list[int]:
        """Where each of `amounts` begins."""
        return [start for start, _ in self.amounts]

    @cached_property
    def held(self) -> Counter[int | None]:
        """How many amounts each table holds, by its number; those of the text by None."""
        return Counter([row.table for row in self.report.funding])

    @cached_property
    def written(self) -> list[Funding]:
        """The amounts that stand in the text, in no table."""
        return [row for row in self.report.funding if row.table is None]

    @cached_property
    def written_starts(self) -> list[int]:
        """Where each of `written` begins."""
        return [row.span.start for row in self.written]
