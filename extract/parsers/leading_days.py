"""Days without a year at the beginning of items and of their steps: `- 4. 15. 유관기관 합동회의`."""

import re
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


def leading_days(outline: Outline) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Statements by index, with the days without a year that each begins with, or that lead two steps of it or more."""
    view = outline.document.view
    arrow = view.find("→")
    for index, (_, body, end, mark, _, _, heading, _) in enumerate(outline.statements):
        if 0 <= arrow < body:
            arrow = view.find("→", body)
        if not mark:
            continue
        if "1" <= view[body] <= "9":
            first = None if heading else _DAY_FIRST.match(view, body, end)
            if first:
                yield index, [first.span()]
        elif body <= arrow < end:
            steps = [step.span(1) for step in _DAY_OF_STEP.finditer(view, body, end)]
            if len(steps) > 1:
                yield index, steps
