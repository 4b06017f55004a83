"""Results into a database: one module a kind of database, loaded when needed.

    summary = load(parse("sqlite:///results.db"), read(Path("out")))

A load is all or nothing. It replaces the rows of a report as a whole, and leaves a report alone
whose rows are there already. What a store brought before and has no longer, it takes away: the
report of a file that changed since (see `origins`). To add a database: a module with `load(address, reports, origin) -> Summary`
and a row in `LOADERS`.
"""

import errno
import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

from extract.errors import LoadError, UsageError
from extract.load.address import Address
from extract.load.results import read_results
from extract.load.stored import origin_of, read_store
from extract.load.summary import Summary
from extract.load.tables import ReportRows

__all__ = ["LOADERS", "load", "origin", "read"]

LOADERS: Final[dict[str, str]] = {
    "sqlite": "extract.load.sqlite",
    "duckdb": "extract.load.duckdb",
    "postgresql": "extract.load.postgres",
    "postgres": "extract.load.postgres",
}
"""Scheme of the address -> the module that loads."""


def load(address: Address, reports: Iterable[ReportRows], origin: str = "") -> Summary:
    """Load reports into the database at `address`.

    Args:
        address: The database.
        reports: All that the source holds.
        origin: The source, as `origin` names it.

    Raises:
        UsageError: The package that speaks to this database is not installed.
        LoadError: Nothing was loaded, and why.
        BusyError: Another loader holds the database.
    """
    try:
        module = import_module(LOADERS[address.scheme])
    except ModuleNotFoundError as error:
        wanted = f"pip install 'bogoseo[{address.scheme.removesuffix('ql')}]'"
        raise UsageError(address.shown, f"{error.name}: {wanted}") from error
    summary: Summary = module.load(address, reports, origin)
    return summary


def read(source: Path) -> Iterator[ReportRows]:
    """Yield the rows of each report of a store of `bogoseo batch`, or of a folder of results.

    Raises:
        LoadError: There is no such thing, or it holds no results, or not all of them.
        BusyError: A run is writing into the folder.
        OutputError: The store can't be read.
    """
    if not source.exists():  # told before a database is made for it
        raise LoadError(str(source), os.strerror(errno.ENOENT))
    return read_store(source) if source.is_file() else read_results(source)


def origin(source: Path) -> str:
    """Return what names a store in a database, whatever its file is called; empty for a folder.

    Raises:
        UsageError: The file is no store.
        OutputError: The store can't be read.
    """
    return origin_of(source) if source.is_file() else ""
