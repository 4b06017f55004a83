"""Tables to grids: which rows and columns are heads, and which head words lead to each cell.

    재원별 | 합계 | 연차별 소요재원 |        |            a head of two rows; `연차별 소요재원` covers two columns,
           |      | 2019년          | 2020년 |            `재원별` and `합계` two rows
    계     | 500  | 200             | 300    |            the first column is the stub

Formats that know spans give them. In text a covered address is a blank cell, so spans are inferred: a blank
beside a head word belongs to it when a word stands below, a blank below a head word always does, and a blank
in an outer stub column repeats the word above.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product
from types import MappingProxyType
from typing import Final, NamedTuple

from extract.document import Document, PlainCells, Table
from extract.records import CellRecord
from extract.structure.forms import form_cells, form_labels
from extract.structure.head_rows import TEXT_ORIGINS, head_rows, is_data, unit_rows
from extract.structure.vocabulary import unspaced
from normalize.numerals import read_number

__all__ = ["Heads", "Shared", "read_cells", "read_heads"]

_FIGURE: Final = re.compile(r"[△▽▲▼+(-]{0,2}\s?(?!(?:19|20)\d\d(?:년|\.))\d|-$")
"""How a cell begins that has figures in it, alone or with words."""
_ORDINAL_HEAD: Final = re.compile(r"연\s?번|순\s?번|번\s?호|No\.?|순\s?위|순$")
_new: Final = (
    tuple.__new__
)  # a report has thousands of cells, and this costs half of calling the class


class Heads(NamedTuple):
    """How many rows and columns of a table are heads, the words of its cells, and the paths they make."""

    rows: int
    columns: int
    texts: list[str]
    column_paths: tuple[tuple[str, ...], ...]
    row_paths: tuple[tuple[str, ...], ...]
    labels: Mapping[int, int] = MappingProxyType({})
    """Of a form: the label of each value, both as numbers of cells."""
    plain: PlainCells | None = None
    """The cells themselves, where all are plain."""


class _Paths(dict[tuple[str, ...], tuple[str, ...]]):
    """Head words as they stand over a column or beside a row, and the path that they make."""

    def __missing__(self, words: tuple[str, ...]) -> tuple[str, ...]:
        path = _path(words)
        path = self[words] = self.setdefault(path, path)  # a path makes itself
        return path


class Shared:
    """Words and paths that come again and again in a report's tables, kept once."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.paths = _Paths()


def read_heads(document: Document, table: Table, shared: Shared) -> Heads:
    """Find the head rows and the stub columns of a table."""
    keep = shared.words.setdefault
    plain = table.plain() if table.plain else None
    texts = _squeezed(plain.words if plain else _texts(document, table))
    texts = list(map(keep, texts, texts))
    labels = form_labels(table, texts)
    if labels:
        nothing: tuple[tuple[str, ...], ...] = ((),)
        return Heads(0, 1, texts, nothing * table.columns, nothing * table.rows, labels)
    words = _by_address(table, texts)
    first = unit_rows(words)
    rows = head_rows(table, words, first)
    columns = _stub_columns(words, rows)
    _unspace(words, rows, columns)
    if table.origin in TEXT_ORIGINS:
        _fill_heads(words, rows)
        # Without heads the years in front are all there is to repeat.
        _fill_stub(words, rows, columns if rows else columns + 1)
    path_of = shared.paths.__getitem__
    column_paths: tuple[tuple[str, ...], ...] = ((),) * table.columns
    if rows > first:
        column_paths = tuple(map(path_of, zip(*words[first:rows], strict=True)))
    row_paths = tuple([path_of(tuple(line[:columns])) for line in words])
    return Heads(rows, columns, texts, column_paths, row_paths, plain=plain)


def _texts(document: Document, table: Table) -> list[str]:
    """The words of each cell."""
    view = document.view
    return [
        document.cell_text(cell) if cell.pieces else view[cell.start : cell.end]
        for cell in table.cells
    ]


def _squeezed(texts: list[str]) -> list[str]:
    """The words of each cell on one line."""
    # Set apart by a blank, the words of most tables hold no two of them, and nothing else that parts words.
    together = " ".join(filter(None, texts))
    if "  " not in together and together.isprintable() and together.strip() == together:
        return texts
    return [" ".join(text.split()) for text in texts]


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
    head_rows, stub, texts, column_paths, row_paths, labels, plain = heads
    if labels:
        return form_cells(table, texts, labels)
    if plain:
        return tuple(_plain_cells(table, heads, plain))
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


def _plain_cells(table: Table, heads: Heads, plain: PlainCells) -> list[CellRecord]:
    """`read_cells` where each cell covers one address."""
    head_rows, stub, texts, column_paths, row_paths, _, _ = heads
    cells: list[CellRecord] = []
    places = product(range(table.rows), range(table.columns))
    for (row, column), text, start, words in zip(
        places, texts, plain.starts, plain.words, strict=True
    ):
        in_head = row < head_rows
        head = in_head or column < stub
        cells.append(
            _new(
                CellRecord,
                (
                    row,
                    column,
                    1,
                    1,
                    head,
                    () if head else row_paths[row],
                    () if in_head else column_paths[column],
                    text,
                    None if head or not text else read_number(text),
                    1,
                    start,
                    len(words),
                ),
            )
        )
    return cells


@lru_cache(maxsize=16384)
def _is_figure(text: str) -> bool:
    return _FIGURE.match(text) is not None


def _unspace(words: list[list[str]], rows: int, columns: int) -> None:
    """Take the letter-spacing out of head words."""
    for line in words[:rows]:
        line[:] = [unspaced(word) if " " in word else word for word in line]
    for column in range(columns):
        for line in words[rows:]:
            if " " in line[column]:
                line[column] = unspaced(line[column])


def _stub_columns(words: Sequence[Sequence[str]], head_rows: int) -> int:
    """Leading columns of words beside columns of figures; one where there are no figures."""
    body = words[head_rows:]
    width = len(words[0]) if words else 0
    if not body or width < 2:
        return 0
    for column in range(width):
        if _has_figures(body, column) and not _is_ordinal(words, head_rows, column):
            return column
    return 1


def _has_figures(body: Sequence[Sequence[str]], column: int) -> bool:
    """Whether half of what is filled in a column are figures."""
    filled = [word for line in body if (word := line[column])]
    # A first column of words may begin with codes (201 일반운영비); only plain figures make it one of figures.
    kind = _is_figure if column else is_data
    return 0 < len(filled) <= sum(map(kind, filled)) * 2


def _is_ordinal(words: Sequence[Sequence[str]], head_rows: int, column: int) -> bool:
    return column == 0 and any(_ORDINAL_HEAD.search(words[row][column]) for row in range(head_rows))


def _fill_heads(words: list[list[str]], rows: int) -> None:
    """Give a blank in the head to the word that covers it."""
    for line, below in pairwise(words[:rows]):
        for column in range(1, len(line)):
            if not line[column] and below[column] and line[column - 1]:
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


def _path(words: tuple[str, ...]) -> tuple[str, ...]:
    """Head words, outermost first, each once."""
    path: list[str] = []
    above = ""
    for word in words:
        if word and word != above:
            path.append(word)
            above = word
    return tuple(path)
