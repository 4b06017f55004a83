"""Dates in cells of words: told by their line of the cell, as those of statements are by theirs."""

import re
from typing import Final

from extract.outline import Grid, Section
from extract.parsers.clauses import clause_around
from extract.parsers.phrases import role_of_stamp
from extract.parsers.stamp import Stamp
from extract.records import CellRecord, EventKind

__all__ = ["in_words"]

_BULLET: Final = re.compile(r"\n|[○◦●▶※ㅇ‣](?=[\s'(\d])|(?<=\s)-(?=\s)")
_ITEM: Final = re.compile(r"(?:(?<=[\t\n])|\A|\n)\s?[○◦●▶※ㅇ‣·∙-]\s?(?=\S)")
"""An item of a cell whose lines wrap: the line break inside it ends nothing."""
_MARK: Final = re.compile(r"[\s○◦●▶※ㅇ‣·-]*")
_BEHIND: Final = re.compile(r"[.)]*\s*:\s*")
_PLANS: Final = re.compile(r"목표|계획|추진(?:실적|상황|현황|경과|사항|일정)")
_WORD: Final = re.compile(r"[가-힣]{2}")
_DESCRIBING: Final = frozenset({"overview", "status"})


def in_words(
    view: str, grid: Grid, cell: CellRecord, stamp: Stamp, section: Section | None, beside: str
) -> tuple[EventKind, str] | None:
    """Kind and text of a date in a cell of words: told by its line, as in a statement, else by the words `beside` it.

    None where the date only labels, or nothing tells what it is of.
    """
    floor, stop = _line_around(view, cell, stamp)
    behind = _BEHIND.match(view, stamp.end, stop)
    first = stamp.start <= floor + 1
    if behind and first:
        return "milestone", " ".join(view[behind.end() : stop].split())
    role = role_of_stamp(view, stamp, floor, stop)
    if role == "label":
        return None
    # '24. 6. 보일러 교체 착수: a line that begins with its date needs no colon.
    if first and role == "event" and stamp.explicit and stamp.period.precision in ("day", "month"):
        words = view[stamp.end : stop].strip(" .)")
        if _WORD.match(words):
            return "milestone", " ".join(words.split())
    text = clause_around(view, stamp.start, stamp.end, floor=floor, stop=stop)
    # A project that is a row of a table has no sections; its cell says what happens.
    telling = section is None or section.kind not in _DESCRIBING or _plans(grid, cell)
    kind: EventKind = "inline" if role == "event" and telling and text else "mention"
    # 보도시점 | 2024. 6. 21.(금) 11:00
    return (kind, text or beside) if text or beside else None


def _plans(grid: Grid, cell: CellRecord) -> bool:
    """Whether the head of a cell, or the title of its table, speaks of plans or results: 상반기 목표, 사전 구축 계획(안)."""
    head = cell.column_path[-1] if cell.column_path else ""
    return any(map(_PLANS.search, (head, grid.caption)))


def _line_around(view: str, cell: CellRecord, stamp: Stamp) -> tuple[int, int]:
    """The line of the cell that holds a date, without its bullet."""
    floor, stop = cell.start, cell.end
    wrapped = _ITEM.match(view, cell.start) and view.find("\n", cell.start, cell.end) >= 0
    marks = _ITEM if wrapped else _BULLET
    for mark in marks.finditer(view, cell.start, cell.end):
        if mark.start() < stamp.start:
            floor = mark.start()
        elif mark.start() >= stamp.end:
            stop = mark.start()
            break
    found = _MARK.match(view, floor, stamp.start)
    return (found.end() if found else floor), stop
