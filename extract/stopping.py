"""A request to terminate (SIGTERM) as an interrupt: what was begun is cleared away, and it is told."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

__all__ = ["Interrupted", "Terminated", "orderly"]


class Interrupted(KeyboardInterrupt):
    """Somebody pressed Ctrl-C.

    A class of its own: Python remembers a plain `KeyboardInterrupt` that leaves an `exec` (which
    data classes are made by, as a module is imported), and `python -m` then ends by the signal
    and not by our exit code, though it was caught.
    """


class Terminated(KeyboardInterrupt):
    """Somebody asked the process to terminate: like Ctrl-C, with an exit code of its own."""


@contextmanager
def orderly() -> Iterator[None]:
    """Let a request to terminate clean up, as an interrupt from the keyboard does.

    Raises:
        KeyboardInterrupt: The user asked to stop, whatever a library made of that meanwhile:
            DuckDB tells it as an error of its own.
    """
    asked: list[KeyboardInterrupt] = []

    def note(number: int, _frame: FrameType | None) -> NoReturn:
        asked.append(Terminated() if number == signal.SIGTERM else Interrupted())
        raise asked[-1]

    before = {}
    try:
        before[signal.SIGTERM] = signal.signal(signal.SIGTERM, note)
        if signal.getsignal(signal.SIGINT) == signal.default_int_handler:  # else it is ignored
            before[signal.SIGINT] = signal.signal(signal.SIGINT, note)
    except ValueError:  # not the main thread: whoever runs us there handles signals
        yield
        return
    try:
        yield
    except Exception as error:
        if asked:
            raise asked[0] from error
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
