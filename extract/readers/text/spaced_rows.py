"""Lines that end in amounts, as text out of a PDF keeps the rows of a table whose separators are lost.

국고보조금 855 0 855 171 171 171 171 171 0     a label and nine amounts
공간정보 행정서비스 지                          a label that was wrapped: its first line …
원 2,403 0 2,403 481 481 481 481 481 0          … and its row
"""

import re
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from extract.document import Block, Paragraph
from extract.findings import Span

__all__ = ["ROW_ENDS", "SpacedRow", "is_plain", "label_above", "read_row"]

ROW_ENDS: Final = frozenset("0123456789-%)")
"""What a row can end in; a cheap sign that most lines lack."""

_LEAST_AMOUNTS: Final = 3  # fewer at the end of a line occur in prose
_MOST_AMOUNTS: Final = 100  # a line with more is no printed row

_AMOUNT: Final = re.compile(
    r"[△▲▽+-]?(?:\d{1,3}(?>(?:,\d{3})+)|\d++)(?:\.\d++)?%?|\([△▲▽-]?\d[\d,]*+(?:\.\d++)?%?\)|-"
)
_LAST_IN_BRACKETS: Final = frozenset("0123456789,%")
"""How an amount in brackets ends, which most lines that end in a bracket do not."""
_AMOUNT_BEGINS: Final = frozenset("0123456789△▲▽+-(")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PAGE_NUMBER: Final = re.compile(r"-\s*+\d++\s*+-")
_NOT_PLAIN: Final = re.compile(r"[:=]|[(\[【<〈]\s?[단單]\s?[위位]|[.다함음]$")
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*+\n")
_MARKS: Final = frozenset("□■○●◦◇◆▶▷※*·-→☞<[(【〈《「•")
_WRAPPED_WIDTH: Final = 16  # a label cell is rarely narrower where it wraps
_MOST_LABEL_LINES: Final = 4
_STAND_ALONE: Final = frozenset(
    (
        *("계", "합계", "소계", "총계", "누계", "국비", "시비", "도비", "구비", "군비", "시도비"),
        *("시군구비", "시군비", "지방비", "국고", "국고보조금", "보조금", "기금", "민간", "민자"),
        *("자부담", "기타", "의무", "재량", "지방채", "교부세", "특별교부세", "균특", "지특"),
        *("복권기금", "일반회계", "특별회계", "국", "시", "도", "구", "군"),
    )
)
"""Totals, sources of funds (재원) and accounts: labels that never are the end of a longer one."""


class SpacedRow(NamedTuple):
    """A line that ends in amounts.

    Attributes:
        at: Its place among the blocks.
        label: What stands before the amounts; empty range where nothing does.
        amounts: Their places.
        years: All of them are years, so the line is a head.
    """

    at: int
    label: Span
    amounts: tuple[Span, ...]
    years: bool


def read_row(at: int, start: int, end: int, view: str) -> SpacedRow | None:
    """Read a line as a row, or return None when it does not end in at least three amounts.

    >>> read_row(0, 0, 18, "국비 1,000 - 2,000 0").label
    Span(start=0, end=2)
    """
    last = view[end - 1]
    if last not in ROW_ENDS or (last == ")" and view[end - 2] not in _LAST_IN_BRACKETS):
        return None
    amounts: list[Span] = []
    stop = end
    while stop > start and len(amounts) <= _MOST_AMOUNTS:
        blank = view.rfind(" ", start, stop)
        first = blank + 1 if blank >= 0 else start
        if view[first] not in _AMOUNT_BEGINS or not _AMOUNT.fullmatch(view, first, stop):
            break
        amounts.append(Span(first, stop))
        stop = first
        while stop > start and view[stop - 1].isspace():
            stop -= 1
    if not _LEAST_AMOUNTS <= len(amounts) <= _MOST_AMOUNTS:
        return None
    if all(view[a:b] == "-" for a, b in amounts) or _PAGE_NUMBER.fullmatch(view, start, end):
        return None
    years = all(_YEAR.fullmatch(view, a, b) for a, b in amounts)
    return SpacedRow(at, Span(start, stop), tuple(reversed(amounts)), years)


def label_above(row: SpacedRow, gap: list[Block], view: str) -> int:
    """Return how many of the lines above `row`, the last of `gap`, are the beginning of its label.

    A row without a label of its own has it above; a label of its own is continued from above only where the
    line above fills the width of a wrapped cell and the words are no source of funds or total.
    """
    if not 0 < len(gap) <= _MOST_LABEL_LINES or not all(is_plain(block, view) for block in gap):
        return 0
    if _BLANK_LINE.search(view, gap[0].start, row.label.start):
        return 0
    if row.label.start == row.label.end:
        return len(gap)
    own = "".join(view[row.label.start : row.label.end].split())
    if len(gap) > 2 or own in _STAND_ALONE:
        return 0
    return (
        len(gap) if all(_display_width(view[b.start : b.end]) >= _WRAPPED_WIDTH for b in gap) else 0
    )


def is_plain(block: Block, view: str, longest: int = 40) -> bool:
    """Say whether `block` may be a piece of a cell: short words without a mark, colon or sentence's end."""
    if not isinstance(block, Paragraph) or block.end - block.start > longest:
        return False
    words = view[block.start : block.end]
    return words[0] not in _MARKS and not _NOT_PLAIN.search(words)


def _display_width(words: str) -> int:
    """Return the width of `words` in terminal columns; a Hangul syllable is two wide."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in words)
