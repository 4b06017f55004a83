"""The unit of work for engines: some inputs to one store file under a name fixed beforehand.

An engine needs no more than to call `run_shard` for each shard, anywhere, as often as it likes, and
to count the files. Nothing that a document does leaves it, and a shard that is there is not done
again. `merge` takes the shards into one store.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from extract.batch.running import run
from extract.batch.settings import Settings
from extract.batch.store import Store
from extract.batch.summary import Summary
from extract.errors import BogoseoError

__all__ = ["CONTENTS", "DOCUMENTS", "Shard", "merge", "run_shard"]


class Shard(NamedTuple):
    """What became of a shard.

    Attributes:
        output: Its store file, or its address.
        skipped: It was there.
        worked: Documents that were read.
        failed: Documents and files that could not be.
        error: Why nothing could be written, or empty.
    """

    output: Path | str
    skipped: bool = False
    worked: int = 0
    failed: int = 0
    error: str = ""


def run_shard(inputs: Iterable[Path | str], output: Path, settings: Settings) -> Shard:
    """Read `inputs` into the store file `output`, which appears when all is done.

    A killed shard goes on where it was if it is begun again on the same machine. Never raises: what
    keeps the shard from being written is told in the answer.

    Args:
        inputs: Files; absolute where the engine's working folder is not that of the caller.
        output: The shard's file, the same for the same inputs.
        settings: Limits, and how to read.
    """
    if output.exists():
        return Shard(output, skipped=True)
    beside = output.with_name(f".{output.name}.part")
    try:
        roots = [os.path.abspath(each) for each in inputs]  # noqa: PTH100 - a link is a file of its own
        with Store(beside, write=True) as store:
            summary = run(store, roots, settings, tell=_nothing)
            store.seal()
            os.replace(beside, output)  # noqa: PTH105 - the lock still holds, so only one does it
        beside.with_name(beside.name + ".lock").unlink(missing_ok=True)
    except (BogoseoError, OSError) as error:
        return Shard(output, error=str(error))
    return Shard(output, worked=summary.worked, failed=summary.failed)


def merge(store: Store, shards: Iterable[Path]) -> int:
    """Take the documents of `shards` into `store`, each shard in one transaction.

    What the store knows already stays as it is, so merging again changes nothing.

    Args:
        store: Open for writing.
        shards: Store files that `run_shard` made.

    Returns:
        Number of documents that are new.

    Raises:
        OutputError: A shard can't be read, or the store not written.
    """
    new = 0
    for shard in shards:
        with store.watched():
            store.database.execute("ATTACH ? AS shard", (f"{shard.absolute().as_uri()}?mode=ro",))
        try:
            with store.transaction() as database:
                new += database.execute(DOCUMENTS).rowcount
                database.execute(CONTENTS)
                database.execute(_LOCATIONS)
        finally:
            with store.watched():
                store.database.execute("DETACH shard")
    return new


DOCUMENTS: Final = """
INSERT INTO document (sha256, size, state, status, code, detail, hint_korean, hint_english, format,
  edition, attempts, milliseconds, projects, events, funding, findings)
SELECT sha256, size, state, status, code, detail, hint_korean, hint_english, format,
  edition, attempts, milliseconds, projects, events, funding, findings
FROM shard.document WHERE state = 'done' ORDER BY id ON CONFLICT DO NOTHING
"""
"""Take over what a shard, attached as `shard`, has read."""
CONTENTS: Final = """
INSERT INTO content (document, body)
SELECT main.document.id, shard.content.body FROM shard.content
JOIN shard.document ON shard.document.id = shard.content.document
JOIN main.document ON main.document.sha256 = shard.document.sha256
WHERE true ON CONFLICT DO NOTHING
"""
"""The records of those documents."""
_LOCATIONS: Final = """
INSERT INTO location (path, inside, name, root, run, size, mtime_ns, state, document, code, detail)
SELECT path, inside, name, root, 0, theirs.size, mtime_ns, theirs.state, ours.id, theirs.code,
  theirs.detail
FROM shard.location AS theirs
LEFT JOIN shard.document AS what ON what.id = theirs.document
LEFT JOIN main.document AS ours ON ours.sha256 = what.sha256
WHERE true ON CONFLICT DO NOTHING
"""


def _nothing(_told: object, _summary: Summary) -> None:
    """Tell nobody."""
