"""The year that a line announces for the amounts below it: `※ 2026년 예산 세부 내역` over lines with their sums."""

import re
from bisect import bisect_right
from typing import Final

from extract.parsers.amount_line import AmountLine
from extract.parsers.heads import fiscal_year

__all__ = ["announced_year"]

_ANNOUNCED: Final = re.compile(
    r"(?:20\d\d|'\s?\d\d)년?도?\s?(?:소요|사업)?\s?예산\s?(?:\(안\)|안)?\s?(?:세부|산출|편성|항목별|과제별|사업별|투입|집행)?\s?내역(?:서|\(안\))?"
)
_REACH: Final = 3000
_WON: Final = "원"


def announced_year(line: AmountLine, start: int) -> int | None:
    """The year of the list of costs that an amount at `start` stands in, up to the next item of its mark or heading without a sum."""
    outline = line.outline
    view, statements = outline.document.view, outline.statements
    at = view.rfind("내역", max(0, start - _REACH), start)
    if at < 0:
        return None
    first = bisect_right(outline.statement_starts, at) - 1
    head = statements[first]
    if first >= line.at or not _ANNOUNCED.fullmatch(view, head.body, head.end):
        return None
    if outline.project_at(head.start) is not outline.project_at(start):
        return None
    if any(
        (one.heading and _WON not in view[one.body : one.end]) or one.mark == head.mark
        for one in statements[first + 1 : line.at + 1]
    ):
        return None
    return fiscal_year(view[head.body : head.end])
