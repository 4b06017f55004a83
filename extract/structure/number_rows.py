"""The work in front of one that is known: `1. 국민체육센터 운영`, with sections of its own, above `2. 여과설비 교체`.

It may have no overview to be known by, only 시설현황, 추진계획 and 운영예산; the number behind it says what it is.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from extract.outline import Statement
from extract.structure.marks import NUMBER
from extract.structure.titles import number_of, title_and_status, title_words
from extract.structure.unit import Unit
from extract.structure.vocabulary import section_kind, squeeze
from extract.structure.works import names_a_work

__all__ = ["with_those_before"]

_TELLING: Final = frozenset({"plan", "results", "mixed", "budget"})


def with_those_before(
    view: str, statements: Sequence[Statement], headings: Sequence[int], units: Sequence[Unit]
) -> list[Unit]:
    """The units, and the numbered titles of works right before one, which have plans, results or a budget below them."""
    known = {unit.start for unit in units}
    found: list[Unit] = []
    for unit in units:
        at = bisect_left(headings, unit.start, key=lambda index: statements[index].start)
        before = _before(view, statements, headings, at, unit)
        if before is not None and before.start not in known:
            found.append(before)
        found.append(unit)
    return sorted(found, key=attrgetter("start"))


def _before(
    view: str, statements: Sequence[Statement], headings: Sequence[int], at: int, unit: Unit
) -> Unit | None:
    """The work whose number comes before that of `unit`, whose title is heading `at`."""
    if not unit.number.isdecimal() or unit.number == "1" or at >= len(headings):
        return None
    if statements[headings[at]].rank != NUMBER:
        return None
    kinds: set[str | None] = set()
    for index in reversed(headings[:at]):
        statement = statements[index]
        words = view[statement.body : statement.end]
        if statement.rank > NUMBER:
            kinds.add(section_kind(words))
            continue
        number = number_of(statement.mark)
        counts = statement.rank == NUMBER and number == str(int(unit.number) - 1)
        name, status = title_and_status(squeeze(title_words(view, statement)))
        if not counts or section_kind(words) or not names_a_work(name) or not kinds & _TELLING:
            return None
        return Unit(statement.start, statement.start, number, name, status, plain=False)
    return None
