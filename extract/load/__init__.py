"""Results into a database: one module a kind of database, loaded when needed.

    summary = load(parse("sqlite:///results.db"), read_results(Path("out")))

A load is all or nothing. It replaces the rows of a report as a whole, and leaves a report alone
whose rows are there already. To add a database: a module with `load(address, reports) -> Summary`
and a row in `LOADERS`.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

from extract.errors import UsageError
from extract.load.address import Address
from extract.load.summary import Summary
from extract.load.tables import ReportRows

__all__ = ["LOADERS", "load"]

LOADERS: Final[dict[str, str]] = {
    "sqlite": "extract.load.sqlite",
    "duckdb": "extract.load.duckdb",
    "postgresql": "extract.load.postgres",
    "postgres": "extract.load.postgres",
}
"""Scheme of the address -> the module that loads."""


def load(address: Address, reports: Iterable[ReportRows]) -> Summary:
    """Load reports into the database at `address`.

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
    summary: Summary = module.load(address, reports)
    return summary
