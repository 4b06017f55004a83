"""Ray Core runs the shards (extra `ray`).

Its tasks survive the loss of a machine: Ray starts them again elsewhere. What Ray's driver never
notices is the loss of the head: it waits for ever, inside Ray and past any timeout, and the same
while it connects and while it disconnects. So a thread looks for the head from the beginning to the
end, and ends the process when it is gone; all that was done stays on the disk.
"""

import logging
import os
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from threading import Event, Thread
from typing import Any, Final

from extract.batch.settings import Settings
from extract.batch.shard import Shard
from extract.engines.shards import Piece, run_piece
from extract.errors import OutputError, UsageError
from extract.messages import current

__all__ = ["run_all"]

_TICK: Final = 2.0
_PATIENCE: Final = 30.0  # seconds that the head may be out of reach
_CONNECTING: Final = 120.0  # seconds until it must have answered at all
_TRIES: Final = 5  # a shard whose lost machine still holds it is tried again
_AHEAD: Final = 2  # shards waiting for each processor, so that none is idle


def run_all(
    address: str, pieces: Iterable[Piece], settings: Settings, tell: Callable[[Shard], None]
) -> None:
    """Run every shard in a cluster, and return when each is there or was given up.

    Args:
        address: `ray` for the cluster of `RAY_ADDRESS` or else one on this machine alone, or
            `ray://host:port` for a cluster elsewhere.
        pieces: The shards.
        settings: Limits, and how to read; a task reads one document at a time.
        tell: Called with each shard that was done, skipped or given up.

    Raises:
        UsageError: The address needs Ray's client, which is not installed.
        OutputError: The cluster can't be reached. When its head is lost meanwhile, the process
            ends with the exit code of that error.
    """
    over = Event()
    head = _Head(address)
    Thread(target=_watch, args=(head, over, current()), daemon=True).start()
    try:
        ray = _connected(address)
        try:
            # Of a cluster elsewhere nothing else may be in reach than the address that was given.
            place = address.partition("://")[2] or str(ray.get_runtime_context().gcs_address)
            head.found(place)
            task = ray.remote(num_cpus=1, max_retries=3)(run_piece)
            _drive(ray, task, iter(pieces), settings, tell)
        finally:
            ray.shutdown()
    finally:
        over.set()


def _connected(address: str) -> Any:
    """Return Ray, connected. It ships its own types, which say `Any` where it matters here."""
    if "://" in address and find_spec("grpc") is None:
        raise UsageError(address, "grpcio: pip install 'bogoseo[ray]'")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    alone = address == "ray" and "RAY_ADDRESS" not in os.environ
    if alone:  # nobody else shall reach it
        os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
        os.environ.setdefault("RAY_AUTH_MODE", "disabled")
    import ray  # noqa: PLC0415 - an extra, and slow

    try:
        ray.init(
            address="local" if alone else None if address == "ray" else address,
            include_dashboard=False if alone else None,
            log_to_driver=False,
            logging_level=logging.ERROR,
        )
    except Exception as error:
        raise _unreachable(address, str(error).strip().partition("\n")[0]) from error
    return ray


def _unreachable(address: str, detail: str) -> OutputError:
    error = OutputError(address, detail)
    error.hint_korean = "클러스터의 주소와 상태를 확인하고 같은 명령으로 이어서 하세요"
    error.hint_english = "check the cluster's address and state; the same command goes on"
    return error


class _Head:
    """The cluster's head, as far as a connection tells.

    Args:
        address: What the user calls it; where it is, Ray says when it is connected.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._place: tuple[str, int] | None = None
        self._seen = time.monotonic()

    def found(self, place: str) -> None:
        """Note where it is, as `host:port`."""
        host, _, port = place.rpartition(":")
        self._address, self._place = place, (host.strip("[]"), int(port))
        self._seen = time.monotonic()

    def check(self) -> None:
        """Raise when the head has been out of reach for too long."""
        silent = time.monotonic() - self._seen
        if self._place is None:
            if silent > _CONNECTING:
                raise _unreachable(self._address, "the head of the cluster does not answer")
            return
        try:
            socket.create_connection(self._place, timeout=_TICK).close()
        except OSError as error:
            if silent > _PATIENCE:
                raise _unreachable(self._address, "the head of the cluster is gone") from error
        else:
            self._seen = time.monotonic()


def _watch(head: _Head, over: Event, language: str) -> None:
    while not over.wait(_TICK):
        try:
            head.check()
        except OutputError as error:
            sys.stderr.write(f"bogoseo: {error.message(language)}\n")
            sys.stderr.flush()
            os._exit(error.exit_code)


def _drive(
    ray: Any,
    task: Any,
    pieces: Iterator[Piece],
    settings: Settings,
    tell: Callable[[Shard], None],
) -> None:
    window = _AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
    running: dict[Any, tuple[Piece, int]] = {}
    again: list[tuple[Piece, int]] = []
    while True:
        while len(running) < window and (todo := _next(again, pieces)):
            piece, tries = todo
            running[task.remote(piece, settings)] = piece, tries
        if not running:
            return
        done, _ = ray.wait(list(running), num_returns=1, timeout=_TICK)
        for reference in done:
            piece, tries = running.pop(reference)
            shard = _answer(ray, reference, piece)
            if shard.error and tries < _TRIES:
                again.append((piece, tries + 1))
                time.sleep(_TICK)
            else:
                tell(shard)


def _next(again: list[tuple[Piece, int]], pieces: Iterator[Piece]) -> tuple[Piece, int] | None:
    piece = next(pieces, None)
    if piece is not None:
        return piece, 1
    return again.pop() if again else None


def _answer(ray: Any, reference: Any, piece: Piece) -> Shard:
    """Return what became of a shard, whatever became of its machine."""
    try:
        shard: Shard = ray.get(reference, timeout=_TICK * 10)
    except ray.exceptions.RayError as error:
        return Shard(piece.output, error=f"{type(error).__name__}: {error}".partition("\n")[0])
    return shard
