"""Records to files: one module an output format, loaded when needed.

    with Staging(folder) as staging:
        emitters = begin(["json", "csv"], staging, EmitOptions())
        for report in reports:
            for emitter in emitters:
                emitter.add(report)
        for emitter in emitters:
            emitter.close()
        staging.commit()

To add a format: a module with `begin(staging, options) -> Emitter` and a row in `EMITTERS`.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from extract.emit.options import EmitOptions, Emitter
from extract.emit.staging import Staging

__all__ = ["EMITTERS", "begin"]

EMITTERS: Final[dict[str, str]] = {
    "json": "extract.emit.json_document",
    "csv": "extract.emit.csv_tables",
    "jsonl": "extract.emit.json_lines",
    "parquet": "extract.emit.parquet",
    "duckdb": "extract.emit.duckdb_file",
}
"""Output format -> the module that writes it."""


def begin(formats: Iterable[str], staging: Staging, options: EmitOptions) -> list[Emitter]:
    """Return an emitter for each of `formats`, ready to take reports."""
    return [import_module(EMITTERS[name]).begin(staging, options) for name in formats]
