"""Parquet: a file for each table, or parts of one, typed, with the words for people in its metadata.

DuckDB writes it (extra `parquet`). The file's metadata has the title of the table under `title` and
the description of each column, Korean first, under the column's name.
"""

from functools import partial

from extract.emit.layout import OUTPUTS
from extract.emit.options import EmitOptions
from extract.emit.parts import RowFile
from extract.emit.staging import Staging
from extract.emit.typed_tables import as_typed_lines, comments, connected, quoted, selected
from extract.report import Report

__all__ = ["Parquet", "begin"]


class Parquet:
    """Keeps rows beside the files until the end, when DuckDB turns them into Parquet."""

    def __init__(self, staging: Staging, options: EmitOptions) -> None:
        self._staging = staging
        self._options = options
        with connected(staging, None):
            """An installation that is missing is told before the work, not after it."""
        self._rows = {
            name: RowFile(
                staging,
                name,
                "parquet",
                b"",
                partial(as_typed_lines, output.columns),
                options.part_rows,
            )
            for name, output in OUTPUTS.items()
        }

    def add(self, report: Report) -> None:
        """Keep the rows of one report."""
        for name, output in OUTPUTS.items():
            self._rows[name].add(output.rows(report, self._options.language))

    def close(self) -> None:
        """Write the Parquet files in the place of the kept rows."""
        with connected(self._staging, None) as connection:
            for name in reversed(OUTPUTS):
                self._rows[name].close()
                for file in self._rows[name].names:
                    rows = self._staging.path(file)
                    made = self._staging.scratch(file)
                    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {_metadata(name)}"
                    connection.execute(
                        f"COPY ({selected(name, rows)}) TO {quoted(str(made))} ({options})"
                    )
                    self._staging.adopt(file, made)


begin = Parquet


def _metadata(name: str) -> str:
    words = {"title": f"{OUTPUTS[name].korean}. {OUTPUTS[name].english}", **comments(name)}
    return "{" + ", ".join(f"{quoted(key)}: {quoted(text)}" for key, text in words.items()) + "}"
