"""Footnotes: small type below a short rule at the foot of a page."""

import re
from typing import Final

from extract.readers.pdf.lines import Line
from extract.readers.pdf.strokes import Stroke
from extract.readers.pdf.tables import Item, PageTable

__all__ = ["notes_begin"]

RULE: Final = (0.1, 0.45)
"""Length of the rule above the notes, as a part of the page's width."""

SMALLER: Final = 0.95
"""Notes are set in type smaller than this part of the text's."""

_MARK: Final = re.compile(r"\d{1,3}\s?[).]|\*|[①-⑳†‡]")


def notes_begin(items: list[Item], across: list[Stroke], width: float, height: float) -> float:
    """Return the height from which footnotes stand on a page, or its whole height if it has none.

    Args:
        items: The page's lines and tables in reading order.
        across: Its level strokes that belong to no table.
        width: Width of the page.
        height: Height of the page.
    """
    lines = [item for item in items if isinstance(item, Line)]
    for rule in sorted(across, reverse=True):
        if rule.at < height / 2 or not RULE[0] * width <= rule.end - rule.start <= RULE[1] * width:
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
