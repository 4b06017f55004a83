"""The output tables: their columns, declared once, and how a report fills them.

CSV headers, the Table Schema of `datapackage.json`, the JSON Schema and the data frames all come
from these declarations. Names, order and meaning of the columns are fixed under version 1; a column
may only be added at the end. To add a table: a module with an `Output`, and a row in `OUTPUTS`.
"""

from typing import Final

from extract.emit.layout.column import Column, Link, Output, Row, Value
from extract.emit.layout.findings import FINDINGS
from extract.emit.layout.funding import FUNDING
from extract.emit.layout.projects import PROJECTS
from extract.emit.layout.reports import REPORTS
from extract.emit.layout.tables import TABLES
from extract.emit.layout.timeline import TIMELINE

__all__ = ["OUTPUTS", "SCHEMA_VERSION", "Column", "Link", "Output", "Row", "Value"]

SCHEMA_VERSION: Final = 1

OUTPUTS: Final[dict[str, Output]] = {
    "reports": REPORTS,
    "projects": PROJECTS,
    "timeline": TIMELINE,
    "funding": FUNDING,
    "tables": TABLES,
    "findings": FINDINGS,
}
"""Name of the table -> its declaration, in the order in which they are written."""
