"""A reader behind a pipe: a line of items comes in, their answers and the CPU seconds go out.

It runs in the peers' own environment, so it imports nothing but the standard library and the peer.
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Mapping

__all__ = ["serve"]

Item = dict[str, object]
Make = Callable[[], Callable[[Item], object]]


def serve(readers: Mapping[str, Make], before: Callable[[], None] = lambda: None) -> None:
    """Make the reader that the command line names and answer each line of the input.

    Args:
        readers: Name -> what imports the peer and returns its reader.
        before: Runs before each line, outside the time.
    """
    read = readers[sys.argv[1]]()
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        items = json.loads(line)
        before()
        gc.collect()
        start = time.process_time()
        try:
            answers = [read(item) for item in items]
        except Exception as error:  # noqa: BLE001 - whatever a peer raises, it could not read this
            print(json.dumps(repr(error)), flush=True)
            continue
        passed = time.process_time() - start
        print(json.dumps({"seconds": passed, "answers": answers}), flush=True)
