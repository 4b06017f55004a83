"""A report to bytes and back, so that a store keeps records and not the shape of today's outputs.

JSON, compressed with zlib: records are arrays in the order of their fields, decimals are strings,
dates are ISO 8601. The text and its page starts are kept, because places refer to them; the blocks
and the file's name are not. What decodes a field follows from its annotation in `extract.records`,
so a new field needs nothing here. What was encoded when the fields were others is refused: values
would stand in places of others.
"""

import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from types import UnionType
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

import orjson

from extract.document import Document
from extract.findings import Finding
from extract.records import Event, Funding, Project, ReportRecord, TableRecord
from extract.report import Report

__all__ = ["OtherShapeError", "decode", "encode"]

_Read = Callable[[object], object]

_LEVEL: Final = 1  # the higher levels save a tenth of the space and take three times as long
_PARTS: Final[tuple[tuple[str, type], ...]] = (
    ("projects", Project),
    ("timeline", Event),
    ("funding", Funding),
    ("tables", TableRecord),
    ("findings", Finding),
)


class OtherShapeError(ValueError):
    """Another version of the program encoded it, with other fields."""


def encode(report: Report) -> bytes:
    """Return all of `report` but its file name and its document's blocks."""
    document = report.document
    content = {
        "shape": _SHAPE,
        "status": report.status,
        "document": [
            document.format,
            document.text,
            document.page_starts,
            document.title,
            document.encoding,
            document.complete,
            document.pages_end,
        ],
        "about": report.about,
        **{name: getattr(report, name) for name, _ in _PARTS},
    }
    option = orjson.OPT_PASSTHROUGH_DATACLASS
    try:
        data = orjson.dumps(content, default=_plain, option=option)
    except TypeError:  # orjson takes no integer of more than 64 bits
        large = {**content, "large": True}
        data = orjson.dumps(_with_large(large), default=_plain, option=option)
    return zlib.compress(data, _LEVEL)


def decode(data: bytes, *, report_id: str, source_file: str) -> Report:
    """Return the report that `encode` was given, under the name `source_file`.

    Raises:
        OtherShapeError: It was encoded with other fields.
    """
    content = orjson.loads(zlib.decompress(data))
    if content.get("shape") != _SHAPE:
        raise OtherShapeError(source_file)
    if "large" in content:
        content = _with_large_back(content)
    form, text, page_starts, title, encoding, complete, pages_end = content["document"]
    starts = tuple(page_starts)
    document = Document(
        form, text, text, (), starts, (), title, encoding, pages_end, complete=complete
    )
    parts = {name: tuple(map(_READ[kind], content[name])) for name, kind in _PARTS}
    return Report(
        report_id=report_id,
        source_file=source_file,
        document=document,
        about=cast("ReportRecord", _READ[ReportRecord](content["about"])),
        projects=cast("tuple[Project, ...]", parts["projects"]),
        timeline=cast("tuple[Event, ...]", parts["timeline"]),
        funding=cast("tuple[Funding, ...]", parts["funding"]),
        tables=cast("tuple[TableRecord, ...]", parts["tables"]),
        findings=cast("tuple[Finding, ...]", parts["findings"]),
        status=content["status"],
    )


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(value)
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)


def _with_large(value: object) -> object:
    if isinstance(value, dict):
        return {name: _with_large(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_with_large(each) for each in value]
    if is_dataclass(value):
        return _with_large(_plain(value))
    if isinstance(value, int) and value.bit_length() > 63:
        return {"int": str(value)}
    return value


def _with_large_back(value: object) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"int"}:
            return int(value["int"])
        return {name: _with_large_back(each) for name, each in value.items()}
    return list(map(_with_large_back, value)) if isinstance(value, list) else value


def _reader(hint: object) -> _Read | None:
    """Return what turns the JSON of a field into its value; None where the JSON is the value."""
    if isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields")):
        return _record_reader(hint)
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        inner = _reader(arguments[0])
        if inner is None:
            return lambda value: tuple(cast("list[object]", value))
        return lambda value: tuple(map(inner, cast("list[object]", value)))
    if get_origin(hint) in {Union, UnionType}:
        if Decimal in arguments:
            return _number
        found = next(filter(None, map(_reader, arguments)), None)
        return None if found is None else lambda value: None if value is None else found(value)
    if hint is date:
        return lambda value: date.fromisoformat(cast("str", value))
    return None


def _record_reader(kind: type) -> _Read:
    hints = get_type_hints(kind)
    _FIELDS.append(
        f"{kind.__name__} {' '.join(hints)}"
    )  # names: how types are written differs between Pythons
    readers = map(_reader, hints.values())
    odd = [(at, reader) for at, reader in enumerate(readers) if reader is not None]

    def read(value: object) -> object:
        values = cast("list[object]", value)
        for at, each in odd:
            values[at] = each(values[at])
        return kind(*values)

    return read


def _number(value: object) -> object:
    return Decimal(value) if isinstance(value, str) else value


_FIELDS: Final[list[str]] = []
_READ: Final[dict[type, _Read]] = {
    kind: _record_reader(kind) for kind in (ReportRecord, *(kind for _, kind in _PARTS))
}
_DOCUMENT: Final = "format text page_starts title encoding complete pages_end"
_SHAPE: Final = sha256("\n".join([_DOCUMENT, *_FIELDS]).encode()).hexdigest()[:12]
