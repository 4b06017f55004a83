"""Project metadata: the labelled values of 사업개요, and what timeline and funding say of the whole project."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from extract.findings import Span
from extract.outline import Outline, ProjectNode, Section, Statement
from extract.parsers.areas import area_m2
from extract.parsers.changed_periods import with_change
from extract.parsers.fields import fields_of, fields_of_row
from extract.parsers.found import Found
from extract.parsers.labels import label_meaning, shared_label, split_label
from extract.parsers.sites import Site, read_site
from extract.parsers.totals import total_of
from extract.records import Event, Field, Funding, Project

__all__ = ["read", "read_projects"]

_new: Final = (
    tuple.__new__
)  # a report has hundreds of fields, and this costs half of calling the class
_SCALE_BEGINS: Final = re.compile(
    r"\s*[(,/]\s*(?:(?:부지|연|대지|건축|사업|총)?\s?(?:면적|규모)|(?:약|총)?\s?\d[\d,.]*\s?(?:㎡|m2|ha|㎢|평|만㎡|천㎡))"
)
"""Where the scale begins behind a place: `남구 대연동 일원, 약 640,000㎡`."""
_OWN_TIMES: Final = ("시기", "사업시기", "추진시기", "운영시기")
_SPACED_OWN: Final = re.compile(r"(?:사업|추진|운영|공사|행사|용역) 기간")
_OTHER_PERIODS: Final = ("모집", "접수", "신청", "교육", "공모", "전시", "입찰")
_ASIDES: Final = re.compile(
    r"(?:\s*(?:\([^\n]{1,80}\)|(?:담당|주관|소관)[^\n]{1,80}|[◈❖▷][^\n]{1,200})\n){0,3}\s*"
)
"""`(담당 : 체육시설팀장 ☎ 650-2542)` or `◈ …` between a title and its form."""
_UNIT: Final = re.compile(r"[(\[<〈]\s?단\s?위\s?:")
"""The unit of a table below is no content."""


def read(outline: Outline, found: Found) -> tuple[Project, ...]:
    """Read every project, with what timeline and funding say of it."""
    return tuple(read_projects(outline, found.timeline, found.funding))


def read_projects(
    outline: Outline, timeline: Sequence[Event], funding: Sequence[Funding]
) -> Iterator[Project]:
    """Every project and programme, in the order of the report."""
    events: dict[str, list[Event]] = {}
    for event in timeline:
        if event.kind == "period":
            events.setdefault(event.project, []).append(event)
    amounts: dict[str, list[Funding]] = {}
    for amount in funding:
        if amount.kind != "statement":
            amounts.setdefault(amount.project, []).append(amount)
    for node in outline.projects:
        yield _project(outline, node, events.get(node.path, ()), amounts.get(node.path, ()))


def _headline(outline: Outline, amounts: Sequence[Funding]) -> Funding | None:
    """The headline budget of a project; beside `2025년 예산` that of the year that is planned, `2026년 소요예산`."""
    headlines = [each for each in amounts if each.kind == "headline"]
    planned = (each for each in headlines if each.fiscal_year == outline.about.planned_year)
    return next(planned, next(iter(headlines), None))


def _project(
    outline: Outline, node: ProjectNode, events: Sequence[Event], amounts: Sequence[Funding]
) -> Project:
    overview = _overview(outline, node)
    fields, contents = _of_row(outline, node) if node.in_row else _fields(outline, overview)
    if not fields:
        fields, contents = _of_form(outline, node)
    named: dict[str, str] = {}
    for field in reversed(fields):
        for label, value in shared_label(field.label, field.value):
            named[label_meaning(label)] = value
    site = _site(named, read_site(outline, overview) if overview else Site("", ""))
    period = with_change(outline, _period(events, overview), events)
    headline = _headline(outline, amounts)
    total = total_of(outline, node, amounts)
    return Project(
        path=node.path,
        parent=node.parent,
        department=node.department,
        team=node.team,
        list_number=node.list_number,
        name=node.name,
        status=node.status,
        list_page=node.list_page,
        period_raw=period.date_raw if period else "",
        period=period.edtf if period else "",
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        location=site.location,
        scale_raw=site.scale,
        area_m2=area_m2(site.scale) if site.scale else None,
        total_cost=total.won if total else None,
        budget_year=headline.fiscal_year if headline else None,
        budget=headline.won if headline else None,
        budget_raw=headline.amount_raw if headline else "",
        purpose=named.get("purpose", ""),
        contents=contents,
        fields=fields,
        span=Span(node.start, node.end),
    )


def _site(named: Mapping[str, str], of_table: Site) -> Site:
    """Place and scale: of their own labels, of a table, or of one label for both."""
    both = named.get("place_and_scale", "")
    cut = _SCALE_BEGINS.search(both)
    behind = both[cut.start() :].strip(" ,/()") if cut else ""
    return Site(
        named.get("location", "")
        or of_table.location
        or both[: cut.start() if cut else len(both)].strip(),
        named.get("scale", "") or of_table.scale or behind,
    )


def _overview(outline: Outline, node: ProjectNode) -> Section | None:
    """The section 사업개요 of the project itself, not of a programme inside it."""
    for section in outline.sections_between(node.start, node.end):
        if section.kind == "overview" and outline.project_at(section.start) is node:
            return section
    return None


def _fields(
    outline: Outline, overview: Section | None
) -> tuple[tuple[Field, ...], tuple[str, ...]]:
    if overview is None:
        return (), ()
    view = outline.document.view
    text = outline.document.text
    fields: list[Field] = []
    contents: list[str] = []
    for index in range(overview.heading, len(outline.statements)):
        statement = outline.statements[index]
        if statement.start >= overview.end:
            break
        if statement.note:
            continue
        labelled = split_label(view, statement.body, statement.end)
        if labelled and labelled.end > labelled.start:
            value = " ".join(text[labelled.start : labelled.end].split())
            span = _new(Span, (labelled.start, labelled.end))
            fields.append(_new(Field, (labelled.label, value, span)))
        if contents:
            continue
        label = labelled.label if labelled else _words(view, statement)
        if label_meaning(label) == "contents":
            contents = _contents(
                outline, index, labelled.start if labelled else statement.end, overview
            )
    in_tables = [
        (label, cell)
        for grid in outline.grids_between(overview.start, overview.end)
        for label, cell in fields_of(grid)
    ]
    fields += [Field(label, cell.text, cell.span) for label, cell in in_tables]
    if not contents:
        contents = [cell.text for label, cell in in_tables if label_meaning(label) == "contents"]
    return tuple(fields), tuple(contents)


def _of_row(outline: Outline, node: ProjectNode) -> tuple[tuple[Field, ...], tuple[str, ...]]:
    """The fields of a project that is a row, and its contents."""
    found = [*fields_of_row(outline, node)]
    fields = [Field(label, cell.text, cell.span) for label, cell in found]
    return tuple(fields), tuple(
        each.value for each in fields if label_meaning(each.label) == "contents"
    )


def _of_form(outline: Outline, node: ProjectNode) -> tuple[tuple[Field, ...], tuple[str, ...]]:
    """The fields of a form that a project opens with, and its contents."""
    # Of its own frame, or below the line of its title, with only who is in charge or a summary between.
    view = outline.document.view
    below = view.find("\n", node.start) + 1
    near = (grid for grid in outline.grids_between(node.start, node.end))
    grid = next(
        (
            grid
            for grid in near
            if grid.table.start == node.start or _ASIDES.fullmatch(view, below, grid.table.start)
        ),
        None,
    )
    found = [*fields_of(grid)] if grid else []
    contents = [cell.text for label, cell in found if label_meaning(label) == "contents"]
    return tuple(Field(label, cell.text, cell.span) for label, cell in found), tuple(contents)


def _contents(outline: Outline, index: int, start: int, section: Section) -> list[str]:
    """The value of 사업내용 and the items below it."""
    view = outline.document.view
    own = " ".join(view[start : outline.statements[index].end].split())
    items = [own] if own else []
    below = {index}
    for at in range(index + 1, len(outline.statements)):
        statement = outline.statements[at]
        if statement.parent not in below or statement.start >= section.end:
            break
        below.add(at)
        words = _words(view, statement)
        if words.startswith(":") and items:
            items[-1] = f"{items[-1]} {words}"
        elif not statement.note and not _UNIT.match(words):
            items.append(words)
    return items


def _words(view: str, statement: Statement) -> str:
    return " ".join(view[statement.body : statement.end].split())


def _period(events: Sequence[Event], overview: Section | None) -> Event | None:
    """The period of the project itself: of its overview, and not one of 모집 or 접수."""
    if overview is None:
        # Of several without an overview each is that of a part, unless it says 사업기간.
        own = [event for event in events if _is_own(event.text)]
        named = next((event for event in own if event.text in ("사업기간", "사업 기간")), None)
        return named or (own[0] if len(own) == 1 else None)
    in_form = None
    for event in events:
        if not overview.start <= event.span.start < overview.end:
            # A form may stand in front of its sections: 사업기간 | 2022. 7. ~ 2025. 12.
            if event.span.start < overview.start and event.text in ("사업기간", "사업 기간"):
                in_form = in_form or event
            continue
        # □ 새길 정비사업(2023~2027): the years of the heading are the project's.
        if event.text == overview.title[:400].split("(")[0] or _is_own(event.text):
            return event
    return in_form


def _is_own(label: str) -> bool:
    """Whether a label's period is that of the whole project, and not of a part or an application."""
    if _SPACED_OWN.fullmatch(label):
        return True
    if " " in label or any(word in label for word in _OTHER_PERIODS):
        return False
    return not label.endswith("시기") or label in _OWN_TIMES
