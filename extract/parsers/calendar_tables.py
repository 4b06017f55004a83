"""Tables whose columns are months, quarters or halves: what a row does, and when its marks or words say.

구분        | 1월 | 2월 | 3월 | 4월          사업명      | 1분기 | 2분기 | 3분기
교육        | ●  | ●  |     |              하늘천 정비 | 보상  | 착공  | 준공
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.outline import Grid, Outline
from extract.parsers.events import make_event
from extract.parsers.named_rows import rows_naming_projects
from extract.parsers.schedule_tables import head_year
from extract.parsers.stamp import Stamp, stamps_in
from extract.parsers.status import StatusOf
from extract.parsers.years import YearContext
from extract.records import CellRecord, Event
from normalize.dates import read_dates

__all__ = ["events_of_calendars"]

_WHEN: Final = re.compile(
    r"(?:1[0-2]|[1-9])\s?월|[1-4Ⅰ-Ⅳ]\s?(?:/\s?4)?\s?분기|[1-4]\s?/\s?4|[상하]반기"
)
_BARE_WHEN: Final = re.compile(rf"{_WHEN.pattern}|1[0-2]|[1-9]")
"""Heads of a table that is called 월별 추진일정: 1 to 12 are months."""
_ENDS: Final = frozenset("월기0123456789")
_MARKED: Final = re.compile(r"[●○■□◆◇◎★▲▶►→⇒━─=~√✓✔VvoO-]{1,8}")
_BLANK: Final = frozenset({"", "-"})
_WORDS: Final = re.compile(r"[가-힣]{2}")
_OTHER_DATE: Final = re.compile(
    r"\d\s?[월일.]|연중|상시|수시|매월|매주|분기별|계속|\d[회명건]|원$|%"
)
_SCHEDULE: Final = re.compile(r"일정|추진|계획|실적")
_MONTH: Final = re.compile(r"(1[0-2]|[1-9])(?:\s?월)?$")
_LONGEST: Final = 40
_FEWEST: Final = 2


def events_of_calendars(outline: Outline, years: YearContext, status: StatusOf) -> Iterator[Event]:
    """Read the events of every table of months, quarters or halves that holds marks or words, and no figures."""
    for grid in outline.grids:
        columns = _columns(grid)
        if columns and _is_schedule(outline, grid, columns):
            yield from _events(outline, grid, columns, years, status)


def _columns(grid: Grid) -> dict[int, CellRecord]:
    """The head cells of the columns that say when; none where there are fewer than two."""
    # Most tables are done with here: 월 and 분기, 반기, 1/4 and 12 end in these.
    if sum(path[-1][-1:] in _ENDS for path in grid.column_paths if path) < _FEWEST:
        return {}
    outer = (word for path in grid.column_paths for word in path[:-1])
    when = _BARE_WHEN if "월" in grid.caption or any("월" in word for word in outer) else _WHEN
    heads = {
        cell.column: cell
        for cell in grid.cells
        if cell.row == grid.header_rows - 1 and when.fullmatch(cell.text) and cell.column_span == 1
    }
    return heads if len(heads) >= _FEWEST else {}


def _is_schedule(outline: Outline, grid: Grid, columns: dict[int, CellRecord]) -> bool:
    """Whether the table is called one, and its cells under those heads hold marks or words alone."""
    section = outline.section_at(grid.table.start)
    called = f"{grid.caption} {section.title if section else ''}"
    if not _SCHEDULE.search(called):
        return False
    said = [
        cell.text
        for cell in grid.cells
        if cell.row >= grid.header_rows and cell.column in columns and cell.text not in _BLANK
    ]
    return bool(said) and all(_MARKED.fullmatch(text) or _WORDS.search(text) for text in said)


def _events(
    outline: Outline,
    grid: Grid,
    columns: dict[int, CellRecord],
    years: YearContext,
    status: StatusOf,
) -> Iterator[Event]:
    section = outline.section_at(grid.table.start)
    named = rows_naming_projects(outline, grid)
    turns = _turns(columns)

    def year(cell: CellRecord, column: int) -> int | None:
        told = years.of_section(section)
        return head_year(grid, cell) or (told and told + turns[column])

    for row, path in enumerate(grid.row_paths):
        cells = [
            cell
            for cell in grid.cells
            if cell.row == row >= grid.header_rows
            and cell.column in columns
            and cell.text not in _BLANK
        ]
        name = " ".join(path)
        for run in _runs(cells):
            first, last = run[0], run[-1]
            until = _last(last)
            stamp = _stamp(
                outline,
                (columns[first.column], year(first, first.column)),
                (columns[until], year(last, until)),
            )
            words = "" if _MARKED.fullmatch(first.text) else first.text
            text = f"{name} {words}".strip()
            if stamp and text:
                project = named.get(row)
                at = first.start
                yield make_event(outline, stamp, "milestone", text, section, status, project, at)


def _turns(columns: dict[int, CellRecord]) -> dict[int, int]:
    """How many years each column is behind the first: months fall back at the turn of the year (3월 … 12월, 1월, 2월)."""
    turns: dict[int, int] = {}
    before = passed = 0
    for column in sorted(columns):
        found = _MONTH.match(columns[column].text)
        month = int(found[1]) if found else before
        passed += month < before
        before = month
        turns[column] = passed
    return turns


def _runs(cells: list[CellRecord]) -> Iterator[list[CellRecord]]:
    """Marks side by side make one bar; words stand for themselves, unless they name their own date."""
    bar: list[CellRecord] = []
    for cell in cells:
        marked = _MARKED.fullmatch(cell.text) is not None
        if bar and (not marked or cell.column != _last(bar[-1]) + 1):
            yield bar
            bar = []
        if marked:
            bar.append(cell)
        elif len(cell.text) <= _LONGEST and not _OTHER_DATE.search(cell.text):
            yield [cell]
    if bar:
        yield bar


def _last(cell: CellRecord) -> int:
    return cell.column + cell.column_span - 1


def _stamp(
    outline: Outline, first: tuple[CellRecord, int | None], last: tuple[CellRecord, int | None]
) -> Stamp | None:
    """The time from one head to another, each with its year."""
    view = outline.document.view
    begin, end = (_of_head(view, *one) for one in (first, last))
    if len(begin) != 1 or len(end) != 1:
        return None
    one, other = begin[0], end[0]
    if one.start == other.start:
        return one
    opens, closes = one.period.start, other.period.end
    if opens is None or closes is None or closes < opens:
        return None
    period = one.period._replace(
        end=closes, edtf=f"{opens:%Y-%m}/{closes:%Y-%m}", precision="month"
    )
    return one._replace(end=other.end, period=period)


def _of_head(view: str, cell: CellRecord, year: int | None) -> list[Stamp]:
    """The time that a head says, its unit perhaps left to the title of the table: 1/4, 12."""
    if cell.text[-1:] in ("월", "기"):
        return stamps_in(view, cell.start, cell.end, lambda: year)
    reading = read_dates(f"{cell.text}{'분기' if '/' in cell.text else '월'}", year=year)
    periods = reading.values if reading else ()
    return [
        Stamp(cell.start, cell.end, one, "", explicit=False, rule="head", first=True)
        for one in periods
    ]
