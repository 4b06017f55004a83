"""An archive through an engine: shards, one store, the files of a run.

The driver can be killed and started again: shards that are there are skipped, and what was merged
is known. Its lock on the store keeps a second driver out.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

from extract.batch.export import export
from extract.batch.running import run
from extract.batch.settings import Settings
from extract.batch.shard import Shard, merge
from extract.batch.store import Store
from extract.cloud.address import is_address
from extract.emit.options import EmitOptions
from extract.engines import ENGINES, HERE
from extract.engines.shards import DOCUMENTS, FOLDER, Driven, Piece, RunAll, cut, driven_to
from extract.errors import OutputError, UsageError

__all__ = ["drive"]


def drive(
    engine: str,
    inputs: Iterable[str],
    out: Path | str,
    formats: tuple[str, ...],
    options: EmitOptions,
    settings: Settings,
    tell: Callable[[Shard], None],
    documents: int = DOCUMENTS,
) -> Driven:
    """Convert an archive on the machines of an engine into the files of `out`.

    Args:
        engine: `ray`, or `ray://host:port`; empty for this machine alone, in processes.
        inputs: Folders, files and patterns that every machine sees under the same names, and
            addresses of objects.
        out: The folder for the results, which every machine sees, too; or its address.
        formats: Output formats.
        options: See `EmitOptions`.
        settings: Limits, and how to read.
        tell: Called with each shard as it is done.
        documents: Files of a shard.

    Raises:
        UsageError: There is no such engine, or it is not installed.
        InputError: A bucket can't be read.
        OutputError: Shards are missing, or results can't be written; what was done is kept.
        BusyError: Another driver is at work on `out`.
    """
    run_all = _engine(engine)
    single = replace(settings, jobs=1) if engine else settings
    roots = list(dict.fromkeys(map(_root, inputs)))
    if isinstance(out, str) or any(map(is_address, roots)):
        # Loaded here: it needs the extra.
        drive_objects = import_module("extract.engines.objects").drive_objects
        found: Driven = drive_objects(
            run_all, roots, out, formats, options, single, tell, documents
        )
        return found
    return _drive_files(run_all, roots, out.absolute(), formats, options, single, tell, documents)


def _drive_files(
    run_all: RunAll,
    roots: list[str],
    out: Path,
    formats: tuple[str, ...],
    options: EmitOptions,
    settings: Settings,
    tell: Callable[[Shard], None],
    documents: int,
) -> Driven:
    folder = out / FOLDER
    with Store(folder / "archive.store", write=True) as store:
        outputs: list[Path] = []
        run_all(_noted(cut(store.database, roots, folder, documents), outputs), settings, tell)
        left = sum(not each.exists() for each in outputs)
        if left:
            raise OutputError(str(folder), f"{left} of {len(outputs)} shards are missing")
        merge(store, outputs)
        # What is left are files that changed meanwhile; and files get their places in the archive.
        run(store, roots, settings, tell=_nothing)
        driven = driven_to(store)
        export(store, out, formats, options)
        for each in outputs:
            each.unlink()
    return driven


def _root(argument: str) -> str:
    return argument if is_address(argument) else os.path.abspath(argument)  # noqa: PTH100 - patterns are no paths


def _engine(engine: str) -> RunAll:
    scheme = engine.partition("://")[0]
    if scheme and scheme not in ENGINES:
        raise UsageError(engine, ", ".join(ENGINES))
    if scheme and (import_error := _absent(scheme)):
        raise UsageError(engine, f"{import_error}: pip install 'bogoseo[{scheme}]'")
    module = import_module(ENGINES[scheme] if scheme else HERE)
    return partial(module.run_all, engine)


def _absent(scheme: str) -> str:
    try:
        import_module(scheme)
    except ModuleNotFoundError as error:
        return str(error)
    return ""


def _noted(pieces: Iterable[Piece], outputs: list[Path]) -> Iterator[Piece]:
    """Yield shards, and keep their names to count them by."""
    for piece in pieces:
        outputs.append(Path(piece.output))
        yield piece


def _nothing(_told: object, _summary: object) -> None:
    """Tell nobody: the shards were told."""
