"""Strokes to ruling lines: dashes and dots joined, doubled strokes made one."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Final

import numpy as np

from extract.readers.pdf.places import Floats
from extract.readers.pdf.strokes import MANY, Stroke

__all__ = ["joined_rules", "levels"]

SAME_LINE: Final = 0.7
"""Strokes this close to each other, in points, lie on one line."""

DASH_GAP: Final = 2.5
"""Gap between the dashes of a dotted rule."""

_START: Final = itemgetter(1)

DOUBLE: Final = 2.0
"""The two lines of a double rule stand this close together."""


def joined_rules(strokes: Sequence[Stroke] | Floats, shortest: float) -> list[Stroke]:
    """Join strokes that continue each other, and drop what stays shorter than `shortest`.

    >>> joined_rules([Stroke(10, 0, 1), Stroke(10.2, 3, 4), Stroke(10, 6, 40), Stroke(50, 0, 2)], 6)
    [Stroke(at=10.0, start=0.0, end=40.0)]
    """
    rows = np.asarray(strokes, np.float64).reshape(-1, 3)
    rules: list[Stroke] = []
    if len(rows) > MANY:
        rows = _dashes_joined(rows)
    for line in _by_line(sorted(rows.tolist())):
        at = line[0][0]
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


def _by_line(strokes: list[list[float]]) -> Iterator[list[list[float]]]:
    """Group strokes, sorted by place, that lie on one line."""
    begin = 0
    for index, stroke in enumerate(strokes):
        if stroke[0] - strokes[begin][0] > SAME_LINE:
            yield strokes[begin:index]
            begin = index
    if strokes:
        yield strokes[begin:]


def _dashes_joined(strokes: Floats) -> Floats:
    """Join the dashes of dotted rules, thousands on a page, which lie at exactly one height."""
    at, start, end = strokes[np.lexsort((strokes[:, 1], strokes[:, 0]))].T
    begins = np.concatenate(([True], at[1:] != at[:-1]))
    # How far strokes reach up to each: by the order of their ends, so that one height does not reach into the next.
    ends, place = np.unique(end, return_inverse=True)
    reach = ends[np.maximum.accumulate(np.cumsum(begins) * len(ends) + place) % len(ends)]
    begins[1:] |= ~(start[1:] - reach[:-1] <= DASH_GAP)
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(at)) - 1
    return np.stack((at[first], start[first], reach[last]), 1)


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
