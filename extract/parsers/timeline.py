"""The timeline: every dated statement of the report.

milestone   the statement begins with its date, or counts its dates (`2회(07.30 / 11.18)`)
period      the value of 사업기간, 운영기간, 모집기간 …
inline      a dated phrase inside a statement of results, plans, problems
mention     any other date: 기준일, a source, a date in the overview
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from extract.outline import Outline, Section, Statement
from extract.parsers.bare_days import with_bare_days
from extract.parsers.calendar_tables import events_of_calendars
from extract.parsers.clauses import clause_around, words_ahead
from extract.parsers.counted import count_dates, counted_text
from extract.parsers.deeds import ends_in_deed, says_deed
from extract.parsers.events import make_event
from extract.parsers.found import Found
from extract.parsers.heading_dates import is_told_in_heading, of_heading
from extract.parsers.kinds import is_title, kind_at
from extract.parsers.labelling_dates import (
    labels_other,
    names_a_half,
    names_a_plan,
    names_a_year,
)
from extract.parsers.labels import Labelled, label_meaning, part_at, split_label
from extract.parsers.line_steps import BEHIND_DATE, later_steps, step_around, text_start
from extract.parsers.listed_dates import label_of_dates, with_label
from extract.parsers.period_labels import period_label
from extract.parsers.phrases import (
    is_budget_year,
    role_of,
    role_of_stamp,
)
from extract.parsers.schedule_tables import events_of_tables
from extract.parsers.stamp import Stamp
from extract.parsers.stamps import read_stamps
from extract.parsers.status import StatusOf
from extract.parsers.table_years import YEAR_OF_UNIT
from extract.parsers.years import YearContext
from extract.records import Event, EventKind

__all__ = ["read", "read_timeline"]

_PLAN_NAMED: Final = re.compile(r"(?:계획|실적|성과|현황|예산|방안|업무)(?:\s?\([^()]*\))?$")
_NAMED_PART: Final = re.compile(r"\(((?:[가-힣·]\s?){2,12})\)\s*")
"""`(바우처택시) '25. 4. 1. : 이용대상 확대`: the part of the project that the date is of."""
_TERM: Final = "민선"
_TOLD: Final = re.compile(r"\)\s?(?=[가-힣「『]{2})(?!.*\d\s?(?:[천만억]|백만)?\s?원)")
"""Words behind a date in brackets that name no amount."""
_CONTENTS: Final = re.compile(r"(?:\s/|…|[.·]{3,})\s*\d{1,3}$")
"""A line of the table of contents ends in its page."""
_LETTER: Final = re.compile(r"[가-힣A-Za-z一-鿿]")
_NEAR: Final = 400
_span: Final = attrgetter("span")
_COARSE: Final = frozenset({"year", "half", "quarter"})
_DESCRIBING: Final = frozenset({"overview", "status"})
_RELATIVE: Final = re.compile(r"전년|작년|지난해|금년|올해|내년|익년|차년도|당해|당년|연내|동년")
"""Words for a year that only the surroundings know: read, and told as mentions."""


def read(outline: Outline, found: Found) -> tuple[Event, ...]:  # noqa: ARG001 - the shape of every parser
    """Read every event, in the order of the report."""
    return read_timeline(outline)


def read_timeline(outline: Outline) -> tuple[Event, ...]:
    """Read every event, in the order of the report."""
    status = StatusOf(outline)
    years = YearContext(outline)
    stamped, outside = read_stamps(outline, years)
    events = [
        event
        for index, stamps in stamped
        for event in _of_statement(outline, index, stamps, status)
    ]
    events.extend(events_of_tables(outline, with_bare_days(outline, outside), years, status))
    events.extend(events_of_calendars(outline, years, status))
    events.sort(key=_span)
    return tuple(events)


def _of_statement(
    outline: Outline, index: int, stamps: list[Stamp], status: StatusOf
) -> Iterator[Event]:
    view = outline.document.view
    statement = outline.statements[index]
    section = outline.section_at(statement.start)
    if view.find(_TERM, statement.start, statement.end) >= 0:
        stamps = [stamp for stamp in stamps if not view.startswith(_TERM, stamp.start)]
    if stamps and names_a_plan(view, stamps[0], statement.end):
        stamps = stamps[1:]
    if not stamps or _only_labels(view, statement, index, section):
        return
    lead, floor = _lead(view, statement, stamps)
    if lead == len(stamps):
        # As most dated lines: nothing else is dated there.
        text = " ".join(view[floor : statement.end].split())
        for stamp in stamps:
            yield make_event(outline, stamp, "milestone", text, section, status)
        return
    for stamp, kind, said in _told(outline, index, stamps, section, lead, floor):
        yield make_event(outline, stamp, kind, said, section, status)


def _told(
    outline: Outline,
    index: int,
    stamps: list[Stamp],
    section: Section | None,
    lead: int,
    floor: int,
) -> Iterator[tuple[Stamp, EventKind, str]]:
    """Kind and text of each date of a statement that has more than those it begins with."""
    view, statement = outline.document.view, outline.statements[index]
    milestones = _milestones(view, statement, stamps, lead, floor) if lead else {}
    labels = False
    labelled = split_label(view, statement.body, statement.end)
    listed: str | None = None
    for at, stamp in enumerate(stamps):
        if stamp.start in milestones:
            yield stamp, "milestone", milestones[stamp.start]
            continue
        # 2020. 2. ~ 11.(상·하반기 연2회): both halves label the date in front of the bracket.
        labels = at > 0 and (
            labels_other(view, stamps[at - 1], stamp) or (labels and not stamp.first)
        )
        if labels:
            continue
        own = part_at(view, labelled, stamp.start) if labelled else None
        found = _inner(outline, index, stamp, section, own, floor, stamps)
        if found:
            kind, text = found
            if kind == "inline":
                if listed is None:
                    listed = label_of_dates(view, labelled, stamps)
                text = with_label(text, listed, labelled, stamp)
            yield stamp, kind, text


def _only_labels(view: str, statement: Statement, index: int, section: Section | None) -> bool:
    """Whether a statement's dates tell nothing: the heading of a budget, a line of the contents, that of a unit."""
    if view[statement.body] in "([" and YEAR_OF_UNIT.match(view, statement.body, statement.end):
        return True
    if statement.heading and section and section.heading == index and section.kind == "budget":
        return True
    return view[statement.end - 1].isdecimal() and bool(
        _CONTENTS.search(view, statement.body, statement.end)
    )


def _milestones(
    view: str, statement: Statement, stamps: Sequence[Stamp], lead: int, floor: int
) -> dict[int, str]:
    """What happens at the dates that a statement begins with, and at those of its later steps."""
    plain = not BEHIND_DATE.match(view, stamps[lead - 1].end, statement.end)
    steps = later_steps(view, statement, stamps[lead:], plain=plain)
    text = " ".join(view[floor : min(steps) if steps else statement.end].split())
    text = text.rstrip(",→/( ") if steps else text
    return dict.fromkeys([stamp.start for stamp in stamps[:lead]], text) | steps


def _lead(view: str, statement: Statement, stamps: list[Stamp]) -> tuple[int, int]:
    """How many stamps the statement begins with, and where its words begin: `3. 4., 3. 8. : …` begins with two."""
    body = statement.body
    if view[body] in "(['~<【〈":
        part = _NAMED_PART.match(view, body, stamps[0].start + 1)
        named = part and BEHIND_DATE.match(view, stamps[0].end, statement.end)
        body = part.end() if part and named and not label_meaning(part[1]) else body + 1
    first = stamps[0]
    coarse = first.period.precision in _COARSE
    if first.start > body + 1 or (statement.heading and coarse):
        return 0, statement.body
    count = 1
    while count < len(stamps) and not stamps[count].first:
        count += 1
    end = stamps[count - 1].end
    if first.period.precision == "year" and is_budget_year(view, end, statement.end):
        return 0, statement.body
    if behind := BEHIND_DATE.match(view, end, statement.end):
        return count, behind.end()
    if _dates_line(view, statement, first, end):
        return count, text_start(view, end, statement.end)
    return 0, statement.body


def _dates_line(view: str, statement: Statement, first: Stamp, end: int) -> bool:
    """Whether the stamps that a statement begins with, which reach to `end`, date it without a colon behind them."""
    rest = view[end : statement.end].strip(" .")
    fine = _is_fine(view, first, end, rest)
    # 2026학년도 기초학력 보장 시행계획: the school year says which one is meant.
    if "학년" in view[first.start : end] and (statement.heading or _PLAN_NAMED.search(rest)):
        return False
    if view[statement.body] == "(" and view[end : end + 1] == ")":
        # (상반기) 수요조사 실시, (1분기) 보조금 교부: what the line says happens then.
        year = first.period.precision == "year" or statement.heading
        if ends_in_deed(rest) or (not year and _TOLD.match(rest) and says_deed(rest)):
            return True
    told = first.explicit or first.period.precision == "day"
    if not (told and fine and _LETTER.search(rest)):
        return False
    return _happens(view, statement, first, end)


def _is_fine(view: str, first: Stamp, end: int, rest: str) -> bool:
    """Whether a date without a colon behind it is fine enough to lead what stands there."""
    precision, closed = first.period.precision, "/" not in first.period.edtf
    if precision in ("quarter", "half") and closed:
        # Set apart from its words, a half stands in a column of dates: '26. 하반기  실시설계, 유물 수집 협약.
        return ends_in_deed(rest) or view.startswith("  ", end)
    return precision in ("day", "month") or not closed


def _happens(view: str, statement: Statement, first: Stamp, end: int) -> bool:
    """Whether something happens at the stamps that a statement begins with, which reach to `end`."""
    closed = "/" not in first.period.edtf
    role = role_of(
        view,
        first.start,
        end,
        floor=statement.body,
        stop=statement.end,
        precision="day" if closed else first.period.precision,
        closed=closed,
    )
    return role == "event"


def _inner(
    outline: Outline,
    index: int,
    stamp: Stamp,
    section: Section | None,
    labelled: Labelled | None,
    floor: int,
    stamps: Sequence[Stamp],
) -> tuple[EventKind, str] | None:
    """Kind and text of a date inside a statement, one of its `stamps`, or None where it only labels."""
    view, statement = outline.document.view, outline.statements[index]
    label = period_label(outline, statement, stamp, labelled)
    if label:
        return "period", label
    if statement.heading and section and section.heading == index and section.kind == "overview":
        return of_heading(view, statement, stamp, section)
    led = floor > statement.body
    # A converter may hand over a page as one line; what a date is about stands near it.
    floor, stop = max(floor, stamp.start - _NEAR), min(statement.end, stamp.end + _NEAR)
    floor, stop = step_around(view, stamp, floor, stop, labelled)
    role = role_of_stamp(view, stamp, floor, stop)
    if role == "label":
        return None
    told = is_told_in_heading(statement, section, stamp, labelled)
    if _titles(view, statement, stamp, told=told) or _names(outline, statement, stamp, led=led):
        return None
    if role == "mention" or _RELATIVE.search(view, stamp.start, stamp.end):
        return "mention", " ".join(view[floor:stop].split())
    if told and labelled:
        floor = max(floor, labelled.start)
    text = clause_around(view, stamp.start, stamp.end, floor=floor, stop=stop)
    text = text or words_ahead(view, stamp.start, stamp.end, floor=floor, stop=statement.end)
    kind_of_section = kind_at(outline, index, section)
    # What a milestone dates inside it happens too, wherever it stands.
    if kind_of_section in _DESCRIBING and not led and not _is_part_of_contents(view, stamp):
        # A date alone on its line, as on the cover, tells nothing.
        return ("mention", text) if text else None
    if kind_of_section == "results" and not led and count_dates(view, stamps, floor=statement.body):
        return "milestone", counted_text(view, stamp, labelled, statement)
    return "inline", text


def _titles(view: str, statement: Statement, stamp: Stamp, *, told: bool) -> bool:
    """Whether a year, half or quarter, or a school year, stands in a title, where nothing is `told` behind it."""
    coarse = stamp.period.precision in _COARSE and (
        (statement.heading and not told) or is_title(view, statement)
    )
    return coarse or (statement.heading and "도" in view[stamp.start : stamp.end])


def _names(outline: Outline, statement: Statement, stamp: Stamp, *, led: bool) -> bool:
    """Whether a date says which thing is meant, behind a date or in a project's name: `4⇥7월 집중호우 피해 복구`."""
    view = outline.document.view
    if led and (names_a_half(view, stamp) or names_a_year(view, stamp)):
        return True
    project = outline.project_at(statement.start) if statement.heading else None
    if project is None or project.start != statement.start:
        return False
    return view.find("(", statement.body, stamp.start) < 0


def _is_part_of_contents(view: str, stamp: Stamp) -> bool:
    """Whether a day or month of the planned year stands in brackets: `사업내용 : 공방 운영, 축제(10월 중) 개최`."""
    return (
        not stamp.explicit
        and stamp.period.precision in ("day", "month")
        and view[stamp.start - 1] == "("
    )
