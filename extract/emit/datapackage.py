"""`datapackage.json`: a Frictionless Data Package that says what every CSV column is.

The same bytes for every run of a version: it describes the files, and holds nothing they hold.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import orjson

from extract.emit.layout import OUTPUTS, SCHEMA_VERSION, Column, Output

__all__ = ["datapackage"]

_GUARD: Final = (
    "스프레드시트가 수식으로 실행할 수 있는 글(=, +, @, 탭, 또는 줄표·수·글머리가 아닌 -로 시작)은 "
    "CSV에서 앞에 작은따옴표(')를 붙였습니다. 원문은 JSON에 그대로 있습니다. "
    "A text cell that a spreadsheet would run as a formula carries a leading apostrophe (') "
    "in CSV; JSON holds the text as it is."
)


def datapackage(paths: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """Return the description of the CSV files as JSON.

    Args:
        paths: The files of each table, where it is written in parts.
    """
    paths = paths or {}
    package: dict[str, object] = {
        "profile": "data-package",
        "name": "bogoseo",
        "title": "보고서 추출 자료",
        "description": _GUARD,
        "version": f"{SCHEMA_VERSION}.0.0",
        "resources": [_resource(output, paths.get(output.name, ())) for output in OUTPUTS.values()],
    }
    return orjson.dumps(package, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _resource(output: Output, parts: Sequence[str]) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": output.name,
        "title": output.korean,
        "description": f"{output.english}. {_GUARD}",
        "path": list(parts) if len(parts) > 1 else next(iter(parts), f"{output.name}.csv"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "schema": {
            "fields": [_field(column) for column in output.columns],
            "missingValues": [""],
            "primaryKey": list(output.key),
            "foreignKeys": [
                {
                    "fields": [link.column],
                    "reference": {"resource": link.table, "fields": [link.target]},
                }
                for link in output.links
            ],
        },
    }


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": column.type,
        "title": column.korean,
        "description": describe(column, joined=True),
    }
    if column.type == "date":
        field["format"] = "%Y-%m-%d"
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.pattern:
        constraints["pattern"] = column.pattern
    if constraints:
        field["constraints"] = constraints
    return field


def describe(column: Column, *, joined: bool) -> str:
    """Return the column's description: English title, then what the Korean title leaves open."""
    parts = [column.english, column.description]
    if joined and column.joined:
        parts.append(f"여러 값은 '{column.joined}'로 이음")
    return ". ".join(part for part in parts if part)
