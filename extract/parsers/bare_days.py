"""Days without a year that are all a cell of a schedule says: `2. 27.` under 일정. Elsewhere two numbers may be any."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from extract.outline import Grid, Outline

__all__ = ["with_bare_days"]

_WHEN_HEAD: Final = re.compile(r"일정|시기|일자|일시|날짜|기한|추진일|월일")
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
def _says_when(head: str) -> bool:
    return _WHEN_HEAD.search("".join(head.split())) is not None


def _days(grid: Grid) -> Iterator[tuple[int, int]]:
    columns = {
        column for column, path in enumerate(grid.column_paths) if path and _says_when(path[-1])
    }
    if not columns:
        return
    for cell in grid.cells:
        if (
            cell.column in columns
            and cell.row >= grid.header_rows
            and _BARE_DAY.fullmatch(cell.text)
        ):
            yield cell.start, cell.end
