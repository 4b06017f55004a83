"""Where a project begins: its title, or its overview section where the title was a picture.

A unit begins at a title that a section follows (`1-1 …`, `2. … [신규]`, a framed line, a plain line), with the
summary between them (❖, ▶) counted in; or, without a title, at the overview section (□ 사업개요) itself.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.outline import Statement
from extract.structure.described import OVERVIEW, described_headings, is_inner_section
from extract.structure.marks import BRACKET, CHAPTER, CIRCLED, NUMBER, PLAIN, SQUARE, SYLLABLE
from extract.structure.vocabulary import office_name, section_kind, squeeze, without_aside

__all__ = ["Unit", "read_units", "title_and_status"]

_STATUS: Final = re.compile(
    r"[\[(<【〈]\s*(계속|신규|완료|종료|보완|확대|변경|공약|핵심|시책)[^\])>】〉]{0,8}[\])>】〉]\s*$"
)
_IN_CHARGE: Final = re.compile(r"\s*\((?:주관|주최|소관|담당)\s*:[^()]*\)\s*$")
_NAME_LABEL: Final = re.compile(r"(?:세부)?사업명:?")
_NAMED: Final = re.compile(r"(?:세부\s?)?사\s{0,3}업\s{0,3}명\s{0,3}:\s*(?=\S{2})")
_CODE: Final = re.compile(r"\s*\(\d{3,5}(?:-\d{2,4})?\)\s*$")
_NAME_LABEL_LENGTH: Final = 12
_NUMBER_FIRST: Final = re.compile(
    r"(\d{1,2})\s(?:[│|┃ㅣ]\s)?(?=(?:20\d\d년?\s)?[가-힣A-Z'\"「『(])"
)
_DASHED: Final = re.compile(r"\d{1,2}-\d{1,2}")
_OPENS: Final = frozenset({SYLLABLE, SQUARE})
"""Ranks of an overview section: □ 사업개요, or 가. 사업개요 under 1. …."""
_GENERAL: Final = re.compile(
    r"조직|인력|정원|예산|비전|목표|여건|현황|일반|성과|방향|과제|체계$|결과|개요|총괄|환경|전략|계획$"
)
"""Numbered lines with these words open a part of the report, not a project."""
_SECTION_LENGTH: Final = 16
_SUMMARY_REACH: Final = 5
_TITLE_LENGTH: Final = 70
_NO_TITLE: Final = re.compile(r"[:~]|\.{3}|…|\t|(?:다|음|함|임|됨)\.?$|^[(\[]")


class Unit(NamedTuple):
    """A part of the report that is one project.

    Attributes:
        start: Offset of its title, or of its first section.
        section: Offset of its first section.
        number: The number in front of its title (`1-1`, `2`), or empty.
        name: Its title, or empty.
        status: `계속`, `신규` behind the title, or empty.
        plain: The title is a line without a number: surer with a list that holds it.
        end: Offset behind it where that is known (a single □), else 0.
    """

    start: int
    section: int
    number: str
    name: str
    status: str
    plain: bool
    end: int = 0


def read_units(view: str, statements: Sequence[Statement], headings: Sequence[int]) -> list[Unit]:
    """Find where projects begin, in order."""
    units: list[Unit] = []
    described = described_headings(view, statements, headings)
    labels = _name_labels(view, statements)
    taken = -1
    awaiting = inside = False
    for index in sorted({*headings, *labels}):
        statement = statements[index]
        if index in labels:
            taken = max(taken, _open_by_label(view, statements, index, units))
            awaiting = awaiting or (bool(units) and units[-1].start == statement.start)
            continue
        words = view[statement.body : statement.end]
        overview = statement.rank in _OPENS and OVERVIEW.fullmatch("".join(words.split()))
        title = _title_above(view, statements, index, taken, sure=not overview)
        if not (
            overview
            or (index and section_kind(words))
            or (title >= 0 and _goes_on(view, statements[title], units))
        ):
            inside = inside and statement.rank == SQUARE
            if not inside and index in described:
                units.append(_single(view, statements, index))
                # Behind a numbered title its sections follow; behind a □ there are none.
                taken, awaiting = index, statement.rank < SQUARE
                inside = awaiting
            continue
        if title >= 0:
            units.append(_titled(view, statements[title], statement.start))
            awaiting = not overview
        elif overview and awaiting:
            awaiting = False
        elif overview:
            units.append(Unit(statement.start, statement.start, "", "", "", plain=False))
        else:
            continue
        taken, inside = index, True
    return units


def _name_labels(view: str, statements: Sequence[Statement]) -> frozenset[int]:
    """Statements that begin with the label 사업명, its name behind it or in the next statement."""
    return frozenset(
        index
        for index, (_, body, end, _, _, _, _, _) in enumerate(statements)
        if view.find("명", body, body + _NAME_LABEL_LENGTH) >= 0
        and (
            _NAMED.match(view, body, end)
            or (
                end - body <= _NAME_LABEL_LENGTH
                and _NAME_LABEL.fullmatch("".join(view[body:end].split()))
            )
        )
    )


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
    if len(words) > _TITLE_LENGTH or _NO_TITLE.search(words):
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
    number = _number_of(title.mark)
    if title.rank == PLAIN:
        found = _NUMBER_FIRST.match(view, title.body, title.end)
        number = found[1] if found else ""
    series, _, last = number.rpartition("-")
    before = f"{series}-" if series else ""
    return last.isdecimal() and bool(units) and units[-1].number == f"{before}{int(last) - 1}"


def title_and_status(words: str) -> tuple[str, str]:
    """A title without the state and the body in charge in brackets behind it, and that state.

    >>> title_and_status("1. 일자리카페 운영 [계속]")
    ('1. 일자리카페 운영', '계속')
    """
    words = _IN_CHARGE.sub("", words)
    found = _STATUS.search(words)
    if not found:
        return words.strip(), ""
    return words[: found.start()].strip(), found[1]


def _title_above(
    view: str, statements: Sequence[Statement], index: int, taken: int, *, sure: bool
) -> int:
    """Index of the title that stands above a section, or -1.

    `sure` asks for a title that can be nothing else: a dashed number, as in `1-1`.
    """
    for at in range(index - 1, max(index - 1 - _SUMMARY_REACH, taken), -1):
        statement = statements[at]
        words = view[statement.body : statement.end]
        if statement.rank == SQUARE or statement.rank <= CHAPTER:
            return -1
        if NUMBER <= statement.rank <= NUMBER + 2:
            good = sure <= bool(_DASHED.match(statement.mark))
            return (
                at if good and len(words) <= _TITLE_LENGTH and not _NO_TITLE.search(words) else -1
            )
        numbered = _NUMBER_FIRST.match(words) if statement.rank == PLAIN else None
        if statement.rank == PLAIN and (numbered or (not sure and at == index - 1)):
            good = len(words) <= _TITLE_LENGTH and not _NO_TITLE.search(words)
            good = good and not (sure and _GENERAL.search(words))
            good = good and not office_name(words)
            # A long title may hold 현안 or 현황; a short one is a section.
            return at if good and not _is_section(words, numbered) else -1
        if statement.rank == CIRCLED and at == index - 1 and not sure:
            return at if len(words) <= _TITLE_LENGTH and not _NO_TITLE.search(words) else -1
        if statement.rank in (BRACKET, CIRCLED) or statement.note:
            return -1
    return -1


def _is_section(words: str, numbered: re.Match[str] | None) -> bool:
    return (not numbered or len(words) <= _SECTION_LENGTH) and section_kind(words) is not None


def _number_of(mark: str) -> str:
    """The number in a mark: `1-1` of `1-1.`, `2` of `과제 2`."""
    return mark.rsplit(" ", 1)[-1].lstrip("과제공약번호사업안건의").strip(".():[] ")


def _labelled(view: str, label: Statement, statement: Statement) -> Unit:
    """A project that a form names under the words 사업명."""
    words = squeeze(view[statement.body : statement.end])
    name, status = title_and_status(_CODE.sub("", words))
    return Unit(label.start, label.start, _number_of(statement.mark), name, status, plain=False)


def _single(view: str, statements: Sequence[Statement], index: int) -> Unit:
    """A project under one heading: `□ 주거급여 지원사업` with its 지원대상, 사업비, 추진상황 below."""
    statement = statements[index]
    words = without_aside(view[statement.body : statement.end])
    name, status = title_and_status(squeeze(words))
    end = next(
        (
            statements[at].start
            for at in range(index + 1, len(statements))
            if statements[at].heading
            and statements[at].rank <= statement.rank
            and not is_inner_section(statements[at])
        ),
        len(view),
    )
    number = _number_of(statement.mark) if statement.rank <= NUMBER + 2 else ""
    return Unit(statement.start, statement.start, number, name, status, plain=False, end=end)


def _titled(view: str, statement: Statement, section: int) -> Unit:
    words = squeeze(view[statement.body : statement.end])
    number = _number_of(statement.mark)
    numbered = _NUMBER_FIRST.match(words) if statement.rank == PLAIN else None
    if numbered:
        number, words = numbered[1], words[numbered.end() :]
    name, status = title_and_status(words)
    return Unit(
        statement.start, section, number, name, status, plain=statement.rank == PLAIN and not number
    )
