"""Results of a run as rows, report by report: a folder of CSV files, or of JSON files.

CSV files of a run are written together, so they are taken when they are there; their formula guard
is undone. The counts that `reports` holds must be those of the rows: a folder that someone has
cut, or that a run is changing, is refused.
"""

import contextlib
import csv
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extract.emit.formula import guard
from extract.emit.layout import OUTPUTS
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
        if (folder / "reports.csv").is_file():
            reports = _read_csv(folder)
        elif any(folder.glob("*.json")):
            reports = read_documents(folder)
        else:
            raise LoadError(str(folder), "no reports.csv and no JSON")
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
        raise BusyError(str(folder)) from error
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
        parts = {name: _Part(files, folder, name) for name in OUTPUTS}
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


class _Part:
    """One CSV file, read report by report."""

    def __init__(self, files: contextlib.ExitStack, folder: Path, name: str) -> None:
        columns = OUTPUTS[name].columns
        names = [column.name for column in columns]
        self.path = str(folder / f"{name}.csv")
        self._width = len(names)
        self._id_at = names.index("report_id")
        self._texts = [
            at
            for at, column in enumerate(columns)
            if column.type == "string" and not (column.values or column.pattern)
        ]
        self._rows, self._next = self._open(files, names)

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
        try:
            row = self._next
            while row is not None and row[at] == report_id:
                taken.append(row)
                row = next(self._rows, None)
            self._next = row
        except (IndexError, UnicodeDecodeError, csv.Error) as error:
            raise LoadError(self.path, f"{report_id}: {error}") from error
        if set(map(len, taken)) != {self._width}:
            raise LoadError(self.path, f"{report_id}: cells ≠ {self._width}")
        # Looked for in all rows at once: few reports have any.
        if f"{SEPARATOR}'" in SEPARATOR.join(map(SEPARATOR.join, taken)):
            for row in taken:
                for at in self._texts:
                    row[at] = _unguarded(row[at])
        return taken

    def _open(
        self, files: contextlib.ExitStack, names: list[str]
    ) -> tuple[Iterator[Cells], Cells | None]:
        """Return the rows behind the first, and the first."""
        csv.field_size_limit(_LARGEST_CELL)
        try:
            # The stack closes it.
            file = files.enter_context(open(self.path, encoding="utf-8-sig", newline=""))  # noqa: PTH123, SIM115 - a plain name is all that is needed
            reader = csv.reader(file, strict=True)
            if next(reader, None) != names:
                raise LoadError(self.path, "the header is of another version")
            return reader, next(reader, None)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise LoadError(self.path, str(error)) from error


def _unguarded(text: str) -> str:
    """Take the apostrophe away that CSV puts before what a spreadsheet would run.

    >>> _unguarded("'=1+1"), _unguarded("'20년"), _unguarded("'-")
    ('=1+1', "'20년", "'-")
    """
    return text[1:] if text[:1] == "'" and guard(text[1:]) == text else text
