"""The OLE container of an HWP 5 file: its header, and its streams decrypted and inflated.

FileHeader           signature, version, what is compressed, protected, tracked
DocInfo              shapes, numberings, bullets
BodyText/Section0    the text
ViewText/Section0    the text of a distribution document (배포용 문서)
"""

import io
import re
import struct
import zlib
from contextlib import suppress
from typing import Final

import olefile

from extract.errors import DamagedError, EncryptedError, LimitError
from extract.findings import Finding
from extract.readers.hancom.doubts import damaged
from extract.readers.hwp import distribution, encryption
from extract.readers.options import ReadOptions

__all__ = ["Container"]

_SIGNATURE: Final = b"HWP Document File"
_COMPRESSED, _PASSWORD, _DISTRIBUTION, _RIGHTS = 0x1, 0x2, 0x4, 0x10
_CERTIFICATE, _CERTIFICATE_RIGHTS, _TRACKED = 0x100, 0x400, 0x4000
MAX_STREAM_BYTES: Final = 256 << 20
MAX_RATIO: Final = 200
RATIO_MATTERS_FROM: Final = 64 << 20
_STEP: Final = 1 << 14
_OLE_ERRORS: Final = (
    OSError, struct.error, IndexError, ValueError, KeyError, TypeError, AttributeError,
    RecursionError, OverflowError,
)  # fmt: skip
"""What olefile raises on damaged files, measured on 2,000 mutations."""


class Container:
    """An opened HWP 5 file.

    Args:
        data: The file's bytes.
        options: The password is used where the file is protected by one.

    Raises:
        DamagedError: The container can't be opened, or is not that of an HWP 5 file.
        EncryptedError: It is protected by an unknown method, or no password is given.
    """

    def __init__(self, data: bytes, options: ReadOptions) -> None:
        self.findings: list[Finding] = []
        self.complete = True
        self._damaged: set[str] = set()
        try:
            self._open(data)
        except _OLE_ERRORS as error:
            self.gave_up("OLE", str(error))
            try:
                self._open(_lengthened(data))
            except _OLE_ERRORS:
                raise DamagedError("HWP", str(error)) from error
        header = self._raw("FileHeader")
        if not header.startswith(_SIGNATURE) or len(header) < 40:
            raise DamagedError("HWP", "FileHeader")
        (self._flags,) = struct.unpack_from("<I", header, 36)
        if self._flags & (_RIGHTS | _CERTIFICATE | _CERTIFICATE_RIGHTS):
            raise EncryptedError("HWP", "DRM")
        self._key: bytes | None = None
        if self._flags & _PASSWORD:
            self._key = encryption.key(options.password, header)

    def _open(self, data: bytes) -> None:
        self._ole = olefile.OleFileIO(io.BytesIO(data))
        self._names = {"/".join(path).lower(): path for path in self._ole.listdir()}

    def gave_up(self, part: str, detail: str) -> None:
        """Note that `part` was read in part only, or not at all."""
        if part not in self._damaged:
            self._damaged.add(part)
            self.findings.append(damaged(part, detail))
        self.complete = False

    def sections(self) -> list[str]:
        """Names of the streams that hold the text, in order."""
        for storage in ("viewtext", "bodytext") if self._in_view else ("bodytext", "viewtext"):
            pattern = re.compile(storage + r"/section(\d{1,5})")
            found = [(int(m[1]), name) for name in self._names if (m := pattern.fullmatch(name))]
            if found:
                return [name for _, name in sorted(found)]
        return []

    @property
    def _in_view(self) -> bool:
        # A tracked document keeps its final text in BodyText, and the marked one in ViewText.
        return bool(self._flags & (_DISTRIBUTION | _TRACKED))

    def stream(self, name: str) -> bytes:
        """Return a stream decrypted and inflated, as far as it goes.

        Raises:
            EncryptedError: The password is wrong.
            LimitError: It inflates to more than any document holds.
        """
        data = self._raw(name)
        if self._key is not None:
            data = encryption.decrypt(self._key, data)
        if self._flags & _DISTRIBUTION and name.startswith("viewtext/"):
            try:
                data = distribution.decrypt(data)
            except DamagedError as error:
                self.gave_up(name, error.detail)
                return b""
        if not self._flags & _COMPRESSED:
            return data
        inflated, fault = _inflate(data, name)
        if fault and self._key is not None:
            raise EncryptedError("HWP", "wrong password")
        if fault:
            self.gave_up(name, fault)
        return inflated

    def title(self) -> str:
        """The title that the summary states, or empty."""
        try:
            path = self._names.get("\x05hwpsummaryinformation")
            found = self._ole.getproperties(path).get(2, "") if path else ""
        except _OLE_ERRORS:
            return ""
        # The library reads on behind the NUL that ends the title.
        return " ".join(found.split("\0")[0].split()) if isinstance(found, str) else ""

    def _raw(self, name: str) -> bytes:
        path = self._names.get(name.lower())
        if path is None:
            self.gave_up(name, "missing")
            return b""
        try:
            self._refuse_loop(path)
            data: bytes = self._ole.openstream(path).read()
        except _OLE_ERRORS as error:
            self.gave_up(name, str(error))
            return b""
        if len(data) < self._ole.get_size(path):
            self.gave_up(name, f"{len(data)} of {self._ole.get_size(path)} bytes")
        return data

    def _refuse_loop(self, path: list[str]) -> None:
        """A chain of sectors that comes back to itself would read as text repeated."""
        entry = self._ole.direntries[self._ole._find(path)]  # noqa: SLF001 - no public name
        if entry.size < self._ole.minisectorcutoff:
            return
        chain = self._ole.fat
        seen: set[int] = set()
        sector = entry.isectStart
        while sector < len(chain):
            if sector in seen:
                raise DamagedError("HWP", "sectors form a loop")
            seen.add(sector)
            sector = chain[sector]


def _lengthened(data: bytes) -> bytes:
    """Fill a cut file up to the length that its sector table has room for."""
    (tables,) = struct.unpack_from("<I", data.ljust(48, b"\0"), 44)
    room = 512 + min(tables, MAX_STREAM_BYTES // (128 * 512)) * 128 * 512
    return data.ljust(room, b"\0")


def _inflate(data: bytes, name: str) -> tuple[bytes, str]:
    """Return what `data` inflates to, and what stopped it."""
    engine = zlib.decompressobj(-15)
    allowed = min(MAX_STREAM_BYTES, max(RATIO_MATTERS_FROM, MAX_RATIO * len(data)))
    chunks: list[bytes] = []
    fault = ""
    for at in range(0, len(data), _STEP):
        try:
            chunks.append(engine.decompress(data[at : at + _STEP], allowed + 1))
        except zlib.error as error:
            chunks.append(_last_bytes(data[:at], data[at : at + _STEP]))
            fault = str(error)
            break
        allowed -= len(chunks[-1])
        if allowed < 0:
            raise LimitError(name, f"{len(data)} bytes inflate to more than any document")
        if engine.eof:
            break
    inflated = b"".join(chunks)
    if not fault:
        fault = _fault_behind(engine, data[at + _STEP :] if data else b"", inflated)
    return inflated, fault


def _fault_behind(engine: "zlib._Decompress", rest: bytes, inflated: bytes) -> str:
    """Compare with the checksum and the size that the word processor writes behind a stream."""
    if not engine.eof:
        return "incomplete deflate stream"
    behind = engine.unused_data + rest
    if behind.strip(b"\0") and struct.pack("<I", zlib.crc32(inflated)) not in behind:
        return "checksum"
    return ""


def _last_bytes(before: bytes, rest: bytes) -> bytes:
    """Inflate `rest` byte by byte up to where it is broken, behind `before`, which is sound."""
    engine = zlib.decompressobj(-15)
    engine.decompress(before)
    found: list[bytes] = []
    with suppress(zlib.error):
        found.extend(engine.decompress(rest[at : at + 1]) for at in range(len(rest)))
    return b"".join(found)
