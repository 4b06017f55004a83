"""What stands around a table: its unit, its title, the statement it belongs under.

The unit (`(단위 : 천원)`) stands above the table, in its head, below it, or twenty lines up in a form's head; the
nearest one wins, and none is taken over another table's rows or a section heading.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.document import Document, Table
from extract.findings import Span
from extract.outline import Statement
from extract.structure.marks import SQUARE
from extract.structure.vocabulary import squeeze

__all__ = ["Caption", "read_caption_of"]

_UNIT_WORD: Final = r"(?:[단單][위位]|(?<![가-힣])[단單]\s[위位])(?!사업|과제|시설|업무|면적|프로그램|조합|학교|기관|지구)"
"""단위, but neither 단위사업별 추진현황 nor 시설공단 위탁공원."""
_BEFORE_UNIT: Final = re.compile(rf"\S.*?(?={_UNIT_WORD})")
_UNIT: Final = re.compile(
    _UNIT_WORD
    + r"\s?[:;)]?\s*([^()\[\]【】<>〈〉\n:]{1,40}(?:\([^()\n]{1,12}\)[^()\[\]【】<>〈〉\n:]{0,20})?)"
)
_BEHIND_TITLE: Final = re.compile(r"[가-힣]\s?[(\[]\s?((?:천|백만|십억|억)\s?원)\s?[)\]]\s*$")
"""`연차별 투자계획(백만원)`"""
_UNIT_ALONE: Final = re.compile(r"[(\[]\s?((?:천|백만|십억|억)\s?원)\s?[)\]]")
_AS_OF: Final = re.compile(
    r"[(\[【<〈]?[^()\n]{0,20}(?:기준일?|[단單]\s?[위位])\s?[:;)]|[(\[【][^()\n]{0,30}(?:기준|현재)[)\]】]$"
)
_REACH: Final = 25
_NEAR: Final = 4


class Caption(NamedTuple):
    """Title and unit of a table, and the statement above it."""

    title: str
    unit_raw: str
    unit_span: Span | None
    parent: int


def read_caption_of(
    document: Document,
    table: Table,
    statements: Sequence[Statement],
    starts: Sequence[int],
    floor: int,
) -> Caption:
    """Read what stands around `table`; nothing before offset `floor` is looked at."""
    view = document.view
    last = bisect_right(starts, table.start) - 1
    if last >= 0 and statements[last].start < floor:
        last = -1
    parent = _parent(view, statements, last, floor)
    title = _title(view, statements, parent)
    unit = (
        _unit_above(view, statements, last, floor)
        or _unit_in_head(view, table)
        or _unit_below(view, statements, last + 1, table)
    )
    if unit is None:
        return Caption(title, "", None, parent)
    return Caption(title, view[unit.start : unit.end], unit, parent)


def _unit_in(view: str, start: int, end: int) -> Span | None:
    found = _UNIT.search(view, start, end)
    if not found:
        return None
    words = found[1]
    begin = found.start(1) + len(words) - len(words.lstrip())
    return Span(begin, found.start(1) + len(words.rstrip(" \t,.·/")))


def _unit_above(view: str, statements: Sequence[Statement], last: int, floor: int) -> Span | None:
    for index in range(last, max(last - _REACH, -1), -1):
        statement = statements[index]
        if statement.start < floor:
            return None
        unit = _unit_in(view, statement.start, statement.end)
        if unit:
            return unit
        behind = None
        if index == last and view.find("원", statement.body, statement.end) >= 0:
            behind = _BEHIND_TITLE.search(
                view, statement.body, statement.end
            ) or _UNIT_ALONE.fullmatch(view, statement.body, statement.end)
        if behind:
            return Span(*behind.span(1))
        if statement.rank <= SQUARE:
            return None
    return None


def _unit_below(
    view: str, statements: Sequence[Statement], following: int, table: Table
) -> Span | None:
    if following >= len(statements):
        return None
    below = statements[following]
    if below.start < table.end or view.count("\n", table.end, below.start) > 2:
        return None
    words = view[below.start : below.end]
    return _unit_in(view, below.start, below.end) if _is_as_of(words) else None


def _is_as_of(words: str) -> bool:
    """Whether a line says of when the figures of a table are, or their unit."""
    sign = "위" in words or "준" in words or "재" in words or "位" in words
    return sign and _AS_OF.match(words) is not None


def _unit_in_head(view: str, table: Table) -> Span | None:
    """The unit in the first two rows."""
    words = view[table.start : table.end]
    if "위" not in words and "位" not in words:
        return None
    end = -1
    for cell in table.cells:
        if cell.row > 1:
            break
        end = max(end, cell.end)
    return _unit_in(view, table.start, end) if end >= 0 else None


def _parent(view: str, statements: Sequence[Statement], last: int, floor: int) -> int:
    """The nearest statement above that says what the table is, past unit and as-of lines."""
    for index in range(last, max(last - _NEAR, -1), -1):
        if statements[index].start < floor:
            break
        if not _is_as_of(view[statements[index].start : statements[index].end]):
            return index
    return -1


def _title(view: str, statements: Sequence[Statement], parent: int) -> str:
    if parent < 0:
        return ""
    words = view[statements[parent].body : statements[parent].end]
    before = _BEFORE_UNIT.match(words)
    if before:
        words = before[0].rstrip(" ([【<〈:")
    words = squeeze(words)
    return (
        words[1:-1]
        if words[:1] in "〈《【<[" and words[-1:] in "〉》】>]"
        else words.rstrip("】〉》>")
    )[:80]
