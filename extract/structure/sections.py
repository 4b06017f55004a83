"""Headings to sections: a flat row of parts, none inside another.

A section opens at a heading of the rank of □ or further out, and ends at the next one, at the next project,
or at the next department. Headings further in (○ 향후계획) stay statements.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from extract.outline import ProjectNode, Section, Statement
from extract.structure.described import describes_itself, is_inner_section
from extract.structure.marks import CIRCLED, ITEM, SQUARE, SYLLABLE
from extract.structure.offices import Office
from extract.structure.vocabulary import section_kind, unspaced, without_aside

__all__ = ["read_sections"]

_start: Final = attrgetter("start")
_LONGEST: Final = 40
_SECTION: Final = re.compile(
    r"향후|앞으로|.*(?:실적|계획|현황|상황|경과|경위|성과|개요|효과|사항|방안|과제|일정|예산|내역)(?:\s?\([^()]*\))?$"
)
"""The name of a section that □ has below one with a letter, and no item of it."""


def read_sections(
    view: str,
    statements: Sequence[Statement],
    headings: Sequence[int],
    projects: Sequence[ProjectNode],
    offices: Sequence[Office],
) -> tuple[Section, ...]:
    """Find every section, in order."""
    parts = [project for project in projects if not project.in_row]
    borders = sorted(
        {*(p.start for p in parts), *(p.end for p in parts), *(o.start for o in offices)}
    )
    outer = [(index, statements[index]) for index in headings]
    alone = _without_sections(outer, projects)
    programmes = _programmes(statements, projects)
    alone |= {statements[index].start for index in programmes}
    opens = sorted({*_openings(view, outer, alone), *programmes})
    sections = []
    for at, index in enumerate(opens):
        statement = statements[index]
        end = statements[opens[at + 1]].start if at + 1 < len(opens) else len(view)
        border = bisect_right(borders, statement.start)
        if border < len(borders):
            end = min(end, borders[border])
        title = _title(view[statement.body : statement.end])
        # A project under one heading is its own overview; a numbered title may head what is done instead.
        own = statement.start in alone and (
            statement.rank == SQUARE or describes_itself(view, statements, index)
        )
        kind = section_kind(title) or ("overview" if own else "other")
        if kind == "status" and describes_itself(view, statements, index):
            # □ 현황 with 위치, 사업기간, 사업비 is what others call 사업개요.
            kind = "overview"
        sections.append(Section(title, kind, statement.start, end, index))
    return tuple(sections)


def _without_sections(
    headings: Sequence[tuple[int, Statement]], projects: Sequence[ProjectNode]
) -> frozenset[int]:
    """Where projects begin that stand below one heading alone, no heading inside."""
    ends = {project.start: project.end for project in projects}
    alone: set[int] = set()
    last: Statement | None = None
    for _, statement in headings:
        # □ 사업개요 below a title that has □ too is inside the project.
        if (
            last
            and last.start in ends
            and (
                ends[last.start] <= statement.start
                or (statement.rank <= last.rank and is_inner_section(statement))
            )
        ):
            alone.add(last.start)
        last = statement
    if last and last.start in ends:
        alone.add(last.start)
    return frozenset(alone)


def _programmes(statements: Sequence[Statement], projects: Sequence[ProjectNode]) -> list[int]:
    """The items (1), ① that are programmes or projects: each is a section, its own overview."""
    begins = {project.start for project in projects if not project.in_row}
    found = [(bisect_left(statements, start, key=_start), start) for start in sorted(begins)]
    return [
        index
        for index, start in found
        if index < len(statements)
        and statements[index].start == start
        and statements[index].rank in (ITEM, CIRCLED)
    ]


def _openings(
    view: str, headings: Sequence[tuple[int, Statement]], alone: frozenset[int]
) -> list[int]:
    """Headings that open a section: every □, a known title further out, and what is numbered like one.

    So does the title of a project that has no sections.

    Below a known section with a letter (나. 추진실적) □ marks its items, unless it names a section itself.
    Where sections are numbered (5. 추진경위, 6. 주요내용) the next number opens one too, known or not.
    """
    opens: list[int] = []
    numbered = 0
    lettered = squared = letters = False
    for index, statement in headings:
        words = view[statement.body : statement.end]
        known = section_kind(words)
        if statement.rank < SQUARE:
            letters = statement.rank == SYLLABLE
            squared = squared and letters
            # Below □ a letter counts its items.
            lettered = statement.rank == SYLLABLE and known not in (None, "status") and not squared
        elif statement.rank == SQUARE and lettered and not _names_section(words):
            continue
        squared = squared or (statement.rank == SQUARE and not letters)
        if known or statement.rank == SQUARE:
            opens.append(index)
            # A chapter does not end the numbering of what stands in it.
            numbered = max(numbered, statement.rank)
        elif (numbered and statement.rank <= numbered) or statement.start in alone:
            opens.append(index)
    return opens


def _names_section(words: str) -> bool:
    """Whether □ below a section with a letter heads one itself: □ 향후 조치사항."""
    head = words.split(" : ", 1)[0].strip()
    return len(head) <= _LONGEST and _SECTION.match(head) is not None


def _title(words: str) -> str:
    words = without_aside(words)
    head = words.split(" : ", 1)[0] if " : " in words else words
    return unspaced(head).strip("*#: ")
