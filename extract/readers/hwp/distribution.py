"""Distribution documents (배포용 문서): copies scrambled with a key that they carry.

    record   DISTRIBUTE_DOC_DATA, 256 bytes, masked by a sequence of pseudo-random numbers
    key      16 bytes in it, at 4 + the lowest four bits of the seed
    text     AES-128-ECB of the deflated section

Source: 한글 문서 파일 형식 배포용 문서, revision 1.2 (한글과컴퓨터). It keeps nobody from reading;
it keeps the word processor from editing and printing.
"""

import struct
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from extract.errors import DamagedError
from extract.readers.hwp.record import Tag

__all__ = ["decrypt"]

_RECORD_BYTES: Final = 256


def decrypt(stream: bytes) -> bytes:
    """Return the deflated section that a ViewText stream hides.

    Raises:
        DamagedError: The stream does not begin with its key.
    """
    if len(stream) < 4 + _RECORD_BYTES:
        raise DamagedError("ViewText", "no key")
    (header,) = struct.unpack_from("<I", stream)
    if header & 0x3FF != Tag.DISTRIBUTE_DOC_DATA or header >> 20 != _RECORD_BYTES:
        raise DamagedError("ViewText", "no key")
    masked = stream[4 : 4 + _RECORD_BYTES]
    (seed,) = struct.unpack_from("<I", masked)
    clear = bytes(a ^ b for a, b in zip(masked, _mask(seed), strict=True))
    offset = 4 + (seed & 0xF)
    text = stream[4 + _RECORD_BYTES :]
    # ECB is what the format prescribes.
    cipher = Cipher(algorithms.AES(clear[offset : offset + 16]), modes.ECB())  # noqa: S305 - the format encrypts by ECB
    return cipher.decryptor().update(text[: len(text) // 16 * 16])


def _mask(seed: int) -> bytes:
    """The random numbers of Microsoft's C library: a value, then how often it stands."""
    mask = bytearray()
    state = seed
    while len(mask) < _RECORD_BYTES:
        state = (state * 214013 + 2531011) & 0xFFFFFFFF
        value = state >> 16 & 0xFF
        state = (state * 214013 + 2531011) & 0xFFFFFFFF
        mask += bytes([value]) * ((state >> 16 & 0xF) + 1)
    return bytes(mask[:_RECORD_BYTES])
