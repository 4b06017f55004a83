"""Which source brought a report, so that a store can take away what it has no longer.

A file that changed is another document with another `report_id`. The report of its former bytes is
no longer in the store, but it is in the database, and sums would count it beside the new one. So
each load notes what its source brought. What a store brought before and does not hold any more goes
in the same transaction, unless another source brought it, too. Folders of results all count as one
source, from which nothing is ever missed: they may be loaded one after the other.
"""

from collections.abc import Callable
from typing import Final

from extract.load.schema import LEDGER, ORIGINS, Dialect, literal
from extract.load.tables import STORED

__all__ = ["CURRENT", "beginning", "take_away"]

CURRENT: Final = "bogoseo_current"
"""Temporary table of what the source of this load holds."""

_GONE: Final = "bogoseo_gone"


def beginning(dialect: Dialect) -> str:
    """Return the statement that a load begins with."""
    return f"create temp table {CURRENT} (report_id {dialect.types['id']} primary key)"


def take_away(run: Callable[[str], int], origin: str, kept: frozenset[str] = frozenset()) -> int:
    """Take away the reports that no source has any more, note what this one brought, and count the first.

    Args:
        run: Runs a statement, and returns the number that it finds, if it finds one.
        origin: Of this load; empty for folders of results.
        kept: Tables whose rows stay.
    """
    mine = f"origin = {literal(origin)}"
    missed = f"not exists (select 1 from {CURRENT} c where c.report_id = o.report_id)"
    no_longer = f"{mine} and {missed}" if origin else "1 = 0"
    run(f"create temp table {_GONE} as select o.report_id from {ORIGINS} o where {no_longer}")
    run(f"delete from {ORIGINS} where {mine} and report_id in (select report_id from {_GONE})")
    run(f"delete from {_GONE} where report_id in (select report_id from {ORIGINS})")
    removed = run(f"select count(*) from {_GONE}")
    for name in (LEDGER, *reversed(STORED)) if removed else ():
        if name not in kept:
            run(f"delete from {name} where report_id in (select report_id from {_GONE})")
    run(
        f"insert into {ORIGINS} select {literal(origin)}, report_id from {CURRENT} "
        "where true on conflict do nothing"
    )
    return removed
