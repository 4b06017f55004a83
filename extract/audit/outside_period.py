"""Plans of a project lie within its period (사업기간).

What begins after the project's end is noted once a project. A plan that goes on as long as the project and begins
before it (`2020. 1. ~ 12.` of a project of `2020. 3. ~ 12.`) gives it another period.
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding
from extract.records import Event, Project

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "event-outside-period"
TITLE: Final = ("사업기간 밖의 일정", "Events outside the period")
TRIPS: Final = """2019. 11.
1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 2020. 12.
□ 추진계획
- 2020. 5. : 착공
- 2021. 7. : 준공
"""
PASSES: Final = """2019. 11.
1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 2021. 12.
□ 추진계획
- 2020. 5. : 착공
- 2021. 7. : 준공
"""


_BUILT: Final = re.compile(r"준공|완공|완료|개통|개관|개소|개청|개원|개장")


def check(case: Case) -> Iterator[Finding]:
    """Find milestones that begin after their project's end."""
    ends = {
        project.path: project
        for project in case.report.projects
        if project.period_end is not None and project.period_start is not None
    }
    late: dict[str, list[Event]] = {}
    for event in case.milestones:
        project = ends.get(event.project)
        if project is None:
            continue
        if project.period_end and event.start and event.start > project.period_end:
            late.setdefault(event.project, []).append(event)
        elif event.end == project.period_end and _is_wider(project, event):
            yield _wider(project, event)
    for path, events in late.items():
        period = ends[path].period_raw
        dates = ", ".join(event.date_raw for event in events[:3])
        yield make(
            RULE,
            "warning" if _is_years_late(ends[path], events) else "info",
            (
                f"{dates} 일정이 사업기간({period})이 끝난 뒤에 있습니다",
                f"{dates} lies after the end of the project's period ({period})",
            ),
            values=(period, dates),
            places=[event.span for event in events],
        )


def _is_years_late(project: Project, events: list[Event]) -> bool:
    """Whether one of some events lies in a later year than the project's end: what is settled up follows sooner."""
    end = project.period_end
    late = [event for event in events if _BUILT.search(event.text) and event.end]
    return end is not None and any(event.start and event.start.year > end.year for event in late)


def _is_wider(project: Project, event: Event) -> bool:
    """Whether a plan is a period that ends with the project's and begins months before it."""
    start, end = project.period_start, project.period_end
    if start is None or event.start is None or event.end is None or event.end != end:
        return False
    same_year = event.start.year == start.year and event.precision != "year"
    return same_year and event.start.month < start.month


def _wider(project: Project, event: Event) -> Finding:
    return make(
        RULE,
        "warning",
        (
            f"사업기간은 {project.period_raw}인데 {event.date_raw} 일정이 먼저 시작합니다",
            f"The project's period is {project.period_raw}, but {event.date_raw} begins before it",
        ),
        values=(project.period_raw, event.date_raw),
        places=(event.span,),
    )
