"""Days without a year and years without 년 that are all a cell of a schedule says: `2. 27.` under 일정, `2023` under 연도.

Elsewhere such numbers may be any.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from extract.outline import Grid, Outline
from extract.parsers.dated_rows import has_deeds

__all__ = ["with_bare_days"]

_WHEN_HEAD: Final = re.compile(
    r"일정|시기|일자|일시|날짜|기한|추진일|월일|(?:설치|준공|착공|개최|계약|접수|선정|교부|점검|시행|실시|완료|개관|개소|발표|공고|고시|지정|승인|방문)일$"
)
_YEAR_HEAD: Final = re.compile(r"연도|년도")
_BARE_YEAR: Final = re.compile(r"20\d\d")
_DAY: Final = r"(?:1[0-2]|[1-9])\.\s?(?:3[01]|[12]\d|0?[1-9])\.?(?:\s?\([월화수목금토일]\))?"
_BARE_DAY: Final = re.compile(
    rf"{_DAY}(?:\s?~(?:\s?(?:{_DAY}|(?:3[01]|[12]\d|[1-9])\.))?)?(?:\s?(?:까지|부터|이전|이후|경|한))?"
)
"""`3. 20.까지`, `4. 11. ~ 4. 13.`, `4. 11. ~ 13.`, `5. 2. ~`."""


def with_bare_days(outline: Outline, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The dated expressions at `spans`, with the bare days of schedules among them."""
    days = [day for grid in outline.grids for day in _days(grid)]
    if not days:
        return spans
    starts = {start for start, _ in spans}
    return sorted([*spans, *(day for day in days if day[0] not in starts)])


@lru_cache(maxsize=4096)
def _like_of(head: str) -> re.Pattern[str] | None:
    """What a bare date looks like under a head; None where it says nothing of when."""
    words = "".join(head.split())
    if _YEAR_HEAD.fullmatch(words):
        return _BARE_YEAR
    return _BARE_DAY if _WHEN_HEAD.search(words) else None


def _days(grid: Grid) -> Iterator[tuple[int, int]]:
    columns = {
        column: like
        for column, path in enumerate(grid.column_paths)
        if path and (like := _like_of(path[-1]))
    }
    if not columns or (_BARE_YEAR in columns.values() and not has_deeds(grid)):
        return
    for cell in grid.cells:
        like = columns.get(cell.column) if cell.row >= grid.header_rows else None
        if like and like.fullmatch(cell.text):
            yield cell.start, cell.end
