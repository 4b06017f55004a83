"""A request to terminate (SIGTERM) as an interrupt: what was begun is cleared away, and it is told."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

__all__ = ["Terminated", "orderly"]


class Terminated(KeyboardInterrupt):
    """Somebody asked the process to terminate: like Ctrl-C, with an exit code of its own."""


@contextmanager
def orderly() -> Iterator[None]:
    """Let a request to terminate clean up, as an interrupt from the keyboard does."""
    try:
        before = signal.signal(signal.SIGTERM, _terminate)
    except ValueError:  # not the main thread: whoever runs us there handles signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated
