"""Korean government reports to records.

    from extract import extract_file, to_frames

    report = extract_file("보고서.hwp")
    frames = to_frames(report)
    frames["funding"].groupby("source")["amount_won"].sum()

The names below are loaded when they are first used: importing this package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.emit.frames import to_frames
    from extract.emit.json_document import as_json
    from extract.pipeline import extract_bytes, extract_document, extract_file
    from extract.report import Report

__all__ = [
    "Report",
    "__version__",
    "as_json",
    "extract_bytes",
    "extract_document",
    "extract_file",
    "to_frames",
]

__version__ = "0.1.0"

_HOMES = {
    "Report": "extract.report",
    "as_json": "extract.emit.json_document",
    "extract_bytes": "extract.pipeline",
    "extract_document": "extract.pipeline",
    "extract_file": "extract.pipeline",
    "to_frames": "extract.emit.frames",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
