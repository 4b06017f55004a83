"""One line of JSON a row, a file for each table: the columns of the CSV files, typed, text as it is."""

from collections.abc import Iterable
from functools import partial

import orjson

from extract.emit.exact_json import exact_json
from extract.emit.layout import OUTPUTS, Column, Row
from extract.emit.options import EmitOptions
from extract.emit.parts import RowFile
from extract.emit.staging import Staging
from extract.report import Report

__all__ = ["JsonLines", "as_json_lines", "begin"]


class JsonLines:
    """Writes `reports.jsonl`, `projects.jsonl` … in the order in which reports come."""

    def __init__(self, staging: Staging, options: EmitOptions) -> None:
        self._options = options
        self._files = {
            name: RowFile(
                staging,
                name,
                "jsonl",
                b"",
                partial(as_json_lines, output.columns),
                options.part_rows,
            )
            for name, output in OUTPUTS.items()
        }

    def add(self, report: Report) -> None:
        """Append the rows of one report to every table."""
        for name, output in OUTPUTS.items():
            self._files[name].add(output.rows(report, self._options.language))

    def close(self) -> None:
        """Finish the tables."""
        for name in reversed(OUTPUTS):
            self._files[name].close()


begin = JsonLines


def as_json_lines(columns: tuple[Column, ...], rows: Iterable[Row]) -> bytes:
    """Return rows as JSON objects, one a line."""
    names = [column.name for column in columns]
    return b"".join(
        exact_json(dict(zip(names, row, strict=True)), orjson.OPT_APPEND_NEWLINE) for row in rows
    )
