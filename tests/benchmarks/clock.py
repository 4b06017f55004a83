"""CPU seconds: what other programs on the machine do changes them least."""

import gc
import time
from collections.abc import Callable

__all__ = ["best_in_turn", "seconds"]


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one run. The garbage of earlier work is cleared away first; the collector stays on."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def best_in_turn(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The best of some rounds for each; they take turns, so that load from outside hits all alike."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            best[name] = min(best[name], seconds(work))
    return best
