"""The questions a run asks the store, and the answers it writes down: each one transaction."""

import contextlib
import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from extract.batch.outcomes import comes_again, put_away, refuse, write
from extract.batch.reading import Cause, Job, Result
from extract.batch.schema import ATTEMPTS
from extract.batch.store import Store
from extract.errors import CrashedError, InputError
from extract.gathering import Found, label

__all__ = ["Ledger", "Listed", "Waiting"]

_BATCH: Final = 1000
_LOOK: Final = 64

_LIST: Final = """
INSERT INTO location (path, inside, name, root, run, size, mtime_ns, state)
VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')
ON CONFLICT (path) DO UPDATE SET
  inside = excluded.inside, name = excluded.name, root = excluded.root, run = excluded.run,
  size = excluded.size, mtime_ns = excluded.mtime_ns,
  state = CASE WHEN size IS NOT excluded.size OR mtime_ns IS NOT excluded.mtime_ns THEN 'waiting'
    WHEN state IN ('known', 'gone') AND document IS NOT NULL THEN 'known'
    WHEN state = 'failed' AND ? THEN 'failed' ELSE 'waiting' END
WHERE run <> excluded.run
"""
_FIRST: Final = """
SELECT id, path, name FROM location WHERE document = ? AND state = 'known'
ORDER BY inside, path LIMIT 1
"""
_RENEW: Final = """
UPDATE document SET state = 'waiting', attempts = 0
WHERE state = 'done' AND ((format = ? AND edition <> ?) OR (? AND status = 'failed')) AND EXISTS
  (SELECT 1 FROM location WHERE location.document = document.id AND location.state = 'known')
"""
# By it a database tells which store brought a report, wherever the store's file is.
_NAME: Final = """
INSERT INTO setting VALUES ('id', lower(hex(randomblob(16)))) ON CONFLICT DO NOTHING
"""
# SQLite takes the index of what is to do for what says in its words that it is to do.
_TO_READ: Final = "SELECT id FROM document WHERE state <> 'done' AND state = ? ORDER BY id LIMIT ?"


class Listed(NamedTuple):
    """What listing the archive came to.

    Attributes:
        found: Files that were found.
        skipped: Files that are no documents by their suffix.
        new: Files that were not known.
        changed: Known files whose bytes must be looked at again.
        gone: Known files that were not found again.
    """

    found: int
    skipped: int
    new: int
    changed: int
    gone: int


class Waiting(NamedTuple):
    """A file whose bytes are to be looked at."""

    location: int
    path: Path
    name: str


class Ledger:
    """A store as a run sees it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        with store.transaction() as database:
            database.execute(_NAME)
            database.execute(
                "INSERT INTO setting VALUES ('run', '1')"
                " ON CONFLICT DO UPDATE SET value = CAST(value + 1 AS TEXT)"
            )
        self._run = int(store.settings()["run"])

    def take_down(self, root: str, found: Iterable[Found | None], *, patient: bool = False) -> int:
        """Take down the files that the argument `root` leads to; return how many were left out.

        Args:
            root: The argument.
            found: The files.
            patient: What could not be opened is not tried again until it changes.
        """
        skipped = 0
        rows = iter(found)
        while batch := list(islice(rows, _BATCH)):
            skipped += batch.count(None)
            values = [(*self._listed(root, each), patient) for each in batch if each is not None]
            with self._store.transaction() as database:
                database.executemany(_LIST, values)
        return skipped

    def _listed(self, root: str, found: Found) -> tuple[object, ...]:
        path = os.path.abspath(found.path)  # noqa: PTH100 - a link is a file of its own
        size: int | None = None
        changed: int | None = None
        with contextlib.suppress(OSError, ValueError):  # looking at it will say why
            status = os.stat(path)  # noqa: PTH116 - a Path costs more than the call
            size, changed = status.st_size, status.st_mtime_ns
        inside = label(found.inside)
        name = label(os.path.basename(path))  # noqa: PTH119 - a Path costs more than the call
        return os.fsencode(path), inside, name, os.fsencode(root), self._run, size, changed

    def listed(self, roots: Iterable[str], skipped: int) -> Listed:
        """Notice what was not found again under `roots`, and count."""
        with self._store.transaction() as database:
            gone = sum(
                database.execute(
                    "UPDATE location SET state = 'gone' WHERE root = ? AND run <> ?"
                    " AND state <> 'gone'",
                    (os.fsencode(root), self._run),
                ).rowcount
                for root in roots
            )
            found, new, changed = database.execute(
                "SELECT count(*), coalesce(sum(state = 'waiting' AND document IS NULL"
                " AND code = ''), 0),"
                " coalesce(sum(state = 'waiting' AND document IS NOT NULL), 0)"
                " FROM location WHERE run = ?",
                (self._run,),
            ).fetchone()
        return Listed(found, skipped, new, changed, gone)

    def suspect(self, edition: str) -> int:
        """Set documents apart in whose reading an earlier run died; return how many.

        One with which run after run died alone has failed.
        """
        died = Cause(CrashedError.code, f"{ATTEMPTS} runs died")
        with self._store.transaction() as database:
            for (document,) in database.execute(
                "SELECT id FROM document WHERE state <> 'done' AND state IN ('running', 'alone')"
                " AND attempts >= ?",
                (ATTEMPTS,),
            ).fetchall():
                write(database, document, Result("failed", cause=died), edition, 0)
            return database.execute(
                "UPDATE document SET state = 'alone' WHERE state <> 'done' AND state = 'running'"
            ).rowcount

    def renew(self, edition: str, formats: Iterable[str]) -> int:
        """Let documents of other editions be read again; return how many.

        Args:
            edition: What reads documents of `formats` now.
            formats: Formats, the empty one for documents whose format is not known.
        """
        with self._store.transaction() as database:
            return sum(
                database.execute(_RENEW, (each, edition, False)).rowcount for each in formats
            )

    def retry_failed(self) -> int:
        """Let what failed be read again; return how many."""
        with self._store.transaction() as database:
            return database.execute(_RENEW, (None, None, True)).rowcount

    def to_look_at(self) -> list[Waiting]:
        """Return the next files whose bytes are to be looked at, in the order of their names."""
        with self._store.watched():
            rows = self._store.database.execute(
                "SELECT id, path, name FROM location WHERE state = 'waiting' AND run = ?"
                " ORDER BY inside, path LIMIT ?",
                (self._run, _LOOK),
            ).fetchall()
        return [Waiting(at, Path(os.fsdecode(path)), name) for at, path, name in rows]

    def recognise(self, location: int, sha256: str, size: int, mtime_ns: int) -> bool:
        """Write down what a file's bytes are; return whether that document was known."""
        with self._store.transaction() as database:
            new = database.execute(
                "INSERT INTO document (sha256, size, state) VALUES (?, ?, 'waiting')"
                " ON CONFLICT DO NOTHING",
                (sha256, size),
            ).rowcount
            database.execute(
                "UPDATE location SET state = 'known', size = ?, mtime_ns = ?, code = '',"
                " detail = '', document = (SELECT id FROM document WHERE sha256 = ?) WHERE id = ?",
                (size, mtime_ns, sha256, location),
            )
        return not new

    def refuse(self, location: int, error: InputError) -> None:
        """Write down that a file can't be opened."""
        with self._store.transaction() as database:
            refuse(database, location, Cause(error.code, error.detail))

    def to_read(self, *, alone: bool) -> list[int]:
        """Return the next documents to be read."""
        with self._store.watched():
            rows = self._store.database.execute(
                _TO_READ, ("alone", 1) if alone else ("waiting", _LOOK)
            ).fetchall()
        return [document for (document,) in rows]

    def take(self, document: int, *, alone: bool) -> Job | None:
        """Begin a document; None where no file has it any more, and then it is put away."""
        with self._store.transaction() as database:
            place = database.execute(_FIRST, (document,)).fetchone()
            if place is None:
                put_away(database, document)
                return None
            sha256, size = database.execute(
                "SELECT sha256, size FROM document WHERE id = ?", (document,)
            ).fetchone()
            database.execute(
                "UPDATE document SET state = ?, attempts = attempts + ? WHERE id = ?",
                ("alone" if alone else "running", alone, document),
            )
        location, path, name = place
        at = Path(os.fsdecode(path))
        return Job(document, location, at, sha256, name, size, alone)

    def finish(self, job: Job, result: Result, edition: str, seconds: float) -> bool:
        """Write down how a document went, records and status together.

        Returns:
            Whether it is done; otherwise it will be read again, alone or from another file.
        """
        with self._store.transaction() as database:
            again = comes_again(database, job, result)
            if again:
                database.execute(
                    "UPDATE document SET state = 'alone' WHERE id = ?", (job.document,)
                )
            elif result.status == "unread":
                refuse(database, job.location, result.cause or Cause(""))
                database.execute(
                    "UPDATE document SET state = 'waiting' WHERE id = ?", (job.document,)
                )
            else:
                write(database, job.document, result, edition, round(seconds * 1000))
        return not again and result.status != "unread"

    def give_back(self, jobs: Iterable[Job]) -> None:
        """Let documents wait again that were begun and not finished, through no fault of theirs."""
        with self._store.transaction() as database:
            database.executemany(
                "UPDATE document SET state = 'waiting' WHERE id = ?",
                [(job.document,) for job in jobs],
            )

    def left(self) -> tuple[int, int]:
        """Return how many files and documents wait, and their bytes."""
        with self._store.watched():
            count, size = self._store.database.execute(
                "SELECT sum(n), sum(size) FROM ("
                " SELECT count(*) n, total(size) size FROM document WHERE state <> 'done' UNION ALL"
                " SELECT count(*), total(size) FROM location WHERE state = 'waiting' AND run = ?)",
                (self._run,),
            ).fetchone()
        return count, int(size)
