"""Tables whose cells are separated by tabs: what is left of a table when an office file is saved as text.

A run of lines with tabs is a table. It is none when every line is a table of contents' entry (words, tab,
page number), or when the tab stands behind a bullet or number only.
"""

import re
from dataclasses import dataclass
from itertools import product
from typing import Final

from extract.document import Cell, PlainCells, Table
from extract.readers.text.lines import Line

__all__ = ["begins_with_title", "ends_in_title", "read_tabs"]

_CONTENTS_ENTRY: Final = re.compile(
    r"[^\t]++\t[ \-]*+(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[ⅰ-ⅻⅠ-Ⅻ])[ \-]*+"
)
_MARKED: Final = re.compile(
    r"\s*+(?:[^\w\s]{1,2}|\(?[\dA-Za-z가-힣]{1,2}[.)]|(?:\d{1,2}[.\-]){1,4}\d{0,2}|[IVXivxⅠ-Ⅻ]{1,4}\.?|[가-힣]{2,4}\s?\d{1,2}(?:-\d{1,2})?\.?)\t++[^\t]*+"
)
_NUMBERED: Final = re.compile(r"\d{1,2}\t[^\t]{4,60}")
_WITH_MARGIN: Final = re.compile(
    r"\s*+(?:[가-힣]{2,6}\t)?(\d{1,2})(?:-\d{1,2})?\.?\t+[^\t]{4,60}\t+(?:계속|신규|완료|종료|확대|보완|변경|[(\[【<〈][^\t]{2,14}[)\]】>〉]|[가-힣]{2,12}(?:과|담당관|단|팀|센터|사업소))"
    r"(?>(?:\t+(?:공약|현안|역점|핵심|국정|시책|지시)[^\t]{0,8})?)\s*+"
)
"""`1⇥골목길 정비⇥계속`, `1-1⇥골목길 정비⇥【도로과】`, `공약⇥1⇥골목길 정비⇥계속`: a title in a frame, its state or office at the margin, perhaps its pledge."""
_IN_CHARGE: Final = re.compile(r"\s*+(?:담\s?당|소\s?관|주\s?관)[^\t]{0,6}+\t")
"""`담당⇥도시재생팀장 김○○⇥주무관 이○○`, below such a title."""
_CHARGED: Final = re.compile(
    r"\s*+(?:담\s?당|작\s?성\s?자)\t[^\t]*(?:과장|국장|실장|단장|소장|팀장|담당관)[^\t]*\t[^\t]*(?:[과팀소]장|담당|주무관)[^\n]*"
)
_ATTACHED: Final = re.compile(r"\s*+(?:붙\s?임|별\s?첨|참\s?고)\s?\d{0,2}\t[^\t]{2,60}")
_FORM: Final = re.compile(
    r"\s*+(?:사\s*업\s*명|과\s*제\s*명|위\s*치|사\s*업\s*기\s*간|사\s*업\s*개\s*요|사\s*업\s*비)\t"
)
"""The first line of a form whose rows are `label | value`."""
_FIGURE_LAST: Final = re.compile(r"\t[\d,.-]+%?\s*$")
_NUMBER: Final = re.compile(r"\s*(?:[가-힣]{2,6}\t)?(\d{1,3})\t")

_HEADINGS: Final = 3  # of a chapter, a group and a work, one below the other

_new: Final = tuple.__new__  # see `lines.new_cell`; here the call itself would show


def read_tabs(run: list[Line], view: str) -> Table | None:
    """Return the table that `run`, consecutive lines with tabs, makes, or None when they are plain lines."""
    if not _is_table(run):
        return None
    start, end = run[0].start, run[-1].start + len(run[-1].text)
    tabs = [text.count("\t") for _, text in run]
    lengths = [len(text) for _, text in run]
    if min(tabs) < max(tabs):
        lengths = _mended(run, tabs, lengths)
    columns = 1 + max(tabs)
    cells = _Cells(view, start, tuple(lengths), columns)
    return Table(start, end, len(lengths), columns, cells, "tabs", cells.plain)


def _mended(run: list[Line], tabs: list[int], lengths: list[int]) -> list[int]:
    """The lengths of the rows, where the lines of a cell stand on lines of their own and part its row.

    Every row must then come out whole, and something show that short rows are no rows without their last cells:
    `기투자⏎('24년까지)`, or a row whose last cell is empty.
    """
    whole = max(tabs)
    mended: list[int] = []
    filled = whole
    broken = False
    above = ""
    for line, count, length in zip(run, tabs, lengths, strict=True):
        if filled == whole and (count or not mended):
            mended.append(length)
            filled = count
        else:
            if count and _FIGURE_LAST.search(above):
                return lengths  # no figure goes on on the next line
            mended[-1] += 1 + length
            filled += count
            broken = broken or not count or line.text[0] == "("
        above = line.text
        if filled > whole:
            return lengths
    sure = broken or any(line.text[-1] == "\t" for line in run)
    return mended if filled == whole and sure else lengths


@dataclass(frozen=True, slots=True)
class _Cells:
    """Reads the cells of a table from its lines, whose lengths are known."""

    view: str
    start: int
    lengths: tuple[int, ...]
    columns: int

    def __call__(self) -> tuple[Cell, ...]:
        places = product(range(len(self.lengths)), range(self.columns))
        return tuple(
            [
                _new(Cell, (row, column, 1, 1, start, start + len(words), False, (), 1, ()))
                for (row, column), words, start in zip(places, *self.plain(), strict=True)
            ]
        )

    def plain(self) -> PlainCells:
        """The words of each cell, and where they begin."""
        cells: list[str] = []
        starts: list[int] = []
        start = self.start
        for length in self.lengths:
            line = self.view[start : start + length].split("\t")
            for words in line:
                bare = words.strip()
                cells.append(bare)
                starts.append(start if bare == words else start + words.index(bare))
                start += len(words) + 1
            lacking = self.columns - len(line)
            if lacking:
                # A ragged row is padded with empty cells behind its last one.
                starts += [starts[-1] + len(cells[-1])] * lacking
                cells += [""] * lacking
        return PlainCells(cells, starts)


def begins_with_title(run: list[Line]) -> bool:
    """Whether the first line of a run is the title of the form or the table that stands right below it.

    `2⇥골목길 정비` over `사 업 명⇥골목길 정비`, `붙임 1⇥추진일정` over a row of more cells.
    """
    first, below = run[0].text, run[1].text
    if _ATTACHED.fullmatch(first):
        return below.count("\t") > 1
    return _NUMBERED.fullmatch(first) is not None and _FORM.match(below) is not None


def ends_in_title(run: list[Line]) -> bool:
    """Whether the last line of a run is the title of what follows, or says who is in charge, right behind a table.

    It has another number of cells than the rows above, counts anew, or stands behind rows of figures.
    """
    last, before = run[-1].text, run[-2].text
    if _CHARGED.fullmatch(last):
        return len(run) > 2 or _NUMBER.match(before) is None  # else both stand in a title's frame
    title = _WITH_MARGIN.fullmatch(last)
    if title is None:
        return False
    if last.count("\t") != before.count("\t"):
        return True
    counted = _NUMBER.match(before)
    if counted is not None and int(title[1]) <= int(counted[1]):
        return True
    return len(run) > 2 and _FIGURE_LAST.search(before) is not None


def _is_table(run: list[Line]) -> bool:
    inner = [text for _, text in run if "\t" in text.strip()]
    if not inner or all(map(_CONTENTS_ENTRY.fullmatch, inner)):
        return False
    if len(run) == 1:
        # Two tabs in a row only move what follows to the margin: `1  숲 조성⇥⇥(산림과)`.
        cells = sum(map(bool, map(str.strip, inner[0].split("\t"))))
        return cells > 2 and not _WITH_MARGIN.fullmatch(inner[0])
    if len(inner) > _HEADINGS:
        return not all(map(_MARKED.fullmatch, inner))
    unmarked = [line for line in inner if not _MARKED.fullmatch(line)]
    if len(inner) == 2 and _IN_CHARGE.match(inner[1]) and _WITH_MARGIN.fullmatch(inner[0]):
        return False
    if not unmarked:
        return False
    # `정책목표 1⇥…`, or `Ⅳ⇥…`, and below it `1⇥…`, perhaps `1-1⇥…`: headings, and the title of the first work.
    alone = len(unmarked) == 1 or (len(inner) == 2 and _WITH_MARGIN.fullmatch(inner[1]))
    return not (len(inner) > 1 and alone and _NUMBERED.fullmatch(unmarked[0]))
