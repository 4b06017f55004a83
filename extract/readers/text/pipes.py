"""Tables whose cells are separated by `|`, with or without the rule line of Markdown.

    | 재원별 | 2019년 | 2020년 |
    |---|--:|--:|
    | 국비 | 1,000 | 2,000 |

Rows above the rule line are headers. A bar behind a backslash belongs to its cell.
"""

import re
from itertools import pairwise
from typing import Final

from extract.document import Cell, Table
from extract.readers.text.lines import Line, filled, trimmed_cell
from normalize.sources import read_source

__all__ = ["read_pipes"]

_RULE: Final = re.compile(r"\s*+\|?(?>(?:\s*+:?-++:?\s*+\|)*)\s*+(?::?-++:?\s*+)?")
_FIGURE: Final = re.compile(r"[△▽▲-]?\s?\d{1,3}(?:,\d{3})*(?:\.\d+)?%?|[△▽▲-]?\s?\d+%?|-")
_BAR: Final = re.compile(r"(?<!\\)\|")


def read_pipes(run: list[Line], view: str) -> Table | None:
    """Return the table that `run`, consecutive lines with bars, makes, or None when they are plain lines."""
    bars = [[found.start() for found in _BAR.finditer(line.text)] for line in run]
    rules = [index for index, line in enumerate(run) if _is_rule(line.text)]
    if not _is_table(run, bars, ruled=bool(rules)):
        return None
    rows: list[list[Cell]] = []
    for index, line in enumerate(run):
        if index not in rules:
            cells = _cells(line, bars[index], view, len(rows))
            if rules and index < rules[0]:
                rows.append([cell._replace(header=True) for cell in cells])
            else:
                rows.extend(
                    _unstacked(cells, view)
                    if "\n" in view[line.start : line.start + len(line.text)]
                    else [cells]
                )
    if not rows:
        return None
    columns, cells_in_order = filled(rows)
    end = run[-1].start + len(run[-1].text)
    return Table(run[0].start, end, len(rows), columns, cells_in_order, "pipes")


def _is_rule(line: str) -> bool:
    return "-" in line and "|" in line and _RULE.fullmatch(line) is not None


def _is_table(run: list[Line], bars: list[list[int]], *, ruled: bool) -> bool:
    if len(run) < 2 or not all(bars):
        return False
    if ruled:
        return True
    # Without a rule line every row must be closed on both sides, or a line of links would be a table.
    closed = all(
        line.text.lstrip().startswith("|") and line.text.rstrip().endswith("|") for line in run
    )
    return closed and len(set(map(len, bars))) == 1


def _unstacked(cells: list[Cell], view: str) -> list[list[Cell]]:
    """The rows that a converter stacked in one: `계<br>국비 | 500<br>300`, as many lines in each cell, figures in one."""
    lines = [view[cell.start : cell.end].split("\n") for cell in cells]
    count = max(map(len, lines))
    filled_cells = [each for each in lines if any(map(str.strip, each))]
    figures = [all(_FIGURE.fullmatch(part.strip()) for part in each) for each in lines[1:]]
    # A name may wrap over as many lines as its figures; sources of funds are rows of their own.
    sources = all(read_source(part) for part in lines[0])
    if not (sources and any(figures)) or any(len(each) != count for each in filled_cells):
        return [cells]
    rows: list[list[Cell]] = []
    starts = [cell.start for cell in cells]
    for row in range(count):
        here = []
        for column, parts in enumerate(lines):
            part = parts[row] if row < len(parts) else ""
            start = starts[column]
            here.append(trimmed_cell(view, cells[0].row + row, column, start, start + len(part)))
            starts[column] = min(start + len(part) + 1, cells[column].end)
        rows.append(here)
    return rows


def _cells(line: Line, bars: list[int], view: str, row: int) -> list[Cell]:
    edges = [-1, *bars, len(line.text)]
    if not line.text[: bars[0]].strip():
        edges = edges[1:]
    if len(edges) > 2 and not line.text[bars[-1] + 1 :].strip():
        edges = edges[:-1]
    return [
        trimmed_cell(view, row, column, line.start + left + 1, line.start + right)
        for column, (left, right) in enumerate(pairwise(edges))
    ]
