"""What there is to read, in buckets and on disks, taken down in a store."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from extract.batch.store import Store
from extract.cloud.address import is_address, parse
from extract.cloud.bucket import Bucket, Entry
from extract.errors import ExitCode, NotFoundError
from extract.gathering import SUFFIXES, expand, label, walk

__all__ = ["Source", "source_of", "take_down"]

_BATCH: Final = 1000

# What was looked at is left as it is, unless it is another content now.
_LIST: Final = """
INSERT INTO location (path, inside, name, root, run, size, mtime_ns, state)
VALUES (?, ?, ?, ?, 1, ?, ?, 'waiting')
ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns,
  document = NULL, state = 'waiting'
WHERE size IS NOT excluded.size OR mtime_ns IS NOT excluded.mtime_ns
"""


class Source(NamedTuple):
    """Something to read.

    Attributes:
        path: Its address, or its absolute path.
        inside: Its place in what was given.
        size: Its bytes; None where they are not known.
        stamp: A number that changes with its content, likewise.
    """

    path: str
    inside: str
    size: int | None
    stamp: int | None


def take_down(store: Store, roots: Iterable[str]) -> int:
    """Take down what there is, and what changed since; return how many were left out.

    Raises:
        InputError: A bucket can't be read.
    """
    skipped = 0
    for root in roots:
        found = _objects(root) if is_address(root) else _files(root)
        while batch := list(islice(found, _BATCH)):
            skipped += batch.count(None)
            with store.transaction() as database:
                database.executemany(_LIST, [_row(root, each) for each in batch if each])
    return skipped


def source_of(path: str, inside: str = "") -> Source:
    """Return a file as it is now."""
    size = stamp = None
    with suppress(OSError, ValueError):  # reading it will say why
        status = os.stat(path)  # noqa: PTH116 - a Path costs more than the call
        size, stamp = status.st_size, status.st_mtime_ns
    return Source(path, inside, size, stamp)


def _row(root: str, source: Source) -> tuple[object, ...]:
    inside = label(source.inside)
    name = inside.rpartition("/")[2]
    return os.fsencode(source.path), inside, name, os.fsencode(root), source.size, source.stamp


def _files(root: str) -> Iterator[Source | None]:
    for found in expand(root, walk):
        path = os.path.abspath(found.path) if found else ""  # noqa: PTH100 - a link is a file of its own
        yield source_of(path, found.inside) if found else None


def _objects(root: str) -> Iterator[Source | None]:
    """Yield the documents of a folder of objects, or the one object that is meant."""
    address = parse(root)
    any_there = False
    for entry in Bucket(str(address)).entries():
        any_there = True
        fits = _is_document(PurePosixPath(entry.key))
        yield _source(str(address), entry, entry.key) if fits else None
    if not any_there:
        yield _one(root)


def _is_document(key: PurePosixPath) -> bool:
    hidden = any(part.startswith(".") for part in key.parts)
    return not hidden and key.suffix.lower() in SUFFIXES


def _one(root: str) -> Source:
    address = parse(root)
    folder, _, name = address.key.rpartition("/")
    parent = str(address._replace(key=folder))
    found = Bucket(parent).entry(name) if name else None
    if found is None:
        absent = NotFoundError(str(address))
        absent.exit_code = ExitCode.ALL_FAILED
        raise absent
    return _source(parent, found, f"{PurePosixPath(folder).name}/{name}".lstrip("/"))


def _source(folder: str, entry: Entry, inside: str) -> Source:
    return Source(f"{folder}/{entry.key}", inside, entry.size, entry.stamp)
