"""Footnotes: small type below a short rule at the foot of a page."""

import re
from typing import Final

from extract.readers.pdf.grids import Grid
from extract.readers.pdf.lines import Line
from extract.readers.pdf.places import Floats
from extract.readers.pdf.strokes import Stroke
from extract.readers.pdf.tables import Item, PageTable
from extract.readers.pdf.view import Box

__all__ = ["notes_begin"]

RULE: Final = (0.1, 0.45)
"""Length of the rule above the notes, as a part of the page's width."""

MAX_RULES: Final = 100
"""Where more rules than this might stand above notes, none does."""

SMALLER: Final = 0.95
"""Notes are set in type smaller than this part of the text's."""

_MARK: Final = re.compile(r"\d{1,3}\s?[).]|\*|[①-⑳†‡]")


def notes_begin(
    items: list[Item], across: Floats, grids: list[Grid], width: float, height: float
) -> float:
    """Return the height from which footnotes stand on a page, or its whole height if it has none.

    Args:
        items: The page's lines and tables in reading order.
        across: Its level strokes.
        grids: Its grids; a rule of a grid is none of notes.
        width: Width of the page.
        height: Height of the page.
    """
    lines = [item for item in items if isinstance(item, Line)]
    at, start, end = across.T
    long = (end - start >= RULE[0] * width) & (end - start <= RULE[1] * width)
    rules = [Stroke(*rule) for rule in across[(at > height / 2) & long].tolist()]
    for rule in sorted(rules, reverse=True) if len(rules) <= MAX_RULES else ():
        if any(_holds(grid.box, rule) for grid in grids):
            continue
        below = [line for line in lines if line.top >= rule.at - 2]
        text = max((line.size for line in lines if line.bottom <= rule.at + 2), default=0.0)
        if (
            below
            and _MARK.match(below[0].text)
            and below[0].left >= rule.start - 2
            and all(line.size < SMALLER * text for line in below)
            and not any(isinstance(item, PageTable) and item.box.bottom > rule.at for item in items)
        ):
            return rule.at
    return height


def _holds(box: Box, rule: Stroke) -> bool:
    return box.top - 2 <= rule.at <= box.bottom + 2 and box.left - 2 <= rule.start <= box.right
