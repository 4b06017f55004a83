"""Hostile and broken HWPX and HWP 5 files, each with the status that it must end in.

`CASES` maps a name to a builder and an expectation: `ok`, `partial`, or the class of the error.
As a script it writes the files: python -m tests.extract.readers.hostile_hwp FOLDER
"""

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from extract.errors import DamagedError, EncryptedError, LimitError
from tests.extract.readers.hwp_files import (
    cell,
    deflated,
    extended,
    hwp,
    hwpx,
    list_header,
    ole,
    para,
    paragraph,
    record,
    section,
    table,
    table_cell,
    table_control,
    units,
)

Expected = str | type[Exception]


def nested_hwpx(depth: int) -> bytes:
    before, after = paragraph(table(1, 1, [cell(0, 0, "<hp:p>|")])).split("<hp:p>|")
    return hwpx(section(paragraph("겉"), before * depth + paragraph("속") + after * depth))


def nested_hwp(depth: int) -> bytes:
    body = para(3 * depth, "속")
    for level in range(3 * depth - 3, -3, -3):
        anchor = para(level, extended(11, b"tbl "))
        inside = list_header(level + 2, struct.pack("<4H", 0, 0, 1, 1) + b"\0" * 18) + body
        body = anchor + table_control(level + 1, 1, 1, [inside])
    return hwp(para(0, "겉") + body)


def declared_hwpx(rows: int, columns: int, *cells: str) -> bytes:
    return hwpx(section(paragraph("앞"), paragraph(table(rows, columns, cells))))


def declared_hwp(rows: int, columns: int, *cells: bytes) -> bytes:
    body = para(0, extended(11, b"tbl ")) + table_control(1, rows, columns, cells)
    return hwp(para(0, "앞") + body)


def grid_hwpx() -> list[str]:
    return [cell(row, column, f"칸{row}{column}") for row in range(3) for column in range(3)]


def grid_hwp() -> list[bytes]:
    return [
        table_cell(2, row, column, f"칸{row}{column}") for row in range(3) for column in range(3)
    ]


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", b"application/hwp+zip")
        with archive.open("Contents/section0.xml", "w", force_zip64=True) as part:
            for _ in range(1024):
                part.write(b" " * (1 << 20))
    return out.getvalue()


def deflate_bomb() -> bytes:
    return hwp(bytes(512 << 20))


def record_bomb() -> bytes:
    return hwp(record(66, 0) * 3_100_000)


def doctype() -> bytes:
    entities = '<!DOCTYPE x [<!ENTITY a "가가가가가가가가"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return hwpx(section(paragraph("앞 &b; 뒤")).replace("?>", "?>" + entities, 1))


def wide_doctype() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "가">]>'
    text += section(paragraph("앞 &a; 뒤")).partition("?>")[2]
    return hwpx(section(), parts={"Contents/section0.xml": text.encode("utf-16")})


def fat_loop() -> bytes:
    data = bytearray(hwp(b"".join(para(0, f"문단 {n}" * 40) for n in range(2000)), flags=0))
    fat = struct.unpack_from("<I", data, 76)[0] * 512 + 512
    for sector in range(20, 60):
        struct.pack_into("<I", data, fat + 4 * sector, 20)
    return bytes(data)


def cut(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


def long_report() -> bytes:
    return hwpx(section(*[paragraph(f"{n}. 사업 {n * 7919 % 1000}백만원") for n in range(4000)]))


def bad_record() -> bytes:
    return hwp(para(0, "첫 문단") + struct.pack("<I", 66 | 0xFFE << 20) + b"rest")


def broken_deflate() -> bytes:
    body = b"".join(para(0, f"{n}. 사업 {n * 7919 % 1000}백만원") for n in range(3000))
    packed = bytearray(deflated(body))
    packed[len(packed) // 2 : len(packed) // 2 + 40] = b"\xff" * 40
    header = b"HWP Document File".ljust(32, b"\0") + bytes([0, 0, 1, 5, 1, 0, 0, 0])
    return ole(
        {
            "FileHeader": header.ljust(256, b"\0"),
            "DocInfo": deflated(b""),
            "BodyText/Section0": bytes(packed),
        }
    )


def wrong_checksum() -> bytes:
    body = b"".join(para(0, f"{n}. 사업 {n}백만원") for n in range(30))
    header = b"HWP Document File".ljust(32, b"\0") + bytes([0, 0, 1, 5, 1, 0, 0, 0])
    trailer = struct.pack("<II", zlib.crc32(body) ^ 1, len(body))
    return ole(
        {
            "FileHeader": header.ljust(256, b"\0"),
            "DocInfo": deflated(b""),
            "BodyText/Section0": deflated(body) + trailer,
        }
    )


def malformed() -> bytes:
    text = section(*[paragraph(f"{n}. 사업") for n in range(50)])
    return hwpx(text[: len(text) * 2 // 3])


def silent_hwp() -> bytes:
    return hwp(record(66, 0, bytes(24)) * 400)


def silent_hwpx() -> bytes:
    return hwpx(section(*["<hp:p/>"] * 1000))


def encrypted_hwpx() -> bytes:
    manifest = (
        '<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<odf:file-entry full-path="Contents/section0.xml" size="100"><odf:encryption-data '
        'checksum="AAAA"><odf:algorithm algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"'
        ' initialisation-vector="AAAAAAAAAAAAAAAAAAAAAA=="/><odf:key-derivation salt="AAAA" '
        'iteration-count="1024"/></odf:encryption-data></odf:file-entry></odf:manifest>'
    )
    parts = {"META-INF/manifest.xml": manifest.encode(), "Contents/section0.xml": b"\x93" * 160}
    return hwpx(section(), parts=parts)


def long_text() -> bytes:
    return hwpx(section(paragraph("가" * 6_000_000)))


def field_text() -> bytes:
    return hwp(para(0, struct.pack("<H4s8sH", 3, b"klc%", b"\xd8" * 8, 3) + units("본문")))


CASES: dict[str, tuple[Callable[[], bytes], Expected]] = {
    "nested-60.hwpx": (lambda: nested_hwpx(60), "ok"),
    "nested-100.hwpx": (lambda: nested_hwpx(100), LimitError),
    "nested-1000.hwpx": (lambda: nested_hwpx(1000), LimitError),
    "nested-20000.hwpx": (lambda: nested_hwpx(20_000), LimitError),
    "nested-30.hwp": (lambda: nested_hwp(30), "ok"),
    "nested-100.hwp": (lambda: nested_hwp(100), LimitError),
    "nested-300.hwp": (lambda: nested_hwp(300), LimitError),
    "declared-30000.hwpx": (lambda: declared_hwpx(30_000, 30_000, *grid_hwpx()), "ok"),
    "declared-65535.hwp": (lambda: declared_hwp(65_535, 65_535, *grid_hwp()), "ok"),
    "declared-0.hwp": (lambda: declared_hwp(0, 0, *grid_hwp()), "ok"),
    "address-60000.hwp": (
        lambda: declared_hwp(4, 3, *grid_hwp(), table_cell(2, 60_000, 60_000, "칸99")), "ok",
    ),
    "address-60000.hwpx": (
        lambda: declared_hwpx(4, 3, *grid_hwpx(), cell(60_000, 60_000, "칸99")), "ok",
    ),
    "spans-65535.hwp": (
        lambda: declared_hwp(3, 3, *[table_cell(2, 0, 0, "칸", (65_535, 65_535))] * 3), "ok",
    ),
    "address-negative.hwpx": (lambda: declared_hwpx(3, 3, cell(-7, -7, "칸", (-1, -1))), "ok"),
    "zip-bomb.hwpx": (zip_bomb, LimitError),
    "deflate-bomb.hwp": (deflate_bomb, LimitError),
    "record-bomb.hwp": (record_bomb, LimitError),
    "doctype.hwpx": (doctype, DamagedError),
    "doctype-utf16.hwpx": (wide_doctype, DamagedError),
    "fat-loop.hwp": (fat_loop, DamagedError),
    "checksum.hwp": (wrong_checksum, "partial"),
    "cut-50.hwpx": (lambda: cut(long_report(), 0.5), "partial"),
    "cut-95.hwpx": (lambda: cut(long_report(), 0.95), "partial"),
    "cut-50.hwp": (lambda: cut(hwp(para(0, "가") * 4000, flags=0), 0.5), DamagedError),
    "record-too-long.hwp": (bad_record, "partial"),
    "broken-deflate.hwp": (broken_deflate, "partial"),
    "malformed.hwpx": (malformed, "partial"),
    "no-text.hwp": (silent_hwp, "partial"),
    "no-text.hwpx": (silent_hwpx, "partial"),
    "no-section.hwpx": (lambda: hwpx(parts={"Preview/PrvText.txt": b"x"}), DamagedError),
    "no-section.hwp": (hwp, DamagedError),
    "password.hwp": (lambda: hwp(para(0, "가"), flags=3, version=4), EncryptedError),
    "password-old.hwp": (lambda: hwp(para(0, "가"), flags=3, version=1), EncryptedError),
    "rights.hwp": (lambda: hwp(para(0, "가"), flags=0x11), EncryptedError),
    "password.hwpx": (encrypted_hwpx, EncryptedError),
    "long-text.hwpx": (long_text, "ok"),
    "surrogates-in-control.hwp": (field_text, "ok"),
}  # fmt: skip


def main(folder: str) -> None:
    """Write all cases into `folder`."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, (build, _) in CASES.items():
        (target / name).write_bytes(build())


if __name__ == "__main__":
    main(sys.argv[1])
