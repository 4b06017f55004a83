"""Controls that are text in one line: numbers, equations, composed characters, form fields."""

import re
import struct
from collections.abc import Callable
from typing import Final

from extract.readers.hancom.numbering import composed, format_number
from extract.readers.hwp.record import Record, Tag

__all__ = ["counted", "prompt", "text"]

_COUNTED: Final = range(1, 6)
"""Footnotes, endnotes, pictures, tables, equations. A page number (0) depends on the page."""
_FORM_FIELD: Final = re.compile(r"(Caption|Text|Value):(?:wstring:(\d{1,5}):|int:)")


def counted(data: bytes, at: int) -> str:
    r"""Return the text at `at`: a 16-bit count, then as many UTF-16 units.

    >>> counted(b"\x01\x00A\x00", 0)
    'A'
    """
    length = int.from_bytes(data[at : at + 2], "little")
    return data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", errors="replace")


def prompt(data: bytes) -> str:
    """Return the command of a field if it is a prompt (누름틀), else nothing."""
    return counted(data, 9) if data[:4] == b"klc%" else ""


def text(name: bytes, record: Record) -> str:
    """Return what control `name` prints; empty for those that print nothing."""
    read = _TEXTS.get(name)
    return read(record) if read is not None else ""


def _number(record: Record) -> str:
    data = record.data
    if len(data) < 10:
        return ""
    attributes, number = struct.unpack_from("<IH", data, 4)
    if attributes & 0xF not in _COUNTED:
        return ""
    before, after = (
        chr(unit) if unit >= 32 and not 0xD800 <= unit < 0xE000 else ""
        for unit in struct.unpack_from("<HH", data.ljust(16, b"\0"), 12)
    )
    return before + format_number(number, attributes >> 4 & 0xFF) + after


def _equation(record: Record) -> str:
    for child in record.children:
        if child.tag == Tag.EQEDIT:
            return " ".join(counted(child.data, 4).split())
    return ""


def _first_text(record: Record) -> str:
    return counted(record.data, 4)


def _form(record: Record) -> str:
    for child in record.children:
        if child.tag == Tag.FORM_OBJECT:
            return _form_text(child.data)
    return ""


def _form_text(data: bytes) -> str:
    words = data[: len(data) // 2 * 2].decode("utf-16-le", errors="replace")
    found: dict[str, str] = {}
    for match in _FORM_FIELD.finditer(words):
        length = int(match[2]) if match[2] else 1
        found[match[1]] = words[match.end() : match.end() + length]
    caption = found.get("Caption", "")
    if "Value" in found and caption:
        return ("☑ " if found["Value"] == "1" else "□ ") + caption
    return found.get("Text", "") or caption


_TEXTS: Final[dict[bytes, Callable[[Record], str]]] = {
    b"atno": _number,
    b"eqed": _equation,
    b"tcps": lambda record: composed(_first_text(record)),
    b"tdut": _first_text,
    b"form": _form,
}
