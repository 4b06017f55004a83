"""The lines of a report's body in order: those of paragraphs, and a framed title as a line of its own.

Page numbers are left out; a number on a line of its own above a title is that title's.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

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
BodyLine = tuple[Paragraph, int]
"""One line to place, and the end of the line before, or -1."""


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
    number: Paragraph | None = None
    last = 0
    for read in _lines(document):
        line, above = read
        start, end = line.start, line.end
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
                yield line._replace(start=number.start), above
                number = None
                continue
            number = None
        yield read


def _is_titled(view: str, number: Paragraph, line: Paragraph, last: int) -> bool:
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


def _lines(document: Document) -> list[BodyLine]:
    """The lines of paragraphs and of framed titles, page numbers among them."""
    view = document.view
    lines: list[BodyLine] = []
    last_end = -1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            first, behind, role = block.start, block.end, block.role
            if role not in _ROLES or behind <= first:
                if role == "page-header" and not block.size:
                    # A sentence of a text goes on behind the head of the next page.
                    last_end = behind
                continue
            words = view[first:behind]
            # Nearly all are one line without a tab, and without blanks at either end.
            if words.isprintable() and not block.size and words.strip() == words:
                lines.append((block, last_end))
                last_end = behind
                continue
            for line in _split_paragraph(view, block, last_end):
                lines.append(line)
                last_end = line[0].end
        else:
            last_end = -1
            lines += [(line, -1) for line in _framed(document, block)]
    return lines


def _split_paragraph(view: str, whole: Paragraph, above: int) -> Iterator[BodyLine]:
    """The lines of a paragraph; `above`: the end of the line before it, or -1."""
    start, end = whole.start, whole.end
    if view.find("\t", start, end) >= 0:
        beside = _BESIDE.match(view, start, end)
        if beside and section_kind(beside[1]):
            yield whole._replace(end=beside.end(1)), above
            start = above = beside.end()
    for first, last in _split(view, start, end, beside=whole.size > 0):
        alone = first == whole.start and last == end
        yield (whole if alone else whole._replace(start=first, end=last)), above
        above = last


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


def _framed(document: Document, table: Table) -> Iterator[Paragraph]:
    """The lines of a frame around words."""
    if not title_row(document, table):
        return
    cells = [cell for cell in table.cells if cell.end > cell.start]
    view = document.view
    if len(cells) == 1:
        for start, end in _split(view, cells[0].start, cells[0].end):
            yield Paragraph(start, end)
    elif cells:
        start = cells[0].start
        yield Paragraph(start, start + len(view[start : cells[-1].end].rstrip()))
