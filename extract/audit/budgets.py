"""What a project says of its money in several places: headline, total cost, table, notes. Shared by checks.

총사업비 : 12,500백만원                      the whole cost
□ 2020년 소요예산 : 2,520,000천원            the headline of a year
계 | 6,445,000 | 315,000 | 150,000 | …       the table's totals
※ 2018년 350백만원, 2020년 2,370백만원       notes: what the table leaves out
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from extract.outline import Section
from extract.records import Funding

__all__ = [
    "Ledger",
    "Money",
    "factor_between",
    "notes_after",
    "read_ledgers",
    "slack_of",
    "subset",
    "tables_of",
]

_MOST_NOTES: Final = 6
_FACTORS: Final = (10, 100, 1000, 10_000, 1_000_000)
_GRAINS: Final = (("조", 10**12), ("억", 10**8), ("백만", 10**6), ("만", 10**4), ("천", 10**3))


class _Totals(NamedTuple):
    """A table's budget figures: where they begin, the rows that say 계, and the others."""

    start: int
    whole: list[Funding]
    others: list[Funding]

    def of_year(self, year: int | None) -> list[Funding]:
        """The rows of a year that say 계; None for the total of all years."""
        return [row for row in self.whole if row.fiscal_year == year]


class Money(NamedTuple):
    """What one table says of a year, or of all years.

    Attributes:
        won: The amount.
        row: The record it comes from.
        totals: The table's other figures.
    """

    won: int
    row: Funding
    totals: _Totals

    @property
    def years(self) -> set[int]:
        """All years that the table names."""
        rows = (*self.totals.whole, *self.totals.others)
        return {row.fiscal_year for row in rows if row.fiscal_year is not None}


class Ledger(NamedTuple):
    """The amounts of one project.

    Attributes:
        headlines: The headline budget of each year: the total where one is printed, not its split.
        costs: Total costs without a source, in the order of the report.
        notes: Amounts of the text without a source.
        tables: The budget figures of each table, by its number.
    """

    headlines: dict[int | None, Funding]
    costs: list[Funding]
    notes: list[Funding]
    tables: dict[int, _Totals]


def read_ledgers(funding: Iterable[Funding]) -> dict[str, Ledger]:
    """Sort the amounts of a report by project and by what they are."""
    ledgers: dict[str, Ledger] = {}
    for row in funding:
        project, _, kind, measure, year, source, _, _, _, _, table, span = row
        ledger = ledgers.get(project)
        if ledger is None:
            ledger = ledgers[project] = Ledger({}, [], [], {})
        whole = source == "계"
        if kind == "table":
            if measure == "budget" and table:
                totals = ledger.tables.get(table)
                if totals is None:
                    totals = ledger.tables[table] = _Totals(span.start, [], [])
                (totals.whole if whole else totals.others).append(row)
        elif kind == "headline":
            known = ledger.headlines.get(year)
            if known is None or (whole and known.source != "계"):
                ledger.headlines[year] = row
        elif whole:
            (ledger.notes if kind == "statement" else ledger.costs).append(row)
    return ledgers


def tables_of(ledger: Ledger, year: int | None, section: Section | None) -> Iterator[Money]:
    """What each table of a section gives in total for a year, or over all years.

    Args:
        ledger: The amounts of a project.
        year: The fiscal year; None for the total of all.
        section: The section to look in; None for the whole project.

    Yields:
        The total of each table; nothing of one whose total can't be told (several totals, none).
    """
    for totals in ledger.tables.values():
        start, whole, others = totals
        if section is not None and not section.start <= start < section.end:
            continue
        chosen = totals.of_year(year) or [row for row in others if row.fiscal_year == year]
        if year is None and len(chosen) > 1:
            chosen = _total_among(chosen, whole)
        if len(chosen) == 1:
            yield Money(int(chosen[0].won), chosen[0], totals)


def _total_among(chosen: Sequence[Funding], whole: Sequence[Funding]) -> list[Funding]:
    """The one of several figures without a year that all others add up to: 총사업비 beside 기투자 and 향후."""
    most = max(chosen, key=lambda row: row.won)
    return [most] if 2 * most.won == sum(row.won for row in whole) else []


def notes_after(ledger: Ledger, start: int, section: Section | None) -> list[Funding]:
    """Amounts of notes behind an offset in a section."""
    end = section.end if section else start
    return [row for row in ledger.notes if start < row.span.start < end]


def subset(notes: Sequence[Funding], missing: int, slack: int) -> tuple[Funding, ...] | None:
    """The fewest notes that add up to what is missing; None where none do."""
    for length in range(1, min(len(notes), _MOST_NOTES) + 1):
        for chosen in combinations(notes[:_MOST_NOTES], length):
            if 2 * abs(missing - sum(int(note.won) for note in chosen)) <= slack + slack_of(
                *chosen
            ):
                return chosen
    return None


def slack_of(*rows: Funding) -> int:
    """Twice what amounts may be off by rounding, in won; amounts in 천원 and 원 count as exact."""
    return sum([_grain(row.unit_raw, row.amount_raw) for row in rows])


@lru_cache(maxsize=1024)
def _grain(unit: str, raw: str) -> int:
    whole = unit or raw
    size = next((size for word, size in _GRAINS if word in whole), 1)
    digits = raw.partition(".")[2]
    decimals = len(digits) - len(digits.lstrip("0123456789"))
    grain: int = size // 10**decimals
    return grain if grain > 1000 else 0


def factor_between(one: int, other: int) -> int:
    """The factor by which two amounts differ, if units or zeros can be the cause; else 0.

    >>> factor_between(1_250_000, 1_250_000_000), factor_between(5, 7)
    (1000, 0)
    """
    small, large = sorted((abs(one), abs(other)))
    if not small or large % small:
        return 0
    return large // small if large // small in _FACTORS else 0
