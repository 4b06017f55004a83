"""A table of rows as one file, or as numbered parts of so many rows (`timeline-0001.csv`).

Parts and whole of an earlier run go when the new ones come, so a folder never holds rows twice.
"""

import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from extract.emit.layout import Row
from extract.emit.staging import StagedFile, Staging

__all__ = ["RowFile"]

_DIGITS: Final = 4


class RowFile:
    """Takes rows and writes them, a new part whenever one is full.

    Args:
        staging: Where files are made.
        name: Name of the table.
        suffix: Of the files, without the dot.
        head: What each file begins with.
        render: Rows to bytes.
        part_rows: Rows that a part has, or 0 for one file.
    """

    def __init__(
        self,
        staging: Staging,
        name: str,
        suffix: str,
        head: bytes,
        render: Callable[[Iterable[Row]], bytes],
        part_rows: int,
    ) -> None:
        self._staging = staging
        self._name = name
        self._suffix = suffix
        self._head = head
        self._render = render
        self._part_rows = part_rows
        self._room = 0
        self._file: StagedFile | None = None
        self.names: list[str] = []
        self._begin()

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows."""
        if not self._part_rows:
            self._write(self._render(rows))
            return
        rest = iter(rows)
        while chunk := list(islice(rest, self._room or self._part_rows)):
            if not self._room:
                self._begin()
            self._write(self._render(chunk))
            self._room -= len(chunk)

    def close(self) -> None:
        """Finish the last part; files of this table from an earlier run will go."""
        self._finish()
        part = rf"(-\d{{{_DIGITS},}})?\.{self._suffix}"
        self._staging.retire(re.compile(re.escape(self._name) + part))
        self._staging.put_last(self.names)

    def _begin(self) -> None:
        self._finish()
        number = f"-{len(self.names) + 1:0{_DIGITS}d}" if self._part_rows else ""
        self.names.append(f"{self._name}{number}.{self._suffix}")
        self._file = self._staging.open(self.names[-1])
        self._room = self._part_rows
        self._write(self._head)

    def _write(self, data: bytes) -> None:
        assert self._file is not None  # noqa: S101 - one is open from the beginning to the close
        self._file.write(data)

    def _finish(self) -> None:
        if self._file is not None:
            self._file.finish()
            self._file = None
