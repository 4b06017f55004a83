"""An archive that grows: what arrives is read, what is there is passed over.

The folder is listed again and again; a system's own notices are lost over network folders, where
archives are. A file that was written to just now is left until it has come to rest.
"""

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from extract.batch.running import run, take_down
from extract.batch.sandbox import Sandbox
from extract.batch.settings import Settings
from extract.batch.store import Store
from extract.batch.summary import Summary, Told
from extract.gathering import Found, walk

__all__ = ["EVERY", "SETTLE", "Settling", "watch"]

EVERY: Final = 5.0
"""Seconds between two looks at the folder."""
SETTLE: Final = 3.0
"""Seconds that a file must have been left alone."""

_NAP: Final = 0.1
_SHARE: Final = 10  # listing a large archive may take a tenth of the time


class Settling:
    """Walks a folder and leaves out files that are still being written.

    Args:
        settle: Seconds that a file must have been left alone.
    """

    def __init__(self, settle: float) -> None:
        self._settle = settle
        self._fresh: dict[Path, tuple[int, int, float]] = {}

    def walk(self, folder: Path) -> Iterator[Found | None]:
        """Yield what `extract.gathering.walk` does, without files that are not at rest."""
        before, self._fresh = self._fresh, {}
        for found in walk(folder):
            if found is None or self._at_rest(found.path, before):
                yield found

    def _at_rest(self, path: Path, before: dict[Path, tuple[int, int, float]]) -> bool:
        try:
            status = os.stat(path)  # noqa: PTH116 - a Path costs more than the call
        except (OSError, ValueError):
            return True  # reading it will say why
        if self._settle <= time.time() - status.st_mtime:
            return True
        # The clock of the folder may be another one: what counts is that nothing changed meanwhile.
        size, changed, since = before.get(path, (-1, -1, 0.0))
        now = time.monotonic()
        if (size, changed) != (status.st_size, status.st_mtime_ns):
            since = now
        self._fresh[path] = (status.st_size, status.st_mtime_ns, since)
        return now - since >= self._settle


def watch(
    store: Store,
    roots: list[str],
    settings: Settings,
    *,
    tell: Callable[[Told | None, Summary], None],
    stopped: Callable[[], bool],
    every: float = EVERY,
    settle: float = SETTLE,
) -> None:
    """Read what is in `roots` and what arrives there, until `stopped` says so.

    Args:
        store: Open for writing.
        roots: Folders, as `roots_of` gives them.
        settings: Limits, and how to read.
        tell: Called with each document as it is finished with.
        stopped: Asked often.
        every: Seconds between two looks.
        settle: Seconds that a file must have been left alone.

    Raises:
        OutputError: The store can't be written.
    """
    settling = Settling(settle)
    again = False
    with Sandbox(settings) as sandbox:
        while not stopped():
            began = time.monotonic()
            summary = run(
                store,
                roots,
                settings,
                tell=tell,
                stopped=stopped,
                sandbox=sandbox,
                lister=partial(take_down, walker=settling.walk, patient=again),
            )
            again = True  # nobody wants to be told the same at every look
            listing = 0.0 if summary.total else time.monotonic() - began
            until = time.monotonic() + max(every, _SHARE * listing)
            while not stopped() and time.monotonic() < until:
                time.sleep(_NAP)
