"""Processes that may die: each reads one document at a time, under limits of time and memory.

They are started anew (spawn), stay warm between documents, and end with the process that started
them, however that ends. The pool is pebble's: it kills what takes too long, also where nothing
inside the process would notice, and says of which document a dead process was.
"""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Final, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from extract.batch.reading import Job, Result, ResultStatus, failure, read_job, reader
from extract.batch.settings import Settings
from extract.errors import CrashedError, OutputError, TimeLimitError, UnexpectedError

if sys.platform != "win32":
    import resource

__all__ = ["Sandbox", "result_of"]

_Answer = TypeVar("_Answer")

_DOCUMENTS: Final = 500  # then a process is replaced, so that what libraries leak can't pile up
_PATIENCE: Final = 120  # seconds that starting a process may take on a busy machine
_STARTS: Final = 5  # pools that may break one after the other until something else must be wrong
_FROM_OUTSIDE: Final = frozenset({-9, -15})  # nothing that a document does ends like that
_PR_SET_PDEATHSIG: Final = 1


class Sandbox:
    """A context with warm processes to read documents in.

    Args:
        settings: Limits.
        work: What a process does with a document; importable, and without an exception of its own.
    """

    def __init__(
        self, settings: Settings, work: Callable[[Job, Settings], Result] = read_job
    ) -> None:
        self._settings = settings
        self._work = work
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def warm(self) -> None:
        """Wait until a process is ready, so that what is begun is at work at once.

        Raises:
            OutputError: No process can be started under the limits.
        """
        try:
            for left in reversed(range(_STARTS)):
                try:
                    self._schedule(_ready).result(timeout=_PATIENCE)
                except BrokenProcessPool:
                    if not left:
                        raise
                else:
                    return
        except Exception as error:
            raise OutputError("bogoseo", f"{type(error).__name__}: {error}") from error

    def submit(self, job: Job) -> "Future[Result]":
        """Begin to read a document."""
        return self._schedule(self._work, job, self._settings, timeout=self._settings.timeout)

    def _schedule(
        self, work: Callable[..., _Answer], *arguments: object, timeout: float | None = None
    ) -> "Future[_Answer]":
        try:
            return self._started().schedule(work, arguments, timeout=timeout)
        except RuntimeError:  # it broke after we had looked
            return self._started().schedule(work, arguments, timeout=timeout)

    def _started(self) -> ProcessPool:
        if self._pool is not None and not self._pool.active:
            self.stop()  # broken: a process died with nothing in work
        if self._pool is None:
            self._pool = ProcessPool(
                self._settings.jobs,
                max_tasks=_DOCUMENTS,
                initializer=_prepare,
                initargs=(os.getpid(), self._settings),
                context=get_context("spawn"),
            )
        return self._pool

    def stop(self) -> None:
        """Kill the processes; the next document starts new ones."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]  # pebble says no types here
            self._pool.join()
            self._pool = None


def _ready() -> None:
    """Nothing to do: that it was done tells that a process is there."""


def result_of(future: "Future[Result]", job: Job, settings: Settings) -> Result:
    """Return what became of the document, whatever became of its process."""
    try:
        return future.result(timeout=0)
    except ProcessExpired as error:
        how = _how(error.exitcode)
        status: ResultStatus = "lost" if error.exitcode in _FROM_OUTSIDE else "crashed"
        return failure(CrashedError(job.source_file, how))._replace(status=status)
    except TimeoutError:
        return failure(TimeLimitError(job.source_file, f"{settings.timeout:g} s"))
    except BrokenProcessPool:
        # A process died before it could say what it was reading; it may have been another one's.
        return failure(CrashedError(job.source_file, "no answer"))._replace(status="lost")
    except Exception as error:  # noqa: BLE001 - what pebble could not bring over
        detail = f"{type(error).__name__}: {error}"[:500]
        return failure(UnexpectedError(job.source_file, detail))._replace(status="crashed")


def _how(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        try:
            return signal.Signals(-exitcode).name
        except ValueError:
            return f"signal {-exitcode}"
    return f"exit {exitcode}"


def _prepare(parent: int, settings: Settings) -> None:
    """Set a new process up: its end, its limits, its imports."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked to be told
            os._exit(1)
    elif sys.platform != "win32":
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (settings.memory, settings.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    reader(settings.reader)  # the first document shall not pay for the imports


def _end_with(parent: int) -> None:
    """End when the parent has: for systems that don't tell."""
    pause = threading.Event()
    while os.getppid() == parent:
        pause.wait(1)
    os._exit(1)
