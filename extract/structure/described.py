"""Whether a heading of unknown title is a project of its own: it says what, where, for whom and for how much.

□ 주거급여 지원사업          1. 지방정원 조성
○ 지원대상 : …               ○ 사업개요
○ 사 업 비 : …                 - 사업기간 : …
○ 추진상황 및 계획 : …         - 총사업비 : …
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from extract.outline import Statement
from extract.structure.marks import CIRCLED, GROUP, NUMBER, PLAIN, SQUARE, SYLLABLE
from extract.structure.project_labels import said_by
from extract.structure.vocabulary import OFFICE_BEHIND, office_name, section_kind, without_aside
from extract.structure.works import names_a_work, names_no_project

__all__ = [
    "COST_BEHIND",
    "OVERVIEW",
    "described_headings",
    "describes_itself",
    "heading_above",
    "is_inner_section",
    "listed_titles",
]

OVERVIEW: Final = re.compile(
    r"(?:사업|추진|운영|행사|조성|용역|시설|제도|공약|과제|공사|취득|처분)?개요(?:\([^()]*\))?"
)

_COLON: Final = re.compile(r"\s:|:\s")
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_OF_A_PROJECT: Final = frozenset(
    {"overview", "results", "plan", "mixed", "problems", "effects", "budget"}
)
_SECTIONS: Final = frozenset({SYLLABLE, SQUARE})
_OF_ALL: Final = re.compile(r"주요\s?(?:업무|사업)(?:계획|현황)?$|일반\s?현황|총괄")
_BRANCH: Final = re.compile(r"(?:(?<!담당)관|소|센터|원)$")
"""How branch offices (사업소) are called, as 과 and 국 of a body are not."""
_FIRST: Final = ("1.", "가.")
COST_BEHIND: Final = re.compile(
    r"(?<=[가-힣)])\s?\(\s?(?:총\s?)?[\d.,]+\s?[조억천백만]{1,2}\s?원?\s?\)\s*$"
)
"""`3. 국어정책 기초 연구(27.1억원)`: what it costs stands behind the title."""
_DASHED: Final = re.compile(r"\d{1,2}-(?:\d{1,2}|[①-⑳])")


def described_headings(
    view: str, statements: Sequence[Statement], headings: Sequence[int]
) -> frozenset[int]:
    """Headings □ or 1. that are projects: those that describe themselves, and what else is done in their row.

    In a row of such headings without a section between them one that names a work (… 공급 확대) is a project as
    its neighbours are, though it tells less of itself.
    """
    found: set[int] = set(_numbered_works(view, statements, headings))
    found.update(_branch_offices(view, statements, headings))
    row: list[int] = []
    section = -1
    for index in headings:
        statement = statements[index]
        if is_inner_section(statement):
            continue
        numbered = statement.rank < SQUARE
        if numbered or section_kind(view[statement.body : statement.end]):
            found |= _described_row(view, statements, section, row)
            row, section = [], -1 if numbered else index
        else:
            row.append(index)
    found |= _described_row(view, statements, section, row)
    return frozenset(found)


def _described_row(
    view: str, statements: Sequence[Statement], section: int, row: Sequence[int]
) -> set[int]:
    """The projects of a row of headings □; `section` is the section right in front of it, or -1.

    A section that describes itself speaks for the row, too. What it is itself is asked of the first line alone.
    """
    if not row and section:  # as between most sections
        return set()
    sure = {at for at in row if describes_itself(view, statements, at)}
    asked = section == 0 or (section > 0 and len(row) > len(sure) == 0)
    if asked and describes_itself(view, statements, section):
        sure.add(section)
    return sure.union(at for at in row if _names_a_work(view, statements, at)) if sure else sure


def listed_titles(
    view: str, statements: Sequence[Statement], headings: Sequence[int], names: Container[str]
) -> frozenset[int]:
    """Numbered titles that a list of projects names; `names` have no blanks."""
    return frozenset(
        index
        for index in (headings if names else ())
        if NUMBER <= statements[index].rank < SYLLABLE
        and "".join(
            OFFICE_BEHIND.sub("", view[statements[index].body : statements[index].end]).split()
        )
        in names
    )


def is_inner_section(statement: Statement) -> bool:
    """Whether a section title has no mark of its own: `(추진상황 및 계획)`, `≪ 추진현황 ≫` under a □."""
    return statement.heading and not statement.mark


def _names_a_work(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether a heading with items below it says what is done."""
    statement = statements[index]
    words = without_aside(view[statement.body : statement.end])
    if _is_line(words) or not names_a_work(words.rstrip()):
        return False
    items = statements[index + 1 : index + 3]
    return len(items) == 2 and all(item.parent >= index for item in items)


def _numbered_works(
    view: str, statements: Sequence[Statement], headings: Sequence[int]
) -> Iterator[int]:
    """Headings 1., 2. or 가., 나. that are projects: the first of their row describes itself, and each a work."""
    works: dict[tuple[int, int], bool] = {}
    of_office = False
    for index in headings:
        statement = statements[index]
        if not GROUP < statement.rank < SQUARE:
            continue
        if section_kind(view[statement.body : statement.end]) or _inside_section(
            view, statements, statement
        ):
            continue
        if _is_divided_work(view, statements, index):
            yield index
            continue
        row = (statement.parent, statement.rank)
        below_office = (
            index > 0
            and _is_office(view, statements[index - 1])
            and not _OF_ALL.search(view, statement.body, statement.end)
        )
        if row not in works or statement.mark[:2] in _FIRST or below_office:
            works[row] = below_office or _is_described(view, statements, index)
            of_office = below_office if statement.mark[:2] in _FIRST else of_office
        if works[row] and (
            of_office
            or _names_a_work(view, statements, index)
            or _is_described(view, statements, index)
        ):
            yield index


def _is_described(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether a numbered title says what it costs, or what stands below tells of one project."""
    title = statements[index]
    return (
        COST_BEHIND.search(view, title.body, title.end) is not None
        or describes_itself(view, statements, index)
        or _has_sections(view, statements, index)
    )


def _branch_offices(
    view: str, statements: Sequence[Statement], headings: Sequence[int]
) -> Iterator[int]:
    """Headings 1., 2. of a chapter whose branch offices (2. 시립박물관) report one by one, each what it does under □."""
    rows: list[list[int]] = []
    for index in headings:
        if statements[index].rank == NUMBER:
            if statements[index].mark == _FIRST[0] or not rows:
                rows.append([])
            rows[-1].append(index)
    for row in rows:
        names = [office_name(view[statements[at].body : statements[at].end]) for at in row]
        branches = [name for name in names if _BRANCH.search(name)]
        if len(branches) * 2 > len(row) > 1 and all(
            _heads_works(view, statements, at) for at in row
        ):
            yield from row


def _heads_works(view: str, statements: Sequence[Statement], at: int) -> bool:
    """Whether □ that names a work stands right below a heading."""
    if at + 1 == len(statements):
        return False
    below = statements[at + 1]
    return (
        below.rank == SQUARE
        and below.heading
        and section_kind(view[below.body : below.end]) is None
    )


def _is_office(view: str, statement: Statement) -> bool:
    """Whether a line is an office's name and nothing else: the numbered titles below it are its works."""
    return statement.rank == PLAIN and bool(office_name(view[statement.start : statement.end]))


def _is_divided_work(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether a title with the number of a work within a task (1-2. under 1.) has its items right below."""
    title = statements[index]
    if not _DASHED.match(title.mark) or index + 1 == len(statements):
        return False
    words = without_aside(view[title.body : title.end])
    if _is_line(words) or names_no_project(words):
        return False
    below = statements[index + 1]
    return below.parent == index and not below.heading


def _has_sections(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether a title is followed by two sections that tell of one project (□ 추진방향, □ 소요예산)."""
    title = statements[index]
    if names_no_project(view[title.body : title.end]):
        return False
    kinds: set[str | None] = set()
    for at in range(index + 1, len(statements)):
        statement = statements[at]
        if statement.heading and statement.rank <= max(title.rank, NUMBER + 2):
            break
        if statement.heading and statement.rank in _SECTIONS:
            kinds.add(section_kind(view[statement.body : statement.end]))
    return len(kinds & _OF_A_PROJECT) >= 2


def _inside_section(view: str, statements: Sequence[Statement], statement: Statement) -> bool:
    """Whether a heading is a part of a section (1. 사업개요), not of a chapter."""
    above = statements[statement.parent] if statement.parent >= 0 else None
    return bool(above and above.rank >= NUMBER and section_kind(view[above.body : above.end]))


def _is_line(words: str) -> bool:
    """Whether words are a line with a label, and no title; a title may name its 주관 : … in brackets."""
    return (
        _COLON.search(words) is not None and _COLON.search(_IN_BRACKETS.sub("", words)) is not None
    )


def describes_itself(view: str, statements: Sequence[Statement], index: int) -> bool:
    """Whether the items right below heading `index` are labels of a project, one of them of its core."""
    title = statements[index]
    if _is_line(without_aside(view[title.body : title.end])):
        return False
    core = more = 0
    for words in _items_below(view, statements, index):
        of_core, of_more = said_by(words)
        core += of_core
        more += of_more
        if core and core + more >= 2:
            return True
    return False


def _items_below(view: str, statements: Sequence[Statement], index: int) -> Iterator[str]:
    """The words of the items right below heading `index`.

    They may stand below an item 사업개요 of their own, and below ① they have the mark of the items around it (○).
    """
    title = statements[index]
    parents = {index}
    if title.rank == CIRCLED:
        parents.add(heading_above(statements, title))
    for at in range(index + 1, len(statements)):
        _, body, end, _, rank, parent, heading, _ = statement = statements[at]
        if heading and rank <= SQUARE:
            labelled = parent == index and _is_line(view[body:end])
            if not labelled and title.rank == SQUARE and is_inner_section(statement):
                continue
            if not labelled:
                return
        if rank == CIRCLED and (title.rank == CIRCLED or parent == index):
            # The labels below are those of the next ①.
            return
        if parent in parents:
            words = view[body:end]
            if "개요" in words and OVERVIEW.fullmatch("".join(words.split())):
                parents.add(at)
            yield words


def heading_above(statements: Sequence[Statement], statement: Statement) -> int:
    """What an item stands below, or for ① the heading above it: the ○ between them may be those of the ① before."""
    at = statement.parent
    while statement.rank == CIRCLED and at >= 0 and not statements[at].heading:
        at = statements[at].parent
    return at
