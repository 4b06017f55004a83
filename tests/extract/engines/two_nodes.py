"""Run inside a network of its own: a Ray cluster of two local nodes, and what happens to it.

python two_nodes.py SCENARIO DOCUMENTS OUT; exits with the driver's code.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ray.cluster_utils import Cluster

LIMIT = 240


def driver(documents: str, out: str, address: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "extract", "convert", documents, "--out", out, "--no-ocr"]
    environment = os.environ | {"RAY_ADDRESS": address}
    return subprocess.Popen([*command, "--engine", "ray", "--shard", "3"], env=environment)


def wait_for_shards(out: str, count: int, working: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + LIMIT
    while len(list(Path(out, "shards").glob(f"{'[0-9a-f]' * 24}.store"))) < count:
        if working.poll() is not None or time.monotonic() > end:
            sys.exit(f"the driver ended with {working.poll()} before {count} shards were there")
        time.sleep(0.05)


def node_lost(cluster: Cluster, start: Callable[[], subprocess.Popen[bytes]], out: str) -> int:
    other = cluster.add_node(num_cpus=1)
    working = start()
    wait_for_shards(out, 2, working)
    cluster.remove_node(other, allow_graceful=False)
    return working.wait(LIMIT)


def driver_lost(cluster: Cluster, start: Callable[[], subprocess.Popen[bytes]], out: str) -> int:
    cluster.add_node(num_cpus=1)
    working = start()
    wait_for_shards(out, 2, working)
    working.kill()
    working.wait()
    return start().wait(LIMIT)


def head_lost(cluster: Cluster, start: Callable[[], subprocess.Popen[bytes]], out: str) -> int:
    cluster.add_node(num_cpus=1)
    working = start()
    wait_for_shards(out, 1, working)
    cluster.head_node.kill_gcs_server()
    return working.wait(LIMIT)


SCENARIOS = {"node": node_lost, "driver": driver_lost, "head": head_lost}


def main() -> int:
    scenario, documents, out = sys.argv[1:]
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    return SCENARIOS[scenario](cluster, lambda: driver(documents, out, cluster.address), out)


if __name__ == "__main__":
    # Without a head, Ray's own way out never ends; the namespace ends its processes.
    os._exit(main())
