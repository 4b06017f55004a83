"""Works 가., ❶ right below a numbered title are programmes of it: each has sections of its own, the title has none.

2. 생활밀착형 공원 조성
❶ 가로정원 조성
□ 사업개요
❷ 어린이공원 재조성
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.marks import CIRCLED, NUMBER, SYLLABLE
from extract.structure.titles import number_of, title_and_status, title_words
from extract.structure.unit import Unit
from extract.structure.vocabulary import section_kind, squeeze

__all__ = ["with_programmes"]

_RANKS: Final = (SYLLABLE, CIRCLED)
_MOST: Final = 20
"""Programmes of a project, and the project."""
_SYLLABLES: Final = "가나다라마바사아자차카타파하"


def with_programmes(
    view: str, statements: Sequence[Statement], units: Sequence[Unit]
) -> list[Unit]:
    """Mark the units that are programmes of the numbered title above them, which becomes a unit where it was none."""
    starts = [statement.start for statement in statements]
    found: list[Unit] = []
    rank = 0
    for unit in units:
        at = bisect_left(starts, unit.start)
        statement = statements[at] if at < len(statements) and starts[at] == unit.start else None
        if statement is None or statement.rank not in _RANKS or not unit.name:
            rank = 0
            found.append(unit)
            continue
        holder = statements[at - 1] if at else None
        if (
            holder
            and holder.heading
            and NUMBER <= holder.rank <= NUMBER + 2
            and _names(view, holder)
        ):
            rank = statement.rank
            if not found or found[-1].start != holder.start:
                found.append(_holder(view, holder))
        elif statement.parent >= 0 and _is_unit(statements[statement.parent], found):
            # The title has an overview of its own in front of them.
            rank = statement.rank
        inner = rank == statement.rank
        found.append(unit._replace(inner=inner, number=_number(statement.mark)) if inner else unit)
    return found


def _is_unit(above: Statement, units: Sequence[Unit]) -> bool:
    """Whether a statement is a numbered title, and one of the last projects found."""
    return (
        above.heading
        and NUMBER <= above.rank <= NUMBER + 2
        and any(unit.start == above.start for unit in units[-_MOST:])
    )


def _names(view: str, holder: Statement) -> bool:
    """Whether a numbered title names a work, and no section of one."""
    return section_kind(view[holder.body : holder.end]) is None


def _holder(view: str, holder: Statement) -> Unit:
    name, status = title_and_status(squeeze(title_words(view, holder)))
    return Unit(holder.start, holder.start, number_of(holder.mark), name, status, plain=False)


def _number(mark: str) -> str:
    """The place of a mark in its row: 2 of `나.` and of `❷`."""
    return str(_SYLLABLES.index(mark[0]) + 1) if mark[0] in _SYLLABLES else number_of(mark)
