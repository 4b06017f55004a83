"""Results into a bucket.

They are made on this machine first. Then each is put whole, the data package behind all that it
names: who reads by it reads one run. A list of their names lets the next run take away what it did
not make again.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from extract.cloud.address import is_address
from extract.cloud.bucket import Bucket
from extract.errors import OutputError

__all__ = ["delivered"]

_LIST: Final = "shards/results.json"
_LAST: Final = "datapackage.json"
_LARGEST: Final = 1 << 26  # bytes of the list


@contextmanager
def delivered(out: Path | str) -> Iterator[Path]:
    """Give a folder to write results into, which are then where `out` says.

    Raises:
        UsageError: The extra is not installed.
        OutputError: The bucket can't be written.
    """
    if isinstance(out, Path) or not is_address(out):
        yield Path(out)
        return
    bucket = Bucket(out, results=True)
    with TemporaryDirectory(prefix="bogoseo-") as temporary:
        folder = Path(temporary, "results")
        yield folder
        _deliver(folder, bucket, Path(temporary, "list.json"))


def _deliver(folder: Path, bucket: Bucket, scratch: Path) -> None:
    names = sorted((each.name for each in folder.iterdir()), key=lambda name: (name == _LAST, name))
    before = _listed(bucket, scratch)
    bucket.put(_LIST, json.dumps(sorted({*before, *names})).encode())
    for name in names:
        bucket.put(name, folder / name)
    if gone := sorted(before.difference(names)):
        bucket.delete(gone)
    bucket.put(_LIST, json.dumps(sorted(names)).encode())


def _listed(bucket: Bucket, scratch: Path) -> set[str]:
    """Return the names of what an earlier run put there."""
    if bucket.entry(_LIST) is None:
        return set()
    bucket.fetch(_LIST, scratch, _LARGEST)
    try:
        names = json.loads(scratch.read_bytes())
    except ValueError as error:
        raise OutputError(f"{bucket.place}/{_LIST}", str(error)) from error
    return {name for name in names if isinstance(name, str) and "/" not in name}
