"""`Outline` to records: one module a record type, in the order in which they need each other.

Each module of `PARSERS` has `read(outline, found) -> tuple[Record, ...]`, where `found` holds what the ones
before it read. To add a record type: a class in `extract/records.py`, a module here, a field in `Found`, and a
row in `PARSERS`.
"""

from importlib import import_module
from typing import Final

from extract.outline import Outline
from extract.parsers.found import Found

__all__ = ["PARSERS", "Found", "parse"]

PARSERS: Final[dict[str, str]] = {
    "timeline": "extract.parsers.timeline",
    "funding": "extract.parsers.funding",
    "projects": "extract.parsers.projects",
    "tables": "extract.parsers.tables",
}
"""Field of `Found` -> the module that reads it."""


def parse(outline: Outline) -> Found:
    """Read every record of a report."""
    found = Found()
    for field, module in PARSERS.items():
        found = found._replace(**{field: import_module(module).read(outline, found)})
    return found
