"""How many rows of a table are heads: those of its unit, those that the file marks, those that divide others."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extract.document import Table

__all__ = ["TEXT_ORIGINS", "head_rows", "is_data", "unit_rows"]

TEXT_ORIGINS: Final = frozenset({"tabs", "pipes", "boxes", "spaced", "html"})
_DATA: Final = re.compile(
    r"[△▽▲▼+-]?\s?(?!(?:19|20)\d\d(?:년도?)?$)\d[\d,. OolI]*(?:\s?[%명건개원회]|\s?(?:천|백만|억)?\s?원|개소|㎡)?"
    r"(?:\s?[(\[][^)\]]*[)\]])?|\([△▽-]?\d[\d,.]*%?\)|-"
)
"""A cell that holds a figure; a bare year is a head word as often as not, so it does not count."""
_YEAR_WITH_WORDS: Final = re.compile(r"(?:19|20)\d\d(?:년도?)?\s?\([^()]*['가-힣][^()]*\)")
"""`2023('22.12월말)`, `2024(안)`: a year with a remark is a head word."""
_YEAR: Final = 12
_MONTHS: Final = [str(month) for month in range(1, _YEAR + 1)]
_DATE: Final = re.compile(
    r"(?:[○◦●▪❍ㅇ•]\s)?(?:20\d\d\s?[.년]|'\s?\d\d\s?[.년])\s?\d{1,2}\s?[.월/]"
)
_DATE_BEGINS: Final = frozenset("○◦●▪❍ㅇ•2'")
"""How `_DATE` and a year begin."""
_AS_OF: Final = re.compile(r"현재|기준")
_YEAR_ALONE: Final = re.compile(r"(?:(?:20\d\d|'\d\d)[년.]도?)?")
_PART_OF_YEAR: Final = re.compile(r"[1-4]\s?(?:/\s?4\s?)?분기|\d{1,2}\s?월|[상하]반기")
_MOST_UNIT_ROWS: Final = 2
_UNIT_ONLY: Final = re.compile(r"[(\[<〈【]?\s?(?:금액)?\s?[단單]\s?[위位]\s?:?")
_YEAR_HEAD: Final = re.compile(r"(?:(?:19|20)\d\d|'\s?\d\d)(?:년도?|\.)?")


def unit_rows(words: Sequence[Sequence[str]]) -> int:
    """Rows in front that hold nothing but the unit: `(단위: 백만원)` in a frame of its own."""
    rows = 0
    for line in words[:_MOST_UNIT_ROWS]:
        filled = {*line} - {""}
        if len(filled) > 1 or not all(_UNIT_ONLY.match(word) for word in filled) or len(words) < 3:
            break
        rows += 1
    return rows


def head_rows(table: Table, words: Sequence[Sequence[str]], first: int) -> int:
    """Number of rows from the top that are heads, the `first` ones of a unit counted in."""
    marked = _marked_rows(table)
    if marked and table.origin != "pipes":
        return marked
    # Markdown marks one head row; the second one of a report's table comes out below its rule.
    if table.rows - first < 2 or table.columns < 2:
        return max(first, marked)
    if any(map(is_data, words[first][1:])):
        return first + 1 if _counts_months(words[first]) else max(first, marked)
    if not marked and _begins_with_dates(words[first:]):
        return first
    spanned = 1 if table.plain else _rows_of_first(table, first)
    if spanned > 1:
        last = first + spanned
        return last if last < table.rows and not _has_data(words[last - 1]) else first + 1
    rows = first + 1
    while rows < min(table.rows - 1, first + 4) and _continues_head(table, words, rows):
        rows += 1
    return rows


def _rows_of_first(table: Table, row: int) -> int:
    """Rows that the first cell of `row` covers."""
    return next((cell.row_span for cell in table.cells if (cell.row, cell.column) == (row, 0)), 1)


def _counts_months(row: Sequence[str]) -> bool:
    """Whether a row is a word and the months by their numbers: `구분 | 1 | 2 | … | 12`."""
    return len(row) > _YEAR and list(row[-_YEAR:]) == _MONTHS


def _begins_with_dates(words: Sequence[Sequence[str]]) -> bool:
    """Whether every row begins with when it was, the first one too: `'23. 2. 17. | 공모 선정`, `2025년 | 3/4분기 | 착공`."""
    opening = words[0][0]
    if opening[:1] not in _DATE_BEGINS or _AS_OF.search(opening):
        return False
    if all(_DATE.match(line[0]) for line in words):
        return True
    return all(_YEAR_ALONE.fullmatch(line[0]) and _PART_OF_YEAR.match(line[1]) for line in words)


def _marked_rows(table: Table) -> int:
    """Head rows that the file itself marks, when it marks whole rows."""
    marked = set() if table.plain else {cell.row for cell in table.cells if cell.header}
    if not marked:
        return 0
    marked -= {cell.row for cell in table.cells if not cell.header}
    rows = 0
    while rows < table.rows - 1 and rows in marked:
        rows += 1
    return rows


def _continues_head(table: Table, words: Sequence[Sequence[str]], row: int) -> bool:
    """Whether `row` is one more head row: it has words only under heads that it divides."""
    if _counts_months(words[row]) and "월" in "".join(words[row - 1]):
        return True
    if _has_data(words[row]):
        return False
    # Figures below a word of the first column say that the word is a head: 계 over 동수 | 사업비.
    over_figures = all(words[row]) and is_data(words[row + 1][0])
    if table.origin in TEXT_ORIGINS:
        if words[row][0] and not over_figures:
            return False
        filled = [word for word in words[row] if word]
        # One year below 연차별 투자계획 leaves no blank above it; a row of years alone is still a head.
        divides = any(not above for above in words[row - 1][1:])
        return bool(filled) and (divides or all(map(_YEAR_HEAD.fullmatch, filled)))
    covered = any(cell.row < row < cell.row + cell.row_span for cell in table.cells)
    divided = any(cell.row == row - 1 and cell.column_span > 1 for cell in table.cells)
    return divided and (covered or not words[row][0] or over_figures)


def _has_data(row: Sequence[str]) -> bool:
    return any(map(is_data, row))


@lru_cache(maxsize=16384)
def is_data(text: str) -> bool:
    """Whether a cell's words are a figure.

    >>> is_data("1,234"), is_data("△34.4"), is_data("2019년"), is_data("2025"), is_data("-")
    (True, True, False, False, True)
    >>> is_data("2023('22.12월말)"), is_data("2,023(5)")
    (False, True)
    """
    return _DATA.fullmatch(text) is not None and not _YEAR_WITH_WORDS.fullmatch(text)
