"""How slips of the hand and of scanners change a figure."""

from collections.abc import Sequence

__all__ = ["is_slip_of", "is_swap"]


def is_slip_of(one: int, other: int) -> bool:
    """Whether two figures differ by zeros, by one digit, or by neighbours that changed places.

    >>> is_slip_of(1500, 15000), is_slip_of(447, 4809), is_slip_of(387, 378)
    (True, False, True)
    """
    first, second = str(abs(one)), str(abs(other))
    if first.rstrip("0") == second.rstrip("0"):
        return one != other and one * other > 0
    if len(first) != len(second):
        return False
    off = [at for at, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
    if len(off) == 1:
        return True
    swapped = len(off) == 2 and off[1] == off[0] + 1
    return swapped and first[off[0]] == second[off[1]] and first[off[1]] == second[off[0]]


def is_swap(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two sums, the total first in each, both hold when two of their figures change places.

    >>> is_swap([300, 100, 250], [700, 200, 450]), is_swap([300, 100, 250], [700, 200, 550])
    (True, False)
    """
    off, away = one[0] - sum(one[1:]), other[0] - sum(other[1:])
    for at, figure in enumerate(one):
        # A part that grows lifts the sum to the total; a total that falls comes down to the sum.
        wanted = figure + (off if at else -off)
        for place, figure_there in enumerate(other):
            if figure_there == wanted and figure - wanted == (away if place else -away):
                return True
    return False
