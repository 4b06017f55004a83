"""Place and scale of a project where a table gives them (사업위치 및 규모: 구분 | 위치 | 면적 및 용도)."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.outline import Grid, Outline, Section

__all__ = ["Site", "read_site"]

_PLACE: Final = ("위치", "장소", "소재지")
_SCALE: Final = ("면적", "규모")


class Site(NamedTuple):
    """Location and scale as printed; empty where the table names several sites."""

    location: str
    scale: str


def read_site(outline: Outline, overview: Section) -> Site:
    """Read the site of the first table of an overview that names one."""
    for grid in outline.grids_between(overview.start, overview.end):
        place, scale = _values(grid, _PLACE), _values(grid, _SCALE)
        if place or scale:
            return Site(place[0] if len(place) == 1 else "", scale[0] if len(scale) == 1 else "")
    return Site("", "")


def _values(grid: Grid, words: Sequence[str]) -> list[str]:
    """The cells under or beside a head that begins with one of `words`."""
    return [
        cell.text
        for cell in grid.cells
        if cell.text
        and cell.row >= grid.header_rows
        and any(
            head.startswith(tuple(words)) for head in (*cell.column_path[-1:], *cell.row_path[-1:])
        )
        and not cell.text.startswith(tuple(words))
    ]
