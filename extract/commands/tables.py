"""`bogoseo tables`: the tables of a report, as people look at them."""

import argparse
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from extract.commands.convert import add_reading_arguments
from extract.commands.text import read_document, write_bytes
from extract.document import Cell, Document, Table
from extract.errors import ExitCode
from extract.messages import say

__all__ = ["SUMMARY", "add_arguments", "draw", "run"]

SUMMARY: Final = (
    "보고서의 표를 칸을 맞추어 보입니다",
    "show the tables of a report, aligned",
)

_WIDEST: Final = 40  # columns of the terminal that one cell may take


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help=say("보고서", "a report"))
    parser.add_argument(
        "--json", action="store_true", help=say("칸을 JSON으로", "the cells as JSON")
    )
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print every table of the report with its place."""
    document = read_document(arguments)
    tables = list(document.tables())
    if arguments.json:
        write_bytes(_as_json(document, tables))
    elif tables:
        drawn = (draw(document, table, number) for number, table in enumerate(tables, 1))
        write_bytes("\n".join(drawn).encode("utf-8", "replace"))
    else:
        write_bytes((say("표가 없습니다", "There are no tables") + "\n").encode())
    return ExitCode.OK


def draw(document: Document, table: Table, number: int) -> str:
    """Return the table as lines; an address under a merged cell shows `←` or `↑`."""
    page = document.page(table.start)
    where = say(f"줄 {document.line(table.start)}", f"line {document.line(table.start)}")
    if page is not None:
        where = say(f"쪽 {page}, ", f"page {page}, ") + where
    head = say(f"표 {number}", f"Table {number}")
    lines = [f"{head} ({where}, {table.rows}×{table.columns}, {table.origin})"]
    grid = _grid(document, table)
    columns = max((len(row) for row in grid), default=0)
    widths = [
        max((_width(row[at]) for row in grid if at < len(row)), default=0) for at in range(columns)
    ]
    lines += [
        "| "
        + " | ".join(_padded(text, width) for text, width in zip(row, widths, strict=True))
        + " |"
        for row in grid
    ]
    return "\n".join(lines) + "\n"


class _Address(NamedTuple):
    row: int
    column: int


def _grid(document: Document, table: Table) -> list[list[str]]:
    """Lay the cells at their addresses; only addresses that a real cell covers are made."""
    shown = dict(
        pair
        for cell in table.cells
        for pair in _covered(cell, _short(document.cell_text(cell)), table)
    )
    rows = 1 + max((each.row for each in shown), default=-1)
    columns = 1 + max((each.column for each in shown), default=-1)
    return [
        [shown.get(_Address(row, column), "") for column in range(columns)] for row in range(rows)
    ]


def _covered(cell: Cell, text: str, table: Table) -> Iterator[tuple[_Address, str]]:
    for row in range(cell.row, min(cell.row + cell.row_span, table.rows)):
        for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
            beside = text if column == cell.column else "←"
            yield _Address(row, column), beside if row == cell.row else "↑"


def _short(text: str) -> str:
    if _width(text) <= _WIDEST:
        return text
    kept = ""
    for character in text:
        if _width(kept + character) > _WIDEST - 1:
            break
        kept += character
    return kept + "…"


def _width(text: str) -> int:
    """Return the columns that a terminal gives to `text`: two for a Korean syllable."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _as_json(document: Document, tables: list[Table]) -> bytes:
    import orjson

    content = [
        {
            "number": number,
            "page": document.page(table.start),
            "line": document.line(table.start),
            "rows": table.rows,
            "columns": table.columns,
            "origin": table.origin,
            "cells": [_cell(document, cell) for cell in table.cells],
        }
        for number, table in enumerate(tables, 1)
    ]
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _cell(document: Document, cell: Cell) -> dict[str, object]:
    return {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "header": cell.header,
        "text": document.cell_text(cell).encode("utf-8", "replace").decode(),
        "confidence": cell.confidence,
        "page": document.page(cell.start),
        "line": document.line(cell.start),
        "char_start": cell.start,
        "char_end": cell.end,
    }
