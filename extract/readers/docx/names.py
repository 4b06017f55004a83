"""Names of WordprocessingML (ISO/IEC 29500-1) and how its attributes are read."""

from typing import Final

from extract.readers.archive import Element

__all__ = ["MATH", "MC", "OFF", "STRICT_TO_TRANSITIONAL", "child_value", "integer", "is_on", "w"]

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

STRICT_TO_TRANSITIONAL: Final[tuple[tuple[bytes, bytes], ...]] = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _MAIN.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATH[1:-1].encode()),
)
"""The namespaces of the strict form of the standard, and those that nearly every file has."""


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute.

    >>> w("p")[-6:]
    'main}p'
    """
    return f"{{{_MAIN}}}{name}"


_VAL: Final = w("val")
OFF: Final = frozenset({"0", "false", "off", "none"})
"""Values of an on/off property that switch it off."""


def child_value(element: Element | None, name: str) -> str | None:
    """The `w:val` of a child named `name` (qualified), or None."""
    child = None if element is None else element.find(name)
    return None if child is None else child.get(_VAL)


def is_on(element: Element | None, name: str) -> bool | None:
    """An on/off property: None where it is not stated, else whether it is on."""
    child = None if element is None else element.find(name)
    return None if child is None else child.get(_VAL, "1") not in OFF


_LONGEST_NUMBER: Final = 40


def integer(text: str | None, default: int = 0) -> int:
    """A whole number as attributes hold them, or `default`.

    Word itself writes `720.5` here and there.

    >>> integer("12"), integer("720.5"), integer(None, 1), integer("x", 1)
    (12, 720, 1, 1)
    """
    if text is None or len(text) > _LONGEST_NUMBER:
        return default
    try:
        return int(text)
    except ValueError:
        whole = text.partition(".")[0]
        return int(whole) if whole.isascii() and whole.isdigit() else default
