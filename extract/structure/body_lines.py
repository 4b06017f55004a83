"""The lines of a report's body in order: those of paragraphs, and a framed title as a line of its own.

Page numbers are left out; a number on a line of its own above a title is that title's.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.document import Document, Paragraph, Table
from extract.structure.vocabulary import IN_CHARGE, STATES, section_kind

__all__ = ["BodyLine", "read_lines", "title_row"]

_ROLES: Final = frozenset({"body", "caption", "footnote", "endnote"})
_ORDINAL: Final = re.compile(
    r"(?:\d{1,2}(?:-\d{1,2})?|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[가-하]|[①-⑳❶-❿])[.)]?|(?:붙임|별첨)\s?\d{0,2}"
)
_CIRCLES: Final = frozenset("○●◦ㅇ")
_AT_MARGIN: Final = re.compile(rf"{STATES}|[(\[【<〈][^()【】]{{2,14}}[)\]】>〉]|{IN_CHARGE}")
"""The state or the office in the last cell of a title's frame."""
_PAGE_NUMBER: Final = re.compile(r"-\s?\d{1,4}\s?-|\d{1,4}")
_PAGE_NUMBER_LENGTH: Final = 10
_PAGE_NUMBER_ENDS: Final = frozenset("-0123456789")
_BELOW_TITLE: Final = frozenset("(【[<〈□■◇◆◈❖▶▣○ㅇ")
_NO_WORDS: Final = re.compile(r"[:;\t]|\.$|(?:다|음|함|임|됨|며|고|및)$")
"""What no title holds: a label, a tab, the end of a sentence or of a line that goes on."""
_MARKED: Final = re.compile(r"[^\w「『“‘'\"(]|[가-하][.)]|\d{1,2}[.)]")
_BESIDE: Final = re.compile(r"([가-힣][가-힣 ]{1,15})\t+\s*(?=[○◦ㅇ●❍▪❶-❿①-⑳]\s?\S)")
"""`추진실적⇥○ 2024. 3. 착공`: a section's title at the margin of a form."""
_TITLE_LENGTH: Final = 40
_new: Final = (
    tuple.__new__
)  # a report has thousands of lines, and this costs half of calling the class


class BodyLine(NamedTuple):
    """One line to place: where it stands, its indentation, its size, and the end of the line before, or -1."""

    start: int
    end: int
    indent: float
    size: float
    above: int


def title_row(document: Document, table: Table) -> bool:
    """Whether a table is only the frame of words: a box of one cell, or a title with its number beside it.

    Any other row is a table, be it the only one: `사업기간 | 2024. 1. ~ 6.`
    """
    if table.rows != 1 or table.columns > 3 or any(cell.tables for cell in table.cells):
        return False
    filled = [cell for cell in table.cells if cell.end > cell.start]
    if len(filled) < 2 or table.origin in ("tabs", "spaced"):
        return len(filled) < 2
    return _ORDINAL.fullmatch(document.cell_text(filled[0])) is not None and (
        len(filled) == 2 or _AT_MARGIN.fullmatch(document.cell_text(filled[2])) is not None
    )


def read_lines(document: Document) -> Iterator[BodyLine]:
    """The lines of the body in order; a framed title counts as a line of its own."""
    view = document.view
    number: BodyLine | None = None
    last = 0
    for line in _lines(document):
        start, end, _, _, _ = line
        if (
            end - start < _PAGE_NUMBER_LENGTH
            and view[end - 1] in _PAGE_NUMBER_ENDS
            and _PAGE_NUMBER.fullmatch(view, start, end)
        ):
            number = line
            continue
        if number:
            if _is_titled(view, number, line, last):
                last = int(view[number.start : number.end])
                yield line._replace(start=number.start)
                number = None
                continue
            number = None
        yield line


def _is_titled(view: str, number: BodyLine, line: BodyLine, last: int) -> bool:
    """Whether a number alone on its line is that of the title below it, and no page's.

    It is the first or the next of its row, and what follows the title is marked or in brackets.
    """
    digits = view[number.start : number.end]
    if not digits.isdecimal() or int(digits) not in (1, last + 1):
        return False
    if line.start - number.end != 1 or line.end - line.start > _TITLE_LENGTH:
        return False
    if _MARKED.match(view, line.start):
        return False
    below = view[line.end : line.end + _TITLE_LENGTH].lstrip()[:1]
    words = view[line.start : line.end]
    return below in _BELOW_TITLE and not section_kind(words) and _NO_WORDS.search(words) is None


def _lines(document: Document) -> Iterator[BodyLine]:
    """The lines of paragraphs and of framed titles, page numbers among them."""
    view = document.view
    last_end = -1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            first, behind, role, _, indent, size = block
            if role not in _ROLES or behind <= first:
                if role == "page-header" and not size:
                    # A sentence of a text goes on behind the head of the next page.
                    last_end = behind
                continue
            words = view[first:behind]
            # Nearly all are one line without a tab, and without blanks at either end.
            if not size and words.isprintable() and words[0] != " " != words[-1]:
                yield _new(BodyLine, (first, behind, indent, size, last_end))
                last_end = behind
                continue
            if "\t" in words:
                beside = _BESIDE.match(view, first, behind)
                if beside and section_kind(beside[1]):
                    yield _new(BodyLine, (first, beside.end(1), indent, size, last_end))
                    first = last_end = beside.end()
            for start, end in _split(view, first, behind, beside=size > 0):
                yield _new(BodyLine, (start, end, indent, size, last_end))
                last_end = end
        else:
            last_end = -1
            yield from _framed(document, block)


def _split(view: str, start: int, end: int, *, beside: bool = False) -> Sequence[tuple[int, int]]:
    """The non-blank lines of a range, without the blanks at either end.

    `beside`: items may stand beside each other on a printed line (`○ … ○ …`).
    """
    if beside and view[start] in _CIRCLES:
        at = view.find(f" {view[start]} ", start + 2, end)
        if at > 0:
            return [*_split(view, start, at), *_split(view, at + 1, end, beside=True)]
    if view[start] > " " < view[end - 1] and view.find("\n", start, end) < 0:
        return ((start, end),)
    lines = []
    while start < end:
        stop = view.find("\n", start, end)
        stop = end if stop < 0 else stop
        words = view[start:stop]
        left = len(words) - len(words.lstrip())
        right = len(words.rstrip())
        if right > left:
            lines.append((start + left, start + right))
        start = stop + 1
    return lines


def _framed(document: Document, table: Table) -> Iterator[BodyLine]:
    """The lines of a frame around words."""
    if not title_row(document, table):
        return
    cells = [cell for cell in table.cells if cell.end > cell.start]
    view = document.view
    if len(cells) == 1:
        for start, end in _split(view, cells[0].start, cells[0].end):
            yield BodyLine(start, end, 0, 0, above=-1)
    elif cells:
        start = cells[0].start
        yield BodyLine(start, start + len(view[start : cells[-1].end].rstrip()), 0, 0, above=-1)
