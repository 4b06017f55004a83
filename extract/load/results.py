"""Results of a run as rows, report by report: a folder of CSV files, or of JSON files.

CSV files of a run are written together, so they are taken when they are there; their formula guard
is undone. The counts that `reports` holds must be those of the rows: a folder that someone has
cut, or that a run is changing, is refused.
"""

import contextlib
import csv
import json
import os
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from extract.emit.formula import guard
from extract.emit.layout import OUTPUTS
from extract.emit.staging import holder_of
from extract.errors import BusyError, LoadError
from extract.load.digest import SEPARATOR
from extract.load.documents import read_documents
from extract.load.tables import TABLE_LIST, Cells, ReportRows, table_list

if sys.platform != "win32":
    import fcntl

__all__ = ["read_results"]

_COUNTED: Final = {
    "projects": "projects",
    "events": "timeline",
    "funding_rows": "funding",
    "tables": TABLE_LIST,
    "findings": "findings",
}
"""Column of `reports` -> the table whose rows it counts."""

_NAMES: Final = tuple(column.name for column in OUTPUTS["reports"].columns)
_LARGEST_CELL: Final = 1 << 30


def read_results(folder: Path) -> Iterator[ReportRows]:
    """Yield the rows of each report in `folder`, in the order of `reports.csv`.

    Memory is that of the largest report.

    Raises:
        LoadError: It holds no results, or not all of them.
        BusyError: A run is writing there.
    """
    with _unchanged(folder):
        if (folder / "datapackage.json").is_file():
            reports = _read_csv(folder)
        elif any(folder.glob("*.json")):
            reports = read_documents(folder)
        else:
            raise LoadError(str(folder), "no datapackage.json and no JSON")
        for each in reports:
            _check_counts(folder, each)
            yield each


@contextlib.contextmanager
def _unchanged(folder: Path) -> Iterator[None]:
    """Keep runs from writing into the folder while it is read."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise LoadError(str(folder), error.strerror or "") from error
    try:
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise BusyError(str(folder), holder_of(folder)) from error
    finally:
        os.close(handle)


def _check_counts(folder: Path, report: ReportRows) -> None:
    row = report.tables["reports"][0]
    for column, table in _COUNTED.items():
        counted = row[_NAMES.index(column)]
        found = len(report.tables[table])
        # A table without a cell has no row of its own.
        if counted != str(found) and not (column == "tables" and found < int(counted)):
            detail = f"{report.report_id}: {column} = {counted}, {found} in {table}"
            raise LoadError(str(folder), detail)


def _read_csv(folder: Path) -> Iterator[ReportRows]:
    with contextlib.ExitStack() as files:
        parts = {name: _Part(files, name, paths) for name, paths in _paths(folder).items()}
        reports = parts.pop("reports")
        while (report_id := reports.next_id) is not None:
            head = reports.take(report_id)
            if len(head) != 1:
                raise LoadError(reports.path, f"{report_id} ×{len(head)}")
            tables = {"reports": head} | {
                name: part.take(report_id) for name, part in parts.items()
            }
            tables[TABLE_LIST] = table_list(tables["tables"])
            yield ReportRows(report_id, head[0][1], tables)
        for part in parts.values():
            if part.next_id is not None:
                raise LoadError(part.path, f"{part.next_id}: not in reports.csv, or not in order")


def _paths(folder: Path) -> dict[str, list[Path]]:
    """Return the files of each table: those that the description names, where there are parts."""
    paths = {name: [folder / f"{name}.csv"] for name in OUTPUTS}
    try:
        package = json.loads((folder / "datapackage.json").read_bytes())
        for each in package["resources"]:
            if isinstance(each["path"], list) and each["name"] in paths:
                paths[each["name"]] = [folder / Path(part).name for part in each["path"]]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise LoadError(str(folder / "datapackage.json"), str(error)) from error
    return paths


class _Part:
    """One table, in a CSV file or several, read report by report."""

    def __init__(self, files: contextlib.ExitStack, name: str, paths: list[Path]) -> None:
        columns = OUTPUTS[name].columns
        names = [column.name for column in columns]
        self.path = str(paths[0])
        self._width = len(names)
        self._id_at = names.index("report_id")
        self._texts = [
            at
            for at, column in enumerate(columns)
            if column.type == "string" and not (column.values or column.pattern)
        ]
        csv.field_size_limit(_LARGEST_CELL)
        self._rows = chain.from_iterable(self._readers(files, paths, names))
        with self._told():
            self._next = next(self._rows, None)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tell whatever is wrong with a file as ours."""
        try:
            yield
        except (OSError, IndexError, UnicodeDecodeError, csv.Error) as error:
            raise LoadError(self.path, str(error)) from error

    @property
    def next_id(self) -> str | None:
        """The report of the next row, or None at the end."""
        if self._next is None:
            return None
        if len(self._next) != self._width:
            raise LoadError(self.path, f"{self._next[:2]}: cells ≠ {self._width}")
        return self._next[self._id_at]

    def take(self, report_id: str) -> list[Cells]:
        """Return the rows up to the next that is not of the report."""
        taken: list[Cells] = []
        if self.next_id != report_id:
            return taken
        at = self._id_at
        with self._told():
            row = self._next
            while row is not None and row[at] == report_id:
                taken.append(row)
                row = next(self._rows, None)
            self._next = row
        if set(map(len, taken)) != {self._width}:
            raise LoadError(self.path, f"{report_id}: cells ≠ {self._width}")
        # Looked for in all rows at once: few reports have any.
        if f"{SEPARATOR}'" in SEPARATOR.join(map(SEPARATOR.join, taken)):
            for row in taken:
                for at in self._texts:
                    row[at] = _unguarded(row[at])
        return taken

    def _readers(
        self, files: contextlib.ExitStack, paths: list[Path], names: list[str]
    ) -> Iterator[Iterator[Cells]]:
        """Yield what reads each file, behind its header."""
        for path in paths:
            # The stack closes it.
            file = files.enter_context(open(path, encoding="utf-8-sig", newline=""))  # noqa: PTH123, SIM115 - closed by the stack; a plain name is all it takes
            reader = csv.reader(file, strict=True)
            if next(reader, None) != names:
                raise LoadError(str(path), "the header is of another version")
            yield reader


def _unguarded(text: str) -> str:
    """Take the apostrophe away that CSV puts before what a spreadsheet would run.

    >>> _unguarded("'=1+1"), _unguarded("'20년"), _unguarded("'-")
    ('=1+1', "'20년", "'-")
    """
    return text[1:] if text[:1] == "'" and guard(text[1:]) == text else text
