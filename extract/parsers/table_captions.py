"""The programme that the amounts of a table are for, where the line above the table names it."""

import re
from typing import Final

from extract.outline import Grid, Outline

__all__ = ["program_of_caption"]

_NAMED_REACH: Final = 600
_NAMED: Final = re.compile(r"(?:사\s?업|공\s?모)\s?명\s*:\s*([^\n]{2,80})")
_GENERIC_CAPTION: Final = re.compile(
    r"연도별|연차별|재원별|현황|내역|계획|실적|예산|사업비|투자|총괄|기준|단위|구분|일정|목표|결산|소요|개요|집행|기간|위치"
)
_STATES_AMOUNT: Final = re.compile(r"\d\s?(?:[조억만천]|백만)\s?원")
"""`(요구액) 2027년 국비 230억원`: a line that states something, and names no programme."""


def program_of_caption(outline: Outline, grid: Grid) -> str:
    """The programme that the line above the table names (`- 공공근로사업 : 3,222,830천원`)."""
    if grid.nested:
        start = grid.table.start
        named = [*_NAMED.finditer(outline.document.view, max(0, start - _NAMED_REACH), start)]
        return " ".join(named[-1][1].split()) if named else ""
    # Above rows that are only spaced out stands a line of their head.
    if grid.parent < 0 or (
        grid.table.origin == "spaced" and not outline.statements[grid.parent].mark
    ):
        return ""
    section = outline.section_at(grid.table.start)
    if section and section.heading == grid.parent:
        return ""
    words = re.split(r"\s*:\s", grid.caption, maxsplit=1)[0].strip("※ ")
    other = _GENERIC_CAPTION.search(words) or _STATES_AMOUNT.search(words)
    return "" if other else words
