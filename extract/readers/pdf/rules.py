"""Strokes to ruling lines: dashes and dots joined, doubled strokes made one."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from extract.readers.pdf.strokes import Stroke

__all__ = ["joined_rules", "levels"]

SAME_LINE: Final = 0.7
"""Strokes this close to each other, in points, lie on one line."""

DASH_GAP: Final = 2.5
"""Gap between the dashes of a dotted rule."""

_START: Final = itemgetter(1)

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
        line.sort(key=_START)
        _, start, end = line[0]
        for _, begins, ends in line:
            if begins - end <= DASH_GAP:
                end = max(end, ends)
                continue
            if end - start >= shortest:
                rules.append(Stroke(at, start, end))
            start, end = begins, ends
        if end - start >= shortest:
            rules.append(Stroke(at, start, end))
    return rules


def _by_line(strokes: list[Stroke]) -> Iterator[list[Stroke]]:
    """Group strokes, sorted by place, that lie on one line."""
    begin = 0
    for index, stroke in enumerate(strokes):
        if stroke[0] - strokes[begin][0] > SAME_LINE:
            yield strokes[begin:index]
            begin = index
    if strokes:
        yield strokes[begin:]


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
