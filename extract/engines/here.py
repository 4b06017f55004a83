"""This machine alone runs the shards, one after the other."""

from collections.abc import Callable, Iterable

from extract.batch.settings import Settings
from extract.batch.shard import Shard
from extract.engines.shards import Piece, run_piece

__all__ = ["run_all"]


def run_all(
    _address: str, pieces: Iterable[Piece], settings: Settings, tell: Callable[[Shard], None]
) -> None:
    """Run every shard, each with as many processes as the settings say."""
    for piece in pieces:
        tell(run_piece(piece, settings))
