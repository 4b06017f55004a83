"""Dates in tables: a schedule column (일정, 시기) makes each row an event, a row or column 사업기간 a period.

Other dates in cells are told like those of statements, a line of the cell at a time.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from extract.outline import Grid, Outline, ProjectNode, Section
from extract.parsers.cell_dates import dated_cells
from extract.parsers.cell_words import in_words
from extract.parsers.dated_rows import deed_of_row
from extract.parsers.deeds import ends_in_deed
from extract.parsers.events import make_event
from extract.parsers.fields import field_label
from extract.parsers.labels import clean_label, label_meaning
from extract.parsers.named_rows import rows_naming_projects
from extract.parsers.row_events import row_words
from extract.parsers.stamp import Stamp, stamps_over_lines
from extract.parsers.stamps import OF_BUDGET
from extract.parsers.status import StatusOf
from extract.parsers.step_tables import is_when, step_of
from extract.parsers.years import YearContext
from extract.records import CellRecord, Event, EventKind

__all__ = ["events_of_tables", "head_year"]

_SCHEDULE: Final = re.compile(
    r"일\s?정|시\s?기|일자(?!리)|일\s?시|날\s?짜|연월|년\.?\s?월|월일|추진월|^분기별?$|추진일|개최일|시행일|기한|착공|준공|추진기간|[가-힣]{2}(?:\(예정\))?일(?=$|[\s(])|[가-힣]{2}\s?\(?예정\)?$"
)
_CALENDAR_ROWS: Final = 4
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)|'(\d\d)(?=[년.\s)]|$)")
_TITLE: Final = re.compile(r"일정|계획|실적|현황|추진표")
_DATED_ASIDE: Final = re.compile(r"(?:20\d\d|'\d\d)\s?[.년]\s?\d{1,2}\s?[.월]")
_LINE_YEAR: Final = re.compile(r"(?:(?<!\d)(20\d\d)|'\s?(\d\d))\s?[.년]")
_WORD: Final = re.compile(r"[가-힣]{2}")
_PERIOD_LABEL: Final = re.compile(
    r"((?:[가-힣][ ]?){0,4}기[ ]?간)[ ]*:[\s\d.~()'월년일당초변경연장]*$"
)
_LATE, _EARLY = 9, 3
_BARE_MONTH: Final = re.compile(r"(?:0?[1-9]|1[0-2])\s?(?:월|[~,·])")
_DEED_HEAD: Final = re.compile(
    r"(?P<deed>착공|준공|완공|개통|개관|개장|착수|입주|[가-힣]{2,6}?(?=\(?예정|일|시기))(?:\(?예정\)?)?(?:일자|일시|일|시기)?"
)
"""`착공 | 준공`, `개원(예정)일`, `협약일` over the dates of what the rows name."""
_NO_DEED: Final = re.compile(
    r"추진|시행|개최|행사|실시|수행|진행|사업|일정|해당|기준|운영|목표|예정|계획|예상|변경|당초"
)
"""추진시기, 개최일: the row says itself what happens."""
_NAMES: Final = re.compile(r"(?:세부|단위|주요|현안)?(?:사업|과제|공약|시책|업무)명")
_WORDS_AHEAD: Final = re.compile(r"(?:[가-힣]{2}|[가-힣\d][차회])[)\]]?\s?\([^()\n]{0,12}$")
"""`민관합동자문회의 개최(1월)`: the cell says itself what happens at its date."""
_OFTEN_AHEAD: Final = re.compile(r"(?:연간?|매년|반기|분기)?\s?\d{1,2}\s?회\s?\([^()\n]*$")
"""`연 2회(6월, 11월)`: how often, and no words that tell what happens."""
_FINE: Final = re.compile(r"월|\d\.\s?\d")
_PLANNED_OR_DONE: Final = re.compile(r"(?:당초|변경|추진|이행)?(?:계획|실적)(?:일)?|완료일?")
"""Columns of a table of steps, the plan beside what came of it."""
_WORK_HEAD: Final = re.compile(
    r"(?:기본|실시)?설계|공사|발주|보상|용역|심의|공고|접수|선정|평가|정산|교부|지급|개최|시공|이전|점검"
)
"""Columns that are works, the dates of each below."""
_TELLING: Final = frozenset({"plan", "results", "mixed"})
_DESCRIBING: Final = frozenset({"overview", "status"})


def events_of_tables(
    outline: Outline, spans: Sequence[tuple[int, int]], years: YearContext, status: StatusOf
) -> Iterator[Event]:
    """Read the events of the dated expressions at `spans`, which stand in tables."""
    turned: Counter[tuple[int, int]] = Counter()
    latest: dict[tuple[int, int], Event] = {}
    for grid, cell, span in dated_cells(outline, spans):
        column = grid.table.start, cell.column
        events = [*_of_cell(outline, grid, cell, span, years, status, turned[column])]
        if events and _turns(latest.get(column), events[0]):
            turned[column] += 1
            events = [*_of_cell(outline, grid, cell, span, years, status, turned[column])]
        if events:
            latest[column] = events[0]
        yield from events


def _turns(last: Event | None, event: Event) -> bool:
    """Whether a column of months falls back at the turn of the year: 11월, then 1월."""
    if last is None or last.start is None or event.start is None:
        return False
    return (
        last.start.month >= _LATE
        and event.start.month <= _EARLY
        and event.start.year == last.start.year
        and _BARE_MONTH.match(event.date_raw) is not None
    )


def _of_cell(
    outline: Outline,
    grid: Grid,
    cell: CellRecord,
    span: tuple[int, int],
    years: YearContext,
    status: StatusOf,
    turned: int,
) -> Iterator[Event]:
    view = outline.document.view
    section = outline.section_at(cell.start)

    def year() -> int | None:
        line = _line_year(view, cell, span[0])
        named = line or _path_year(grid, cell)
        if named:
            return named
        found = head_year(grid, cell) or years.of_section(section)
        return found + turned if found else None

    project = _project_of_row(outline, grid, cell)
    for stamp in stamps_over_lines(view, *span, year):
        if _is_in_name(view, cell, stamp):
            continue
        if stamp.start == cell.start and _names_a_year(view, stamp) and _is_dated(grid, cell):
            continue
        found = _told(view, grid, cell, stamp, section)
        if found:
            kind, text = found
            if project:
                text = _of_project(project, cell, kind, text)
            owner = project or outline.project_at(stamp.start)
            owner = owner or rows_naming_projects(outline, grid).get(cell.row)
            yield make_event(outline, stamp, kind, text, section, status, owner)


def _is_in_name(view: str, cell: CellRecord, stamp: Stamp) -> bool:
    """Whether a date is part of a project's name in a list: `7월 집중호우 피해 복구`."""
    head = "".join(cell.column_path[-1].split()) if cell.column_path else ""
    return _NAMES.fullmatch(head) is not None and "(" not in view[cell.start : stamp.start]


def _of_project(project: ProjectNode, cell: CellRecord, kind: EventKind, text: str) -> str:
    """What a date says of the project whose row it stands in: the name of that row needs no telling."""
    if not project.in_row:
        return project.name if kind == "milestone" else text
    alone = kind == "period" or (kind == "milestone" and not _WORD.search(cell.text))
    return clean_label(cell.column_path[-1]) if alone and cell.column_path else text


def _line_year(view: str, cell: CellRecord, start: int) -> int | None:
    """The last year that the line of the cell names before `start`: `'24. 4. ~ 9. : 착공(4월)`."""
    found = None
    line = max(cell.start, view.rfind("\n", cell.start, start) + 1)
    for each in _LINE_YEAR.finditer(view, line, start):
        if OF_BUDGET.match(view, each.end()):
            continue
        found = int(each[1] or f"20{each[2]}")
    return found


def _project_of_row(outline: Outline, grid: Grid, cell: CellRecord) -> ProjectNode | None:
    """The project that another cell of the same row describes: its dates are that project's."""
    if not outline.projects_between(grid.table.start, grid.table.end + 1):
        return None
    for other in grid.cells:
        if other.row > cell.row:
            break
        if other.row + other.row_span > cell.row and other.start != cell.start:
            found = outline.project_at(other.start)
            if found and found.start == other.start and found.end >= other.end:
                return found
    return None


def _names_a_year(view: str, stamp: Stamp) -> bool:
    """Whether a year only says which thing is meant: `'26년 정비사업 시행계획 통보`, `2027학년도 참여 수요조사`."""
    words = view[stamp.start : stamp.end]
    return words.endswith(("년", "년도")) and "~" not in words and view.startswith(" ", stamp.end)


def _is_dated(grid: Grid, cell: CellRecord) -> bool:
    """Whether another cell of the row is a day or a month: when what this cell tells of is done."""
    return any(
        other.row == cell.row
        and other.column != cell.column
        and _FINE.search(other.text) is not None
        and is_when(other.text)
        for other in grid.cells
    )


def _told(
    view: str, grid: Grid, cell: CellRecord, stamp: Stamp, section: Section | None
) -> tuple[EventKind, str] | None:
    head = " ".join(cell.column_path)
    row = row_words(grid, cell, stamp)
    between = view.find("간", cell.start, stamp.start) >= 0
    if between and (labelled := _PERIOD_LABEL.search(view, cell.start, stamp.start)):
        return "period", clean_label(labelled[1])
    if cell.row_path and any(label_meaning(word) == "period" for word in cell.row_path):
        return "period", field_label(cell) or f"{head} {cell.row_path[-1]}".strip()
    last = cell.column_path[-1] if cell.column_path else ""
    if label_meaning(last) == "period" and not _is_calendar(grid, last):
        return "period", f"{row} {last}".strip()
    if _SCHEDULE.search(head) or last == "기간":
        often = _OFTEN_AHEAD.match(view, cell.start, stamp.start)
        if not often and _WORDS_AHEAD.search(view, cell.start, stamp.start):
            return in_words(view, grid, cell, stamp, section, row or head)
        return "milestone", _with_deed(cell, row, last) or head
    if _PLANNED_OR_DONE.fullmatch("".join(last.split())) and stamp.start <= cell.start + 1:
        return ("milestone", _with_rest(view, cell, stamp, row)) if row else None
    alone = len(cell.text) <= stamp.end - stamp.start + 1
    if alone or is_when(cell.text):
        telling = section is not None and section.kind in _TELLING
        coarse = stamp.period.precision == "year"
        works = _WORK_HEAD.fullmatch("".join(last.split())) and is_when(cell.text) and row
        step = f"{row} {last}" if works else step_of(grid, cell)
        step = step or deed_of_row(grid, cell, coarse=coarse, telling=telling)
        if step or alone:
            return ("milestone", step) if step else None
    # Beside remarks that begin with figures a column 추진내용 counts as a stub; it tells what happens all the same.
    tells = cell.column and _WORDS_AHEAD.search(view, cell.start, stamp.start)
    return (
        in_words(view, grid, cell, stamp, section, row or head)
        if tells or not cell.is_header
        else None
    )


def _with_deed(cell: CellRecord, row: str, last: str) -> str:
    """What a row is about, and what its column says is done: 송암교 | 준공예정일 is 송암교 준공."""
    found = _DEED_HEAD.fullmatch("".join(last.split())) if cell.row_path else None
    if (
        found is None
        or _NO_DEED.fullmatch(found["deed"])
        or found["deed"] in row
        or ends_in_deed(row)
    ):
        return row
    return f"{row or cell.row_path[0]} {found['deed']}"


def _with_rest(view: str, cell: CellRecord, stamp: Stamp, row: str) -> str:
    """What a row is about, and what its cell adds to the date: 설계용역 | '25. 1. 24. 준공."""
    rest = " ".join(view[stamp.end : cell.end].strip(" .)").split())
    return row if not rest or rest in row else f"{row} {rest}"


def _is_calendar(grid: Grid, head: str) -> bool:
    """Whether a column 기간 or 일정 gives the dates of what its rows name: a list of events, not of projects."""
    return bool(_SCHEDULE.search(head)) or (
        head == "기간" and grid.table.rows - grid.header_rows >= _CALENDAR_ROWS
    )


def _left_of(grid: Grid, cell: CellRecord) -> tuple[str, ...]:
    """The heads of the same row on the left of a cell."""
    return tuple(
        other.text
        for other in grid.cells
        if other.is_header
        and other.column < cell.column
        and other.row <= cell.row < other.row + other.row_span
    )


def head_year(grid: Grid, cell: CellRecord) -> int | None:
    """The year that the heads of a cell say, or the title of its table."""
    named = _path_year(grid, cell)
    if named:
        return named
    # The line above may be no title: 지원대상자 월세 지급 완료(~'26. 12월).
    title = grid.caption if _TITLE.search(grid.caption) else _DATED_ASIDE.sub("", grid.caption)
    found = _YEAR.search(title)
    return int(found[1] or f"20{found[2]}") if found else None


def _path_year(grid: Grid, cell: CellRecord) -> int | None:
    """The year that the heads of a cell say; a head cell itself stands under the heads on its left."""
    row = cell.row_path or _left_of(grid, cell)
    for word in (*reversed(row), *reversed(cell.column_path)):
        found = _YEAR.search(word)
        if found:
            return int(found[1] or f"20{found[2]}")
    return None
