"""The loop over an archive: files are listed and looked at, documents are read, results committed.

As many documents are in work as there are processes, and each result is committed before its
process gets the next: a killed run loses what was in work and nothing else. What was in work then,
or whose process died, is read again at the end with nothing beside it, so that only the guilty one
fails.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import nullcontext
from pathlib import Path
from typing import Final

from extract.batch.edition import edition
from extract.batch.ledger import Ledger, Listed, Waiting
from extract.batch.reading import DIED, Cause, Job, Result, error_of
from extract.batch.sandbox import Sandbox, result_of
from extract.batch.settings import Settings
from extract.batch.store import Store
from extract.batch.summary import Summary, Told
from extract.errors import InputError
from extract.gathering import Found, expand, walk
from extract.inputs import fingerprint
from extract.readers import READERS

__all__ = ["roots_of", "run", "take_down"]

Walker = Callable[[Path], Iterator[Found | None]]
Lister = Callable[[Ledger, Iterable[str]], Listed]

_TICK: Final = 0.5
_STALLED: Final = 30  # seconds past the limit of time after which the pool itself is given up


def roots_of(arguments: Iterable[str]) -> list[str]:
    """Return arguments as they mean the same from everywhere."""
    return list(dict.fromkeys(os.path.abspath(each) for each in arguments))  # noqa: PTH100 - patterns are no paths


def take_down(
    ledger: Ledger, roots: Iterable[str], walker: Walker = walk, *, patient: bool = False
) -> Listed:
    """Write down which files there are, and which are gone.

    Args:
        ledger: To write into.
        roots: Folders, files and patterns, as `roots_of` gives them.
        walker: Lists a folder.
        patient: What could not be opened is not tried again until it changes.
    """
    roots = list(roots)
    skipped = sum(ledger.take_down(root, expand(root, walker), patient=patient) for root in roots)
    return ledger.listed(roots, skipped)


def run(
    store: Store,
    roots: Iterable[str],
    settings: Settings,
    *,
    retry_failed: bool = False,
    tell: Callable[[Told | None, Summary], None],
    stopped: Callable[[], bool] = lambda: False,
    sandbox: Sandbox | None = None,
    lister: Lister = take_down,
) -> Summary:
    """Read what waits in the archive into the store.

    Args:
        store: Open for writing.
        roots: Folders, files and patterns, as `roots_of` gives them.
        settings: Limits, and how to read.
        retry_failed: Read again what failed before.
        tell: Called with each document as it is finished with, and with None as time goes by.
        stopped: Asked often; when it says so, what is in work is given back and the run ends.
        sandbox: Processes to use, which stay; by default new ones, which end with the run.
        lister: Writes down which files there are.

    Raises:
        OutputError: The store can't be written; what was committed stays.
    """
    ledger = Ledger(store)
    summary = Summary(suspected=ledger.suspect(edition("")))
    summary.listed = lister(ledger, roots)
    summary.renewed = sum(ledger.renew(edition(form), [form]) for form in ("", *READERS))
    if retry_failed:
        ledger.retry_failed()
    summary.total, summary.size = ledger.left()
    tell(None, summary)
    with nullcontext(sandbox) if sandbox else Sandbox(settings) as processes:
        _Loop(ledger, processes, settings, summary, tell).go(stopped)
    return summary


class _Loop:
    """What is in work, and what comes next."""

    def __init__(
        self,
        ledger: Ledger,
        sandbox: Sandbox,
        settings: Settings,
        summary: Summary,
        tell: Callable[[Told | None, Summary], None],
    ) -> None:
        self._ledger = ledger
        self._sandbox = sandbox
        self._settings = settings
        self._summary = summary
        self._tell = tell
        self._files: deque[Waiting] = deque()
        self._ready: deque[int] = deque()
        self._ahead = 0  # documents that were recognised and not begun
        self._live: dict[Future[Result], tuple[Job, float]] = {}
        self._last = time.monotonic()

    def go(self, stopped: Callable[[], bool]) -> None:
        """Work until nothing waits."""
        try:
            if self._summary.total:
                self._sandbox.warm()
            while not stopped():
                self._fill()
                if not self._live:
                    return
                self._look_ahead()
                self._collect()
        finally:
            if self._live:
                self._sandbox.stop()
                self._ledger.give_back(job for job, _ in self._live.values())

    def _fill(self) -> None:
        """Give every process a document; one that stands alone gets them all to itself."""
        while len(self._live) < self._settings.jobs:
            job = self._next()
            if job is None and not self._live:
                job = self._next_alone()
            if job is None:
                return
            self._live[self._sandbox.submit(job)] = job, time.monotonic()
            self._last = time.monotonic()
            if job.alone:
                return

    def _next(self) -> Job | None:
        if any(job.alone for job, _ in self._live.values()):
            return None
        while True:
            self._ready = self._ready or deque(self._ledger.to_read(alone=False))
            while self._ready:
                self._ahead = max(0, self._ahead - 1)
                job = self._take(self._ready.popleft(), alone=False)
                if job is not None:
                    return job
            if not self._look():
                return None

    def _next_alone(self) -> Job | None:
        while found := self._ledger.to_read(alone=True):
            self._sandbox.warm()  # time in which it is not at work shall not speak against it
            job = self._take(found[0], alone=True)
            if job is not None:
                return job
        return None

    def _take(self, document: int, *, alone: bool) -> Job | None:
        job = self._ledger.take(document, alone=alone)
        if job is None:
            self._summary.total -= 1
        return job

    def _look_ahead(self) -> None:
        """While all processes are at work, see what comes next."""
        while self._ahead < 2 * self._settings.jobs and self._look():
            if any(future.done() for future in self._live):
                return

    def _look(self) -> bool:
        """Look at the bytes of the next file; return whether there was one."""
        self._files = self._files or deque(self._ledger.to_look_at())
        if not self._files:
            return False
        waiting = self._files.popleft()
        try:
            found = fingerprint(waiting.path, max_size=self._settings.max_size)
        except InputError as error:
            error.subject = waiting.name
            self._ledger.refuse(waiting.location, error)
            self._done(Told(waiting.name, "failed", error=error))
            return True
        known = self._ledger.recognise(waiting.location, *found)
        if known:
            self._done(Told(waiting.name, "same", found.size))
        else:
            self._ahead += 1
        return True

    def _collect(self) -> None:
        """Commit what came, or notice that nothing comes any more."""
        done, _ = wait(self._live, timeout=_TICK, return_when=FIRST_COMPLETED)
        if not done:
            self._tell(None, self._summary)
            if time.monotonic() - self._last > self._settings.timeout + _STALLED:
                self._give_up_pool()
        for future in done:
            job, began = self._live.pop(future)
            self._finish(job, result_of(future, job, self._settings), time.monotonic() - began)

    def _give_up_pool(self) -> None:
        self._sandbox.stop()
        for job, began in self._live.values():
            cause = Cause("E1015", "no answer")
            self._finish(job, Result("crashed", cause=cause), time.monotonic() - began)
        self._live.clear()

    def _finish(self, job: Job, result: Result, seconds: float) -> None:
        done = self._ledger.finish(job, result, edition(result.format), seconds)
        if not done and result.status in DIED:
            return  # it comes again, alone
        error = error_of(result.cause, job.source_file) if result.cause else None
        status = "failed" if error else result.status
        self._summary.total += not done  # its document waits for another file, or is put away
        self._done(Told(job.source_file, status, job.size, seconds, error))

    def _done(self, told: Told) -> None:
        self._summary.count(told)
        self._tell(told, self._summary)
