"""The store as an object: what waits, what is taken, what is done. Its tables: `schema`.

Every method is one transaction. Nothing here knows how a document is read.
"""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from extract.batch.schema import SCHEMA, VERSION
from extract.errors import BusyError, OutputError, UsageError
from extract.holder import read_holder, this_process
from extract.messages import say

if sys.platform != "win32":
    import fcntl

__all__ = ["Store"]

_CACHE: Final = -16_000  # KiB of pages in memory, whatever the size of the store


class Store:
    """Context over a store file.

    Args:
        path: The file; made when it does not exist and `write` is set.
        write: Open to change it. One process at a time may; reading is always possible.

    Raises:
        BusyError: Another process writes; the error says which.
        OutputError: It can't be opened or made.
        UsageError: The file is no store, or of a newer version.
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self._write = write
        self._lock = -1

    def __enter__(self) -> Self:
        with self.watched():
            if self._write:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._take_lock()
            elif not self.path.is_file():
                absent = say("그런 저장소가 없습니다", "there is no such store")
                raise UsageError(str(self.path), absent)
        try:
            with self.watched():
                self.database = self._open()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(sqlite3.Error):
            self.database.close()
        self._leave()

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Tell errors of the system and of SQLite as ours; nothing of the store is lost by them."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorname == "SQLITE_NOTADB":
                raise UsageError(str(self.path), _not_a_store()) from error
            raise OutputError(str(self.path), str(error)) from error
        except OSError as error:
            raise OutputError(str(self.path), error.strerror or str(error)) from error

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do all of the block or nothing of it."""
        with self.watched():
            self.database.execute("BEGIN IMMEDIATE")
            try:
                yield self.database
                self.database.execute("COMMIT")
            except BaseException:
                if self.database.in_transaction:
                    self.database.execute("ROLLBACK")
                raise

    def settings(self) -> dict[str, str]:
        """Return the settings of the store itself."""
        with self.watched():
            return dict(self.database.execute("SELECT name, value FROM setting").fetchall())

    def roots(self) -> list[str]:
        """Return the folders, files and patterns that runs were given."""
        with self.watched():
            rows = self.database.execute("SELECT DISTINCT root FROM location ORDER BY root")
            return [os.fsdecode(root) for (root,) in rows]

    def seal(self) -> None:
        """Bring everything into the one file and to the disk, so that it can be moved."""
        with self.watched():
            self.database.execute("PRAGMA synchronous = FULL")
            self.database.execute("PRAGMA journal_mode = DELETE")
            self.database.close()

    def _open(self) -> sqlite3.Connection:
        mode = "rwc" if self._write else "rw" if os.access(self.path, os.W_OK) else "ro"
        database = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=30,
        )
        try:
            database.execute(f"PRAGMA cache_size = {_CACHE}")
            if self._write:
                database.execute("PRAGMA journal_mode = WAL")
                database.execute("PRAGMA synchronous = NORMAL")
                database.execute("PRAGMA foreign_keys = ON")
            self._check_version(database)
        except BaseException:
            database.close()
            raise
        return database

    def _check_version(self, database: sqlite3.Connection) -> None:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            return
        if version or not self._write:
            raise UsageError(str(self.path), f"version {version}; {VERSION} is known")
        if database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise UsageError(str(self.path), _not_a_store())
        database.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")

    def _take_lock(self) -> None:
        """Take the lock file beside the store; the system frees it however we end."""
        lock = self.path.with_name(self.path.name + ".lock")
        self._lock = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        if sys.platform == "win32":  # no advisory locks: runs there are not guarded
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(self.path), self._holder()) from error
        os.ftruncate(self._lock, 0)
        os.pwrite(self._lock, this_process(), 0)

    def _holder(self) -> str:
        with contextlib.suppress(OSError):
            return read_holder(os.pread(self._lock, 1000, 0))
        return ""

    def _leave(self) -> None:
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _not_a_store() -> str:
    return say("bogoseo batch 의 저장소가 아닙니다", "not a store of bogoseo batch")
