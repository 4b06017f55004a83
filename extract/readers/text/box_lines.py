"""One drawn line to its fields: which columns each covers, and whether it is a piece of rule.

The rules of a run give the columns (`Grid`). A line with as many fields as columns needs nothing more; one
with more has the bars of a tree in front; one with fewer is laid against the rules by position.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple
from unicodedata import east_asian_width, name

from extract.readers.text.lines import Line

__all__ = ["Field", "Grid", "borders_below", "fields_of", "grid_of"]

_BAR: Final = re.compile(r"[\u2502\u2503\u2506\u2507\u250a-\u254b\u254e\u254f\u2551-\u2570]")
_ASCII_BAR: Final = re.compile(r"\||\+(?=[-=+|\s]|$)")
_RULE: Final = re.compile(
    r"(?=[^\n]*?[\u2500\u2501\u2504\u2505\u2508\u2509\u2550]{2})[\u2500-\u257f\s]++"
)
_ASCII_RULE: Final = re.compile(r"(?=[^\n]*?(?:--|==))\s*+\+[-=+:]++(?<=\+)\s*+")
_RULED: Final = re.compile(
    r"\s*+(?:[\u2500\u2501\u2504\u2505\u2508\u2509\u2550]{2,}+|[-=]{2,}+)\s*+"
)
_TOLERANCE: Final = 2  # columns that a line may be ragged by


class Field(NamedTuple):
    """What stands between two bars.

    Attributes:
        column: First column it covers.
        width: Columns it covers.
        start: Offset of its first word, or of its place when it is blank.
        end: Offset behind its last word.
        ruled: It is a piece of rule, so the cell above it ends here.
    """

    column: int
    width: int
    start: int
    end: int
    ruled: bool = False


class Grid(NamedTuple):
    """The columns of a drawn table.

    Attributes:
        columns: How many.
        edges: Positions of their borders, the outer ones included, in terminal columns; empty without rules.
        bar_width: Terminal columns of a line character: 2 in Korean fonts, 1 elsewhere.
        ascii: Drawn with `+`, `-` and `|`.
    """

    columns: int
    edges: tuple[int, ...]
    bar_width: int
    ascii: bool


def grid_of(run: list[Line]) -> Grid | None:
    """Find the columns of `run`; None when its lines make no table."""
    ascii_drawn = any(_ASCII_RULE.fullmatch(line.text) for line in run)
    rule, bar = (_ASCII_RULE, _ASCII_BAR) if ascii_drawn else (_RULE, _BAR)
    rules = [line.text for line in run if rule.fullmatch(line.text)]
    if not rules:
        counts = {len(bar.findall(line.text)) for line in run}
        closed = all(bar.match(line.text.strip()) for line in run)
        columns = min(counts) + (-1 if closed else 1)
        return (
            Grid(columns, (), 1, ascii_drawn)
            if len(counts) == 1 and len(run) > 1 < columns
            else None
        )
    places = sorted({place for text in rules for place in _borders(text, bar)})
    places = [place for at, place in enumerate(places) if not at or place - places[at - 1] > 1]
    if len(places) < 2 or len(rules) == len(run):
        return None
    closed_at = {
        width: sum(
            _position(line.text, len(line.text.rstrip()) - 1, width) == places[-1] * width
            for line in run
        )
        for width in (1, 2)
    }
    width = 2 if closed_at[2] > closed_at[1] and not ascii_drawn else 1
    return Grid(len(places) - 1, tuple(place * width for place in places), width, ascii_drawn)


def borders_below(line: Line, grid: Grid) -> tuple[int, ...]:
    """Return the borders, counted from 0 at the left, that go on below the rule `line`; none if unknown.

    ┬ and ┼ reach down, ┴ does not, so a merged cell below is known without measuring its line.
    """
    if grid.ascii or not grid.edges:
        return ()
    below = []
    for found in _BAR.finditer(line.text):
        place = found.start() * grid.bar_width
        arms = name(found[0])
        if place in grid.edges and ("DOWN" in arms or "VERTICAL" in arms):
            below.append(grid.edges.index(place))
    return tuple(below)


def fields_of(line: Line, grid: Grid, below: tuple[int, ...], view: str) -> list[Field] | None:
    """Cut `line` at its bars; None when they can't be laid on the columns.

    Args:
        line: The line.
        grid: The columns of the table.
        below: The borders that the last rule lets go on, see `borders_below`.
        view: The text, folded.
    """
    text = line.text
    bar = _ASCII_BAR if grid.ascii else _BAR
    bars = [found.start() for found in bar.finditer(text)]
    cuts = _cuts(text, bars)
    pieces = list(pairwise(cuts))
    surplus = len(pieces) - grid.columns
    if surplus > 0:
        if any(text[left + 1 : right].strip() for left, right in pieces[:surplus]):
            return None
        pieces = pieces[surplus:]
    if surplus >= 0:
        spans = [(column, 1) for column in range(grid.columns)]
    else:
        laid = _between(below) if len(below) == len(cuts) else _laid(text, cuts, grid)
        if laid is None:
            return None
        spans = laid
    return [
        _field(line, left + 1, right, column, width, view)
        for (left, right), (column, width) in zip(pieces, spans, strict=True)
    ]


def _cuts(text: str, bars: list[int]) -> list[int]:
    cuts = list(bars)
    if not bars or text[: bars[0]].strip():
        cuts.insert(0, -1)
    if not bars or text[bars[-1] + 1 :].strip():
        cuts.append(len(text))
    return cuts


def _borders(text: str, bar: re.Pattern[str]) -> list[int]:
    found = [each.start() for each in bar.finditer(text)]
    # Bars side by side in front of a rule are the tree of a budget page; the outermost is the table's edge.
    return [
        place
        for at, place in enumerate(found)
        if not at or not (place - found[at - 1] == 1 and place - found[0] == at)
    ]


def _between(borders: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(left, right - left) for left, right in pairwise(borders)]


def _laid(text: str, cuts: list[int], grid: Grid) -> list[tuple[int, int]] | None:
    if not grid.edges:
        return None
    at = []
    for cut in cuts:
        position = _position(text, cut, grid.bar_width)
        near = min(range(len(grid.edges)), key=lambda edge: abs(grid.edges[edge] - position))
        outer = cut in (cuts[0], cuts[-1])
        if abs(grid.edges[near] - position) > _TOLERANCE and not outer:
            return None
        at.append(near)
    at[0], at[-1] = 0, grid.columns
    spans = _between(tuple(at))
    return spans if all(width > 0 for _, width in spans) else None


def _position(text: str, end: int, bar_width: int) -> int:
    return sum(_width(each, bar_width) for each in text[: max(end, 0)])


def _width(character: str, bar_width: int) -> int:
    if character < "\u0100":
        return 1
    kind = east_asian_width(character)
    return 2 if kind in "WF" else bar_width if kind == "A" else 1


def _field(line: Line, left: int, right: int, column: int, width: int, view: str) -> Field:
    raw = line.text[left:right]
    if _RULED.fullmatch(raw):
        return Field(column, width, line.start + left, line.start + left, ruled=True)
    start = line.start + left
    words = view[start : line.start + right]
    bare = words.strip()
    if bare:
        start += words.index(bare)
    return Field(column, width, start, start + len(bare))
