"""The JSON Schema of `<report_id>.json`, from the same declarations as the CSV columns.

`schema-v1.json` beside this module is the schema as published; a test keeps the two equal, so that
a change of the contract is seen.
"""

from typing import Final

import orjson

from extract.emit.datapackage import describe
from extract.emit.json_document import SHARED, TABLE_NAMES
from extract.emit.layout import OUTPUTS, SCHEMA_VERSION, Column
from extract.emit.layout.column import PLACE

__all__ = ["as_markdown", "as_rows", "json_schema"]

_NULLABLE: Final = ("integer", "number", "date")
_JSON_TYPES: Final = {"date": "string"}


def json_schema() -> bytes:
    """Return the JSON Schema (draft 2020-12) of a report's JSON file."""
    schema: dict[str, object] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:bogoseo:schema:{SCHEMA_VERSION}",
        "title": "보고서",
        "description": "One report: its records, its findings, and where each value stands.",
        **_closed(
            {
                "version": {"const": SCHEMA_VERSION},
                "report": _record("reports"),
                "projects": _list(_record("projects", {"fields": _list(_labelled())})),
                "timeline": _list(_record("timeline")),
                "funding": _list(_record("funding")),
                "tables": _list(_table()),
                "findings": _list(_record("findings", {"places": _list(_closed(_places()))})),
            }
        ),
    }
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def as_rows() -> list[tuple[str, str, str, str, str, str]]:
    """Return the data dictionary: table, column, type, Korean title, English title, description."""
    return [
        (output.name, each.name, each.type, each.korean, each.english, each.description)
        for output in OUTPUTS.values()
        for each in output.columns
    ]


def as_markdown() -> str:
    """Return the data dictionary as Markdown, a table for each output table."""
    parts: list[str] = []
    for output in OUTPUTS.values():
        parts += [
            f"## {output.name}.csv ({output.korean})",
            "",
            "| column | type | 이름 | title | 설명 |",
        ]
        parts.append("|---|---|---|---|---|")
        parts += [
            f"| `{each.name}` | {each.type} | {each.korean} | {each.english} | {each.description} |"
            for each in output.columns
        ]
        parts.append("")
    return "\n".join(parts)


def _record(name: str, more: dict[str, object] | None = None) -> dict[str, object]:
    columns = OUTPUTS[name].columns
    if name != "reports":
        columns = tuple(column for column in columns if column.name not in SHARED)
    return _closed({**_properties(columns), **(more or {})})


def _table() -> dict[str, object]:
    columns = OUTPUTS["tables"].columns
    own = [column for column in columns if column.name in TABLE_NAMES]
    cells = [column for column in columns if column.name not in SHARED | set(TABLE_NAMES)]
    return _closed({**_properties(own), **_places(), "cells": _list(_closed(_properties(cells)))})


def _labelled() -> dict[str, object]:
    return _closed(
        {
            "label": {"type": "string", "title": "항목 이름"},
            "value": {"type": "string", "title": "값 원문"},
            **_places(),
        }
    )


def _places() -> dict[str, object]:
    return _properties(PLACE)


def _properties(columns: tuple[Column, ...] | list[Column]) -> dict[str, object]:
    return {column.name: _property(column) for column in columns}


def _property(column: Column) -> dict[str, object]:
    head: dict[str, object] = {
        "title": column.korean,
        "description": describe(column, joined=False),
    }
    if column.joined:
        return {**head, **_list({"type": "string"})}
    kind = _JSON_TYPES.get(column.type, column.type)
    # Text that is not there is empty, never null; a reference may have nothing to refer to.
    nullable = not column.required and (column.type in _NULLABLE or column.name == "table_id")
    shape: dict[str, object] = {**head, "type": [kind, "null"] if nullable else kind}
    if column.type == "date":
        shape["format"] = "date"
    if column.values:
        shape["enum"] = list(column.values)
    if column.pattern:
        shape["pattern"] = column.pattern
    return shape


def _list(items: dict[str, object]) -> dict[str, object]:
    return {"type": "array", "items": items}


def _closed(properties: dict[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
