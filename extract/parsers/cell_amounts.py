"""Amounts of projects that are a cell of a table: those of its labelled lines.

사 업 명 : 늘봄 야행
사업규모 : 8억원(국비 3.2 시비 4.8)          the total cost, where the scale is a sum of money
※ '24년 낙찰잔액(불용) 81백만원 별도          a statement of its year
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.findings import Span
from extract.outline import Outline, ProjectNode
from extract.parsers.amount_words import words_before, year_before
from extract.parsers.heads import read_path
from extract.parsers.labels import label_meaning, split_label
from extract.parsers.stated import is_item, stated
from extract.records import Funding, FundingKind
from normalize.money import find_amounts, read_amounts

__all__ = ["read_cell_amounts"]

_NAMED: Final = re.compile(r"[^가-힣\n]{0,3}(?:[가-힣]\s?){2,5}명\s*:")
_LINE: Final = re.compile(r"[^\n]++")
_MARK: Final = re.compile(r"[\s◆◇■□○●◦ㅇ▪•·▶▷※*-]*+")
_MONEY: Final = frozenset({"total_cost", "budget", "scale"})
_WHOLE: Final = re.compile(r"\s*(?:약|총)?\s*")


def read_cell_amounts(outline: Outline) -> Iterator[Funding]:
    """Read the amounts of every project that is a cell, its nested tables left out."""
    view = outline.document.view
    named = [node for node in outline.projects if _NAMED.match(view, node.start)]
    # Few reports have such projects, and tables have many cells.
    cells = {
        cell.start
        for grid in (outline.grids if named else ())
        for cell in grid.cells
        if not grid.nested
    }
    for node in named:
        if node.start in cells:
            yield from _of_cell(outline, node)


def _of_cell(outline: Outline, node: ProjectNode) -> Iterator[Funding]:
    view = outline.document.view
    inner = [
        grid.table
        for grid in outline.grids_between(node.start, node.end)
        if grid.nested and grid.table.start >= node.start
    ]
    for line in _LINE.finditer(view, node.start, node.end):
        start, end = line.span()
        if any(table.start <= start < table.end for table in inner):
            continue
        mark = _MARK.match(view, start, end)
        if mark and "※" in mark[0]:
            yield from _of_note(outline, node, Span(mark.end(), end))
            continue
        labelled = split_label(view, mark.end() if mark else start, end)
        if labelled and label_meaning(labelled.label) in _MONEY:
            yield from _of_line(outline, node, labelled.label, Span(labelled.start, end))


def _of_note(outline: Outline, node: ProjectNode, note: Span) -> Iterator[Funding]:
    view, text = outline.document.view, outline.document.text
    for reading in find_amounts(view[note.start : note.end]):
        for value in reading.values:
            amount = stated(value, note.start, text)
            if amount is None:
                continue
            place = amount.span[0]
            ahead = " ".join(view[note.start : place].split())
            yield amount._replace(
                project=node.path,
                program=words_before(view, note.start, place),
                measure=read_path((ahead,)).measure or "budget",
                fiscal_year=year_before(view, note.start, place),
            )


def _of_line(outline: Outline, node: ProjectNode, label: str, value: Span) -> Iterator[Funding]:
    view, text = outline.document.view, outline.document.text
    reading = read_amounts(view[value.start : value.end])
    kind: FundingKind = "statement"
    for number, each in enumerate(reading.values if reading else ()):
        amount = stated(each, value.start, text)
        if amount is None:
            continue
        if number == 0 and _is_whole(label) and _WHOLE.fullmatch(view, value.start, amount.span[0]):
            kind = "total_cost"
        yield amount._replace(project=node.path, kind="statement" if is_item(each) else kind)


def _is_whole(label: str) -> bool:
    return label_meaning(label) in ("total_cost", "scale")
