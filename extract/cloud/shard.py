"""The unit of work where inputs or outputs are objects: like `extract.batch.shard`, from and to buckets.

A shard is put where nothing is, in one request: of two who do the same, the second is refused, and
so a shard is written once, whoever dies and whoever comes back. Shards stay: they are what a later
run knows.
"""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from extract.batch.reading import Cause
from extract.batch.running import run
from extract.batch.settings import Settings
from extract.batch.shard import CONTENTS, DOCUMENTS, Shard
from extract.batch.store import Store
from extract.batch.summary import Summary
from extract.cloud.address import is_address, parse
from extract.cloud.bucket import Bucket
from extract.cloud.listing import Source, source_of
from extract.errors import BogoseoError, NotFoundError, UnreadableError
from extract.gathering import label

__all__ = ["give_up", "merge", "run_shard"]

_FETCHES: Final = 8  # at the same time: a storage answers late, but many
_REFUSED: Final = frozenset({"AccessDenied", "401", "403"})


class _Fetched(NamedTuple):
    """An input on this machine.

    Attributes:
        path: The file.
        source: What it is.
        cause: Why there is no file.
    """

    path: Path
    source: Source
    cause: Cause | None = None


def run_shard(inputs: Iterable[str], output: str, settings: Settings) -> Shard:
    """Read `inputs` into the object `output`, which appears when all is done.

    Never raises: what keeps the shard from being written is told in the answer.

    Args:
        inputs: Addresses of objects, and absolute paths.
        output: Address or path of the shard, the same for the same inputs.
        settings: Limits, and how to read.
    """
    folder, _, name = output.rpartition("/")
    try:
        bucket = Bucket(folder, results=True)
        if bucket.entry(name):
            return Shard(output, skipped=True)
        with TemporaryDirectory(prefix="bogoseo-") as temporary:
            made = Path(temporary, "made.store")
            fetched = _fetch_all(inputs, Path(temporary), settings)
            summary = _read(fetched, made, settings)
            if not bucket.create(name, made):
                return Shard(output, skipped=True)
    except (BogoseoError, OSError) as error:
        return Shard(output, error=str(error))
    return Shard(output, worked=summary.worked, failed=summary.failed)


def _fetch_all(inputs: Iterable[str], folder: Path, settings: Settings) -> list[_Fetched]:
    def fetch(numbered: tuple[int, str]) -> _Fetched:
        number, source = numbered
        # Its own name may be none that a file can have.
        suffix = PurePosixPath(source).suffix if len(source) < 1000 else ""
        path = folder / f"{number:06d}{suffix if suffix.isascii() else ''}"
        return _fetch(source, path, settings)

    with ThreadPoolExecutor(_FETCHES) as pool:
        return list(pool.map(fetch, enumerate(inputs)))


def _fetch(source: str, path: Path, settings: Settings) -> _Fetched:
    """Bring an input here; one that is gone or closed to us is no reason for the others to fail."""
    if not is_address(source):
        return _Fetched(Path(source), source_of(source))
    address = parse(source)
    folder, _, name = address.key.rpartition("/")
    try:
        entry = Bucket(str(address._replace(key=folder))).fetch(name, path, settings.max_size)
    except NotFoundError as error:
        return _Fetched(path, Source(source, "", None, None), Cause(error.code, error.detail))
    except UnreadableError as error:
        if _REFUSED.isdisjoint(error.detail.split()):
            raise
        return _Fetched(path, Source(source, "", None, None), Cause(error.code, error.detail))
    return _Fetched(path, Source(source, "", entry.size, entry.stamp))


def _read(fetched: list[_Fetched], made: Path, settings: Settings) -> Summary:
    with Store(made, write=True) as store:
        summary = run(store, [str(each.path) for each in fetched], settings, tell=_nothing)
        with store.transaction() as database:
            database.executemany(_NAME, map(_named, fetched))
            database.executemany(_REFUSE, _refused(fetched))
        store.seal()
    return summary


def _named(fetched: _Fetched) -> tuple[object, ...]:
    path = PurePosixPath(fetched.source.path)
    inside, name = label("/".join(path.parts[-2:])), label(path.name)
    return (
        os.fsencode(fetched.source.path),
        inside,
        name,
        fetched.source.size,
        fetched.source.stamp,
        os.fsencode(fetched.path),
    )


def _refused(fetched: list[_Fetched]) -> Iterator[tuple[str, str, bytes]]:
    for each in fetched:
        if each.cause:
            yield each.cause.code, each.cause.detail, os.fsencode(each.source.path)


def merge(store: Store, shard: Path) -> None:
    """Take a shard into `store`: all documents, and what is still where it was.

    Args:
        store: Holds what there is to read, as `take_down` wrote it.
        shard: A store file on this machine.

    Raises:
        OutputError: The shard can't be read, or the store not written.
    """
    with store.watched():
        store.database.execute("ATTACH ? AS shard", (f"{shard.absolute().as_uri()}?mode=ro",))
    try:
        with store.transaction() as database:
            for statement in (DOCUMENTS, CONTENTS, _KNOW, _NOTE, _REMEMBER):
                database.execute(statement)
    finally:
        with store.watched():
            store.database.execute("DETACH shard")


def give_up(store: Store) -> None:
    """Let what no shard could read fail."""
    with store.transaction() as database:
        database.execute(_FAIL, (UnreadableError.code,))


_NAME: Final = """
UPDATE location SET path = ?, inside = ?, name = ?, size = ?, mtime_ns = ? WHERE path = ?
"""
_REFUSE: Final = "UPDATE location SET code = ?, detail = ? WHERE path = ?"

_KNOW: Final = """
UPDATE location SET state = theirs.state, document = ours.id, code = theirs.code,
  detail = theirs.detail
FROM shard.location AS theirs
LEFT JOIN shard.document AS what ON what.id = theirs.document
LEFT JOIN main.document AS ours ON ours.sha256 = what.sha256
WHERE location.path = theirs.path AND location.state = 'waiting'
  AND location.size = theirs.size AND location.mtime_ns = theirs.mtime_ns
"""
# Not known: it changed or went while it was fetched. Why, in case it stays so.
_NOTE: Final = """
UPDATE location SET code = theirs.code, detail = theirs.detail FROM shard.location AS theirs
WHERE location.path = theirs.path AND location.state = 'waiting' AND theirs.size IS NULL
"""
# What is not there any more keeps its records, as in an archive on a disk.
_REMEMBER: Final = """
INSERT INTO location (path, inside, name, root, run, size, mtime_ns, state, document, code, detail)
SELECT theirs.path, theirs.inside, theirs.name, theirs.root, 0, theirs.size, theirs.mtime_ns,
  'gone', ours.id, '', ''
FROM shard.location AS theirs
JOIN shard.document AS what ON what.id = theirs.document
JOIN main.document AS ours ON ours.sha256 = what.sha256
WHERE true ON CONFLICT DO NOTHING
"""
_FAIL: Final = """
UPDATE location SET state = 'failed', code = iif(code = '', ?, code),
  detail = iif(code = '', 'changed while it was read', detail) WHERE state = 'waiting'
"""


def _nothing(_told: object, _summary: Summary) -> None:
    """Tell nobody."""
