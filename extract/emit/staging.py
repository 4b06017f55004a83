"""Writing a folder of results so that a reader sees all of a run or none of it.

Everything is written into a hidden folder inside the target and moved into place at the end, each
file by one atomic rename. Until then an earlier run's files stand untouched, and whatever goes
wrong, nothing half-written is left. The target folder itself is locked meanwhile, so two runs never
mix.
"""

import contextlib
import errno
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from extract.errors import BusyError, OutputError
from extract.holder import read_holder, this_process

if sys.platform != "win32":
    import fcntl

__all__ = ["StagedFile", "Staging", "holder_of"]

_PREFIX: Final = ".bogoseo-"
_HOLDER: Final = ".holder"
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class StagedFile:
    """A file of the run that is not visible yet."""

    def __init__(self, staging: "Staging", name: str, handle: BinaryIO) -> None:
        self._staging = staging
        self._name = name
        self._handle = handle

    def write(self, data: bytes) -> None:
        """Append `data`.

        Raises:
            OutputError: The disk is full, or can't be written.
        """
        self._staging.written += len(data)
        with self._staging.watched():
            self._handle.write(data)

    def finish(self) -> None:
        """Bring the file to the disk and close it."""
        with self._staging.watched():
            self._handle.flush()
            os.fsync(self._handle.fileno())
            self._handle.close()
        self._staging.finished(self._name)

    def discard(self) -> None:
        """Close the file and leave it out of the results; it goes with the staging folder."""
        with self._staging.watched():
            self._handle.close()
        self._staging.dropped(self._name)

    def abandon(self) -> None:
        """Close the file, whatever became of it."""
        with contextlib.suppress(OSError):
            self._handle.close()


class Staging:
    """Context in which a run writes; `commit` makes its files visible.

    Args:
        folder: The target; made when it does not exist.

    Raises:
        OutputError: The folder can't be made or written.
        BusyError: Another run is writing there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Path] = []
        self._lock = -1
        self._hidden = folder
        self._open: dict[str, StagedFile] = {}
        self._finished: list[str] = []
        self._retired: list[re.Pattern[str]] = []
        self.written = 0

    def __enter__(self) -> Self:
        with self.watched():
            self._make_folder()
        try:
            with self.watched():
                self._take_lock()
                self._sweep()
                self._hidden = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._folder))
            # A courtesy: a disk without room is told in its turn.
            with contextlib.suppress(OSError):
                (self._hidden / _HOLDER).write_bytes(this_process())
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for file in self._open.values():
            file.abandon()
        shutil.rmtree(self._hidden, ignore_errors=True)
        self._leave()

    def exists(self, name: str) -> bool:
        """Whether an earlier run left a file of this name."""
        return (self._folder / name).exists()

    def open(self, name: str) -> StagedFile:
        """Begin the file `name`."""
        with self.watched():
            # Closed by finish or abandon: it lives as long as the run.
            handle = (self._hidden / name).open("xb", buffering=1 << 18)
        self._open[name] = file = StagedFile(self, name, handle)
        return file

    def finished(self, name: str) -> None:
        """Note that the file `name` is complete: `commit` will move it."""
        del self._open[name]
        self._finished.append(name)

    def dropped(self, name: str) -> None:
        """Note that the file `name` is no result."""
        del self._open[name]

    @property
    def folder(self) -> Path:
        """The target folder."""
        return self._folder

    def path(self, name: str) -> Path:
        """Return where the file `name` is until `commit`."""
        return self._hidden / name

    def scratch(self, name: str) -> Path:
        """Return a path for work, in a folder that goes with the staging folder."""
        folder = self._hidden / "scratch"
        with self.watched():
            folder.mkdir(exist_ok=True)
        return folder / name

    def adopt(self, name: str, made: Path) -> None:
        """Take the file `made`, which another program has written, as the result `name`."""
        with self.watched():
            _sync(made)
            made.replace(self._hidden / name)
        if name not in self._finished:
            self._finished.append(name)

    def put_last(self, names: Sequence[str]) -> None:
        """Let these files become visible behind all that are finished by now."""
        self._finished = [name for name in self._finished if name not in names] + list(names)

    def retire(self, pattern: re.Pattern[str]) -> None:
        """Let `commit` remove files of the target whose whole name fits and that are not results."""
        self._retired.append(pattern)

    def write(self, name: str, data: bytes) -> None:
        """Write the file `name` as a whole."""
        file = self.open(name)
        file.write(data)
        file.finish()

    def commit(self) -> None:
        """Move every finished file to its place, in the order in which they were finished."""
        with self.watched():
            for name in self._finished:
                if (self._folder / name).is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
            with _uninterrupted():
                for name in self._finished:
                    (self._hidden / name).replace(self._folder / name)
                self._remove_retired()
            self._made.clear()
            with contextlib.suppress(OSError):  # not every system lets folders be synced
                _sync(self._folder)

    def _remove_retired(self) -> None:
        if not self._retired:
            return
        results = set(self._finished)
        for path in self._folder.iterdir():
            name = path.name
            if name not in results and any(each.fullmatch(name) for each in self._retired):
                path.unlink()

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Tell errors of the operating system as ours, with the room that was needed."""
        try:
            yield
        except OSError as error:
            detail = error.strerror or type(error).__name__
            if error.errno in _FULL:
                detail += f"; {self._room()}"
            raise OutputError(str(self._folder), detail) from error

    def _room(self) -> str:
        needed = f"≥ {self.written:,} bytes needed"
        with contextlib.suppress(OSError):
            return f"{needed}, {shutil.disk_usage(self._folder).free:,} free"
        return needed

    def _make_folder(self) -> None:
        missing = [each for each in (self._folder, *self._folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            self._made.append(each)

    def _take_lock(self) -> None:
        self._lock = os.open(self._folder, os.O_RDONLY)
        if sys.platform == "win32":  # no advisory locks: runs there are not guarded
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(self._folder), holder_of(self._folder)) from error

    def _sweep(self) -> None:
        """Remove what a killed run left; nobody else can own it while we hold the lock."""
        for each in self._folder.glob(f"{_PREFIX}*"):
            shutil.rmtree(each, ignore_errors=True)

    def _leave(self) -> None:
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
        # Folders that we made and did not fill; one that holds anything stays.
        with contextlib.suppress(OSError):
            for each in reversed(self._made):
                each.rmdir()


def holder_of(folder: Path) -> str:
    """Return who writes into the folder, for people; empty where that is not known."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_PREFIX}*/{_HOLDER}"):
            return read_holder(path.read_bytes())
    return ""


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back interrupts for the moment of the renames."""
    if sys.platform == "win32":  # signals can't be held back there
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
