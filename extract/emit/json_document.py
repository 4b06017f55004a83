"""One JSON file a report: its records nested, with all that the CSV files hold and a little more.

The little more: all labelled fields of a project, and every place that a finding is about.
`schema.py` describes the same shape.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

import orjson

from extract.document import Document
from extract.emit.exact_json import exact_json
from extract.emit.layout import OUTPUTS, SCHEMA_VERSION
from extract.emit.layout.column import PLACE, identifier, place
from extract.emit.options import EmitOptions
from extract.emit.staging import Staging
from extract.findings import Span
from extract.records import CellRecord, Field, TableRecord
from extract.report import Report

__all__ = ["SHARED", "TABLE_NAMES", "JsonDocuments", "as_json", "begin"]

SHARED: Final = frozenset({"report_id", "source_file"})
"""Columns that a nested record leaves to its report."""

TABLE_NAMES: Final = ("table_id", "project_path", "section", "caption", "unit_raw")
"""Columns of tables.csv that JSON states once a table; the others belong to the cells."""

_PLACE_NAMES: Final = tuple(column.name for column in PLACE)
_CELL_FIELDS: Final = (*CellRecord._fields[:9], *_PLACE_NAMES, "confidence")
_STYLE: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


class JsonDocuments:
    """Writes `<report_id>.json` for each report."""

    def __init__(self, staging: Staging, options: EmitOptions) -> None:
        self._staging = staging
        self._options = options

    def add(self, report: Report) -> None:
        """Write the report's file."""
        self._staging.write(f"{report.report_id}.json", as_json(report, self._options.language))

    def close(self) -> None:
        """Reports share no JSON file; there is nothing to finish."""


begin = JsonDocuments


def as_json(report: Report, language: str = "ko") -> bytes:
    """Return the report's JSON, UTF-8, indented for people, keys in the order of the columns.

    Args:
        report: The report.
        language: Of the findings' messages, `ko` or `en`.
    """
    document = report.document
    content: dict[str, object] = {
        "version": SCHEMA_VERSION,
        "report": next(_objects(report, "reports", language, frozenset())),
        "projects": [
            {**each, "fields": [_field(document, field) for field in project.fields]}
            for each, project in zip(
                _objects(report, "projects", language), report.projects, strict=True
            )
        ],
        "timeline": list(_objects(report, "timeline", language)),
        "funding": list(_objects(report, "funding", language)),
        "tables": [_table(report, number, each) for number, each in enumerate(report.tables, 1)],
        "findings": [
            {**each, "places": [_place(document, span) for span in finding.places]}
            for each, finding in zip(
                _objects(report, "findings", language), report.findings, strict=True
            )
        ],
    }
    return exact_json(content, _STYLE)


def _objects(
    report: Report, name: str, language: str, without: frozenset[str] = SHARED
) -> Iterator[dict[str, object]]:
    output = OUTPUTS[name]
    at = [each for each, column in enumerate(output.columns) if column.name not in without]
    names = [output.columns[each].name for each in at]
    kept = itemgetter(*at)
    for row in output.rows(report, language):
        yield dict(zip(names, kept(row), strict=True))


def _field(document: Document, field: Field) -> dict[str, object]:
    return {"label": field.label, "value": field.value, **_place(document, field.span)}


def _table(report: Report, number: int, table: TableRecord) -> dict[str, object]:
    head = (
        identifier(report.report_id, "t", number),
        table.project,
        table.section,
        table.caption,
        table.unit_raw,
    )
    return {
        **dict(zip(TABLE_NAMES, head, strict=True)),
        **_place(report.document, table.span),
        "cells": [_cell(report.document, cell) for cell in table.cells],
    }


def _cell(document: Document, cell: CellRecord) -> dict[str, object]:
    values = (*cell[:9], *place(document, cell.span), cell.confidence)
    return dict(zip(_CELL_FIELDS, values, strict=True))


def _place(document: Document, span: Span) -> dict[str, object]:
    return dict(zip(_PLACE_NAMES, place(document, span), strict=True))
