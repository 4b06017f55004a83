"""Works of a chapter that says it holds them, where no section 사업개요 stands below any: ministries set sentences there.

Ⅲ. 2026년 중점 추진과제
① 산림재난 대응체계 고도화
□ 예방부터 진화까지 산불 대응체계를 전면 개편
② 임업인 소득안전망 확충
□ 직불제를 개편
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from extract.outline import Statement
from extract.structure.contents import is_entry
from extract.structure.marks import CHAPTER, GROUP
from extract.structure.titles import NO_TITLE, TITLE_LENGTH, number_of, title_and_status
from extract.structure.unit import Unit
from extract.structure.vocabulary import office_name, section_kind, squeeze

__all__ = ["works_of_chapters"]

_OF_WORKS: Final = re.compile(
    r"(?:추진|중점|핵심|주요|역점|세부|정책|전략)\s?(?:추진\s?)?(?:과제|업무|시책|사업)|(?:업무|추진)\s?계획|세부\s?내용"
)
"""What a chapter of works is called."""
_NUMBERED: Final = re.compile(
    r"(?P<open>[【\[<(〈]?\s?(?:(?:추진|핵심|중점|정책)?\s?(?:과제|전략)\s?)?)(?P<number>\d{1,2})(?P<close>\s?[】\]>)〉.]?)\s+(?=[가-힣A-Z「『‘'\"])"
)
_SYLLABLES: Final = "가나다라마바사아자차카타파하"
_DASHED: Final = re.compile(r"(\d{1,2})-(\d{1,2})\.?")
_FEWEST: Final = 2
_SHORTEST: Final = 5
_ATTRIBUTE: Final = re.compile(
    r"(?:규모|기간|시기|대상|자격|방법|방식|절차|일정|장소|기준|내용|금액|예산|근거|배경|목적|효과|사항|문의|서류|현황|여건|성과|방향|개요)$"
)


class _Title(NamedTuple):
    """A numbered line: how its number is set, the number, where its words begin."""

    form: str
    number: int
    body: int
    at: int


def works_of_chapters(view: str, statements: Sequence[Statement]) -> list[Unit]:
    """The numbered titles right below the chapters of works, counted through, each with something below it."""
    chapters = list(_chapters(view, statements))
    found = _dashed(view, statements, chapters)
    if not found:
        for at, behind in chapters:
            if statements[at].end - statements[at].body <= TITLE_LENGTH:
                found += _titles(view, statements, at + 1, behind, found)
    if len(found) < _FEWEST:
        return []
    return [_unit(view, statements[title.at], title) for title in found]


def _chapters(view: str, statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """The chapters of works: the index of each, and of what stands behind it. An entry of the contents is none."""
    starts = [
        at
        for at, each in enumerate(statements)
        if each.rank <= GROUP and not is_entry(view, each.start, each.end)
    ]
    for at, behind in pairwise([*starts, len(statements)]):
        each = statements[at]
        if each.rank == CHAPTER and _OF_WORKS.search(view[each.body : each.end]):
            yield at, behind


def _dashed(
    view: str, statements: Sequence[Statement], chapters: Sequence[tuple[int, int]]
) -> list[_Title]:
    """The titles 1-1, 1-2, 2-1 below the strategies of a chapter of works; none where the count breaks."""
    found: list[_Title] = []
    for at, behind in chapters:
        for index in range(at + 1, behind):
            each = statements[index]
            number = _DASHED.fullmatch(each.mark)
            words = view[each.body : each.end]
            if number and len(words) <= TITLE_LENGTH and not NO_TITLE.search(words):
                found.append(_Title(number[1], int(number[2]), each.body, index))
    counted = [(int(title.form), title.number) for title in found]
    goes_on = all(
        behind in ((group, number + 1), (group + 1, 1))
        for (group, number), behind in pairwise(counted)
    )
    return found if len(found) >= _FEWEST and counted[0] == (1, 1) and goes_on else []


def _titles(
    view: str, statements: Sequence[Statement], first: int, stop: int, before: Sequence[_Title]
) -> list[_Title]:
    """The titles of one chapter; none where they are not counted through or one has nothing below it."""
    numbered = list(_numbered(view, statements, first, stop))
    if not numbered or numbered[0].at != first:
        return []
    titles = [each for each in numbered if each.form == numbered[0].form]
    goes_on = before[-1].number + 1 if before and before[-1].form == titles[0].form else 1
    counted = [each.number for each in titles]
    if counted not in (
        list(range(1, len(titles) + 1)),
        list(range(goes_on, goes_on + len(titles))),
    ):
        return []
    if any(_is_attribute(view[each.body : statements[each.at].end]) for each in titles):
        return []
    ends = [*(each.at for each in titles[1:]), stop]
    return titles if all(end > each.at + 1 for each, end in zip(titles, ends, strict=True)) else []


def _is_attribute(words: str) -> bool:
    """Whether a title names what a plan says of itself (지원규모, 접수기간, 3월) and no work."""
    bare = "".join(words.split())
    return len(bare) < _SHORTEST or _ATTRIBUTE.search(bare) is not None


def _numbered(
    view: str, statements: Sequence[Statement], first: int, stop: int
) -> Iterator[_Title]:
    for at in range(first, stop):
        title = _title(view, statements[at], at)
        words = view[title.body : statements[at].end] if title else ""
        good = words and len(words) <= TITLE_LENGTH and not NO_TITLE.search(words)
        if title and good and not section_kind(words) and not office_name(words):
            yield title


def _title(view: str, statement: Statement, at: int) -> _Title | None:
    mark = statement.mark
    number = number_of(mark)
    if number.isdecimal():
        set_as = mark.replace(number, "")[-1:] if len(mark) > 1 else ""
        return _Title(f"{statement.rank}{set_as}", int(number), statement.body, at)
    if mark[:1] and mark[0] in _SYLLABLES and len(mark) == 2:
        return _Title(f"{statement.rank}", _SYLLABLES.index(mark[0]) + 1, statement.body, at)
    found = _NUMBERED.match(view, statement.start, statement.end)
    if found is None:
        return None
    form = "".join(f"{found['open']}#{found['close']}".split())
    return _Title(form, int(found["number"]), found.end(), at)


def _unit(view: str, statement: Statement, title: _Title) -> Unit:
    name, status = title_and_status(squeeze(view[title.body : statement.end]))
    start = statement.start
    number = number_of(statement.mark) if "-" in statement.mark else str(title.number)
    return Unit(start, start, number, name, status, plain=False)
