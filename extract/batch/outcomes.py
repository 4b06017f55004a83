"""What becomes of a document or a file, written down inside a transaction of the ledger."""

import sqlite3

from extract.batch.reading import DIED, Cause, Job, Result
from extract.batch.schema import ATTEMPTS

__all__ = ["comes_again", "put_away", "refuse", "write"]


def comes_again(database: sqlite3.Connection, job: Job, result: Result) -> bool:
    """Tell whether a document whose process died is read once more, alone."""
    if not job.alone or result.status != "lost":
        return result.status in DIED and not job.alone
    (attempts,) = database.execute(
        "SELECT attempts FROM document WHERE id = ?", (job.document,)
    ).fetchone()
    return int(attempts) < ATTEMPTS


def write(
    database: sqlite3.Connection, document: int, result: Result, edition: str, milliseconds: int
) -> None:
    """Write down how a document went, with its records."""
    status = "failed" if result.status in DIED else result.status
    cause = result.cause or Cause("")
    database.execute(
        "UPDATE document SET state = 'done', status = ?, code = ?, detail = ?, hint_korean = ?,"
        " hint_english = ?, format = ?, edition = ?, milliseconds = ?, projects = ?, events = ?,"
        " funding = ?, findings = ? WHERE id = ?",
        (status, *cause, result.format, edition, milliseconds, *result[4:], document),
    )
    database.execute("DELETE FROM content WHERE document = ?", (document,))
    if result.content:
        database.execute("INSERT INTO content VALUES (?, ?)", (document, result.content))


def refuse(database: sqlite3.Connection, location: int, cause: Cause) -> None:
    """Write down why a file can't be opened."""
    database.execute(
        "UPDATE location SET state = 'failed', document = NULL, code = ?, detail = ? WHERE id = ?",
        (*cause[:2], location),
    )


def put_away(database: sqlite3.Connection, document: int) -> None:
    """A document that no file has: its records stay if it gave some, else it is forgotten."""
    kept = database.execute(
        "UPDATE document SET state = 'done' WHERE id = ? AND status IS NOT NULL", (document,)
    ).rowcount
    if not kept:
        database.execute("UPDATE location SET document = NULL WHERE document = ?", (document,))
        database.execute("DELETE FROM document WHERE id = ?", (document,))
