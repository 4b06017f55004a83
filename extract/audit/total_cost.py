"""The total cost of a project is what its table gives over all years, with what notes add.

`※ 기투자 2017년 250백만원, 2018년 370백만원` are years that the table leaves out. A table that does not reach
over the whole period of the project gives less, and nothing is said of it.
"""

from collections.abc import Iterator
from typing import Final

from extract.audit.budgets import (
    Ledger,
    Money,
    factor_between,
    notes_after,
    slack_of,
    subset,
)
from extract.audit.case import Case
from extract.audit.wording import amount, make
from extract.findings import Finding, Severity
from extract.records import Funding, Project

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "total-cost-over-years"
TITLE: Final = ("총사업비와 연차별 합", "Total cost and years")
TRIPS: Final = """1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019 ~ 2020
- 총사업비 : 900백만원(시비 900)
□ 2020년 소요예산 : 400,000천원
(단위 : 천원)
재원별\t합계\t2019년\t2020년
계\t700,000\t300,000\t400,000
시비\t700,000\t300,000\t400,000
※ 2018년 150백만원
"""
PASSES: Final = """1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019 ~ 2020
- 총사업비 : 900백만원(시비 900)
□ 2020년 소요예산 : 400,000천원
(단위 : 천원)
재원별\t합계\t2019년\t2020년
계\t700,000\t300,000\t400,000
시비\t700,000\t300,000\t400,000
※ 2018년 200백만원
"""

_OVERLAP: Final = ("포함", "미교부", "이월", "재배정", "별도")


def check(case: Case) -> Iterator[Finding]:
    """Find total costs that table and notes do not give."""
    projects = {project.path: project for project in case.report.projects}
    for path, overall in case.overall.items():
        ledger = case.ledgers[path]
        if ledger.costs[0].fiscal_year is not None:
            continue
        tables = [money for money in overall if not money.row.program and money.years]
        if len(tables) == 1:
            yield from _check(case, projects.get(path), tables[0], ledger)


def _check(case: Case, project: Project | None, table: Money, ledger: Ledger) -> Iterator[Finding]:
    cost = ledger.costs[0]
    says, gives = int(cost.won), table.won
    if says == gives:
        return
    slack = slack_of(cost, table.row)
    if 2 * abs(says - gives) <= slack:
        return
    section = case.outline.section_at(table.row.span.start)
    notes = notes_after(ledger, table.row.span.end, section)
    if subset(notes, says - gives, slack):
        return
    if factor_between(says, gives) or (gives < says and not _is_covered(project, table, notes)):
        return
    if any(headline.won == cost.won for headline in ledger.headlines.values()):
        # `소요예산` of the year stands in the overview as the project's cost.
        return
    together = gives + sum(int(note.won) for note in notes)
    overlap = any(word in _line(case, note) for note in notes for word in _OVERLAP)
    severity: Severity = "info" if overlap else "warning"
    added = "".join(f" + {note.amount_raw}" for note in notes)
    why = (
        ("; 주석의 금액이 표와 겹칠 수 있습니다", "; the notes may overlap the table")
        if overlap
        else ("", "")
    )
    yield make(
        RULE,
        severity,
        (
            f"총사업비는 {cost.amount_raw}인데 표와 주석을 더하면 {amount(gives)}{added} = {amount(together)}입니다{why[0]}",
            f"The total cost is {cost.amount_raw}, but table and notes give {amount(gives)}{added} = {amount(together)}{why[1]}",
        ),
        values=(amount(together), cost.amount_raw),
        places=(cost.span, table.row.span, *(note.span for note in notes)),
    )


def _is_covered(project: Project | None, table: Money, notes: list[Funding]) -> bool:
    """Whether table and notes name every year of the project's period."""
    if project is None or project.period_start is None or project.period_end is None:
        return False
    years = table.years | {note.fiscal_year for note in notes}
    return years >= set(range(project.period_start.year, project.period_end.year + 1))


def _line(case: Case, row: Funding) -> str:
    start = case.view.rfind("\n", 0, row.span.start) + 1
    end = case.view.find("\n", row.span.end)
    return case.view[start : end if end >= 0 else len(case.view)]
