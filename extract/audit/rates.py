"""Whether a printed rate can be the ratio of two printed numbers, each rounded as it is printed.

    1,145 / 1,801 in 백만원: the true values lie within half a million of these, the rate over an interval.

Integers only: an interval is compared by multiplying out.
"""

from typing import NamedTuple

from extract.audit.figures import Figure

__all__ = ["Allowed", "exact_rate", "is_cut_off", "is_near", "is_within"]


class Allowed(NamedTuple):
    """A ratio and how far its terms may be from the truth.

    Attributes:
        part: The numerator.
        whole: The denominator; not 0.
        part_slack: Twice what the numerator may be off.
        whole_slack: Twice what the denominator may be off.
    """

    part: int
    whole: int
    part_slack: int = 0
    whole_slack: int = 0


def is_within(rate: Figure, allowed: Allowed, extra: int = 0) -> bool:
    """Whether `rate`, in per cent, is the ratio, as closely as its last digit and the terms' rounding say.

    Args:
        rate: The printed rate.
        allowed: The ratio.
        extra: Further units of the last digit that it may be off, doubled.

    >>> is_within(Figure(376, 1), Allowed(1, 266)), is_within(Figure(4, 1), Allowed(1, 266))
    (False, True)
    """
    part, whole, part_slack, whole_slack = allowed
    value, decimals = rate
    if whole < 0:
        part, whole = -part, -whole
    # rate - 1/2 <= 100 * part / whole * 10^decimals <= rate + 1/2, all doubled
    scale: int = 200 * 10**decimals
    low, high = 2 * value - 1 - extra, 2 * value + 1 + extra
    narrow, wide = max(2 * whole - whole_slack, 1), 2 * whole + whole_slack
    if (2 * part - part_slack) * scale > high * (wide if high > 0 else narrow):
        return False
    return (2 * part + part_slack) * scale >= low * (narrow if low > 0 else wide)


def is_near(rate: Figure, allowed: Allowed) -> bool:
    """Whether it is off by less than one unit of its last digit: cut off, or rounded the wrong way."""
    return is_within(rate, allowed, extra=1)


def is_cut_off(rate: Figure, allowed: Allowed) -> bool:
    """Whether it is the exact rate with the digits behind the last cut off, not rounded.

    >>> is_cut_off(Figure(784, 2), Allowed(723, 9211))
    True
    """
    cut = abs(allowed.part) * 100 * int(10**rate.decimals) // abs(allowed.whole)
    return abs(rate.value) == cut


def exact_rate(allowed: Allowed, decimals: int) -> Figure:
    """Work a rate out to so many decimals, rounded half up.

    >>> exact_rate(Allowed(96, 5184), 1)
    Figure(value=19, decimals=1)
    """
    scaled = 2 * abs(allowed.part) * 100 * 10**decimals + abs(allowed.whole)
    value = scaled // (2 * abs(allowed.whole))
    return Figure(-value if (allowed.part < 0) != (allowed.whole < 0) else value, decimals)
