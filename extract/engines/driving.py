"""An archive through an engine: shards, one store, the files of a run.

The driver can be killed and started again: shards that are there are skipped, and what was merged
is known. Its lock on the store keeps a second driver out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

from extract.batch.export import export
from extract.batch.running import roots_of, run
from extract.batch.settings import Settings
from extract.batch.shard import Shard, merge
from extract.batch.standing import standing
from extract.batch.store import Store
from extract.emit.options import EmitOptions
from extract.engines import ENGINES
from extract.engines.shards import DOCUMENTS, Piece, cut
from extract.errors import OutputError, UsageError

__all__ = ["FOLDER", "drive"]

FOLDER: Final = "shards"
"""Folder inside the results where the shards and their store are."""


def drive(
    engine: str,
    inputs: Iterable[str],
    out: Path,
    formats: tuple[str, ...],
    options: EmitOptions,
    settings: Settings,
    tell: Callable[[Shard], None],
    documents: int = DOCUMENTS,
) -> dict[str, int]:
    """Convert an archive on the machines of an engine into the files of `out`.

    Args:
        engine: `ray`, or `ray://host:port`.
        inputs: Folders, files and patterns that every machine sees under the same names.
        out: The folder for the results, which every machine sees, too.
        formats: Output formats.
        options: See `EmitOptions`.
        settings: Limits, and how to read.
        tell: Called with each shard as it is done.
        documents: Files of a shard.

    Returns:
        Counts by name, as `standing` gives them.

    Raises:
        UsageError: There is no such engine, or it is not installed.
        OutputError: Shards are missing, or results can't be written; what was done is kept.
        BusyError: Another driver is at work on `out`.
    """
    run_all = _engine(engine)
    folder = out.absolute() / FOLDER
    roots = roots_of(inputs)
    single = replace(settings, jobs=1)
    with Store(folder / "archive.store", write=True) as store:
        outputs: list[Path] = []
        run_all(
            engine, _noted(cut(store.database, roots, folder, documents), outputs), single, tell
        )
        left = sum(not each.exists() for each in outputs)
        if left:
            raise OutputError(str(folder), f"{left} of {len(outputs)} shards are missing")
        merge(store, outputs)
        # What is left are files that changed meanwhile; and files get their places in the archive.
        run(store, roots, settings, tell=_nothing)
        counts = standing(store)
        export(store, out, formats, options)
        for each in outputs:
            each.unlink()
    return counts


def _engine(engine: str) -> Callable[..., None]:
    scheme = engine.partition("://")[0]
    if scheme not in ENGINES:
        raise UsageError(engine, ", ".join(ENGINES))
    if import_error := _absent(scheme):
        raise UsageError(engine, f"{import_error}: pip install 'bogoseo[{scheme}]'")
    run_all: Callable[..., None] = import_module(ENGINES[scheme]).run_all
    return run_all


def _absent(scheme: str) -> str:
    try:
        import_module(scheme)
    except ModuleNotFoundError as error:
        return str(error)
    return ""


def _noted(pieces: Iterable[Piece], outputs: list[Path]) -> Iterator[Piece]:
    """Yield shards, and keep their names to count them by."""
    for piece in pieces:
        outputs.append(piece.output)
        yield piece


def _nothing(_told: object, _summary: object) -> None:
    """Tell nobody: the shards were told."""
