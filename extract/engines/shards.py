"""Files that are not read yet, cut into shards with names that follow from what they hold."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from extract.batch.shard import Shard
from extract.gathering import expand, walk

__all__ = ["DOCUMENTS", "Piece", "RunAll", "cut", "missing"]

DOCUMENTS: Final = 200
"""Files of a shard: what a lost machine costs, and often enough for the engine's own cost."""

_KNOWN: Final = (
    "SELECT 1 FROM location WHERE path = ? AND size = ? AND mtime_ns = ? AND state = 'known'"
)


class Piece(NamedTuple):
    """A shard to do.

    Attributes:
        output: Its file, the same for the same files.
        inputs: Absolute paths.
    """

    output: Path
    inputs: tuple[str, ...]


RunAll = Callable[[Iterable[Piece]], Iterable[Shard]]
"""What an engine does: shards in, in any order and number of times, and how each went."""


def cut(
    known: sqlite3.Connection, roots: Iterable[str], folder: Path, size: int = DOCUMENTS
) -> Iterator[Piece]:
    """Yield shards of the files under `roots` that the store does not know as they are.

    Args:
        known: Database of the store that earlier shards were merged into.
        roots: Folders, files and patterns, absolute.
        folder: Where the shards are to be written.
        size: Files of a shard.
    """
    files = _unknown(known, roots)
    while part := list(islice(files, size)):
        name = sha256(
            "\0".join(f"{path}\0{stamp}" for path, stamp in part).encode("utf-8", "surrogateescape")
        )
        yield Piece(folder / f"{name.hexdigest()[:24]}.store", tuple(path for path, _ in part))


def missing(pieces: Iterable[Piece]) -> int:
    """Return how many shards are not there."""
    return sum(not piece.output.exists() for piece in pieces)


def _unknown(known: sqlite3.Connection, roots: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield paths, each with what would change if its file did, in an order of their own."""
    found = {
        os.path.abspath(each.path)  # noqa: PTH100 - a link is a file of its own
        for root in roots
        for each in expand(root, walk)
        if each is not None
    }
    for path in sorted(found):
        size = changed = 0
        with suppress(OSError, ValueError):  # the shard will say why
            status = os.stat(path)  # noqa: PTH116 - a Path costs more than the call
            size, changed = status.st_size, status.st_mtime_ns
        if not known.execute(_KNOWN, (os.fsencode(path), size, changed)).fetchone():
            yield path, f"{size}-{changed}"
