"""Strokes to ruling lines: dashes and dots joined, doubled strokes made one."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from extract.readers.pdf.places import Floats, Ints
from extract.readers.pdf.strokes import Stroke

__all__ = ["joined_rules", "levels"]

SAME_LINE: Final = 0.7
"""Strokes this close to each other, in points, lie on one line."""

DASH_GAP: Final = 2.5
"""Gap between the dashes of a dotted rule."""

DOUBLE: Final = 2.0
"""The two lines of a double rule stand this close together."""


def joined_rules(strokes: Sequence[Stroke] | Floats, shortest: float) -> list[Stroke]:
    """Join strokes that continue each other, and drop what stays shorter than `shortest`.

    >>> joined_rules([Stroke(10, 0, 1), Stroke(10.2, 3, 4), Stroke(10, 6, 40), Stroke(50, 0, 2)], 6)
    [Stroke(at=10.0, start=0.0, end=40.0)]
    """
    if not len(strokes):
        return []
    at, start, end = np.asarray(strokes, np.float64).T
    places, which = np.unique(at, return_inverse=True)
    line = _lines(places)[which]
    order = np.lexsort((start, line))
    line, start, end = line[order], start[order], end[order]
    # How far the strokes of a line reach up to each: places in the order of ends, so that lines stay apart.
    ends, place = np.unique(end, return_inverse=True)
    reach = ends[np.maximum.accumulate(line * len(ends) + place) % len(ends)]
    parted = (line[1:] != line[:-1]) | ~(start[1:] - reach[:-1] <= DASH_GAP)
    first = np.concatenate(([0], np.flatnonzero(parted) + 1))
    last = np.append(first[1:] - 1, len(line) - 1)
    rules = zip(
        places[line[first]].tolist(), start[first].tolist(), reach[last].tolist(), strict=True
    )
    return [Stroke(*rule) for rule in rules if rule[2] - rule[1] >= shortest]


def _lines(places: Floats) -> Ints:
    """For each place, given in order, the number of the first one on the same line."""
    first = 0
    lines = np.zeros(len(places), np.int64)
    for number, place in enumerate(places.tolist()):
        if place - places[first] > SAME_LINE:
            first = number
        lines[number] = first
    return lines


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
