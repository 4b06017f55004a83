"""Many machines: an existing engine runs shards anywhere, a driver counts them and puts them together.

    shards      files that are not read yet, cut into shards with fixed names
    driving     shards -> one store -> the files of a run
    objects     the same where inputs or results are in buckets
    ray_core    the adapter to Ray
    here        no engine: this machine alone, for what is in buckets

An engine has only to call `run_piece` of `shards` for each shard, as often as it likes: a shard
that is there is skipped. To add one: a module with `run_all(address, pieces, settings, tell)` and a
row in `ENGINES`. SIZING.md says how many machines an archive needs.
"""

from typing import Final

__all__ = ["ENGINES", "HERE"]

ENGINES: Final[dict[str, str]] = {
    "ray": "extract.engines.ray_core",
}
"""Scheme of `--engine` -> the module that runs shards."""

HERE: Final = "extract.engines.here"
"""The module that runs shards where no engine is asked for."""
