"""A Ray cluster of two local nodes in a network of its own: nothing is lost, nothing is twice."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.engines.shards import FOLDER
from tests.extract.batch.archive_runs import fill
from tests.extract.cloud.object_server import absent

ROOT = Path(__file__).parents[3]
DOCUMENTS = 24

# Processes of its own, too: whatever Ray leaves ends with the first of them.
OWN = ("unshare", "-rn", "--pid", "--fork", "--kill-child", "--mount-proc")
INSIDE = 'ip link set lo up && exec "$@"'


def own_network() -> bool:
    if not all(map(shutil.which, ("unshare", "ip"))):
        return False
    command = [*OWN, "sh", "-c", INSIDE, "sh", "true"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("ray") is None, reason="the extra `ray` is not installed"),
    pytest.mark.skipif(not own_network(), reason="no network of its own can be made here"),
]


CLIENT = pytest.param(
    "client",
    marks=pytest.mark.skipif(find_spec("grpc") is None, reason="`ray[client]` is not installed"),
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    text = (ROOT / "samples" / "haneul-gu-2024-plan.txt").read_text(encoding="utf-8")
    folder = tmp_path / "archive"
    for at in range(DOCUMENTS):
        path = folder / f"{at % 5}" / f"보고서{at // 5}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n제{at}호\n", encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def in_cluster(scenario: str, archive: Path, out: Path, home: Path) -> subprocess.CompletedProcess:
    environment = os.environ | {
        "HOME": str(home),  # Ray leaves a token there
        "PYTHONPATH": str(ROOT),
        "RAY_AUTH_MODE": "disabled",
        "RAY_USAGE_STATS_ENABLED": "0",
    }
    script = Path(__file__).with_name("two_nodes.py")
    command = [sys.executable, str(script), scenario, str(archive), str(out)]
    return subprocess.run(
        [*OWN, "sh", "-c", INSIDE, "sh", *command],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
    )


@pytest.mark.parametrize("scenario", ["node", "driver", CLIENT])
def test_all_documents_and_none_twice(scenario: str, archive: Path, tmp_path: Path) -> None:
    out, plain = tmp_path / "out", tmp_path / "plain"
    result = in_cluster(scenario, archive, out, tmp_path)
    assert result.returncode == 0, result.stderr[-2000:]
    assert main(["convert", str(archive), "--out", str(plain), "-q"]) == 0
    assert files(out) == files(plain)
    assert len(list(out.glob("*.json"))) == DOCUMENTS + 1
    assert {each.name for each in (out / FOLDER).iterdir()} == {
        "archive.store",
        "archive.store.lock",
    }


@pytest.mark.skipif(bool(absent()), reason=absent() or "all is there")
def test_the_same_from_and_to_buckets(archive: Path, tmp_path: Path) -> None:
    out, plain = tmp_path / "out", tmp_path / "plain"
    result = in_cluster("objects", archive, out, tmp_path)
    assert result.returncode == 0, result.stderr[-2000:]
    assert main(["convert", str(archive), "--out", str(plain), "-q"]) == 0
    assert files(out) == files(plain)


def test_a_dead_head_is_noticed(tmp_path: Path) -> None:
    # Behind the first shard two processors have half a minute to work.
    archive = fill(tmp_path / "archive", DOCUMENTS, wait=3000)
    result = in_cluster("head", archive, tmp_path / "out", tmp_path)
    assert result.returncode == 74, result.stderr[-2000:]
    assert "E2001" in result.stderr
    assert "the head of the cluster is gone" in result.stderr
