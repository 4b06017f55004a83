"""Small HWPX and HWP 5 files, written for tests: OWPML in a ZIP, records in OLE."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

PARAGRAPH_NS = "http://www.hancom.co.kr/hwpml/2011/paragraph"
HEAD_NS = "http://www.hancom.co.kr/hwpml/2011/head"
CORE_NS = "http://www.hancom.co.kr/hwpml/2011/core"
SECTION_NS = "http://www.hancom.co.kr/hwpml/2011/section"


def paragraph(inner: str, attributes: str = "") -> str:
    """A paragraph of one run; plain text is wrapped."""
    body = inner if inner.startswith("<") else f"<hp:t>{inner}</hp:t>"
    return f"<hp:p {attributes}><hp:run>{body}</hp:run></hp:p>"


def cell(row: int, column: int, inner: str, span: tuple[int, int] = (1, 1)) -> str:
    """A table cell; plain text becomes its one paragraph."""
    body = inner if inner.startswith("<hp:p") else paragraph(inner)
    return (
        f"<hp:tc><hp:subList>{body}</hp:subList>"
        f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/>'
        f'<hp:cellSpan colSpan="{span[1]}" rowSpan="{span[0]}"/></hp:tc>'
    )


def table(rows: int, columns: int, cells: Iterable[str], caption: str = "") -> str:
    """A table; every cell stands in a row of its own, which the format allows."""
    body = "".join(f"<hp:tr>{each}</hp:tr>" for each in cells)
    return f'<hp:tbl rowCnt="{rows}" colCnt="{columns}">{caption}{body}</hp:tbl>'


def section(*paragraphs: str) -> str:
    """A section document."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><hs:sec xmlns:hs="{SECTION_NS}" '
        f'xmlns:hp="{PARAGRAPH_NS}">{"".join(paragraphs)}</hs:sec>'
    )


def header(inner: str = "") -> str:
    """A header document."""
    return (
        f'<hh:head xmlns:hh="{HEAD_NS}" xmlns:hc="{CORE_NS}" xmlns:hp="{PARAGRAPH_NS}">'
        f"<hh:refList>{inner}</hh:refList></hh:head>"
    )


def hwpx(*sections: str, head: str = "", parts: dict[str, bytes] | None = None) -> bytes:
    """An HWPX file."""
    files = {"mimetype": b"application/hwp+zip", "Contents/header.xml": (head or header()).encode()}
    for number, each in enumerate(sections):
        files[f"Contents/section{number}.xml"] = each.encode()
    files.update(parts or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def record(tag: int, level: int, data: bytes = b"") -> bytes:
    """One HWP 5 record."""
    size = len(data)
    if size < 0xFFF:
        return struct.pack("<I", tag | level << 10 | size << 20) + data
    return struct.pack("<II", tag | level << 10 | 0xFFF << 20, size) + data


def units(text: str) -> bytes:
    """UTF-16 units; a counted text has its length in front."""
    return text.encode("utf-16-le")


def counted(text: str) -> bytes:
    """A text with its number of UTF-16 units before it."""
    return struct.pack("<H", len(units(text)) // 2) + units(text)


def extended(code: int, name: bytes) -> bytes:
    """The eight units that stand for a control in a paragraph's text."""
    return struct.pack("<H4s8sH", code, name[::-1], b"\0" * 8, code)


def para(level: int, text: bytes | str, shape: int = 0, breaks: int = 0) -> bytes:
    """PARA_HEADER and PARA_TEXT."""
    data = units(text) if isinstance(text, str) else text
    head = struct.pack("<IIHBB", len(data) // 2 + 1, 0, shape, 0, breaks) + b"\0" * 10
    return record(66, level, head) + record(67, level + 1, data + b"\r\0")


def list_header(level: int, more: bytes = b"") -> bytes:
    """LIST_HEADER; cells and captions have more to say."""
    return record(72, level, struct.pack("<II", 1, 0) + more)


def table_cell(
    level: int, row: int, column: int, text: bytes | str, span: tuple[int, int] = (1, 1)
) -> bytes:
    """A cell: LIST_HEADER with its address, and its paragraph."""
    more = struct.pack("<4H", column, row, span[1], span[0]) + b"\0" * 18
    return list_header(level, more) + (text if isinstance(text, bytes) else para(level, text))


def table_control(
    level: int, rows: int, columns: int, cells: Iterable[bytes], caption: bytes = b""
) -> bytes:
    """CTRL_HEADER of a table with all that belongs to it; `level` is that of the control."""
    head = record(71, level, b" lbt" + b"\0" * 40) + caption
    size = struct.pack("<IHH", 0, rows, columns) + b"\0" * 10
    return head + record(77, level + 1, size) + b"".join(cells)


def hwp(
    *sections: bytes,
    docinfo: bytes = b"",
    flags: int = 1,
    version: int = 0,
    storage: str = "BodyText",
) -> bytes:
    """An HWP 5 file; sections are deflated where `flags` says so."""
    head = b"HWP Document File".ljust(32, b"\0") + bytes([0, 0, 1, 5])
    head = (head + struct.pack("<III", flags, 0, version)).ljust(256, b"\0")
    pack = deflated if flags & 1 else bytes
    streams = {"FileHeader": head, "DocInfo": pack(docinfo)}
    for number, each in enumerate(sections):
        streams[f"{storage}/Section{number}"] = pack(each)
    return ole(streams)


def deflated(data: bytes) -> bytes:
    """Raw deflate."""
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


def ole(streams: dict[str, bytes]) -> bytes:
    """An OLE container with these streams; a name may stand in one storage."""
    return _Writer().write(streams)


class _Writer:
    """Sectors of 512 bytes; what is smaller than 4096 bytes goes to the mini stream."""

    FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.chain: list[int] = []

    def write(self, streams: dict[str, bytes]) -> bytes:
        mini, mini_chain = b"", []
        starts: dict[str, int] = {}
        for name, data in streams.items():
            if len(data) >= 4096:
                starts[name] = self._add(data)
            else:
                starts[name] = len(mini) // 64 if data else self.END
                count = -(-len(data) // 64)
                first = len(mini_chain)
                mini_chain += [first + i + 1 for i in range(count - 1)] + [self.END] * bool(count)
                mini += data.ljust(count * 64, b"\0")
        mini_start = self._add(mini) if mini else self.END
        mini_fat = struct.pack(f"<{len(mini_chain)}I", *mini_chain)
        mini_fat_start = self._add(mini_fat, b"\xff") if mini_fat else self.END
        directory = self._directory(streams, starts, mini_start, len(mini))
        directory_start = self._add(directory)
        fat_count = 1
        while fat_count * 128 < len(self.chain) + fat_count:
            fat_count += 1
        fat_at = len(self.sectors)
        self.chain += [self.FAT] * fat_count
        fat = struct.pack(f"<{len(self.chain)}I", *self.chain).ljust(fat_count * 512, b"\xff")
        head = struct.pack(
            "<8s16sHHHHHHIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3,
            0xFFFE, 9, 6,
            0, 0, 0, fat_count, directory_start, 0, 4096, mini_fat_start,
            -(-len(mini_fat) // 512), self.END, 0,
        )  # fmt: skip
        difat = [fat_at + i for i in range(fat_count)] + [self.FREE] * (109 - fat_count)
        return head + struct.pack("<109I", *difat) + b"".join(self.sectors) + fat

    def _add(self, data: bytes, filler: bytes = b"\0") -> int:
        first = len(self.sectors)
        count = max(1, -(-len(data) // 512))
        padded = data.ljust(count * 512, filler)
        self.sectors += [padded[at * 512 : at * 512 + 512] for at in range(count)]
        self.chain += [first + i + 1 for i in range(count - 1)] + [self.END]
        return first

    def _directory(
        self, streams: dict[str, bytes], starts: dict[str, int], mini_start: int, mini_size: int
    ) -> bytes:
        storages = sorted({name.partition("/")[0] for name in streams if "/" in name})
        top = [name for name in streams if "/" not in name] + storages
        entries = [("Root Entry", 5, self.FREE, 1, mini_start, mini_size)]
        place = {name: number for number, name in enumerate(top, 1)}
        below = [name for name in streams if "/" in name]
        place |= {name: number for number, name in enumerate(below, len(top) + 1)}
        for index, name in enumerate(top):
            following = place[top[index + 1]] if index + 1 < len(top) else self.FREE
            if name in storages:
                child = next(place[each] for each in below if each.startswith(name + "/"))
                entries.append((name, 1, following, child, 0, 0))
            else:
                entries.append((name, 2, following, self.FREE, starts[name], len(streams[name])))
        for index, name in enumerate(below):
            storage = name.partition("/")[0]
            same = [each for each in below[index + 1 :] if each.startswith(storage + "/")]
            following = place[same[0]] if same else self.FREE
            short = name.partition("/")[2]
            entries.append((short, 2, following, self.FREE, starts[name], len(streams[name])))
        return b"".join(self._entry(*each) for each in entries)

    def _entry(
        self, name: str, kind: int, following: int, child: int, start: int, size: int
    ) -> bytes:
        text = units(name)
        return struct.pack(
            "<64sHBBIII16sIQQIQ", text, len(text) + 2, kind, 1, self.FREE, following, child, b"",
            0, 0, 0, start, size,
        )  # fmt: skip
