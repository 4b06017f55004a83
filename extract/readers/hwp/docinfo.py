"""DocInfo: numberings, bullets, shapes of paragraphs and characters, by number."""

import struct
from typing import Final

from extract.readers.hancom.numbering import Level
from extract.readers.hancom.styles import Heading, ParagraphShape, Styles
from extract.readers.hwp.record import Record, Tag

__all__ = ["read_styles"]

_HEADINGS: Final[tuple[Heading, ...]] = ("", "outline", "number", "bullet")
_LEVELS: Final = 7


def read_styles(root: Record) -> Styles:
    """Read the shapes; a damaged one is left out, and what refers to it is plain."""
    styles = Styles()
    counts = {Tag.CHAR_SHAPE: -1, Tag.PARA_SHAPE: -1, Tag.NUMBERING: 0, Tag.BULLET: 0}
    for record in _flat(root):
        tag = record.tag
        styles.tracked |= tag == Tag.TRACK_CHANGE
        if tag not in counts:
            continue
        counts[tag] += 1
        try:
            _add(styles, tag, str(counts[tag]), record.data)
        except (struct.error, UnicodeDecodeError):
            continue
    return styles


def _flat(root: Record) -> list[Record]:
    found = list(root.children)
    for record in found:
        found.extend(record.children)
    return found


def _add(styles: Styles, tag: int, name: str, data: bytes) -> None:
    if tag == Tag.CHAR_SHAPE:
        styles.sizes[name] = struct.unpack_from("<i", data, 42)[0] / 100
    elif tag == Tag.PARA_SHAPE:
        styles.shapes[name] = _shape(data)
    elif tag == Tag.NUMBERING:
        styles.numberings[name] = _levels(data)
    else:
        character = data[12:14].decode("utf-16-le", errors="replace")
        picture = len(data) >= 18 and struct.unpack_from("<i", data, 14)[0] != 0
        styles.bullets[name] = "" if picture or character == "\0" else character


def _shape(data: bytes) -> ParagraphShape:
    attributes, left, _, indent = struct.unpack_from("<Iiii", data)
    numbering = struct.unpack_from("<H", data, 30)[0] if len(data) >= 32 else 0
    # Margins are stored doubled. A negative first-line indent is a hanging one.
    return ParagraphShape(
        _HEADINGS[attributes >> 23 & 3],
        str(numbering),
        attributes >> 25 & 7,
        (left + max(0, indent)) / 2,
    )


def _levels(data: bytes) -> tuple[Level, ...]:
    heads: list[tuple[str, int]] = []
    at = 0
    for _ in range(_LEVELS):
        (attributes,) = struct.unpack_from("<I", data, at)
        (length,) = struct.unpack_from("<H", data, at + 12)
        at += 14
        heads.append(
            (data[at : at + 2 * length].decode("utf-16-le", errors="replace"), attributes >> 5 & 15)
        )
        at += 2 * length
    at += 2
    starts = [1] * _LEVELS
    if len(data) >= at + 4 * _LEVELS:
        starts = list(struct.unpack_from(f"<{_LEVELS}I", data, at))
    return tuple(
        Level(pattern, code, start) for (pattern, code), start in zip(heads, starts, strict=True)
    )
