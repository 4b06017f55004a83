"""Brackets: which bracket a number stands in, and what the bracket belongs to."""

import re
from typing import Final, NamedTuple

__all__ = ["Bracket", "bracket_of", "brackets"]

_MARK: Final = re.compile(r"[()\[\]【】〔〕]")
_CLOSE: Final = {"(": ")", "[": "]", "【": "】", "〔": "〕"}


class Bracket(NamedTuple):
    """One pair of brackets.

    Attributes:
        start: Position of the opening mark.
        end: Position of the closing mark, or the end of the text where none closes it.
        depth: 1 for an outer bracket.
    """

    start: int
    end: int
    depth: int


def brackets(text: str) -> list[Bracket]:
    """Return the brackets of `text`, outer before inner.

    >>> brackets("가(나[다])")
    [Bracket(start=1, end=6, depth=1), Bracket(start=3, end=5, depth=2)]
    """
    open_marks: list[tuple[int, str]] = []
    found: list[Bracket] = []
    for mark in _MARK.finditer(text):
        if mark[0] in _CLOSE:
            open_marks.append((mark.start(), _CLOSE[mark[0]]))
        elif open_marks and open_marks[-1][1] == mark[0]:
            start, _ = open_marks.pop()
            found.append(Bracket(start, mark.start(), len(open_marks) + 1))
    while open_marks:
        start, _ = open_marks.pop()
        found.append(Bracket(start, len(text), len(open_marks) + 1))
    return sorted(found)


def bracket_of(pairs: list[Bracket], position: int) -> Bracket | None:
    """Return the innermost bracket around `position`, or None.

    >>> bracket_of(brackets("가(나[다])"), 4).depth
    2
    """
    inner = None
    for pair in pairs:
        if pair.start < position < pair.end:
            inner = pair
        elif pair.start > position:
            break
    return inner
