r"""Bullets whose rank only their place tells: a square below a section of other squares, a sign no font names, a star.

□ 추진실적                      □ 추진실적
 ◇ 2023. 3. : 기본계획 수립       \uf0b7 2023. 3. : 기본계획 수립     a bullet of a symbol font
 ◇ 주민협의체 구성                \uf0b7 주민협의체 구성
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.document import Paragraph
from extract.outline import Statement
from extract.structure.described import OVERVIEW
from extract.structure.marks import (
    ARROW,
    BRACKET,
    CIRCLE,
    INNER_SQUARE,
    NOTE,
    NUMBER,
    PLAIN,
    SQUARE,
    Mark,
    is_private,
    read_mark,
)
from extract.structure.project_labels import said_by
from extract.structure.vocabulary import section_kind

__all__ = ["Open", "placed_rank"]

Open = tuple[int, float, int]
"""What a line may stand below: its rank, its indentation, its index among the statements."""

_SIGNS: Final = "□■◆◇▣❏❑▢"
_SQUARES: Final = frozenset(_SIGNS) - {"□"}
"""□ heads sections wherever it stands; the others do where no □ does."""
_ITEMS: Final = frozenset("○●ㅇ◦-·▪①❶")
_OF_ITEMS: Final = frozenset(
    {"overview", "results", "plan", "mixed", "problems", "effects", "need"}
)
"""Sections of items; a star below the title of a budget or of figures notes something."""
_FIGURE_OR_COLON: Final = re.compile(r"[\d:]")
_FAR: Final = 400
_AHEAD: Final = 6
"""How many lines below a square are asked whether they tell of a project."""
_JITTER: Final = 3.0
"""How far printed lines of one rank may differ in their indentation, in points."""


def placed_rank(
    view: str, line: Paragraph, mark: Mark, found: Sequence[Statement], stack: Sequence[Open]
) -> int:
    """The rank of a mark where it stands; most marks have theirs everywhere."""
    if mark.rank == SQUARE and mark.text in _SQUARES:
        return INNER_SQUARE if _is_item(view, line, mark, found, stack) else SQUARE
    if mark.rank == ARROW and is_private(mark.text):
        return _private_rank(line, mark, found, stack)
    if mark.rank == NOTE and mark.text == "*" and view[line.start + 1] == " ":
        return CIRCLE if _is_starred_item(view, line, found, stack) else NOTE
    return mark.rank


def _is_starred_item(
    view: str, line: Paragraph, found: Sequence[Statement], stack: Sequence[Open]
) -> bool:
    """Whether `* ` marks an item, as in Markdown, and no note: the first below a section, and no other mark behind it."""
    for rank, indent, at in stack:
        if rank == CIRCLE and found[at].mark == "*":
            return indent == line.indent
    if not found or not found[-1].heading or found[-1].rank > SQUARE:
        return False
    above = found[-1]
    between = view[above.end : line.start]
    if section_kind(view[above.body : above.end]) not in _OF_ITEMS or between.strip():
        return False
    ahead = (each for each in view[line.end : line.end + _FAR].split("\n")[1:] if each.strip())
    marked = (
        each
        for each in ahead
        if read_mark(each, len(each) - len(each.lstrip()), len(each)).rank != PLAIN
    )
    following = next(marked, "")
    sign = following.lstrip()[:1]
    return (
        sign == "*" or sign not in _ITEMS or len(following) - len(following.lstrip()) > line.indent
    )


def _private_rank(
    line: Paragraph, mark: Mark, found: Sequence[Statement], stack: Sequence[Open]
) -> int:
    """A bullet of an unknown font is of the items, or below those that stand above it."""
    items = [each for each in stack if each[0] > BRACKET and each[1] <= line.indent]
    alike = [rank for rank, _, at in items if found[at].mark == mark.text]
    if alike:
        return alike[-1]
    return ARROW if items else CIRCLE


def _is_item(
    view: str, line: Paragraph, mark: Mark, found: Sequence[Statement], stack: Sequence[Open]
) -> bool:
    """Whether a square stands in a section that another mark heads (□, 가.): further in, or first right below it."""
    margin = _JITTER if line.size else 0
    for rank, indent, at in stack:
        if rank == INNER_SQUARE and found[at].mark == mark.text:
            return line.indent + max(margin, 1) >= indent
    outer = next((each for each in reversed(stack) if NUMBER <= each[0] <= SQUARE), None)
    if outer is None:
        return False
    above = found[outer[2]]
    kind = section_kind(view[above.body : above.end].split(":", 1)[0])
    if above.mark == mark.text or not kind:
        return False
    words = view[mark.body : line.end]
    if outer[0] < SQUARE and not (kind in _OF_ITEMS and _FIGURE_OR_COLON.search(words)):
        # 가. 추진방안 may be divided by titles with ❏.
        return False
    if ":" not in words and section_kind(words) and not words[0].isdecimal():
        return False
    inside = line.indent > outer[1] + margin or (
        found[-1] is above
        and ":" not in view[above.body : above.end]
        and not view[above.end : line.start].strip()
    )
    return inside and not _tells_of_project(view, line.end, above.mark)


def _tells_of_project(view: str, end: int, outer: str) -> bool:
    """Whether what follows a square makes it the title of a project: its overview, or labels of one."""
    ahead = [line.strip() for line in view[end : end + _FAR].split("\n")[1 : _AHEAD + 1]]
    for line in filter(None, ahead):
        words = line.lstrip(_SIGNS).strip()
        if OVERVIEW.fullmatch("".join(words.split())):
            return True
        if line[0] in _SIGNS:
            # The next section of the same kind ends the item; one of another is the title's own.
            return line[0] == "□" != outer and section_kind(words.split(":", 1)[0]) is not None
        if said_by(line.lstrip("○●ㅇ◦-·▪ "))[0]:
            return True
    return False
