"""Run inside a network of its own: a Ray cluster of two local nodes, and what happens to it.

python two_nodes.py SCENARIO DOCUMENTS OUT; exits with the driver's code.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from ray.cluster_utils import Cluster

from extract.cloud.address import is_address
from tests.extract.cloud.object_server import serving

LIMIT = 240
ARCHIVE, RESULTS = "s3://archive/in", "s3://results/out"
CLIENT = 10001
TRIES, UNREACHABLE = 3, 74

Driver = subprocess.Popen[bytes]

# A machine that is fast has read everything before anybody notices that the head is gone: these
# documents say themselves how long they take, and the driver is less patient.
PATIENCE = 5
WAITING = f"""
import sys
from functools import partial
from extract.__main__ import main
from extract.engines import ordering, ray_core
ordering.Settings = partial(ordering.Settings, reader="tests.extract.batch.archive_reader:read")
ray_core._PATIENCE = {PATIENCE}
sys.exit(main(sys.argv[1:]))
"""


def driver(documents: str, out: str, address: str, *program: str) -> Driver:
    command = [sys.executable, *program, "convert", documents, "--out", out, "--no-ocr"]
    environment = os.environ | {"RAY_ADDRESS": address}
    engine = address if "://" in address else "ray"
    return subprocess.Popen([*command, "--engine", engine, "--shard", "3"], env=environment)


def shards(out: str) -> int:
    """How many are there."""
    if not is_address(out):
        return len(list(Path(out, "shards").glob(f"{'[0-9a-f]' * 24}.store")))
    from extract.cloud.bucket import Bucket  # noqa: PLC0415 - needs its extra

    return sum(1 for _ in Bucket(f"{out}/shards").entries())


def wait_for_shards(out: str, count: int, working: Driver) -> None:
    end = time.monotonic() + LIMIT
    while shards(out) < count:
        if working.poll() is not None or time.monotonic() > end:
            sys.exit(f"the driver ended with {working.poll()} before {count} shards were there")
        time.sleep(0.05)


def node_lost(cluster: Cluster, start: Callable[[], Driver], out: str) -> int:
    other = cluster.add_node(num_cpus=1)
    working = start()
    wait_for_shards(out, 2, working)
    cluster.remove_node(other, allow_graceful=False)
    return working.wait(LIMIT)


def driver_lost(cluster: Cluster, start: Callable[[], Driver], out: str) -> int:
    cluster.add_node(num_cpus=1)
    working = start()
    wait_for_shards(out, 2, working)
    working.kill()
    working.wait()
    return start().wait(LIMIT)


def head_lost(cluster: Cluster, start: Callable[[], Driver], out: str) -> int:
    cluster.add_node(num_cpus=1)
    working = start()
    wait_for_shards(out, 1, working)
    cluster.head_node.kill_gcs_server()
    return working.wait(LIMIT)


def undisturbed(_cluster: Cluster, start: Callable[[], Driver], _out: str) -> int:
    # On a busy machine Ray gives up starting its own server for a client; the same command goes on.
    codes = (start().wait(LIMIT) for _ in range(TRIES))
    return next((code for code in codes if code != UNREACHABLE), UNREACHABLE)


def up(documents: Path) -> None:
    """Put the documents into the archive."""
    from extract.cloud.bucket import Bucket  # noqa: PLC0415 - needs its extra

    bucket = Bucket(ARCHIVE)
    for path in documents.rglob("*.txt"):
        bucket.put(path.relative_to(documents).as_posix(), path)


def down(out: Path) -> None:
    """Fetch the results."""
    from extract.cloud.bucket import Bucket  # noqa: PLC0415 - needs its extra

    out.mkdir()
    bucket = Bucket(RESULTS)
    for entry in list(bucket.entries()):
        if not entry.key.startswith("shards/"):
            bucket.fetch(entry.key, out / entry.key, 1 << 30)


SCENARIOS = {
    "node": node_lost,
    "driver": driver_lost,
    "head": head_lost,
    "objects": node_lost,
    "client": undisturbed,
}


def main() -> int:
    scenario, documents, out = sys.argv[1:]
    in_objects = scenario == "objects"
    with serving("archive", "results") if in_objects else nullcontext({}) as environment:
        os.environ.update(environment)
        if in_objects:
            up(Path(documents))
        places = (ARCHIVE, RESULTS) if in_objects else (documents, out)
        client = scenario == "client"
        head = {"num_cpus": 1} | ({"ray_client_server_port": CLIENT} if client else {})
        cluster = Cluster(initialize_head=True, head_node_args=head)
        address = f"ray://127.0.0.1:{CLIENT}" if client else cluster.address
        program = ("-c", WAITING) if scenario == "head" else ("-m", "extract")
        start = partial(driver, *places, address, *program)
        code = SCENARIOS[scenario](cluster, start, places[1])
        if in_objects:
            down(Path(out))
    return code


if __name__ == "__main__":
    # Without a head, Ray's own way out never ends; the namespace ends its processes.
    os._exit(main())
