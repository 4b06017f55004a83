"""Taking a file in: what can be refused by looking is refused before a byte is read."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from io import BufferedReader
from pathlib import Path
from typing import Final, NamedTuple

from extract.errors import (
    EmptyFileError,
    NotAFileError,
    NotFoundError,
    TooLargeError,
    UnreadableError,
)

__all__ = ["MAX_SIZE", "Fingerprint", "fingerprint", "printable", "read_file", "report_id"]

MAX_SIZE: Final = 512 * 1024 * 1024
"""Bytes that a file may have unless the user allows more."""


class Fingerprint(NamedTuple):
    """What identifies a file.

    Attributes:
        sha256: Of its bytes, 64 hex digits.
        size: In bytes.
        mtime_ns: When it was changed last, in nanoseconds since 1970.
    """

    sha256: str
    size: int
    mtime_ns: int


def read_file(path: Path, *, max_size: int = MAX_SIZE) -> bytes:
    """Return the bytes of a regular file.

    Args:
        path: The file; a symbolic link is followed.
        max_size: Bytes it may have.

    Raises:
        NotFoundError: There is no such file, or the link leads nowhere.
        NotAFileError: A folder, pipe, socket or device; none of them is opened.
        TooLargeError: Larger than `max_size`, by its size on the disk.
        EmptyFileError: No bytes at all.
        UnreadableError: The system refuses, or the file changed meanwhile.
    """
    with _opened(path, max_size) as (file, before):
        data = file.read(before.st_size + 1)  # room is taken for as many bytes
        _check_same(path, file, before, len(data))
    return data


def fingerprint(path: Path, *, max_size: int = MAX_SIZE) -> Fingerprint:
    """Return what identifies a file, in little memory whatever its size.

    Raises:
        InputError: As `read_file`.
    """
    with _opened(path, max_size) as (file, before):
        digest = file_digest(file, "sha256").hexdigest()
        _check_same(path, file, before, file.tell())
    return Fingerprint(digest, before.st_size, before.st_mtime_ns)


@contextmanager
def _opened(path: Path, max_size: int) -> Iterator[tuple[BufferedReader, os.stat_result]]:
    name = printable(path)
    try:
        _check(path.stat(), name, max_size)
        # Without O_NONBLOCK a pipe that took the file's place just now would block us for ever.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(handle, "rb") as file:
            before = os.fstat(handle)
            _check(before, name, max_size)
            yield file, before
    except FileNotFoundError as error:
        raise NotFoundError(name) from error
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        detail = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(name, detail) from error


def _check_same(path: Path, file: BufferedReader, before: os.stat_result, read: int) -> None:
    after = os.fstat(file.fileno())
    if read != before.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise UnreadableError(printable(path), "changed while it was read")


def report_id(data: bytes) -> str:
    """Return the first 16 hex digits of the SHA-256 of a file's bytes.

    >>> report_id(b"")
    'e3b0c44298fc1c14'
    """
    return sha256(data).hexdigest()[:16]


def printable(path: Path | str) -> str:
    """Return a path as UTF-8 can say it: a byte of its name that is no UTF-8 becomes U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _check(status: os.stat_result, name: str, max_size: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(name)
    if status.st_size > max_size:
        raise TooLargeError(name, f"{status.st_size:,} > {max_size:,} bytes")
    if not status.st_size:
        raise EmptyFileError(name)
