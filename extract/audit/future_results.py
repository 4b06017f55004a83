"""What a section of results (추진실적) tells can't have happened after the report's date.

An error where the same stands among the plans (추진계획) too, to the word.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span
from extract.records import Event

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "result-after-report"
TITLE: Final = ("보고일 뒤의 실적", "Results of the future")
TRIPS: Final = """2019 주요업무 추진실적

2019. 11.

□ 추진실적
- 2019.07.17. : 센터 개소식
- 2020.09.03. : 생활임금 결정·고시
"""
PASSES: Final = """2019 주요업무 추진실적

2019. 11.

□ 추진실적
- 2019.07.17. : 센터 개소식
- 2019.11.20. : 생활임금 결정·고시
- 2020.09.03. : 2차 고시 예정
"""

_PLANNED: Final = re.compile(r"예정|계획|향후|목표|까지|추진\s?중|진행\s?중|기간|계약|유효")
_TO_BE_BUILT: Final = re.compile(r"준공(?!.{0,24}완료)")
"""준공 among results is often the day that is planned; 준공검사 완료 is not."""
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def check(case: Case) -> Iterator[Finding]:
    """Find results dated after the report."""
    last = _last_day(case.report.about.date)
    late = list(_late_results(case, last)) if last else []
    plans = _plans_of(case, late) if late else {}
    issued = case.report.about.date_raw
    for event in late:
        again = plans.get(_said(event))
        korean = f"추진실적에 보고서의 날짜 {issued}보다 뒤인 {event.date_raw} 일정이 있습니다"
        english = f"{event.date_raw} stands among results, but is after the report's date {issued}"
        if again:
            korean += "; 같은 일정이 추진계획에도 있습니다"
            english += ", and stands among plans as well"
        yield make(
            RULE,
            "error" if again else "warning",
            (korean, english),
            values=(f"≤ {case.report.about.date}", event.edtf),
            places=(event.span, *([again] if again else [])),
        )


def _late_results(case: Case, last: date) -> Iterator[Event]:
    late = [
        event
        for event in case.report.timeline
        if event.start and event.start > last and event.kind in {"milestone", "inline"}
    ]
    lines = [bisect_right(case.lines, event.span.start) for event in late]
    dated = Counter(lines)
    for event, line in zip(late, lines, strict=True):
        section = case.outline.section_at(event.span.start)
        # `'25. 10. 설계공모, '26. 12. 착공`: a line that has several is a schedule.
        if section is None or section.kind != "results" or dated[line] > 1:
            continue
        start, stop = event.span
        behind = case.view[case.view.rfind("\n", 0, start) + 1 : stop + 40]
        words = behind.split("\n")[0]
        if not _PLANNED.search(words) and not _TO_BE_BUILT.search(words):
            yield event


def _plans_of(case: Case, results: Iterable[Event]) -> dict[tuple[str, str, str], Span]:
    """Where the same as some results stands among the plans of their project, by what it says."""
    said = {_said(result): result.edtf for result in results if result.text}
    dates = frozenset(said.values())
    plans: dict[tuple[str, str, str], Span] = {}
    for event in case.report.timeline:
        if event.edtf in dates and _said(event) in said:
            section = case.outline.section_at(event.span.start)
            if section and section.kind == "plan":
                plans.setdefault(_said(event), event.span)
    return plans


def _said(event: Event) -> tuple[str, str, str]:
    return event.project, event.edtf, event.text


def _last_day(edtf: str) -> date | None:
    """The last day that the report's date can mean."""
    found = _DATE.fullmatch(edtf)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day and 0 < month < 13:
        return date(year, month, day)
    if not 0 < month < 12:
        # Codes above 12 are halves and quarters; the year's end is late enough for those.
        return date(max(year, 1), 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)
