"""Files that are not read yet, cut into shards with names that follow from what they hold."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from extract.batch.settings import Settings
from extract.batch.shard import Shard, run_shard
from extract.batch.standing import failures, standing
from extract.batch.store import Store
from extract.errors import InputError
from extract.gathering import expand, walk

__all__ = ["DOCUMENTS", "FOLDER", "Driven", "Piece", "RunAll", "cut", "driven_to", "run_piece"]

DOCUMENTS: Final = 200
"""Files of a shard: what a lost machine costs, and often enough for the engine's own cost."""

FOLDER: Final = "shards"
"""Folder inside the results where the shards are, and what holds them together."""

_TOLD: Final = 20
_KNOWN: Final = (
    "SELECT 1 FROM location WHERE path = ? AND size = ? AND mtime_ns = ? AND state = 'known'"
)


class Piece(NamedTuple):
    """A shard to do.

    Attributes:
        output: Its file, the same for the same files; where objects play a part, its address or
            path as text.
        inputs: Absolute paths, or addresses.
    """

    output: Path | str
    inputs: tuple[str, ...]


class Driven(NamedTuple):
    """What a run over an archive came to.

    Attributes:
        counts: By name, as `standing` gives them.
        failures: The first ones that failed, by name.
    """

    counts: dict[str, int]
    failures: tuple[InputError, ...]


def driven_to(store: Store) -> Driven:
    """Return what is in the store by now."""
    return Driven(standing(store), tuple(failures(store, _TOLD)))


RunAll = Callable[[Iterable[Piece], Settings, Callable[[Shard], None]], None]
"""What an engine does: shards in, in any order and number of times, and each told as it is done."""


def run_piece(piece: Piece, settings: Settings) -> Shard:
    """Do a shard; never raises."""
    if isinstance(piece.output, Path):
        return run_shard(piece.inputs, piece.output, settings)
    from extract.cloud import shard  # noqa: PLC0415 - only where objects play a part

    return shard.run_shard(piece.inputs, piece.output, settings)


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
