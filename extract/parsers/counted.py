"""Dates in the bracket behind a count: `1기(08.27~09.24) : 261명 수강`, `협의회 2회(07.30 / 11.18) 개최`."""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.parsers.clauses import clause_around
from extract.parsers.labels import Labelled
from extract.parsers.stamp import Stamp

__all__ = ["count_dates", "counted_text"]

_COUNTED: Final = re.compile(r"\d\s?(회|기|차)\s?\($")


def count_dates(view: str, stamps: Sequence[Stamp], *, floor: int) -> bool:
    """Whether a line from `floor` tells of nothing but what is counted and dated: `협의회 2회(07.30 / 11.18) 개최`."""
    return all(_counts(view, stamp, floor) for stamp in stamps)


def _counts(view: str, stamp: Stamp, floor: int) -> bool:
    """Whether a bracket behind a count holds the date: `1기(08.27~09.24)`.

    A count behind a label (`위원회 개최 : 2회(7. 24. / 8. 28.)`) says of the line how often, and dates no line.
    """
    opened = view.rfind("(", floor, stamp.start)
    counted = _COUNTED.search(view, max(floor, opened - 8), opened + 1) if opened >= 0 else None
    if counted is None:
        return False
    ahead = view[floor:opened]
    return counted[1] == "기" or not (":" in ahead or "," in ahead or "  " in ahead)


def counted_text(view: str, stamp: Stamp, labelled: Labelled | None, statement: Statement) -> str:
    """What the line of a counted date tells: behind its label, or around the date."""
    if labelled and stamp.end <= labelled.label_end + 1:
        return " ".join(view[labelled.start : statement.end].split())
    return clause_around(view, stamp.start, stamp.end, floor=statement.body, stop=statement.end)
