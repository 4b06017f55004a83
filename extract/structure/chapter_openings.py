"""Where the work in front of a chapter (Ⅴ.), a group of works (정책목표 2) or the appendices (별첨자료) ends."""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.marks import BRACKET, GROUP

__all__ = ["chapter_openings"]

_APPENDIX: Final = re.compile(
    r"[<〈【\[]?\s?(?:별\s?첨|붙\s?임)(?:\s?자\s?료)?\s?\d{0,2}\s?[>〉】\]]?(?:(?:\s*\t|(?P<title>(?<=[>〉】\]])\s{1,4}))[^\n]{0,60})?"
)
"""A line that is all `별첨자료`, `[붙임 2]`, or that and a title in the frame beside it."""


def chapter_openings(view: str, statements: Sequence[Statement], last: int) -> list[int]:
    """Where a chapter (Ⅴ.), a group of works (정책목표 2) or the appendices (별첨자료) begin.

    [붙임 1] 세부 추진일정 in front of the last work, which begins at `last`, is that of a work.
    """
    return [
        each.start
        for each in statements
        if (each.heading and each.rank <= GROUP)
        or (view[each.start] in "별붙[<〈【" and _is_appendix(view, each, last))
    ]


def _is_appendix(view: str, statement: Statement, last: int) -> bool:
    start, _, end, mark, rank, _, _, _ = statement
    found = _APPENDIX.fullmatch(view, start, end) if not mark or rank == BRACKET else None
    return found is not None and (start > last or not found["title"])
