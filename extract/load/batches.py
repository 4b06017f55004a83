"""Reports in batches, for databases that take many rows at a time."""

from collections.abc import Iterable, Iterator
from typing import Final

from extract.load.tables import ReportRows

__all__ = ["batches"]

_ROWS: Final = 20_000


def batches(reports: Iterable[ReportRows], rows: int = _ROWS) -> Iterator[list[ReportRows]]:
    """Yield reports in lists that have about `rows` rows, so that memory stays flat."""
    batch: list[ReportRows] = []
    count = 0
    for report in reports:
        batch.append(report)
        count += sum(map(len, report.tables.values()))
        if count >= rows:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch
