"""The report checked against itself: sums, agreement, rates, units, time, and what was left unread.

Each check is a module with `RULE` (the fixed name that people filter on), `TITLE`, an example that trips it and
one that does not, and a function that yields findings: `check(case)` of the whole report, or `check_tables(tables)`
of each table by itself; or both. Tables are laid out some at a time, shown to all checks of tables and forgotten:
what those of a long report hold need not lie in memory at once. No record is changed by a check. To add one: the
module, its row in `CHECKS`, and `python -m extract.audit.catalogue` for the page of documentation.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Final

from extract.audit.case import Case
from extract.audit.sheet_sums import sums_of
from extract.audit.sheets import read_sheets
from extract.findings import Finding, Span
from extract.outline import Outline
from extract.records import TableRecord
from extract.report import Report

__all__ = ["CHECKS", "audit"]

CHECKS: Final[dict[str, str]] = {
    "total-of-rows": "extract.audit.total_rows",
    "total-of-columns": "extract.audit.total_columns",
    "pattern-of-sums": "extract.audit.implied_totals",
    "formula-in-head": "extract.audit.formula_heads",
    "list-of-amounts": "extract.audit.item_lists",
    "details-of-headline": "extract.audit.details",
    "total-of-list": "extract.audit.listed_totals",
    "count-of-items": "extract.audit.item_counts",
    "count-of-rounds": "extract.audit.rounds",
    "amount-in-words": "extract.audit.words",
    "split-of-amount": "extract.audit.splits",
    "total-cost-over-years": "extract.audit.total_cost",
    "digits-swapped": "extract.audit.swapped_digits",
    "headline-against-table": "extract.audit.headline",
    "unit-factor": "extract.audit.unit_factor",
    "amount-in-two-units": "extract.audit.two_units",
    "area-in-pyeong": "extract.audit.areas",
    "product-of-factors": "extract.audit.products",
    "fact-stated-twice": "extract.audit.repeated",
    "name-spelled-differently": "extract.audit.spelling",
    "list-of-projects": "extract.audit.project_list",
    "rate-of-columns": "extract.audit.rate_columns",
    "rate-in-brackets": "extract.audit.bracket_rates",
    "change-in-brackets": "extract.audit.bracket_changes",
    "rate-in-sentence": "extract.audit.stated_rates",
    "change-in-sentence": "extract.audit.stated_changes",
    "matching-ratio": "extract.audit.matching",
    "monthly-wage": "extract.audit.wages",
    "dates-out-of-order": "extract.audit.order",
    "result-after-report": "extract.audit.future_results",
    "event-outside-period": "extract.audit.outside_period",
    "duration-of-period": "extract.audit.duration",
    "weekday-of-date": "extract.audit.weekday",
    "count-of-dates": "extract.audit.date_count",
    "frequency-of-year": "extract.audit.frequency",
    "date-not-read": "extract.audit.impossible_dates",
    "money-not-read": "extract.audit.unread",
    "point-for-comma": "extract.audit.points",
    "no-project-known": "extract.audit.unplaced",
    "table-without-heads": "extract.audit.bare_tables",
    "unit-missing": "extract.audit.unitless",
}
"""Rule -> the module that checks it."""

_AT_ONCE: Final = 50  # tables
_OF_SUMS: Final = frozenset(
    {"total-of-rows", "total-of-columns", "pattern-of-sums", "formula-in-head"}
)


def audit(outline: Outline, report: Report) -> tuple[Finding, ...]:
    """Check the records of a report against each other and its text.

    Args:
        outline: The report as it was understood.
        report: Its records.

    Returns:
        Findings ordered by place, those about the report as a whole first.
    """
    found = [*_of_tables(report.tables), *_of_report(Case(outline, report))]
    return tuple(sorted(_each_cell_once(found), key=_place))


def _of_tables(tables: Sequence[TableRecord]) -> Iterator[Finding]:
    for start in range(0, len(tables), _AT_ONCE):
        some = [
            sums_of(sheet)
            for number, table in enumerate(tables[start : start + _AT_ONCE], start=start + 1)
            for sheet in read_sheets(table, number)
        ]
        for check_tables in _functions("check_tables"):
            yield from check_tables(some)


def _of_report(case: Case) -> Iterator[Finding]:
    for check in _functions("check"):
        yield from check(case)


def _each_cell_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Drop what an earlier check of the same kind said of the same cell."""
    seen: set[tuple[str, Span | None]] = set()
    for finding in findings:
        kind = "sum" if finding.rule in _OF_SUMS else finding.rule + finding.korean
        if finding.span is None or (kind, finding.span) not in seen:
            seen.add((kind, finding.span))
            yield finding


@lru_cache(maxsize=2)
def _functions(name: str) -> tuple[Callable[..., Iterator[Finding]], ...]:
    modules = map(import_module, CHECKS.values())
    return tuple(vars(module)[name] for module in modules if hasattr(module, name))


def _place(finding: Finding) -> tuple[int, int, str]:
    return (*finding.span, finding.rule) if finding.span else (-1, -1, finding.rule)
