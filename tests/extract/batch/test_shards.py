"""A shard: inputs to one file under a fixed name, whatever happens, and many of them to one store."""

import os
from pathlib import Path

import pytest

from extract.batch.shard import merge, run_shard
from extract.batch.store import Store
from tests.extract.batch.archive_runs import exported, fill, read_archive, settings


@pytest.mark.slow
def test_shards_together_hold_what_one_run_holds(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 12, faults=("segfault", "exception"))
    files = [*sorted(folder.iterdir()), folder / "nowhere.txt"]
    read_archive(tmp_path / "whole.db", *files)
    shards = [
        run_shard(files[at::3], tmp_path / "shards" / f"{at}.db", settings()) for at in range(3)
    ]
    assert sum(shard.worked for shard in shards) == 10
    assert sum(shard.failed for shard in shards) == 3
    with Store(tmp_path / "merged.db", write=True) as store:
        assert merge(store, [shard.output for shard in shards]) == 12
        assert merge(store, [shard.output for shard in shards]) == 0
    merged = exported(tmp_path / "merged.db", tmp_path / "1")
    assert merged == exported(tmp_path / "whole.db", tmp_path / "2")
    assert {path.name for path in (tmp_path / "shards").iterdir()} == {"0.db", "1.db", "2.db"}


def test_a_shard_that_is_there_is_not_done_again(tmp_path: Path) -> None:
    folder = fill(tmp_path / "in", 1)
    output = tmp_path / "0.db"
    assert run_shard(folder.iterdir(), output, settings()).worked == 1
    before = output.read_bytes()
    again = run_shard(folder.iterdir(), output, settings())
    assert (again.skipped, again.worked, output.read_bytes()) == (True, 0, before)


def test_a_shard_that_cannot_be_written_tells_it_and_raises_nothing(tmp_path: Path) -> None:
    done = run_shard([], Path("/proc/0.db"), settings())
    assert "E2001" in done.error
    with Store(tmp_path / ".0.db.part", write=True):
        busy = run_shard([], tmp_path / "0.db", settings())
    assert f"pid {os.getpid()}" in busy.error
    assert not (tmp_path / "0.db").exists()
