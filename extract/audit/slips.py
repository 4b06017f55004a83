"""How slips of the hand and of scanners change a figure."""

__all__ = ["is_slip_of"]


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
