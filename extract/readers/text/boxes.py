"""Tables drawn with line characters, the form in which older archives keep budget pages.

    ┏━━━━━━━━━━━━┯━━━━━━━━┓      rules give the columns and end a band of rows
    ┃            │ 전년도 ┃      the lines of a head are stacked: one cell, several pieces
    ┃ 과      목 │ 예산액 ┃
    ┣━━━━━━━━━━━━┿━━━━━━━━┫
    ┃││경상적경비│ 49,876 ┃      bars in front of a row are the indentation of a budget tree
    ┃│├┬─────────┼────────┨
    ┗━━━━━━━━━━━━┷━━━━━━━━┛

Blanks are often lost, so a cell is known by counting bars from the right; only where bars are missing, under
a merged cell, does the position count, in columns of a terminal (a Hangul syllable is two wide).
"""

import re
from typing import Final

from extract.document import Table
from extract.readers.text.box_lines import borders_below, fields_of, grid_of
from extract.readers.text.box_rows import Band, cells_of
from extract.readers.text.lines import Line

__all__ = ["is_drawn", "read_boxes"]

_BAR: Final = re.compile(
    r"[\u2502\u2503\u2506\u2507\u250a-\u254b\u254e\u254f\u2551-\u2570]|^\s*\+[-=]{2}"
)


def is_drawn(line: str) -> bool:
    """Say whether `line` can be a part of a drawn table."""
    return _BAR.search(line) is not None


def read_boxes(run: list[Line], view: str) -> Table | None:
    """Return the table that `run`, consecutive drawn lines, makes, or None when they are plain lines."""
    grid = grid_of(run)
    if grid is None:
        return None
    bands = [Band()]
    below: tuple[int, ...] = ()
    for line in run:
        fields = fields_of(line, grid, below, view)
        if fields is None:
            return None
        ruled = sum(each.ruled for each in fields)
        if ruled:
            below = borders_below(line, grid)
        if ruled == len(fields):
            bands.append(Band())
        elif ruled:
            bands[-1].divide(fields, grid.columns)
        else:
            bands[-1].parts[-1].append(fields)
    rows, cells = cells_of(bands, view)
    end = run[-1].start + len(run[-1].text)
    return Table(run[0].start, end, rows, grid.columns, cells, "boxes") if cells else None
