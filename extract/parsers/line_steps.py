"""Steps of a line that arrows part: `4. 14. 착공 → 6. 30. 준공 → 7. 1. 운영 개시`."""

import re
from typing import Final

from extract.parsers.labels import Labelled
from extract.parsers.stamps import Stamp

__all__ = ["step_around"]

_DATE_NEXT: Final = re.compile(r"\s?(?:'\d\d|20\d\d|\d{1,2})\s?[.월]")


def step_around(
    view: str, stamp: Stamp, floor: int, stop: int, labelled: Labelled | None
) -> tuple[int, int]:
    """The step that a date begins, where arrows part steps that each have one: 6. 9. 예고 → 6. 16. 심의."""
    before, behind = view.rfind("→", floor, stamp.start), view.find("→", stamp.end, stop)
    if labelled and labelled.label.endswith("일정") and stamp.start >= labelled.start:
        return max(floor, labelled.start, before + 1), behind if behind >= 0 else stop
    if before >= 0 and not view[before + 1 : stamp.start].strip():
        floor = stamp.start
    if behind >= 0 and _DATE_NEXT.match(view, behind + 1):
        stop = behind
    return floor, stop
