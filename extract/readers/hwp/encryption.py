"""Password-protected HWP 5 files (문서 암호): AES-128 in one-bit cipher feedback.

    key    first 16 bytes of SHA-1 over the password, each byte behind the last one turned by a bit
    text   each bit is that of the file, turned over by the first bit of AES over the 128 before it

Hancom does not publish this; it is known from analyses in public and holds for files of version 4
(한글 7.0 and later). Older ones are refused.
"""

import hashlib
import struct
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from extract.errors import EncryptedError, LimitError

__all__ = ["decrypt", "key"]

_FIRST: Final = 0xEC
_VERSION: Final = 4
MAX_BYTES: Final = 64 << 20
_BLOCK: Final = 16
_CHUNK: Final = 1 << 16


def key(password: str | None, header: bytes) -> bytes:
    """Return the key that opens the streams of a file with this FileHeader.

    Raises:
        EncryptedError: No password is given, or the file is of a version that is not known.
    """
    (version,) = struct.unpack_from("<I", header.ljust(48, b"\0"), 44)
    if password is None:
        raise EncryptedError("HWP")
    if version != _VERSION:
        raise EncryptedError("HWP", f"EncryptVersion {version}")
    mixed = bytearray()
    before = _FIRST
    for byte in password.encode("cp949", errors="replace"):
        mixed += bytes([(before << 1 | before >> 7) & 0xFF, byte])
        before = byte
    return hashlib.sha1(mixed, usedforsecurity=False).digest()[:_BLOCK]


def decrypt(secret: bytes, data: bytes) -> bytes:
    """Return `data` in clear."""
    if len(data) > MAX_BYTES:
        raise LimitError("HWP", f"{len(data)} encrypted bytes")
    register = bytes(_BLOCK)
    chunks: list[bytes] = []
    for at in range(0, len(data), _CHUNK):
        chunk = data[at : at + _CHUNK]
        chunks.append(_decrypt_chunk(secret, register, chunk))
        register = (register + chunk)[-_BLOCK:]
    return b"".join(chunks)


def _decrypt_chunk(secret: bytes, register: bytes, chunk: bytes) -> bytes:
    # All 128-bit windows are known beforehand, so eight calls do what a loop over bits would.
    behind = int.from_bytes(register + chunk + b"\0", "big")
    width = _BLOCK + len(chunk) + 1
    clear = bytearray(chunk)
    for bit in range(8):
        turned = (behind << bit).to_bytes(width + 1, "big")[1:]
        windows = b"".join(turned[at : at + _BLOCK] for at in range(len(chunk)))
        engine = Cipher(algorithms.AES(secret), modes.ECB()).encryptor()  # noqa: S305 - as the format has it
        firsts = engine.update(windows)[::_BLOCK]
        for at, first in enumerate(firsts):
            clear[at] ^= (first & 0x80) >> bit
    return bytes(clear)
