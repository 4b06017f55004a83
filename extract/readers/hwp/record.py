"""The records of an HWP 5 stream, as a tree.

    header   tag 10 bits, level 10 bits, size 12 bits; 4095 says it stands in four more bytes
    data     `size` bytes

A record of a deeper level belongs to the last one of a lower level. Records that only say how lines
are laid out, two thirds of a stream, are passed over but for those of body paragraphs, which tell pages.
"""

import struct
from typing import Final, NamedTuple

from extract.errors import LimitError

__all__ = ["Record", "Tag", "read_records"]

MAX_RECORDS: Final = 3_000_000
"""The most seen in one section of a real document is 0.64 million."""


class Tag:
    """Records that are read (한글 문서 파일 구조 5.0, tables 13 and 57); plain numbers, for speed."""

    CHAR_SHAPE = 21
    NUMBERING = 23
    BULLET = 24
    PARA_SHAPE = 25
    DISTRIBUTE_DOC_DATA = 28
    PARA_HEADER = 66
    PARA_TEXT = 67
    PARA_CHAR_SHAPE = 68
    PARA_LINE_SEG = 69
    PARA_RANGE_TAG = 70
    CTRL_HEADER = 71
    LIST_HEADER = 72
    PAGE_DEF = 73
    SHAPE_COMPONENT = 76
    TABLE = 77
    EQEDIT = 88
    SHAPE_COMPONENT_TEXTART = 90
    FORM_OBJECT = 91
    MEMO_LIST = 93
    TRACK_CHANGE = 96


_WANTED: Final = frozenset(tag for tag in vars(Tag).values() if isinstance(tag, int)) - {
    Tag.PARA_LINE_SEG
}
_HEADER: Final = struct.Struct("<I")


class Record(NamedTuple):
    """One record with those that belong to it."""

    tag: int
    data: bytes
    children: "list[Record]"


_new: Final = tuple.__new__  # a third of the time of calling the class


def read_records(stream: bytes) -> tuple[Record, bool]:
    r"""Return a root with all records below it, and whether the stream ends with a record.

    Raises:
        LimitError: There are more records than in any report.

    >>> root, whole = read_records(bytes([66, 0, 0, 0, 67, 4, 32, 0, 65, 0]))
    >>> [(each.tag, each.children[0].data) for each in root.children], whole
    ([(66, b'A\x00')], True)
    """
    root = Record(-1, b"", [])
    path: list[tuple[int, list[Record]]] = []
    above, siblings = -1, root.children
    children, deepest = root.children, -1
    unpack, wanted, body_line = _HEADER.unpack_from, _WANTED, Tag.PARA_LINE_SEG | 1 << 10
    at, count, size = 0, 0, len(stream)
    last = size - 4
    while at <= last:
        (header,) = unpack(stream, at)
        at += 4
        length = header >> 20
        if length == 0xFFF:
            if at > last:
                return root, False
            (length,) = unpack(stream, at)
            at += 4
        count += 1
        tag = header & 0x3FF
        if tag in wanted or header & 0xFFFFF == body_line:
            level = (header >> 10) & 0x3FF
            if level > deepest:
                path.append((above, siblings))
                above, siblings = deepest, children
            else:
                while above >= level:
                    above, siblings = path.pop()
            children = []
            siblings.append(_new(Record, (tag, stream[at : at + length], children)))
            deepest = level
        elif count > MAX_RECORDS:
            break
        at += length
    if count > MAX_RECORDS:
        raise LimitError("HWP", f"more than {MAX_RECORDS} records")
    return root, at == size
