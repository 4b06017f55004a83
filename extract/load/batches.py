"""Reports in batches, for databases that take many rows at a time."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import Full, Queue
from threading import Event, Thread
from typing import Final, NamedTuple, TypeVar

from extract.load.tables import ReportRows

__all__ = ["Batch", "ahead", "batches"]

Batch = list[ReportRows]

_ROWS: Final = 20_000
_READY: Final = 2  # batches read ahead
_TICK: Final = 0.1


def batches(reports: Iterable[ReportRows], rows: int = _ROWS) -> Iterator[Batch]:
    """Yield reports in lists that have about `rows` rows, so that memory stays flat."""
    batch: Batch = []
    count = 0
    for report in reports:
        batch.append(report)
        count += sum(map(len, report.tables.values()))
        if count >= rows:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


_Item = TypeVar("_Item")


class _End(NamedTuple):
    error: BaseException | None


def ahead(found: Iterator[_Item]) -> Iterator[_Item]:
    """Yield batches that a thread reads ahead, while a server works on those before.

    What stops the reading is raised here, in its turn.
    """
    ready: Queue[_Item | _End] = Queue(_READY)
    unwanted = Event()
    thread = Thread(target=_fill, args=(found, ready, unwanted), daemon=True)
    thread.start()
    try:
        while not isinstance(batch := ready.get(), _End):
            yield batch
        if batch.error is not None:
            raise batch.error
    finally:
        unwanted.set()
        thread.join()


def _fill(found: Iterator[_Item], ready: "Queue[_Item | _End]", unwanted: Event) -> None:
    error: BaseException | None = None
    try:
        for batch in found:
            _put(batch, ready, unwanted)
            if unwanted.is_set():
                return
    except BaseException as caught:  # noqa: BLE001 - handed over to whoever takes the batches
        error = caught
    _put(_End(error), ready, unwanted)


def _put(item: _Item | _End, ready: "Queue[_Item | _End]", unwanted: Event) -> None:
    while not unwanted.is_set():
        with suppress(Full):
            ready.put(item, timeout=_TICK)
            return
