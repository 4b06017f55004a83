"""PDF files made to exhaust the reader: streams that unpack without end.

PDFium follows them and can't be interrupted, so they are looked for before it opens the file. Only
streams that could unpack beyond the limit are unpacked here.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.errors import LimitError

__all__ = ["MAX_UNPACKED", "Stream", "each_stream", "refuse_endless_streams", "unpacked"]

MAX_UNPACKED: Final = 64 << 20
"""Bytes that one stream of text, drawing or structure may unpack to."""

_DEFLATE_RATIO: Final = 1032
_RUN_RATIO: Final = 64
_STREAM: Final = re.compile(rb"stream(?<=\bstream)\r?\n")
"""The word comes first: what begins with a letter is searched for ten times as fast as a border."""
_OBJECT: Final = re.compile(rb"(\d{1,10})\s++\d{1,5}\s++obj\b")
_LENGTH: Final = re.compile(rb"/Length\s++(\d{1,12})(?!\d*+\s++\d++\s++R)")
_HEAD: Final = 20_000
"""Bytes before a stream in which its dictionary is looked for."""

_NUMBERS: Final = 40
"""Bytes before `obj` in which its number and generation stand."""


class Stream(NamedTuple):
    """A stream object: its number, its dictionary and its packed bytes."""

    number: int
    head: bytes
    body: bytes


def each_stream(data: bytes) -> Iterator[Stream]:
    """Yield the stream objects of a file, found by their words rather than by its index."""
    start = 0
    found = _STREAM.search(data)
    while found:
        begins = _last_object(data, max(start, found.start() - _HEAD), found.start())
        if not begins:
            found = _STREAM.search(data, found.end())
            continue
        head = data[begins.end() : found.start()]
        length = _LENGTH.search(head)
        end = found.end() + int(length[1]) if length else len(data) + 1
        if end > len(data):
            end = data.find(b"endstream", found.end())
            end = end if end >= 0 else len(data)
        yield Stream(int(begins[1]), head, data[found.end() : end])
        start = end
        found = _STREAM.search(data, max(start, found.end()))


def _last_object(data: bytes, begin: int, end: int) -> re.Match[bytes] | None:
    """Return the last beginning of an object between two places: at the last `obj`, but for odd spacing."""
    near = data.rfind(b"obj", begin, end)
    if near < 0:
        return None
    for since in (max(begin, near - _NUMBERS), begin):
        found = list(_OBJECT.finditer(data, since, end))
        if found:
            return found[-1]
    return None


def refuse_endless_streams(streams: list[Stream]) -> None:
    """Refuse streams that unpack to more than `MAX_UNPACKED`.

    Raises:
        LimitError: There is one.
    """
    for stream in streams:
        if _suspicious(stream):
            unpacked(stream)


def _suspicious(stream: Stream) -> bool:
    """Packed twice, or long enough to unpack beyond the limit, and no picture or font."""
    head = stream.head
    if b"/Image" in head or b"/Length1" in head:
        return False
    packed = len(re.findall(rb"/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode)\b", head))
    return packed >= 2 or (packed == 1 and len(stream.body) * _DEFLATE_RATIO > MAX_UNPACKED)


def unpacked(stream: Stream) -> bytes:
    """Unpack a stream as often as it is packed with Flate.

    Raises:
        LimitError: It holds more than `MAX_UNPACKED` bytes.
    """
    body = stream.body
    for _ in range(len(re.findall(rb"/(?:FlateDecode|Fl)\b", stream.head))):
        unpacker = zlib.decompressobj()
        try:
            body = unpacker.decompress(body, MAX_UNPACKED)
        except zlib.error:
            return b""  # broken streams are PDFium's to judge
        if unpacker.unconsumed_tail:
            raise LimitError("PDF", f"a stream unpacks to more than {MAX_UNPACKED} bytes")
    if b"/RunLengthDecode" in stream.head and len(body) * _RUN_RATIO > MAX_UNPACKED:
        raise LimitError("PDF", f"a stream may unpack to more than {MAX_UNPACKED} bytes")
    return body
