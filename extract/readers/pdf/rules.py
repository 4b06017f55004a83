"""Strokes to ruling lines: dashes and dots joined, doubled strokes made one."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from extract.readers.pdf.strokes import Stroke

__all__ = ["joined_rules", "levels"]

SAME_LINE: Final = 0.7
"""Strokes this close to each other, in points, lie on one line."""

DASH_GAP: Final = 2.5
"""Gap between the dashes of a dotted rule."""

DOUBLE: Final = 2.0
"""The two lines of a double rule stand this close together."""


def joined_rules(strokes: Iterable[Stroke], shortest: float) -> list[Stroke]:
    """Join strokes that continue each other, and drop what stays shorter than `shortest`.

    >>> joined_rules([Stroke(10, 0, 1), Stroke(10.2, 3, 4), Stroke(10, 6, 40), Stroke(50, 0, 2)], 6)
    [Stroke(at=10, start=0, end=40)]
    """
    rules: list[Stroke] = []
    for line in _by_line(sorted(strokes)):
        at = line[0].at
        start = end = None
        for stroke in sorted(line, key=lambda each: each.start):
            if start is not None and end is not None and stroke.start - end <= DASH_GAP:
                end = max(end, stroke.end)
                continue
            if start is not None and end is not None and end - start >= shortest:
                rules.append(Stroke(at, start, end))
            start, end = stroke.start, stroke.end
        if start is not None and end is not None and end - start >= shortest:
            rules.append(Stroke(at, start, end))
    return rules


def _by_line(strokes: list[Stroke]) -> Iterable[list[Stroke]]:
    """Group strokes, sorted by place, that lie on one line."""
    first = [0.0]

    def line(stroke: Stroke) -> float:
        if stroke.at - first[0] > SAME_LINE:
            first[0] = stroke.at
        return first[0]

    first[0] = strokes[0].at if strokes else 0.0
    return [list(group) for _, group in groupby(strokes, key=line)]


def levels(places: Iterable[float]) -> list[float]:
    """Return the distinct places, the two lines of a double rule taken as one.

    >>> levels([100.0, 10.0, 101.4, 10.1])
    [10.05, 100.7]
    """
    found: list[float] = []
    group: list[float] = []
    for place in sorted(places):
        if group and place - group[0] > DOUBLE:
            found.append((group[0] + group[-1]) / 2)
            group = []
        group.append(place)
    if group:
        found.append((group[0] + group[-1]) / 2)
    return found
