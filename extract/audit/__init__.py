"""The report checked against itself: sums, agreement, rates, units, time, and what was left unread.

Each check is a module with `RULE` (the fixed name that people filter on), `TITLE`, an example that trips it and
one that does not, and `check(case)`, which yields findings. No record is changed by one. To add a check: the
module, its row in `CHECKS`, and `python -m extract.audit.catalogue` for the page of documentation.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Final

from extract.audit.case import Case
from extract.findings import Finding
from extract.outline import Outline
from extract.report import Report

__all__ = ["CHECKS", "audit"]

CHECKS: Final[dict[str, str]] = {
    "total-of-rows": "extract.audit.total_rows",
    "total-of-columns": "extract.audit.total_columns",
    "pattern-of-sums": "extract.audit.implied_totals",
}
"""Rule -> the module that checks it."""


def audit(outline: Outline, report: Report) -> tuple[Finding, ...]:
    """Check the records of a report against each other and its text.

    Args:
        outline: The report as it was understood.
        report: Its records.

    Returns:
        Findings ordered by place, those about the report as a whole first.
    """
    case = Case(outline, report)
    found = [finding for check in _checks() for finding in check(case)]
    return tuple(sorted(dict.fromkeys(found), key=_place))


@lru_cache(maxsize=1)
def _checks() -> tuple[Callable[[Case], Iterator[Finding]], ...]:
    return tuple(import_module(module).check for module in CHECKS.values())


def _place(finding: Finding) -> tuple[int, int, str]:
    return (*finding.span, finding.rule) if finding.span else (-1, -1, finding.rule)
