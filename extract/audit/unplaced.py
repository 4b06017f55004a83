"""Dates and amounts that stand in no project, in a report that has projects. One finding for all of them."""

from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "no-project-known"
TITLE: Final = ("사업을 알 수 없는 기록", "Records without a project")
TRIPS: Final = """2019. 11.

□ 추진실적
- 2019. 3. : 착공

1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 2020. 12.
"""
PASSES: Final = """2019. 11.

1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 2020. 12.
□ 추진실적
- 2019. 3. : 착공
"""


def check(case: Case) -> Iterator[Finding]:
    """Find milestones, headlines and total costs without a project."""
    if not case.report.projects:
        return
    events = [
        event.span
        for event in case.report.timeline
        if not event.project and event.kind in {"milestone", "period"}
    ]
    amounts = [
        row.span
        for row in case.report.funding
        if not row.project and row.kind in {"headline", "total_cost"}
    ]
    if events or amounts:
        yield make(
            RULE,
            "info",
            (
                f"일정 {len(events)}건, 금액 {len(amounts)}건이 어느 사업의 것인지 알 수 없습니다",
                f"{len(events)} dates and {len(amounts)} amounts belong to no project that we know",
            ),
            places=sorted((*events, *amounts)),
        )
