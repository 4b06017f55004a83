"""What a document costs the store does not depend on how many there are already."""

import sqlite3
from pathlib import Path

import pytest

from extract.batch.ledger import Ledger
from extract.batch.reading import Job, Result
from extract.batch.store import Store
from extract.gathering import Found, walk
from extract.inputs import fingerprint
from tests.extract.batch.archive_runs import fill

NEW = 12
STEP = 20  # instructions of SQLite's machine between two counts


def known(store: Store, count: int) -> None:
    """Let so many files have been read earlier."""
    with store.transaction() as database:
        for at in range(count):
            database.execute(
                "INSERT INTO document (sha256, size, state, status) VALUES (?, 1, 'done', 'ok')",
                (f"{at:064x}",),
            )
            name = f"{at:06d}.txt"
            database.execute(
                "INSERT INTO location (path, inside, name, root, run, size, mtime_ns, state,"
                " document) VALUES (?, ?, ?, X'2F', 0, 1, 1, 'known', ?)",
                (f"/known/{name}".encode(), name, name, at + 1),
            )


def read_all(ledger: Ledger) -> None:
    """Do with each new file what a run does."""
    while waiting := ledger.to_look_at():
        for each in waiting:
            ledger.recognise(each.location, *fingerprint(each.path))
            assert not ledger.to_read(alone=True)
            for document in ledger.to_read(alone=False):
                job = ledger.take(document, alone=False)
                assert isinstance(job, Job)
                assert ledger.finish(job, Result("ok", "txt", b"records"), "test", 0)


def work(base: Path, count: int) -> int:
    """Instructions that SQLite needs for some new documents beside `count` known ones."""
    steps = 0

    def counted() -> int:
        nonlocal steps
        steps += 1
        return 0

    with Store(base / f"{count}.db", write=True) as store:
        ledger = Ledger(store)
        known(store, count)
        found: list[Found | None] = list(walk(base / "in"))
        ledger.take_down(str(base / "in"), found)
        database: sqlite3.Connection = store.database
        database.set_progress_handler(counted, STEP)
        read_all(ledger)
        database.set_progress_handler(None, 0)
    return steps


@pytest.mark.slow
def test_a_document_costs_the_same_in_a_large_store(tmp_path: Path) -> None:
    fill(tmp_path / "in", NEW)
    small, large = work(tmp_path, 100), work(tmp_path, 5000)
    assert small > NEW
    assert large < 1.5 * small
