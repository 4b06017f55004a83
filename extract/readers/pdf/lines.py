"""Characters to printed lines: what stands on one line, and where its blanks are.

A character may sit on a baseline of its own (raised notes, tildes and colons of another font, narrow
digits). It belongs to the line whose band holds it, at its place from left to right.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import Final, NamedTuple

from extract.readers.pdf.runs import COLUMN_GAP, OVERPRINT, WIDE_GAP, Glyph

__all__ = ["Line", "Part", "lines_of"]

SAME_BASE: Final = 0.12
"""Baselines that differ less than this part of the line's height are one."""

SHARED: Final = 0.5
"""A stray character belongs to a line that shares this part of its height."""

MAX_COLLISIONS: Final = 0.25
"""Part of the stray characters that may stand on others: condensed type overlaps itself."""

_LEFT: Final = itemgetter(Glyph._fields.index("left"))
_RIGHT: Final = itemgetter(Glyph._fields.index("right"))
_ORDER: Final = itemgetter(Glyph._fields.index("order"))
_BASE: Final = itemgetter(Glyph._fields.index("base"))


class Part(NamedTuple):
    """A piece of a line between wide gaps."""

    text: str
    left: float
    right: float


class Line(NamedTuple):
    """A printed line.

    Attributes:
        text: Its text, with single blanks.
        left: Left edge.
        top: Top edge.
        right: Right edge.
        bottom: Bottom edge.
        size: Type size of most of it, in points.
        order: Drawing order of its first character.
        parts: Where wide gaps part it: the pieces, each with its left and right edge.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    order: int
    parts: tuple[Part, ...] = ()

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines that characters stand on, from top to bottom.

    Args:
        glyphs: Characters of one cell or of one column of text, in drawing order.
    """
    held = list(glyphs)
    if len(held) < 2 and not any(glyph.turn for glyph in held):
        return [_one_run(run) for run in held]
    upright = [glyph for glyph in held if not glyph.turn]
    lines = [_line(row) for row in _rows(upright)]
    if len(upright) == len(held):
        return lines
    turned: dict[int, list[Glyph]] = {}
    for glyph in held:
        if glyph.turn:
            turned.setdefault(glyph.turn, []).append(_laid_flat(glyph, glyph.turn))
    for turn, run in turned.items():
        lines += [_turned_back(_line(row), turn) for row in _rows(run)]
    return sorted(lines, key=lambda line: (line.middle, line.left))


def _laid_flat(glyph: Glyph, turn: int) -> Glyph:
    """Turn the page so that the writing runs from left to right."""
    if turn == 180:
        box = (-glyph.right, -glyph.bottom, -glyph.left, -glyph.top)
    elif turn == 270:
        box = (-glyph.bottom, glyph.left, -glyph.top, glyph.right)
    else:
        box = (glyph.top, -glyph.right, glyph.bottom, -glyph.left)
    left, top, right, bottom = box
    return glyph._replace(left=left, top=top, right=right, bottom=bottom, base=bottom, turn=0)


def _turned_back(line: Line, turn: int) -> Line:
    left, top, right, bottom = line.left, line.top, line.right, line.bottom
    if turn == 180:
        box = (-right, -bottom, -left, -top)
    elif turn == 270:
        box = (top, -right, bottom, -left)
    else:
        box = (-bottom, left, -top, right)
    return line._replace(left=box[0], top=box[1], right=box[2], bottom=box[3])


class _Row(NamedTuple):
    """Characters on one baseline, and how high and low they reach."""

    glyphs: list[Glyph]
    top: float
    bottom: float


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    rows: list[_Row] = []
    held: list[Glyph] = []
    first = top = bottom = 0.0
    for glyph in sorted(glyphs, key=_BASE):
        high, low, base = glyph[2], glyph[4], glyph[5]
        height = low - high if glyph.height is None else glyph.height
        if held and (base == first or base - first <= SAME_BASE * max(bottom - top, height)):
            held.append(glyph)
            if high < top or low > bottom:
                top, bottom = min(top, high), max(bottom, low)
            continue
        if held:
            rows.append(_Row(held, top, bottom))
        held, first, top, bottom = [glyph], base, high, low
    if held:
        rows.append(_Row(held, top, bottom))
    return [_from_left(row.glyphs) for row in (_strays_put_back(rows) if len(rows) > 1 else rows)]


def _from_left(glyphs: list[Glyph]) -> list[Glyph]:
    """Characters from left to right; runs that reach over each other are taken apart."""
    if len(glyphs) == 1:
        return glyphs
    row = sorted(glyphs, key=_LEFT)
    if any(b[1] <= a[3] and (a.length > 1 or b.length > 1) for a, b in pairwise(row)):
        return sorted(_letters(glyphs), key=_LEFT)
    return row


def _letters(glyphs: list[Glyph]) -> list[Glyph]:
    return [letter for glyph in glyphs for letter in glyph.letters()]


def _strays_put_back(rows: list[_Row]) -> list[_Row]:
    """Put characters with a baseline of their own into the line whose band holds them."""
    merged: list[_Row] = []
    for row in rows:
        while merged and _belong_together(merged[-1], row):
            last = merged.pop()
            big, small = (last, row) if len(last.glyphs) >= len(row.glyphs) else (row, last)
            big.glyphs.extend(small.glyphs)
            row = big  # noqa: PLW2901 - the joined row is compared with the one above it in turn
        merged.append(row)
    return merged


def _belong_together(a: _Row, b: _Row) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    if shared < SHARED * min(a.bottom - a.top, b.bottom - b.top):
        return False
    for each in (a, b):
        each.glyphs[:] = _letters(each.glyphs)
    big, small = (a, b) if len(a.glyphs) >= len(b.glyphs) else (b, a)
    big.glyphs.sort(key=_LEFT)
    lefts = [glyph.left for glyph in big.glyphs]
    standing_on_others = sum(_collides(glyph, big.glyphs, lefts) for glyph in small.glyphs)
    return standing_on_others <= MAX_COLLISIONS * len(small.glyphs)


def _collides(glyph: Glyph, row: list[Glyph], lefts: list[float]) -> bool:
    """Tell whether a character would stand on top of another one of the line."""
    at = bisect_left(lefts, glyph.left)
    for other in row[max(at - 1, 0) : at + 1]:
        overlap = min(glyph.right, other.right) - max(glyph.left, other.left)
        if overlap > 0.45 * min(glyph.right - glyph.left, other.right - other.left):
            return True
    return False


def _one_run(run: Glyph) -> Line:
    """A line that is set in one go, as most lines and cells are."""
    text, left, top, right, bottom, _, order, _, _, size, *_ = run
    return Line(text, left, top, right, bottom, size, order)


def _line(row: list[Glyph]) -> Line:
    if len(row) == 1:
        return _one_run(row[0])
    parts: list[str] = []
    begin = [0]
    edges: list[tuple[float, float]] = []
    sizes: dict[float, int] = {}
    last, last_left, last_right, last_order = "", 0.0, inf, 0
    top, bottom = row[0].top, row[0].bottom
    for text, left, high, right, low, _, order, before, _, size, length, tall, _ in row:
        if text == last and abs(left - last_left) < OVERPRINT * (right - left):
            continue
        gap, height = left - last_right, low - high if tall is None else tall
        if (before and order == last_order + 1 and parts) or gap > WIDE_GAP * max(height, 4.0):
            parts.append(" ")
            if gap > COLUMN_GAP * height:
                begin.append(len(parts))
                edges.append((last_right, left))
        parts.append(text)
        last, last_left, last_right, last_order = text, left, right, order + length - 1
        sizes[size] = sizes.get(size, 0) + length
        if high < top or low > bottom:
            top, bottom = min(top, high), max(bottom, low)
    return Line(
        "".join(parts),
        row[0].left,
        top,
        max(map(_RIGHT, row)),
        bottom,
        max(sizes, key=lambda size: (sizes[size], size)),
        min(map(_ORDER, row)),
        _pieces(parts, begin, edges, row) if edges else (),
    )


def _pieces(
    parts: list[str], begin: list[int], edges: list[tuple[float, float]], row: list[Glyph]
) -> tuple[Part, ...]:
    """The pieces of a line, given where each begins and the edges of the gaps between them."""
    lefts = [row[0].left, *(left for _, left in edges)]
    rights = [*(right for right, _ in edges), row[-1].right]
    ends = [*(at - 1 for at in begin[1:]), len(parts)]
    return tuple(
        Part("".join(parts[a:b]), left, right)
        for a, b, left, right in zip(begin, ends, lefts, rights, strict=True)
    )
