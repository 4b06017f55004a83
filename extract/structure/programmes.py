"""Works 가., ❶ below a numbered title are programmes of it: each has sections of its own.

2. 생활밀착형 공원 조성          과제 1  어촌 정주여건 개선
❶ 가로정원 조성                  ◇ 안전시설을 넓혀 …
□ 사업개요                       □ 재정투자계획
❷ 어린이공원 재조성              ① 국가어항 정비
                                 □ 추진실적
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.marks import CIRCLED, NUMBER, PLAIN, SQUARE, SYLLABLE
from extract.structure.titles import number_of, title_and_status, title_words
from extract.structure.unit import Unit
from extract.structure.vocabulary import section_kind, squeeze

__all__ = ["with_programmes"]

_RANKS: Final = (SYLLABLE, CIRCLED)
_MOST: Final = 20
"""Programmes of a project, and the project."""
_SYLLABLES: Final = "가나다라마바사아자차카타파하"
_SUMMARY: Final = 3
"""Statements between a title and its first programme that say what all are for (◇ …)."""
_REACH: Final = 8
"""Statements that may stand between a programme and its first section: 사업기간, 사업규모."""


def with_programmes(
    view: str, statements: Sequence[Statement], units: Sequence[Unit]
) -> list[Unit]:
    """Mark the units that are programmes of the numbered title above them, which becomes a unit where it was none."""
    starts = [statement.start for statement in statements]
    numbered = [each.start for each in statements if each.heading and each.rank <= NUMBER + 2]
    found: list[Unit] = []
    rank = 0
    for unit in units:
        at = bisect_left(starts, unit.start)
        statement = statements[at] if at < len(statements) and starts[at] == unit.start else None
        if rank == CIRCLED:
            found.extend(_siblings(view, statements, found[-1], (starts, at, numbered)))
        if statement is None or statement.rank not in _RANKS or not unit.name:
            rank = 0
            found.append(unit)
            continue
        holder = _title_above(view, statements, at)
        if holder and _names(view, holder):
            rank = statement.rank
            if not found or found[-1].start != holder.start:
                found.append(_holder(view, holder))
        elif _is_unit(_numbered_above(statements, statement), found):
            # The title has an overview of its own in front of them.
            rank = statement.rank
        if rank == statement.rank:
            end = _end(numbered, unit.start, unit.end)
            found.append(unit._replace(inner=True, number=_number(statement.mark), end=end))
        else:
            rank = 0
            found.append(unit)
    if rank == CIRCLED:
        found.extend(_siblings(view, statements, found[-1], (starts, len(statements), numbered)))
    return found


def _title_above(view: str, statements: Sequence[Statement], at: int) -> Statement | None:
    """The numbered title right above a programme, or above the summary in front of it."""
    for above in range(at - 1, max(at - 2 - _SUMMARY, -1), -1):
        statement = statements[above]
        if NUMBER <= statement.rank <= NUMBER + 2:
            return statement if statement.heading else None
        summary = statement.rank in (PLAIN, SQUARE)
        if not summary or section_kind(view[statement.body : statement.end]):
            break
    return None


def _numbered_above(statements: Sequence[Statement], statement: Statement) -> Statement | None:
    """What a programme stands below: for ① also the title over the section in front of it."""
    above = statements[statement.parent] if statement.parent >= 0 else None
    while statement.rank == CIRCLED and above and above.rank > NUMBER + 2 and above.parent >= 0:
        above = statements[above.parent]
    return above


def _siblings(
    view: str,
    statements: Sequence[Statement],
    last: Unit,
    where: tuple[Sequence[int], int, Sequence[int]],
) -> Iterator[Unit]:
    """The programmes ②, ③ behind ① whose sections stand further down: 사업기간 and 사업규모 come first."""
    starts, stop, numbered = where
    number = int(last.number or 0)
    listed = 0
    for at in range(bisect_left(starts, last.start) + 1, stop):
        statement = statements[at]
        if statement.rank <= NUMBER + 2:
            break
        if statement.rank != CIRCLED:
            continue
        said = int(_number(statement.mark) or 0)
        if said in (1, listed + 1):
            # ① ② below a section of the programme are its items.
            listed = said
        if said == number + 1 and _opens(view, statements, at, stop):
            name, status = title_and_status(squeeze(title_words(view, statement)))
            start = statement.start
            end = _end(numbered, start, 0)
            yield Unit(start, start, str(said), name, status, plain=False, end=end, inner=True)
            number, listed = said, 0


def _end(numbered: Sequence[int], unit_start: int, known: int) -> int:
    """Where the next numbered heading behind a programme stands: the next project, or a section of its own project."""
    at = bisect_right(numbered, unit_start)
    if at == len(numbered):
        return known
    return min(known, numbered[at]) if known else numbered[at]


def _opens(view: str, statements: Sequence[Statement], at: int, stop: int) -> bool:
    """Whether a section □ stands below ② before the next ③, and ② is no item of a list."""
    if statements[at - 1].rank == CIRCLED:
        return False
    for below in range(at + 1, min(at + 1 + _REACH, stop)):
        statement = statements[below]
        if statement.rank in (SQUARE, CIRCLED):
            words = view[statement.body : statement.end]
            return statement.rank == SQUARE and below > at + 1 and section_kind(words) is not None
    return False


def _is_unit(above: Statement | None, units: Sequence[Unit]) -> bool:
    """Whether a statement is a numbered title, and one of the last projects found."""
    return (
        above is not None
        and above.heading
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
    """The place of a mark in its row: 2 of `나.`, of `❷` and of `㉯`."""
    if "㉮" <= mark[0] <= "㉻":
        return str(ord(mark[0]) - ord("㉮") + 1)
    return str(_SYLLABLES.index(mark[0]) + 1) if mark[0] in _SYLLABLES else number_of(mark)
