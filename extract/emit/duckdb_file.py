"""`bogoseo.duckdb`: all tables in one DuckDB file, typed, with Korean comments (extra `parquet`)."""

from typing import Final

from extract.emit.layout import OUTPUTS
from extract.emit.options import EmitOptions
from extract.emit.staging import StagedFile, Staging
from extract.emit.typed_tables import as_typed_lines, comments, connected, quoted, selected
from extract.report import Report

__all__ = ["DuckdbFile", "begin"]

_NAME: Final = "bogoseo.duckdb"


class DuckdbFile:
    """Keeps rows beside the file until the end, when DuckDB takes them in."""

    def __init__(self, staging: Staging, options: EmitOptions) -> None:
        self._staging = staging
        self._options = options
        with connected(staging, None):
            """An installation that is missing is told before the work, not after it."""
        self._rows: dict[str, StagedFile] = {name: staging.open(f"{name}.rows") for name in OUTPUTS}

    def add(self, report: Report) -> None:
        """Keep the rows of one report."""
        for name, output in OUTPUTS.items():
            rows = output.rows(report, self._options.language)
            self._rows[name].write(as_typed_lines(output.columns, rows))

    def close(self) -> None:
        """Make the database."""
        made = self._staging.scratch(_NAME)
        with connected(self._staging, made) as connection:
            for name, output in OUTPUTS.items():
                self._rows[name].discard()
                rows = self._staging.path(f"{name}.rows")
                connection.execute(f"CREATE TABLE {name} AS {selected(name, rows)}")
                rows.unlink()
                title = quoted(f"{output.korean}. {output.english}")
                connection.execute(f"COMMENT ON TABLE {name} IS {title}")
                for column, text in comments(name).items():
                    connection.execute(f'COMMENT ON COLUMN {name}."{column}" IS {quoted(text)}')
            connection.execute("CHECKPOINT")
        self._staging.adopt(_NAME, made)


begin = DuckdbFile
