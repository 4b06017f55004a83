"""PDF files made to exhaust the reader: forms that draw forms without end, streams that unpack without end.

PDFium follows both and can't be interrupted, so they are looked for before it opens the file. Only files that
hold a form drawn inside a form, or a stream that could unpack beyond the limit, pay for the search.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.errors import LimitError

__all__ = ["MAX_DRAWN_FORMS", "MAX_UNPACKED", "refuse_bombs"]

MAX_DRAWN_FORMS: Final = 200_000
"""Times that forms may be drawn, forms inside forms counted each time."""

MAX_UNPACKED: Final = 256 << 20
"""Bytes that one stream may unpack to."""

_DEFLATE_RATIO: Final = 1032
_STREAM: Final = re.compile(
    rb"(\d{1,10})\s++\d{1,5}\s++obj\b(?P<head>(?:(?!endobj|stream\r?\n).){0,20000}+)stream\r?\n", re.DOTALL
)
_LENGTH: Final = re.compile(rb"/Length\s++(\d{1,12})(?!\s++\d++\s++R)")
_DRAWN: Final = re.compile(rb"/([^\s/<>\[\]()%{}]{1,127})\s++Do\b")
_NAMED: Final = re.compile(rb"/([^\s/<>\[\]()%{}]{1,127})\s++(\d{1,10})\s++\d{1,5}\s++R")


class _Stream(NamedTuple):
    number: int
    head: bytes
    body: bytes


def refuse_bombs(data: bytes) -> None:
    """Refuse a file that would exhaust the reader.

    Raises:
        LimitError: A stream unpacks to more than `MAX_UNPACKED`, or forms draw each other more than
            `MAX_DRAWN_FORMS` times.
    """
    forms: dict[int, _Stream] = {}
    for stream in _streams(data):
        if _suspicious(stream):
            _unpacked(stream)
        if re.search(rb"/Subtype\s*+/Form\b", stream.head):
            forms[stream.number] = stream
    if len(forms) > 1:
        _refuse_drawn_without_end(forms, data)


def _streams(data: bytes) -> Iterator[_Stream]:
    for found in _STREAM.finditer(data):
        start = found.end()
        length = _LENGTH.search(found["head"])
        end = start + int(length[1]) if length else -1
        if length is None or end > len(data):
            end = data.find(b"endstream", start)
        yield _Stream(int(found[1]), found["head"], data[start : end if end >= 0 else len(data)])


def _suspicious(stream: _Stream) -> bool:
    """A stream packed twice, or one long enough to unpack beyond the limit, that is no picture or font."""
    head = stream.head
    if b"/Image" in head or b"/Length1" in head or b"FontFile" in head:
        return False
    packed = head.count(b"/FlateDecode") + head.count(b"/Fl ") + head.count(b"/LZWDecode")
    if packed + head.count(b"/RunLengthDecode") >= 2:
        return True
    return packed > 0 and len(stream.body) * _DEFLATE_RATIO > MAX_UNPACKED


def _unpacked(stream: _Stream) -> bytes:
    """Unpack a stream as often as it is packed with Flate, up to the limit."""
    body = stream.body
    for _ in range(stream.head.count(b"/FlateDecode")):
        unpacker = zlib.decompressobj()
        try:
            body = unpacker.decompress(body, MAX_UNPACKED)
        except zlib.error:
            return b""  # broken streams are PDFium's to judge
        if unpacker.unconsumed_tail:
            raise LimitError("PDF", f"a stream unpacks to more than {MAX_UNPACKED} bytes")
    if b"/RunLengthDecode" in stream.head and len(body) * 64 > MAX_UNPACKED:
        raise LimitError("PDF", "a stream unpacks without end")
    return body


def _refuse_drawn_without_end(forms: dict[int, _Stream], data: bytes) -> None:
    """Count how often forms are drawn, by what each form draws itself."""
    named: dict[bytes, set[int]] = {}
    for source in (data, *_object_streams(data)):
        for name, number in _NAMED.findall(source):
            if int(number) in forms:
                named.setdefault(name, set()).add(int(number))
    draws = {
        number: [sorted(named[name]) for name in _DRAWN.findall(_unpacked(stream)) if name in named]
        for number, stream in forms.items()
    }
    if not any(draws.values()):
        return
    own = {number: dict(_NAMED.findall(stream.head)) for number, stream in forms.items()}
    counts: dict[int, int] = {}
    for number in forms:
        if _count(number, forms, draws, own, counts) > MAX_DRAWN_FORMS:
            raise LimitError("PDF", f"forms draw each other more than {MAX_DRAWN_FORMS} times")


def _object_streams(data: bytes) -> Iterator[bytes]:
    for stream in _streams(data):
        if b"/ObjStm" in stream.head:
            yield _unpacked(stream)


def _count(
    start: int,
    forms: dict[int, _Stream],
    draws: dict[int, list[list[int]]],
    own: dict[int, dict[bytes, bytes]],
    counts: dict[int, int],
) -> int:
    """How often forms are drawn when `start` is drawn once; a form that draws itself draws without end."""
    waiting = [start]
    open_forms: set[int] = set()
    while waiting:
        number = waiting[-1]
        if number in counts:
            waiting.pop()
            continue
        inner = [max(each, key=lambda form: counts.get(form, 0)) for each in draws[number]]
        missing = [form for form in inner if form not in counts and form not in open_forms]
        open_forms.add(number)
        if missing:
            waiting += missing
            continue
        counts[number] = 1 + sum(counts.get(form, 0) for form in inner)
        open_forms.discard(number)
        waiting.pop()
    return counts[start]
