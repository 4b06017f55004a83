"""Tables to grids: which rows and columns are heads, and which head words lead to each cell.

    재원별 | 합계 | 연차별 소요재원 |        |            a head of two rows; `연차별 소요재원` covers two columns,
           |      | 2019년          | 2020년 |            `재원별` and `합계` two rows
    계     | 500  | 200             | 300    |            the first column is the stub

Formats that know spans give them. In text a covered address is a blank cell, so spans are inferred: a blank
beside a head word belongs to it when a word stands below, a blank below a head word always does, and a blank
in an outer stub column repeats the word above.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from extract.document import Document, Table
from extract.records import CellRecord
from extract.structure.forms import form_cells, form_labels
from extract.structure.vocabulary import unspaced
from normalize.numerals import read_number

__all__ = ["Heads", "Shared", "read_cells", "read_heads"]

_DATA: Final = re.compile(
    r"[△▽▲▼+-]?\s?(?!(?:19|20)\d\d(?:년도?)?$)\d[\d,. OolI]*(?:\s?[%명건개원회]|\s?(?:천|백만|억)?\s?원|개소|㎡)?"
    r"(?:\s?[(\[][^)\]]*[)\]])?|\([△▽-]?\d[\d,.]*%?\)|-"
)
"""A cell that holds a figure; a bare year is a head word as often as not, so it does not count."""
_YEAR_WITH_WORDS: Final = re.compile(r"(?:19|20)\d\d(?:년도?)?\s?\([^()]*['가-힣][^()]*\)")
"""`2023('22.12월말)`, `2024(안)`: a year with a remark is a head word."""
_FIGURE: Final = re.compile(r"[△▽▲▼+(-]{0,2}\s?(?!(?:19|20)\d\d(?:년|\.))\d|-$")
"""How a cell begins that has figures in it, alone or with words."""
_YEAR_HEAD: Final = re.compile(r"(?:(?:19|20)\d\d|'\s?\d\d)(?:년도?|\.)?")
_MOST_UNIT_ROWS: Final = 2
_UNIT_ONLY: Final = re.compile(r"[(\[<〈【]?\s?(?:금액)?\s?[단單]\s?[위位]\s?:?")
_ORDINAL_HEAD: Final = re.compile(r"연\s?번|순\s?번|번\s?호|No\.?|순\s?위|순$")
_new: Final = (
    tuple.__new__
)  # a report has thousands of cells, and this costs half of calling the class
_TEXT_ORIGINS: Final = frozenset({"tabs", "pipes", "boxes", "spaced", "html"})


class Heads(NamedTuple):
    """How many rows and columns of a table are heads, the words of its cells, and the paths they make."""

    rows: int
    columns: int
    texts: list[str]
    column_paths: tuple[tuple[str, ...], ...]
    row_paths: tuple[tuple[str, ...], ...]
    labels: Mapping[int, int] = MappingProxyType({})
    """Of a form: the label of each value, both as numbers of cells."""


class Shared:
    """Words and paths that come again and again in a report's tables, kept once."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.paths: dict[tuple[str, ...], tuple[str, ...]] = {}


def read_heads(document: Document, table: Table, shared: Shared) -> Heads:
    """Find the head rows and the stub columns of a table."""
    keep = shared.words.setdefault
    texts = [keep(text, text) for text in _texts(document, table)]
    labels = form_labels(table, texts)
    if labels:
        nothing: tuple[tuple[str, ...], ...] = ((),)
        return Heads(0, 1, texts, nothing * table.columns, nothing * table.rows, labels)
    words = _by_address(table, texts)
    first = _unit_rows(words)
    rows = _head_rows(table, words, first)
    columns = _stub_columns(words, rows)
    _unspace(words, rows, columns)
    if table.origin in _TEXT_ORIGINS:
        _fill_heads(words, rows)
        _fill_stub(words, rows, columns)
    keep_path = shared.paths.setdefault
    column_paths: tuple[tuple[str, ...], ...] = ((),) * table.columns
    if rows > first:
        found = map(_path, zip(*words[first:rows], strict=True))
        column_paths = tuple([keep_path(path, path) for path in found])
    row_paths = tuple([keep_path(path, path) for path in [_path(line[:columns]) for line in words]])
    return Heads(rows, columns, texts, column_paths, row_paths)


def _texts(document: Document, table: Table) -> list[str]:
    """The words of each cell on one line."""
    view = document.view
    return [
        document.cell_text(cell) if cell.pieces else " ".join(view[cell.start : cell.end].split())
        for cell in table.cells
    ]


def _by_address(table: Table, texts: list[str]) -> list[list[str]]:
    """The words at each address; a merged cell's at every one it covers."""
    columns = table.columns
    if len(texts) == table.rows * columns:
        # No address is covered twice, so a cell for each means that none is merged.
        return [texts[at : at + columns] for at in range(0, len(texts), columns)]
    words = [[""] * columns for _ in range(table.rows)]
    for (row, column, row_span, column_span, *_), text in zip(table.cells, texts, strict=True):
        words[row][column] = text
        if row_span > 1 or column_span > 1:
            for line in words[row : row + row_span]:
                line[column : column + column_span] = [text] * len(
                    line[column : column + column_span]
                )
    return words


def read_cells(table: Table, heads: Heads) -> tuple[CellRecord, ...]:
    """Every cell of a table with the head words that lead to it, and its value where it is one number."""
    head_rows, stub, texts, column_paths, row_paths, labels = heads
    if labels:
        return form_cells(table, texts, labels)
    cells: list[CellRecord] = []
    for cell, text in zip(table.cells, texts, strict=True):
        row, column, row_span, column_span, start, end, marked, _, confidence, _ = cell
        in_head = row < head_rows
        head = in_head or column < stub
        cells.append(
            _new(
                CellRecord,
                (
                    row,
                    column,
                    row_span,
                    column_span,
                    head or marked,
                    () if head else row_paths[row],
                    () if in_head else column_paths[column],
                    text,
                    None if head or not text else read_number(text),
                    confidence,
                    start,
                    end - start,
                ),
            )
        )
    return tuple(cells)


@lru_cache(maxsize=16384)
def is_data(text: str) -> bool:
    """Whether a cell's words are a figure.

    >>> is_data("1,234"), is_data("△34.4"), is_data("2019년"), is_data("2025"), is_data("-")
    (True, True, False, False, True)
    >>> is_data("2023('22.12월말)"), is_data("2,023(5)")
    (False, True)
    """
    return _DATA.fullmatch(text) is not None and not _YEAR_WITH_WORDS.fullmatch(text)


@lru_cache(maxsize=16384)
def _is_figure(text: str) -> bool:
    return _FIGURE.match(text) is not None


def _unspace(words: list[list[str]], rows: int, columns: int) -> None:
    """Take the letter-spacing out of head words."""
    for line in words[:rows]:
        line[:] = [unspaced(word) for word in line]
    for line in words[rows:]:
        line[:columns] = [unspaced(word) for word in line[:columns]]


def _unit_rows(words: Sequence[Sequence[str]]) -> int:
    """Rows in front that hold nothing but the unit: `(단위: 백만원)` in a frame of its own."""
    rows = 0
    for line in words[:_MOST_UNIT_ROWS]:
        filled = {word for word in line if word}
        if len(filled) > 1 or not all(_UNIT_ONLY.match(word) for word in filled) or len(words) < 3:
            break
        rows += 1
    return rows


def _head_rows(table: Table, words: Sequence[Sequence[str]], first: int) -> int:
    """Number of rows from the top that are heads, the `first` ones of a unit counted in."""
    marked = _marked_rows(table)
    if marked and table.origin != "pipes":
        return marked
    # Markdown marks one head row; the second one of a report's table comes out below its rule.
    if table.rows - first < 2 or table.columns < 2 or any(map(is_data, words[first][1:])):
        return max(first, marked)
    spanned = next(
        (cell.row_span for cell in table.cells if cell.row == first and cell.column == 0), 1
    )
    if spanned > 1:
        last = first + spanned
        return last if last < table.rows and not _has_data(words[last - 1]) else first + 1
    rows = first + 1
    while rows < min(table.rows - 1, first + 4) and _continues_head(table, words, rows):
        rows += 1
    return rows


def _marked_rows(table: Table) -> int:
    """Head rows that the file itself marks, when it marks whole rows."""
    marked = {cell.row for cell in table.cells if cell.header}
    if not marked:
        return 0
    marked -= {cell.row for cell in table.cells if not cell.header}
    rows = 0
    while rows < table.rows - 1 and rows in marked:
        rows += 1
    return rows


def _continues_head(table: Table, words: Sequence[Sequence[str]], row: int) -> bool:
    """Whether `row` is one more head row: it has words only under heads that it divides."""
    if _has_data(words[row]):
        return False
    # Figures below a word of the first column say that the word is a head: 계 over 동수 | 사업비.
    over_figures = all(words[row]) and is_data(words[row + 1][0])
    if table.origin in _TEXT_ORIGINS:
        if words[row][0] and not over_figures:
            return False
        filled = [word for word in words[row] if word]
        # One year below 연차별 투자계획 leaves no blank above it; a row of years alone is still a head.
        divides = any(not above for above in words[row - 1][1:])
        return bool(filled) and (divides or all(map(_YEAR_HEAD.fullmatch, filled)))
    covered = any(cell.row < row < cell.row + cell.row_span for cell in table.cells)
    divided = any(cell.row == row - 1 and cell.column_span > 1 for cell in table.cells)
    return divided and (covered or not words[row][0] or over_figures)


def _has_data(row: Sequence[str]) -> bool:
    return any(map(is_data, row))


def _stub_columns(words: Sequence[Sequence[str]], head_rows: int) -> int:
    """Leading columns of words beside columns of figures; one where there are no figures."""
    body = words[head_rows:]
    width = len(words[0]) if words else 0
    if not body or width < 2:
        return 0
    # A first column of words may begin with codes (201 일반운영비); only plain figures make it one of figures.
    kinds = [is_data, *[_is_figure] * (width - 1)]
    figures = [
        sum(map(kind, column)) * 2 >= len(column) - column.count("") > 0
        for kind, column in zip(kinds, zip(*body, strict=True), strict=True)
    ]
    if not any(figures):
        return 1
    columns = 0
    while columns < width - 1 and (not figures[columns] or _is_ordinal(words, head_rows, columns)):
        columns += 1
    return columns if any(figures[columns:]) else 1


def _is_ordinal(words: Sequence[Sequence[str]], head_rows: int, column: int) -> bool:
    return column == 0 and any(_ORDINAL_HEAD.search(words[row][column]) for row in range(head_rows))


def _fill_heads(words: list[list[str]], rows: int) -> None:
    """Give a blank in the head to the word that covers it."""
    for row in range(rows):
        last = row == rows - 1
        line = words[row]
        for column in range(1, len(line)):
            below = not last and words[row + 1][column]
            if not line[column] and below and line[column - 1]:
                line[column] = line[column - 1]


def _fill_stub(words: list[list[str]], head_rows: int, columns: int) -> None:
    """Repeat the word above in the blanks of the outer stub columns."""
    for column in range(columns - 1):
        above = ""
        for line in words[head_rows:]:
            if line[column]:
                above = line[column]
            elif any(line[column + 1 : columns]):
                line[column] = above


def _path(words: Iterable[str]) -> tuple[str, ...]:
    """Head words, outermost first, each once."""
    path: list[str] = []
    for word in words:
        if word and (not path or path[-1] != word):
            path.append(word)
    return tuple(path)
