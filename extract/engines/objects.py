"""An archive in object storage through an engine: shards, one store, the results of a run.

The shards are what is known: they stay beside the results, and each run begins by taking them into
a store of its own. So a driver that died leaves nothing that must be cleared away, and two at once
do nothing twice. A new edition of the code that reads has shards of its own.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from extract.batch.edition import edition
from extract.batch.export import export
from extract.batch.settings import Settings
from extract.batch.shard import Shard
from extract.batch.store import Store
from extract.cloud.bucket import Bucket
from extract.cloud.delivery import delivered
from extract.cloud.listing import take_down
from extract.cloud.shard import give_up, merge
from extract.emit.options import EmitOptions
from extract.engines.shards import DOCUMENTS, FOLDER, Driven, Piece, RunAll, driven_to
from extract.errors import OutputError

__all__ = ["drive_objects"]

_TURNS: Final = 2  # what changed while it was read is read once more
_LARGEST: Final = 1 << 40
_NAME: Final = 24


def drive_objects(
    run_all: RunAll,
    roots: list[str],
    out: Path | str,
    formats: tuple[str, ...],
    options: EmitOptions,
    settings: Settings,
    tell: Callable[[Shard], None],
    documents: int = DOCUMENTS,
) -> Driven:
    """Convert an archive, of which a part is in buckets or whose results shall be.

    Args:
        run_all: What runs shards.
        roots: Addresses, and absolute paths that every machine sees.
        out: Address or folder for the results.
        formats: Output formats.
        options: See `EmitOptions`.
        settings: Limits, and how to read.
        tell: Called with each shard as it is done.
        documents: Files of a shard.

    Raises:
        InputError: A bucket can't be read.
        OutputError: Shards are missing, or results can't be written; what was done is kept.
    """
    shards = Bucket(f"{out}/{FOLDER}/{edition('')}", results=True)
    with TemporaryDirectory(prefix="bogoseo-") as temporary:
        scratch = Path(temporary, "shard.store")
        with Store(Path(temporary, "archive.store"), write=True) as store:
            merged: set[str] = set()
            for _ in range(_TURNS):
                take_down(store, roots)
                _merge_new(store, shards, merged, scratch)
                pieces = list(_cut(store.database, shards.place, merged, documents))
                if not pieces:
                    break
                run_all(iter(pieces), settings, tell)
                there = _merge_new(store, shards, merged, scratch)
                left = sum(Path(each.output).name not in there for each in pieces)
                if left:
                    raise OutputError(shards.place, f"{left} of {len(pieces)} shards are missing")
            give_up(store)
            driven = driven_to(store)
            with delivered(out) as folder:
                export(store, folder, formats, options)
    return driven


def _merge_new(store: Store, shards: Bucket, merged: set[str], scratch: Path) -> set[str]:
    """Merge the shards that are not yet; return the names of all."""
    for name in sorted({entry.key for entry in shards.entries()} - merged):
        shards.fetch(name, scratch, _LARGEST)
        merge(store, scratch)
        merged.add(name)
    return merged


def _cut(database: sqlite3.Connection, folder: str, there: set[str], size: int) -> Iterator[Piece]:
    """Yield shards of what is not known, under names that follow from it and are not there yet."""
    rows = database.execute(
        "SELECT path, size, mtime_ns FROM location WHERE state = 'waiting' ORDER BY path"
    )
    taken = set(there)
    while part := list(islice(rows, size)):
        seed = repr(part)
        name = _name(seed)
        while name in taken:  # it was tried, and something of it could not be read
            seed += "+"
            name = _name(seed)
        taken.add(name)
        yield Piece(f"{folder}/{name}", tuple(os.fsdecode(path) for path, _, _ in part))


def _name(seed: str) -> str:
    return f"{sha256(seed.encode()).hexdigest()[:_NAME]}.store"
