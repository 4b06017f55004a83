"""The one area that a scale names (사업규모 : 부지 1,200㎡, 도로 340m), in square metres."""

import re
from functools import lru_cache
from typing import Final

from extract.records import Number
from normalize.money import Quantity, read_amounts

__all__ = ["area_m2"]

_SQUARE_METRES: Final[dict[str, int]] = {"m2": 1, "har": 10_000, "km2": 1_000_000}
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@lru_cache(maxsize=4096)
def area_m2(words: str) -> Number | None:
    """The area in square metres, exact; None when there are several to choose from, or none.

    What stands in brackets explains what stands before them; it counts only where nothing else is an area. 평
    beside ㎡ is the same area again.

    >>> area_m2("1만㎡ 이상 권장(법상 200만㎡ 이하)") is None
    True
    >>> area_m2("면적 28,400㎡, 총 도로 연장 1,243m"), area_m2("3.5ha"), area_m2("A동 100㎡, B동 200㎡")
    (28400, 35000, None)
    """
    outside = _areas(_BRACKETS.sub(lambda found: " " * len(found[0]), words))
    areas = outside or _areas(words)
    if len(areas) > 1:
        whole = max(areas)
        # The whole and its parts: 633,671㎡ ▹1단계 414,864㎡, 2단계 218,807㎡.
        return whole if 2 * whole == sum(areas) else None
    return areas.pop() if areas else None


def _areas(words: str) -> set[Number]:
    found: set[Number] = set()
    reading = read_amounts(words)
    for quantity in reading.values if reading else ():
        if not isinstance(quantity, Quantity) or quantity.bound:
            continue  # `1만㎡ 이상` asks for an area, and is none
        if quantity.unit in _SQUARE_METRES:
            value = quantity.value * _SQUARE_METRES[quantity.unit]
            found.add(int(value) if value == int(value) else value)
    return found
