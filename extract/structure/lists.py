"""The list of projects that a department's part opens with (주요사업 목록).

A list is a table that numbers projects and names the pages they stand on, or is called a list. Its numbers,
names and states are what the sections behind it are matched to.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import numeric

from extract.outline import Grid
from extract.records import CellRecord
from extract.structure.vocabulary import STATES, office_name

__all__ = ["STATE", "ListEntry", "Listing", "listed_offices", "read_list", "read_lists"]

_NUMBER: Final = re.compile(r"연번|순번|번호|^No\.?$|^순$")
_NAME: Final = re.compile(
    r"주요사업|주요업무|사업명|과제명|업무명|단위사업|추진과제|세부사업|시책명|공약명|공약사업명|자료명|안건명|^과제$|^사업$|^업무$"
)
_STATUS: Final = re.compile(r"^구분$|^비고$|상태|신규")
STATE: Final = re.compile(STATES)
_PAGE: Final = re.compile(r"^쪽$|페이지|^면$|^쪽수$|^page$", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"(?:담당|소관|주관|추진|시행)?(?:부서명?|실[·ㆍ]?국|실과소?|과명|국명)|(?:담당|소관|주관|추진)과"
)
_REMARKS: Final = "비고"
_LISTED: Final = re.compile(r"목록|목차|차례|총괄표?$|^총괄")
_ENTRY_NUMBER: Final = re.compile(
    r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]-\d{1,2}(?:-(?:\d{1,2}|[①-⑳]))?|\d{1,3}(?:-\d{1,2}){0,2}(?:-[①-⑳])?|[①-⑳]"
)

_NUMBER_AND_NAME: Final = re.compile(rf"({_ENTRY_NUMBER.pattern})[.)]?\s+(\D.+)", re.DOTALL)


class ListEntry(NamedTuple):
    """A row of a list of projects."""

    number: str
    name: str
    status: str
    page: int | None
    start: int
    office: str


Listing = tuple[int, tuple[ListEntry, ...]]
"""Where a list begins, and its entries."""


def read_lists(grids: Sequence[Grid]) -> list[Listing]:
    """Read the lists of projects among some tables, in order."""
    found = [(grid.table.start, read_list(grid)) for grid in grids if not grid.nested]
    return [(start, entries) for start, entries in found if entries]


def read_list(grid: Grid) -> tuple[ListEntry, ...]:
    """Read the entries of a list of projects, or nothing if the table is not one."""
    if grid.header_rows < 1 or grid.table.rows < 2:
        return ()
    if not any(map(_names, grid.column_paths)):
        return ()
    heads = [cell for cell in grid.cells if cell.row < grid.header_rows]
    number, name, status, page = (_column(heads, like) for like in (_NUMBER, _NAME, _STATUS, _PAGE))
    if name < 0 or (number < 0 and page < 0):
        return ()
    if page < 0 and not _LISTED.search(grid.caption) and not _tells_states(grid, status):
        return ()
    office = _column_of_offices(heads)
    rows: dict[int, dict[int, CellRecord]] = {}
    for cell in grid.cells:
        if cell.row >= grid.header_rows:
            rows.setdefault(cell.row, {})[cell.column] = cell
    entries = []
    for row in rows.values():
        counted, words = _numbered(row, number, name)
        if counted:
            printed = row[page].text if page in row else ""
            entries.append(
                ListEntry(
                    _digits(counted),
                    words,
                    _state(row, status, heads),
                    int(printed) if printed.isdecimal() else None,
                    row[name].start,
                    office_name(row[office].text) if office in row else "",
                )
            )
    return tuple(entries)


def _state(row: dict[int, CellRecord], column: int, heads: Sequence[CellRecord]) -> str:
    """The state of an entry as printed; among the remarks (비고) only what is one: 신규, and not 정상 or 민자."""
    if column not in row:
        return ""
    remarks = any(head.column == column and head.text == _REMARKS for head in heads)
    printed = row[column].text
    return printed if not remarks or STATE.fullmatch(printed) else ""


def _numbered(row: dict[int, CellRecord], number: int, name: int) -> tuple[str, str]:
    """The number and the name of an entry; both may stand in one cell: `1. 골목길 정비`. Empty where it has none."""
    if name not in row:
        return "", ""
    words = row[name].text
    if number < 0:
        found = _NUMBER_AND_NAME.fullmatch(words)
        return (found[1], found[2]) if found else ("", "")
    counted = row[number].text if number in row else ""
    return (counted, words) if _ENTRY_NUMBER.fullmatch(counted) else ("", "")


def listed_offices(grid: Grid) -> Iterator[str]:
    """The departments that a list of projects names in a column of its own (부서명)."""
    if grid.nested or grid.header_rows < 1 or not any(map(_names, grid.column_paths)):
        return
    heads = [cell for cell in grid.cells if cell.row < grid.header_rows]
    # In front of the numbers an office heads its rows; behind them it is in charge of one.
    first = any(_OFFICE.fullmatch("".join(cell.text.split())) for cell in heads if cell.column == 0)
    for cell in grid.cells if first else ():
        name = office_name(cell.text) if cell.column == 0 and cell.text else ""
        if name and cell.row >= grid.header_rows:
            yield name


def _column_of_offices(heads: Sequence[CellRecord]) -> int:
    """The column that says which office is in charge of each project (담당부서), or -1."""
    fits = (cell.column for cell in heads if _OFFICE.fullmatch("".join(cell.text.split())))
    return next(fits, -1)


@lru_cache(maxsize=4096)
def _names(path: tuple[str, ...]) -> bool:
    """Whether the head words of a column say that it holds names of projects."""
    return _NAME.search("".join("".join(path).split())) is not None


def _tells_states(grid: Grid, column: int) -> bool:
    """Whether a column says of each row that it goes on or is new, as lists of projects do."""
    states = [
        cell.text
        for cell in grid.cells
        if cell.column == column and cell.row >= grid.header_rows and cell.text
    ]
    return len(states) > 1 and all(map(STATE.fullmatch, states))


def _digits(number: str) -> str:
    """A number as printed, a circled one (②) in digits."""
    return str(int(numeric(number))) if len(number) == 1 else number


def _column(heads: Sequence[CellRecord], like: re.Pattern[str]) -> int:
    return next((cell.column for cell in heads if like.search("".join(cell.text.split()))), -1)
