"""Where a project begins: its title, or its overview section where the title was a picture.

A unit begins at a title that a section follows (`1-1 …`, `2. … [신규]`, a framed line, a plain line), with the
summary between them (❖, ▶) counted in; or, without a title, at the overview section (□ 사업개요) itself.
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.described import (
    OVERVIEW,
    described_headings,
    is_inner_section,
)
from extract.structure.item_works import works_in_items
from extract.structure.marks import CIRCLED, GROUP, ITEM, NUMBER, PLAIN, SQUARE, SYLLABLE
from extract.structure.number_rows import with_those_before
from extract.structure.programmes import with_programmes
from extract.structure.title_above import is_section_of_circled, title_above
from extract.structure.titles import (
    NO_TITLE,
    NUMBER_FIRST,
    TITLE_LENGTH,
    number_of,
    title_and_status,
    title_words,
)
from extract.structure.unit import Unit
from extract.structure.vocabulary import section_kind, squeeze, without_aside

__all__ = ["read_units"]

_NAME_LABEL: Final = re.compile(r"(?:세부)?사업명:?")
_NAMED: Final = re.compile(
    r"(?:세부\s?)?(?:사\s{0,3}업|과\s{0,3}제)\s{0,3}명\s{0,3}(?::|\t)\s*(?=\S{2})"
)
_CODE: Final = re.compile(r"\s*\(\d{3,5}(?:-\d{2,4})?\)\s*$")
_NAME_LABEL_LENGTH: Final = 12
_OPENS: Final = frozenset({SYLLABLE, SQUARE})
"""Ranks of an overview section: □ 사업개요, or 가. 사업개요 under 1. …."""


def read_units(
    view: str, statements: Sequence[Statement], headings: Sequence[int], named: frozenset[int]
) -> list[Unit]:
    """Find where projects begin, in order; `named`: the titles that lists of projects name."""
    units: list[Unit] = []
    described = described_headings(view, statements, headings)
    labels = _name_labels(view, statements)
    sure = _sure_titles(view, statements, named)
    taken = -1
    awaiting = inside = False
    for index in sorted({*headings, *labels, *sure}):
        statement = statements[index]
        if index in sure:
            units.append(_single(view, statements, index, inner=sure[index]))
            taken, awaiting, inside = index, not sure[index], True
            continue
        if index in labels:
            taken = max(taken, _open_by_label(view, statements, index, units))
            awaiting = awaiting or (bool(units) and units[-1].start == statement.start)
            continue
        words = view[statement.body : statement.end]
        overview = _is_overview(statements, index, words)
        title = title_above(view, statements, index, taken, sure=not overview)
        known = overview or (index and _is_section(statement, words))
        if not (known or (title >= 0 and _goes_on(view, statements[title], units))):
            inside = inside and statement.rank == SQUARE
            if not inside and index in described:
                units.append(_single(view, statements, index))
                # Behind a numbered title its sections follow; behind a □ there are none.
                taken, awaiting = index, statement.rank < SQUARE
                inside = awaiting
            continue
        if title >= 0:
            units.append(_titled(view, statements[title], statement.start))
        elif overview and not awaiting:
            units.append(Unit(statement.start, statement.start, "", "", "", plain=False))
        elif not overview:
            continue
        awaiting = title >= 0 and not overview
        taken, inside = index, True
    return with_programmes(view, statements, with_those_before(view, statements, headings, units))


def _is_section(statement: Statement, words: str) -> bool:
    """Whether a heading is a known section; Ⅲ. 추진계획 is a chapter, and none of the title that stands above it."""
    return statement.rank > GROUP and section_kind(words) is not None


def _is_overview(statements: Sequence[Statement], index: int, words: str) -> bool:
    opens = statements[index].rank in _OPENS or is_section_of_circled(statements, index)
    return opens and "요" in words and OVERVIEW.fullmatch("".join(words.split())) is not None


def _sure_titles(
    view: str, statements: Sequence[Statement], named: frozenset[int]
) -> dict[int, bool]:
    """Titles that need no section below to be those of projects, and whether each is a programme inside one."""
    works, programmes = works_in_items(view, statements)
    # `3⇥지천 정비` and `■ 지천 정비` are found by the section below them.
    holders = {at for at in programmes.values() if statements[at].rank < SQUARE}
    return dict.fromkeys(programmes, True) | dict.fromkeys({*works, *holders, *named}, False)


def _name_labels(view: str, statements: Sequence[Statement]) -> frozenset[int]:
    """Statements that begin with the label 사업명, its name behind it or in the next statement."""
    return frozenset(
        index
        for index, statement in enumerate(statements)
        if view[statement.body] in "사세과" and _is_name_label(view, statement)
    )


def _is_name_label(view: str, statement: Statement) -> bool:
    body, end = statement.body, statement.end
    if view.find("명", body, body + _NAME_LABEL_LENGTH) < 0:
        return False
    if _NAMED.match(view, body, end):
        return True
    words = view[body:end] if end - body <= _NAME_LABEL_LENGTH else ""
    return _NAME_LABEL.fullmatch("".join(words.split())) is not None


def _open_by_label(
    view: str, statements: Sequence[Statement], index: int, units: list[Unit]
) -> int:
    """Take a label 사업명: it opens a project, or names the one whose overview it stands in.

    Behind a colon it opens one where sections follow; in a list of projects, and below a project's own title,
    it does not. The index of the last statement it used is returned, or -1.
    """
    statement = statements[index]
    named = _NAMED.match(view, statement.body, statement.end)
    if named is None:
        if index + 1 == len(statements):
            return -1
        units.append(_labelled(view, statement, statements[index + 1]))
        return index + 1
    words = squeeze(_CODE.sub("", view[named.end() : statement.end]))
    if len(words) > TITLE_LENGTH or NO_TITLE.search(words):
        return -1
    name, status = title_and_status(words)
    above = statements[statement.parent] if statement.parent >= 0 else None
    if above and OVERVIEW.fullmatch("".join(view[above.body : above.end].split())):
        if units and not units[-1].name and units[-1].section == above.start:
            units[-1] = units[-1]._replace(name=name, status=status)
    elif any(
        each.heading and each.rank <= SQUARE and section_kind(view[each.body : each.end])
        for each in statements[index + 1 : index + 3]
    ):
        units.append(Unit(statement.start, statement.start, "", name, status, plain=False))
    return -1


def _goes_on(view: str, title: Statement, units: Sequence[Unit]) -> bool:
    """Whether a title is the `6 …` behind `5 …`: a project, though no section that is known follows it."""
    number = number_of(title.mark)
    if title.rank == PLAIN:
        found = NUMBER_FIRST.match(view, title.body, title.end)
        number = found[1] if found else ""
    series, _, last = number.rpartition("-")
    before = f"{series}-" if series else ""
    return last.isdecimal() and bool(units) and units[-1].number == f"{before}{int(last) - 1}"


def _labelled(view: str, label: Statement, statement: Statement) -> Unit:
    """A project that a form names under the words 사업명."""
    words = squeeze(view[statement.body : statement.end])
    name, status = title_and_status(_CODE.sub("", words))
    return Unit(label.start, label.start, number_of(statement.mark), name, status, plain=False)


def _single(view: str, statements: Sequence[Statement], index: int, *, inner: bool = False) -> Unit:
    """A project under one heading: `□ 주거급여 지원사업` with its 지원대상, 사업비, 추진상황 below."""
    statement = statements[index]
    words = without_aside(title_words(view, statement))
    name, status = title_and_status(squeeze(words))
    end = next(
        (
            statements[at].start
            for at in range(index + 1, len(statements))
            if statements[at].heading
            and statements[at].rank <= statement.rank
            and not is_inner_section(statements[at])
            and not _is_own_section(view, statement, statements[at])
        ),
        len(view),
    )
    numbered = statement.rank <= NUMBER + 2 or statement.rank in (ITEM, CIRCLED)
    number = number_of(statement.mark) if numbered else ""
    start = statement.start
    return Unit(start, start, number, name, status, plain=False, end=end, inner=inner)


def _is_own_section(view: str, title: Statement, below: Statement) -> bool:
    """Whether a section says whose it is: `【과제 3】 재정투자계획`, below all of `과제 3 …`."""
    return (
        below.rank == title.rank
        and number_of(below.mark) == number_of(title.mark) != ""
        and section_kind(view[below.body : below.end]) is not None
    )


def _titled(view: str, statement: Statement, section: int) -> Unit:
    words = squeeze(title_words(view, statement))
    number = number_of(statement.mark)
    numbered = NUMBER_FIRST.match(words) if statement.rank == PLAIN else None
    if numbered:
        number, words = numbered[1], words[numbered.end() :]
    name, status = title_and_status(words)
    plain = not number and statement.rank not in (SQUARE, SYLLABLE)
    return Unit(statement.start, section, number, name, status, plain=plain)
