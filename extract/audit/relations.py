"""A table seen along one axis, and whether an item of it is the sum of others.

Items are the things added (rows, or columns); lines are where they are added up.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from extract.audit.axes import Head

__all__ = ["Miss", "Plane", "Relation", "judge"]

_new: Final = tuple.__new__  # half the cost of calling the class


class Plane(NamedTuple):
    """A table seen along one axis.

    Attributes:
        values: Figures by item and line; None where unknown.
        grains: The last printed digit of each, or None where all are 1.
        heads: Heads of the items.
        lines: The lines in which the items may be added.
        rounded: The figures are rounded ones.
        thousands: They are in 천원, which is rounded at times.
        unit: What 1 is worth in `values`, when no digit stands behind the point.
        across: The items are columns.
        used: The items that may be added: those with figures that are no rates.
        totals: Those of them whose words call them totals.
    """

    values: Sequence[Sequence[int | None]]
    grains: Sequence[Sequence[int]] | None
    heads: Sequence[Head]
    lines: Sequence[int]
    rounded: bool
    thousands: bool
    unit: int
    across: bool
    used: Sequence[int]
    totals: Sequence[int]


class Miss(NamedTuple):
    """A line in which a relation does not hold.

    Attributes:
        line: The line.
        total: What the total says.
        sum: What its parts add up to.
        slight: No more than rounding could do, though the figures look exact.
    """

    line: int
    total: int
    sum: int
    slight: bool


class Relation(NamedTuple):
    """An item that is the sum of others.

    Attributes:
        total: The item.
        parts: The items that it is the sum of.
        holds: Number of lines that say so with figures that are not all 0.
        misses: The lines that say otherwise.
        named: Its words call it a total; else only the figures do.
        loose: No line says so: the parts are those that the words suggest.
        gaps: The lines that say less than the total, where a blank may be what is missing.
    """

    total: int
    parts: tuple[int, ...]
    holds: int
    misses: tuple[Miss, ...]
    named: bool
    loose: bool = False
    gaps: tuple[Miss, ...] = ()


def judge(plane: Plane, total: int, parts: tuple[int, ...], *, named: bool) -> Relation:
    """Add the parts up in every line."""
    values = plane.values
    wholes, terms = values[total], list(zip(*[values[part] for part in parts], strict=True))
    holds = 0
    misses: list[Miss] = []
    gaps: list[Miss] = []
    for line in plane.lines:
        whole = wholes[line]
        if whole is None:
            continue
        together = sum(filter(None, terms[line]))
        if together == whole:
            holds += whole != 0
            continue
        known = [figure for figure in terms[line] if figure is not None]
        if not known:
            continue
        rest = abs(whole - together)
        rounding = rest * 2 <= (sum(map(bool, known)) + 1) * _coarsest(plane, total, parts, line)
        if rounding and _is_rounded(plane, total, parts, line):
            holds += whole != 0
        elif len(known) < len(parts) and together < whole:
            # A blank is unknown: it may be what is missing.
            gaps.append(Miss(line, whole, together, slight=False))
        else:
            misses.append(Miss(line, whole, together, rounding and plane.thousands))
    return _new(Relation, (total, parts, holds, tuple(misses), named, False, tuple(gaps)))


def _is_rounded(plane: Plane, total: int, parts: tuple[int, ...], line: int) -> bool:
    return plane.rounded or _coarsest(plane, total, parts, line) < plane.unit


def _coarsest(plane: Plane, total: int, parts: Iterable[int], line: int) -> int:
    if plane.grains is None:
        return 1
    return max(plane.grains[total][line], *(plane.grains[part][line] for part in parts))
