import hashlib
import re

import pytest

from extract.errors import EncryptedError
from extract.readers.options import ReadOptions
from extract.readers.pdf import read
from tests.extract.readers.pdf.pdf_pages import PdfPage, pdf

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
RIGHTS = -4
RIGHT_ONE = "12345"
FILE_ID = b"0123456789abcdef"


def rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def locked(password: str) -> bytes:
    """A file with the standard protection of PDF 1.1: RC4 with a key of 40 bits."""
    padded = (password.encode() + PADDING)[:32]
    owner = rc4(md5(padded)[:5], padded)
    rights = RIGHTS.to_bytes(4, "little", signed=True)
    key = md5(padded + owner + rights + FILE_ID)[:5]
    user = rc4(key, PADDING)
    entry = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}>"
        f" /P {RIGHTS} >> /ID [<{FILE_ID.hex()}> <{FILE_ID.hex()}>] /Root"
    )
    plain = pdf(PdfPage().text(50, 100, "가나다"))

    def encrypted(found: re.Match[bytes]) -> bytes:
        number = int(found[1]).to_bytes(3, "little") + b"\0\0"
        return found[0][: -len(found[2])] + rc4(md5(key + number)[:10], found[2])

    parts = re.sub(
        rb"(\d+) 0 obj\n<<(?:(?!endobj).)*?stream\n(.*?)(?=\nendstream)",
        encrypted,
        plain,
        flags=re.DOTALL,
    )
    return parts.replace(b"/Root", entry.encode())


@pytest.mark.parametrize("password", [None, "54321"])
def test_a_locked_file_asks_for_its_password(password: str | None) -> None:
    with pytest.raises(EncryptedError):
        read(locked("12345"), ReadOptions(password=password))


def test_its_password_opens_a_locked_file() -> None:
    assert read(locked(RIGHT_ONE), ReadOptions(password=RIGHT_ONE)).text == "가나다\n"
