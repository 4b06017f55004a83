"""Days without a year at the beginning of items and of their steps: `- 4. 15. 유관기관 합동회의`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from extract.outline import Outline

__all__ = ["leading_days"]

_DAY_FIRST: Final = re.compile(
    r"((?:1[0-2]|[1-9])\.\s?(?:3[01]|[12]\d|[1-9])\.)(?=\s+[가-힣]{2})"
    r"|((?:1[0-2]|[1-9])\.\s?~\s?(?:1[0-2]|[1-9])\.)(?=\s{1,4}:\s)"
)
"""`4. 15. 유관기관 합동회의`, `5. ~ 10. : 방역소독`."""
_DAY_OF_STEP: Final = re.compile(
    r"[:→]\s*((?:1[0-2]|[1-9])\.\s?(?:3[01]|[12]\d|[1-9])\.)(?=\s+[가-힣]{2})"
)
"""`일정 : 6. 9. 예고 → 6. 16. 심의`: days of steps, of which there are several."""

_DIGITS: Final = frozenset("123456789")


def leading_days(outline: Outline) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Statements by index, with the days without a year that each begins with, or that lead two steps of it or more."""
    view = outline.document.view
    for index, statement in enumerate(outline.statements):
        if view[statement.body] in _DIGITS and statement.mark and not statement.heading:
            first = _DAY_FIRST.match(view, statement.body, statement.end)
            if first:
                yield index, [first.span()]
    yield from _days_of_steps(outline)


def _days_of_steps(outline: Outline) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Few statements hold an arrow: they are looked up by it."""
    view, starts = outline.document.view, outline.statement_starts
    arrow = view.find("→")
    while arrow >= 0:
        index = bisect_right(starts, arrow) - 1
        behind = arrow + 1
        if index >= 0:
            _, body, end, mark, _, _, _, _ = outline.statements[index]
            if body <= arrow < end:
                behind = end
                if mark and view[body] not in _DIGITS:
                    steps = [step.span(1) for step in _DAY_OF_STEP.finditer(view, body, end)]
                    if len(steps) > 1:
                        yield index, steps
        arrow = view.find("→", behind)
