"""Golden records: what a document must give, kept beside it, and the document read again.

    samples/
      보고서.hwp
      보고서.hwp.golden.json     the JSON that `bogoseo convert` writes, corrected by hand where it was wrong

What is taken out of a golden file (a field, or the whole list of findings) is not compared.
"""

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal, NamedTuple

from extract.emit.json_document import as_json
from extract.errors import DamagedError, InputError, OutputError
from extract.gathering import Input
from extract.inputs import MAX_SIZE, read_file
from extract.pipeline import extract_file
from extract.readers.options import ReadOptions
from extract.regression.compare import Change, Record, compare

__all__ = [
    "TABLES",
    "Records",
    "Result",
    "check",
    "differences",
    "golden_path",
    "read_golden",
    "records_of",
    "write_golden",
    "write_whole",
]

Records = Mapping[str, list[Record]]
"""Name of the table (`timeline`, `funding`, ...) -> its records."""

State = Literal["same", "different", "new", "failed"]
"""`new`: no golden records are kept yet; `failed`: the document can't be read."""

TABLES: Final = ("reports", "projects", "timeline", "funding", "tables", "findings")
_SUFFIX: Final = ".golden.json"


class Result(NamedTuple):
    """What became of one document.

    Attributes:
        name: The document's name.
        state: See `State`.
        changes: What differs, each with the name of its table.
        error: Why it failed, or None.
        found: The JSON of what is read today; empty when it failed.
    """

    name: str
    state: State
    changes: tuple[tuple[str, Change], ...] = ()
    error: InputError | None = None
    found: bytes = b""


def golden_path(document: Path) -> Path:
    """Return where the golden records of a document are kept.

    >>> golden_path(Path("samples/보고서.hwp")).name
    '보고서.hwp.golden.json'
    """
    return document.with_name(document.name + _SUFFIX)


def check(each: Input, options: ReadOptions | None = None, max_size: int = MAX_SIZE) -> Result:
    """Read a document again and compare it with its golden records; errors are results too."""
    options = options or ReadOptions()
    try:
        report = extract_file(
            each.path, password=options.password, ocr=options.ocr, max_size=max_size
        )
        found = as_json(report)
        kept = golden_path(each.path)
        if not kept.exists():
            return Result(each.source_file, "new", found=found)
        changes = tuple(differences(read_golden(kept), records_of(found, str(each.path))))
    except InputError as error:
        return Result(each.source_file, "failed", error=error)
    return Result(each.source_file, "different" if changes else "same", changes, found=found)


def differences(
    wanted: Records, found: Records, *, strict: bool = False
) -> Iterator[tuple[str, Change]]:
    """Yield what differs, table by table; a table that is not wanted is not compared."""
    for name in TABLES:
        if name in wanted:
            for change in compare(wanted[name], found.get(name, []), strict=strict):
                yield name, change


def read_golden(path: Path) -> Records:
    """Return the records of a golden file.

    Raises:
        DamagedError: It is no JSON of a report.
        NotFoundError, UnreadableError: There is none, or it can't be read.
    """
    return records_of(read_file(path), str(path))


def records_of(data: bytes, name: str = "") -> Records:
    """Return the records of a report's JSON, each flat and with values that can be compared.

    Raises:
        DamagedError: It is no JSON of a report; `name` is told.
    """
    try:
        content = json.loads(data, parse_float=Decimal)
        records: dict[str, list[Record]] = {}
        if "report" in content:
            records["reports"] = [_flat(content["report"])]
        for table in TABLES[1:]:
            if table in content:
                rows = content[table]
                records[table] = [*_cells(rows)] if table == "tables" else [*map(_flat, rows)]
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise DamagedError(name, f"{type(error).__name__}: {error}") from error
    return records


def write_golden(document: Path, data: bytes) -> None:
    """Keep `data`, the JSON of a report, as the golden records of `document`.

    Raises:
        OutputError: It can't be written; what was there is left as it was.
    """
    write_whole(golden_path(document), data)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        OutputError: It can't be written; what was there is left as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)  # noqa: PTH105 - the name mkstemp gave
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error


def _flat(record: Mapping[str, object]) -> dict[str, object]:
    """A record without what repeats its other fields, lists turned into tuples."""
    return {
        name: _fixed(value) for name, value in record.items() if name not in ("fields", "places")
    }


def _fixed(value: object) -> object:
    return tuple(map(_fixed, value)) if isinstance(value, list) else value


def _cells(tables: list[Mapping[str, object]]) -> Iterator[Record]:
    """A record a cell, with what the table says of it."""
    for table in tables:
        head = {
            name: table[name] for name in ("project_path", "section", "caption") if name in table
        }
        cells = table["cells"]
        for cell in cells if isinstance(cells, list) else ():
            yield head | _flat(cell)
