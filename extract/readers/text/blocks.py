"""Text to blocks: lines in runs, a run to the table it is, every other line a paragraph.

To add a form of table: a module that reads a run of lines, a row in `_FORMS`, and its sign in `_form`.
"""

import re
from collections.abc import Callable
from typing import Final

from extract.document import Block, Paragraph, Table
from extract.findings import Finding
from extract.readers.text.boxes import is_drawn, read_boxes
from extract.readers.text.columns import find_columns
from extract.readers.text.furniture import with_running_heads
from extract.readers.text.lines import Line
from extract.readers.text.pipes import read_pipes
from extract.readers.text.spaced import find_spaced
from extract.readers.text.tabs import begins_with_title, ends_in_title, read_tabs
from extract.readers.text.tags import find_tables

__all__ = ["read_blocks"]

_FORMS: Final[dict[str, Callable[[list[Line], str], Table | None]]] = {
    "tabs": read_tabs,
    "pipes": read_pipes,
    "boxes": read_boxes,
}
"""Form -> the function that reads a run of consecutive lines of that form."""

_RULES: Final = frozenset("-─━═=_")
_RULE: Final = re.compile(r"[-─━═=_ ]{6,}")
"""A line drawn with characters says nothing; a table without separators may have one below its head."""
_WITH_UNIT: Final = re.compile(r"\s*\S[^\t]*\t+\s*[(\[<〈【][^\t]{0,24}[단單]\s?[위位][^\t]*")
"""`□ 소요예산⇥(단위 : 천원)`: what stands above the next table, its unit set at the margin; no row of a table."""
_WITH_STATE: Final = re.compile(
    r"\s*(?:\(\d{1,2}\)|\d{1,2}[.)]|[가나다라마바사아자차]\.|[①-⑳□■○◦])[ ][^\t]{4,60}\t+[(\[【<][^\t]{2,12}[)\]】>]\s*"
    r"|\s*[□■◆▣][ ][^\t]{4,60}\t+(?:계속|신규|완료|종료)"
)
"""`(2) 주차환경 개선사업⇥[계속]`, `■ 주차환경 개선사업⇥계속`"""
_SECTION_BESIDE: Final = re.compile(r"\s*[가-힣][가-힣 ]{1,15}\t+\s*[○◦ㅇ●❍▪❶-❿①-⑳]\s?[^\t]*$")
"""`추진실적⇥○ 2024. 3. 착공`: a section's label beside its first item, in a form whose other items have lines of their own."""
_FRAMED: Final = re.compile(r"\s*\d{1,2}(?:-\d{1,2})?\t")
_CLOSES: Final = frozenset(")]】>속규료")
_BARS: Final = "|│┃║"
_SPLIT: Final = re.compile(
    r"\((?:국고|[국시도구군]비?|지방비|기금|민간|민자|자부담|특교세?|교부세|[균지]특)\s?:?\s?\d[^()]*\)"
)
"""The shares of a cost: `(국비 3,880 / 시비 5,820)`."""
_HEAD_WORD: Final = re.compile(r"(?!인력|예산|현황)[가-힣]{2,6}(?:\s?\([^()]{1,8}\))?")
_new: Final = (
    tuple.__new__
)  # a report has thousands of lines, and this costs half of calling the class


def read_blocks(text: str, view: str) -> tuple[list[Block], list[Finding]]:
    """Return the paragraphs and tables of `text` in their order, and what is doubtful about them.

    Blank lines are neither; they end a table.
    """
    marked = find_tables(text, view) if "<table" in text or "<TABLE" in text else []
    blocks: list[Block] = []
    start = 0
    for table in marked:
        _read_stretch(text[start : table.start], start, view, blocks)
        blocks.append(table)
        start = table.end
    _read_stretch(text[start:] if start else text, start, view, blocks)
    blocks = find_columns(with_running_heads(blocks, view), view)
    return find_spaced(blocks, view)


def _read_stretch(stretch: str, start: int, view: str, blocks: list[Block]) -> None:
    barred = any(bar in stretch for bar in _BARS)
    run: list[Line] = []
    form = ""
    lines = stretch.split("\n")
    for index, line in enumerate(lines):
        if not (run or barred or "\t" in line):  # most lines, blank or of words
            if line:
                _paragraphs(start, start + len(line), line, view, blocks)
            form = ""
            start += len(line) + 1
            continue
        sign = "tabs" if "\t" in line and not line.isspace() else ""
        if sign and (
            (line[-1] in _CLOSES and _is_heading(line))
            or (_may_begin(run) and _SECTION_BESIDE.match(line))
        ):
            sign = ""
        if (
            run
            and line
            and not sign
            and form == "tabs"
            and _goes_on(run, line, lines[index + 1 : index + 2])
        ):
            sign = "tabs"
        if barred and line:
            sign = _form(line, sign, form)
        if run and sign != form:
            _end_run(run, form, view, blocks)
            run = []
        form = sign
        end = start + len(line)
        if sign:
            run.append(_new(Line, (start, line)))
        else:
            _paragraphs(start, end, line, view, blocks)
        start = end + 1
    if run:
        _end_run(run, form, view, blocks)


def _goes_on(run: list[Line], line: str, following: list[str]) -> bool:
    """Whether a line without a tab goes on with the last cell of the row above, and a row of as many cells follows.

    `2027년⏎이후` in heads, over a row without a first cell; `9,700백만원⏎(국비 3,880 / 시비 5,820)` in a form.
    """
    if not following or following[0].count("\t") != run[-1].text.count("\t"):
        return False
    if line[0] == "(":
        return following[0][:1] != "\t" and _SPLIT.fullmatch(line) is not None
    heads = len(run) == 1 and following[0][:1] == "\t"
    return heads and _HEAD_WORD.fullmatch(line) is not None


def _may_begin(run: list[Line]) -> bool:
    """Whether a form may begin behind `run`: nothing is open, or only a title in its frame."""
    return not run or (len(run) == 1 and _FRAMED.match(run[0].text) is not None)


def _is_heading(line: str) -> bool:
    """Whether a line with a tab is a heading whose unit or state is set at the margin, and no row of a table."""
    return bool(_WITH_UNIT.fullmatch(line) if "위" in line else _WITH_STATE.fullmatch(line))


def _form(line: str, sign: str, before: str) -> str:
    if is_drawn(line):
        return "boxes"
    if "|" in line and not sign:
        return "boxes" if before == "boxes" else "pipes"
    return sign


def _end_run(run: list[Line], form: str, view: str, blocks: list[Block]) -> None:
    if form == "tabs" and len(run) > 1 and begins_with_title(run):
        _end_run(run[:1], form, view, blocks)
        run = run[1:]
    if form == "tabs" and len(run) > 1 and ends_in_title(run):
        _end_run(run[:-1], form, view, blocks)
        run = run[-1:]
    table = _FORMS[form](run, view)
    if table:
        blocks.append(table)
        return
    for line in run:
        _paragraphs(line.start, line.start + len(line.text), line.text, view, blocks)


def _paragraphs(start: int, end: int, line: str, view: str, blocks: list[Block]) -> None:
    words = view[start:end]
    bare = words.strip()
    if not bare or (bare[-1] in _RULES and bare[0] in _RULES and _RULE.fullmatch(bare)):
        return
    if bare == words and "\n" not in bare:
        blocks.append(_new(Paragraph, (start, end, "body", 0, 0, 0)))
        return
    mark = line.lstrip()
    indent = len(line) - len(mark)
    if "\t" in line[:indent]:
        indent = len(line[:indent].expandtabs(4))
    hashes = len(mark) - len(mark.lstrip("#"))
    # Hashes that are still in the view are words, not the mark of a heading.
    depth = 0 if bare[0] == "#" else hashes
    if "\n" not in bare:
        first = start + words.index(bare)
        blocks.append(_new(Paragraph, (first, first + len(bare), "body", depth, indent, 0)))
        return
    for part in words.split("\n"):
        bare = part.strip()
        if bare:
            first = start + part.index(bare)
            blocks.append(_new(Paragraph, (first, first + len(bare), "body", depth, indent, 0)))
        start += len(part) + 1
