"""The works of a mid-term fiscal plan (중기지방재정계획 세부사업계획서): a name, then 기간, 대상, 규모, 내용, then the money by source.

옛길 정비 보상                     a name, perhaps over two lines
기간:2026. 1. ~ 2030. 12.
대상:하늘동 주민
규모:3.2km
내용:편입토지 보상
N N N N N N                        answers of the form: 투자심사, 지방채 …
계    1,859  0  1,859  372 …       the table of this work
국비    855  0    855  171 …
다음 단위사업  2,403 …              the sum of what follows, of no work
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from extract.outline import Grid, ProjectNode, Statement
from extract.structure.marks import PLAIN
from extract.structure.offices import Office
from extract.structure.vocabulary import squeeze
from normalize.sources import read_source

__all__ = ["read_fiscal_sheets"]

_PERIOD: Final = re.compile(r"기간\s?:\s?\S")
_LABEL: Final = re.compile(r"(대상|규모|내용)\s?:\s?\S")
_OTHER: Final = re.compile(r"[^:]{1,10}:|(?:[A-Z가-힣]{1,4}\s)?(?:[YN]\s?){2,}|[-–]\s?\d+\s?[-–]")
"""What ends a name that is read upwards: a label, the answers of the work above, a page."""
_BY_LAW: Final = re.compile(r"의무|재량|법정")
"""Rows of a work beside those of its sources: money that a law asks for (의무지출), and other."""
_LONGEST: Final = 3  # lines of a name
_REACH: Final = 12  # lines in which the labels of a work stand
_FEWEST: Final = 2  # works that make a plan


def read_fiscal_sheets(
    view: str, statements: Sequence[Statement], grids: Sequence[Grid], office: Office
) -> list[ProjectNode]:
    """Find the works of a mid-term fiscal plan, in order; nothing in another report."""
    found = list(_works(view, statements))
    if len(found) < _FEWEST:
        return []
    starts = [start for start, _ in found]
    stops = [*starts[1:], office.end]
    return [
        ProjectNode(
            f"{office.name}/{number}",
            "",
            office.name,
            "",
            "",
            name,
            "",
            None,
            start,
            _end(grids, start, stop),
        )
        for number, ((start, name), stop) in enumerate(zip(found, stops, strict=True), start=1)
    ]


def _works(view: str, statements: Sequence[Statement]) -> Iterator[tuple[int, str]]:
    """Where each work begins, and its name."""
    for index, statement in enumerate(statements):
        if statement.rank != PLAIN or not _PERIOD.match(view, statement.body, statement.end):
            continue
        below = statements[index + 1 : index + 1 + _REACH]
        labels = {found[1] for each in below if (found := _LABEL.match(view, each.body, each.end))}
        if len(labels) < _FEWEST:
            continue
        lines = _name_above(view, statements, index)
        if lines:
            yield lines[0].start, squeeze(" ".join(view[each.body : each.end] for each in lines))


def _name_above(view: str, statements: Sequence[Statement], index: int) -> list[Statement]:
    lines: list[Statement] = []
    for above in reversed(statements[max(index - _LONGEST, 0) : index]):
        begins = (lines[0] if lines else statements[index]).start
        near = not view[above.end : begins].strip()
        if above.rank != PLAIN or not near or _OTHER.match(view, above.body, above.end):
            break
        lines.insert(0, above)
    return lines


def _end(grids: Sequence[Grid], start: int, stop: int) -> int:
    """Where the rows of a work end: in front of the first whose head is no source, or where the next work begins."""
    first = bisect_left(grids, start, key=lambda grid: grid.table.start)
    if first == len(grids) or grids[first].table.start >= stop:
        return stop
    for cell in grids[first].cells:
        if cell.row < grids[first].header_rows or cell.column or not cell.text:
            continue
        if read_source(cell.text) is None and not _BY_LAW.fullmatch(cell.text):
            return cell.start
    return min(grids[first].table.end, stop)
