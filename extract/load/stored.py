"""A store of `bogoseo batch` as rows, report by report, exactly as its CSV export would have them."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from extract.batch.contents import reports
from extract.batch.store import Store
from extract.emit.layout import OUTPUTS, Column, Value
from extract.load.tables import TABLE_LIST, Cells, ReportRows, table_list
from extract.report import Report

__all__ = ["origin_of", "read_store", "rows_of"]


def read_store(path: Path, language: str = "ko") -> Iterator[ReportRows]:
    """Yield the rows of each report that the store holds; it may be written meanwhile.

    Args:
        path: The store file.
        language: Of the findings' messages, `ko` or `en`.

    Raises:
        UsageError: It is no store.
        OutputError: It can't be read.
    """
    with Store(path, write=False) as store:
        for report in reports(store):
            yield rows_of(report, language)


def origin_of(path: Path) -> str:
    """Return the name by which a database knows the store; empty before its next run gave it one.

    Raises:
        UsageError: It is no store.
        OutputError: It can't be read.
    """
    with Store(path, write=False) as store:
        return store.settings().get("id", "")


def rows_of(report: Report, language: str = "ko") -> ReportRows:
    """Return the rows of a report."""
    tables: dict[str, list[Cells]] = {}
    for name, output in OUTPUTS.items():
        columns = output.columns
        tables[name] = [
            [
                value if type(value) is str else _cell(value, column)
                for value, column in zip(row, columns, strict=True)
            ]
            for row in output.rows(report, language)
        ]
    tables[TABLE_LIST] = table_list(tables["tables"])
    return ReportRows(report.report_id, report.source_file, tables)


def _cell(value: Value, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return column.joined.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
