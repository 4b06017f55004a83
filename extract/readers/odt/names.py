"""Namespaces of OpenDocument."""

from typing import Final

__all__ = ["DRAW", "OFFICE", "STYLE", "TABLE", "TEXT"]

_BASE: Final = "urn:oasis:names:tc:opendocument:xmlns:"
DRAW: Final = f"{{{_BASE}drawing:1.0}}"
OFFICE: Final = f"{{{_BASE}office:1.0}}"
STYLE: Final = f"{{{_BASE}style:1.0}}"
TABLE: Final = f"{{{_BASE}table:1.0}}"
TEXT: Final = f"{{{_BASE}text:1.0}}"
