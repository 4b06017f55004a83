"""Forms (pieces of drawing used by name) that draw each other without end.

Thirty forms that each draw the next one twice are drawn a thousand million times.
"""

import re
from typing import Final

from extract.errors import LimitError
from extract.readers.pdf.bombs import Stream, unpacked

__all__ = ["MAX_DRAWN", "refuse_endless_forms"]

MAX_DRAWN: Final = 200_000
"""Times that forms may be drawn, forms inside forms counted each time."""

_FORM: Final = re.compile(rb"/Subtype\s*+/Form\b")
_DRAWN: Final = re.compile(rb"/([^\s/<>\[\]()%{}]{1,127})\s++Do\b")
_NAMED: Final = re.compile(rb"/([^\s/<>\[\]()%{}]{1,127})\s++(\d{1,10})\s++\d{1,5}\s++R\b")
_ELSEWHERE: Final = re.compile(rb"/(?:Resources|XObject)\s++(\d{1,10})\s++\d{1,5}\s++R\b")


def refuse_endless_forms(streams: list[Stream], data: bytes) -> None:
    """Refuse forms that are drawn more than `MAX_DRAWN` times.

    Raises:
        LimitError: There are such forms, or a form draws itself.
    """
    forms = {stream.number: stream for stream in streams if _FORM.search(stream.head)}
    drawn = {number: _DRAWN.findall(unpacked(stream)) for number, stream in forms.items()}
    if not any(drawn.values()):
        return
    packed = _packed_objects(streams)
    draws: dict[int, list[int]] = {}
    for number, names in drawn.items():
        named = _names(forms[number].head, packed, data) if names else {}
        draws[number] = [named[name] for name in names if named.get(name) in forms]
    times: dict[int, int] = {}
    for number in forms:
        if _times(number, draws, times) > MAX_DRAWN:
            raise LimitError("PDF", f"forms draw each other more than {MAX_DRAWN} times")


def _names(head: bytes, packed: dict[int, bytes], data: bytes) -> dict[bytes, int]:
    """What the names in a form's dictionary stand for; resources may stand two references away."""
    known = {name: int(number) for name, number in _NAMED.findall(head)}
    for _ in range(2):
        found = _ELSEWHERE.search(head)
        if not found:
            break
        number = int(found[1])
        head = packed.get(number) or _plain_object(number, data)
        known |= {name: int(number) for name, number in _NAMED.findall(head)}
    return known


def _plain_object(number: int, data: bytes) -> bytes:
    begin = re.search(rb"(?<!\d)%d\s++\d{1,5}\s++obj\b" % number, data)
    if begin is None:
        return b""
    end = data.find(b"endobj", begin.end())
    return data[begin.end() : end if end >= 0 else None]


def _packed_objects(streams: list[Stream]) -> dict[int, bytes]:
    """Objects that are packed into object streams."""
    objects: dict[int, bytes] = {}
    for stream in streams:
        if b"/ObjStm" not in stream.head:
            continue
        body = unpacked(stream)
        first = re.search(rb"/First\s++(\d{1,9})", stream.head)
        index = (
            [int(each) for each in re.findall(rb"\d{1,10}", body[: int(first[1])])] if first else []
        )
        places = list(zip(index[::2], index[1::2], strict=False))
        for at, (number, place) in enumerate(places):
            end = places[at + 1][1] if at + 1 < len(places) else len(body)
            begin = int(first[1]) if first else 0
            objects[number] = body[begin + place : begin + end]
    return objects


def _times(start: int, draws: dict[int, list[int]], times: dict[int, int]) -> int:
    """How often forms are drawn when `start` is drawn once.

    Raises:
        LimitError: A form draws itself.
    """
    waiting = [start]
    begun: set[int] = set()
    while waiting:
        number = waiting[-1]
        if number in times:
            waiting.pop()
            continue
        inner = set(draws[number])
        if inner & begun or number in inner:
            raise LimitError("PDF", "a form draws itself")
        begun.add(number)
        missing = inner - times.keys()
        if missing:
            waiting += sorted(missing)
            continue
        times[number] = min(1 + sum(times[form] for form in draws[number]), MAX_DRAWN + 1)
        begun.discard(number)
        waiting.pop()
    return times[start]
