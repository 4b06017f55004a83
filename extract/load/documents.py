"""The JSON files of a run as rows, for runs that wrote no CSV."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeGuard

from extract.emit.json_document import TABLE_NAMES
from extract.emit.layout import OUTPUTS, SCHEMA_VERSION, Column
from extract.errors import LoadError
from extract.load.tables import TABLE_LIST, ReportRows, table_list

__all__ = ["read_documents"]

_NAME: Final = re.compile(r"[0-9a-f]{16}\.json")

_Object = dict[str, object]


def read_documents(folder: Path) -> Iterator[ReportRows]:
    """Yield the rows of each `<report_id>.json`, in the order of the names.

    Raises:
        LoadError: A file is no JSON of ours.
    """
    for path in sorted(folder.iterdir()):
        if _NAME.fullmatch(path.name):
            yield _rows(path)


def _rows(path: Path) -> ReportRows:
    try:
        # Numbers stay as they are written: a float would lose digits.
        content = json.loads(path.read_bytes(), parse_float=str, parse_int=str)
        if content["version"] != str(SCHEMA_VERSION):
            raise LoadError(str(path), f"version {content['version']}")
        head = content["report"]
        shared = {"report_id": head["report_id"], "source_file": head["source_file"]}
        tables = {
            name: [
                [_cell(each[column.name], column) for column in output.columns]
                for each in _objects(content, name, shared)
            ]
            for name, output in OUTPUTS.items()
        }
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise LoadError(str(path), f"{type(error).__name__}: {error}") from error
    tables[TABLE_LIST] = table_list(tables["tables"])
    if shared["report_id"] != path.stem:
        raise LoadError(str(path), shared["report_id"])
    return ReportRows(path.stem, shared["source_file"], tables)


def _objects(content: _Object, name: str, shared: dict[str, str]) -> Iterator[_Object]:
    if name == "reports":
        yield {**_object(content["report"])}
        return
    for each in _list(content[name]):
        record = _object(each)
        if name != "tables":
            yield {**record, **shared}
            continue
        table = {key: record[key] for key in TABLE_NAMES} | shared
        for cell in _list(record["cells"]):
            yield {**table, **_object(cell)}


def _cell(value: object, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return column.joined.join(value)
    if isinstance(value, str):
        return value
    raise TypeError(f"{column.name}: {type(value).__name__}")


def _object(value: object) -> _Object:
    if not _is_object(value):
        raise TypeError(type(value).__name__)
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(type(value).__name__)
    return value


def _is_object(value: object) -> TypeGuard[_Object]:
    return isinstance(value, dict)
