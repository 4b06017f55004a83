"""The lines and tables of a page in the order in which a person reads them."""

from typing import Final

from extract.readers.pdf.lines import Line
from extract.readers.pdf.symbols import LOST_GLYPH
from extract.readers.pdf.tables import NUMBER_BOX, Item, PageTable
from extract.readers.pdf.view import Box

__all__ = ["box_of", "in_reading_order"]

BESIDE: Final = 60.0
"""A title stands this close, in points, behind the number in its box."""

Part = tuple[Box, list[Item]]


def box_of(item: Item) -> Box:
    """Where an item stands."""
    if isinstance(item, PageTable):
        return item.box
    return Box(item.left, item.top, item.right, item.bottom)


def in_reading_order(lines: list[Line], blocks: list[list[Item]]) -> list[Item]:
    """From top to bottom; what stands side by side from left to right.

    Args:
        lines: Lines outside of all frames and tables.
        blocks: What each frame or table holds; a block stays together.
    """
    parts: list[Part] = [(box_of(line), [line]) for line in lines]
    parts += [(_around(block), block) for block in blocks]
    parts.sort(key=_height)
    ordered: list[Part] = []
    for part in parts:
        at = len(ordered)
        while at and _right_of(ordered[at - 1][0], part[0]):
            at -= 1
        ordered.insert(at, part)
    items = [item for _, held in ordered for item in held]
    return _with_lost_marks(_with_numbered_titles(items))


def _height(part: Part) -> tuple[float, float]:
    """Lines go by their middle, since tall and small type share a line; blocks by their top."""
    box, items = part
    single = len(items) == 1 and isinstance(items[0], Line)
    return (box.top + box.bottom) / 2 if single else box.top, box.left


def _around(items: list[Item]) -> Box:
    boxes = [box_of(item) for item in items]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _right_of(box: Box, other: Box) -> bool:
    """Tell whether `box` stands beside `other`, to its right."""
    return box.left >= other.right - 1 and _side_by_side(box, other)


def _side_by_side(box: Box, other: Box) -> bool:
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    return shared > 0.5 * min(box.bottom - box.top, other.bottom - other.top)


def _with_numbered_titles(items: list[Item]) -> list[Item]:
    """A number in its box and the title beside it are one line."""
    joined: list[Item] = []
    for item in items:
        last = joined[-1] if joined else None
        if (
            isinstance(item, Line)
            and isinstance(last, Line)
            and NUMBER_BOX.fullmatch(last.text)
            and -1 <= item.left - last.right <= BESIDE
            and _side_by_side(box_of(last), box_of(item))
        ):
            joined[-1] = item._replace(
                text=f"{last.text} {item.text}", left=last.left, top=min(item.top, last.top)
            )
        else:
            joined.append(item)
    return joined


def _with_lost_marks(items: list[Item]) -> list[Item]:
    """Give a mark to lines whose mark the file has lost: a box, a small one under a circle."""
    marked: list[Item] = []
    above: Line | None = None
    for item in items:
        if isinstance(item, Line) and item.text.startswith(LOST_GLYPH):
            under = above is not None and above.text[0] in "ㅇ○◦o▪" and item.left > above.left - 2
            deeper = (
                under
                and above is not None
                and (above.text[0] == "▪" or item.left > above.left + item.size / 2)
            )
            item = item._replace(text=("▪" if deeper else "□") + item.text[1:])  # noqa: PLW2901 - the line with its mark
        if isinstance(item, Line) and item.text[0] in "□ㅇ○◦o▪":
            above = item
        marked.append(item)
    return marked
