"""One set of CSV files for all reports of a run, and the `datapackage.json` that describes them."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from extract.emit.datapackage import datapackage
from extract.emit.formula import SIGNS, guard
from extract.emit.layout import OUTPUTS, Column, Row, Value
from extract.emit.options import EmitOptions
from extract.emit.parts import RowFile
from extract.emit.staging import Staging
from extract.report import Report

__all__ = ["CsvTables", "as_csv", "begin"]

_BOM: Final = b"\xef\xbb\xbf"


class CsvTables:
    """Writes `reports.csv`, `projects.csv` … row by row, in the order in which reports come."""

    def __init__(self, staging: Staging, options: EmitOptions) -> None:
        self._options = options
        self._staging = staging
        mark = _BOM if options.bom else b""
        self._files = {
            name: RowFile(
                staging,
                name,
                "csv",
                mark + as_csv((), [tuple(column.name for column in output.columns)]),
                partial(as_csv, output.columns),
                options.part_rows,
            )
            for name, output in OUTPUTS.items()
        }

    def add(self, report: Report) -> None:
        """Append the rows of one report to every table."""
        for name, output in OUTPUTS.items():
            self._files[name].add(output.rows(report, self._options.language))

    def close(self) -> None:
        """Finish the tables and write their description."""
        paths = {name: file.names for name, file in self._files.items()}
        self._staging.write("datapackage.json", datapackage(paths))
        # The last to be finished is the last to be seen: with reports.csv, everything is in place.
        for name in reversed(OUTPUTS):
            self._files[name].close()


begin = CsvTables


def as_csv(columns: tuple[Column, ...], rows: Iterable[Row]) -> bytes:
    """Return rows as CSV lines: RFC 4180 quoting, lines ending in a line feed, UTF-8."""
    lines: list[str] = []
    csv.writer(_Lines(lines), lineterminator="\r\n").writerows(_prepared(columns, rows))
    # A damaged text may hold half a surrogate pair, which UTF-8 can't say.
    return "".join(lines).encode("utf-8", "replace")


class _Lines:
    """Takes the writer's lines: told to end them in CR LF it quotes both, and we end them in LF."""

    def __init__(self, lines: list[str]) -> None:
        self._append = lines.append

    def write(self, line: str) -> int:
        self._append(line[:-2] + "\n")
        return len(line)


def _prepared(columns: tuple[Column, ...], rows: Iterable[Row]) -> Iterator[list[Value]]:
    """Yield rows with the cells changed that the writer would not write as the contract says.

    It writes text, integers, dates and nothing for None by itself; most cells need no look at all.
    """
    odd = tuple(
        (at, column.joined)
        for at, column in enumerate(columns)
        if column.type in {"boolean", "number"} or column.joined
    )
    # What has a pattern or a list of values is ours, not the report's: it can't be a formula.
    texts = tuple(
        at
        for at, column in enumerate(columns)
        if column.type == "string" and not (column.values or column.pattern)
    )
    for row in rows:
        cells = list(row)
        for at, join in odd:
            cells[at] = _written(cells[at], join)
        for at in texts:
            text = cells[at]
            if text and text[0] in SIGNS:  # type: ignore[index]  # a string column holds strings
                cells[at] = guard(str(text))
        yield cells


def _written(value: Value, join: str) -> Value:
    if value is None:
        return None
    if isinstance(value, tuple):
        return join.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else value
