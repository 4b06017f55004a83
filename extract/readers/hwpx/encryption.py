"""Password-protected parts (문서 암호), encrypted as in OpenDocument 1.2, part 3, 3.4.

start key   SHA-256 of the password
key         PBKDF2 with HMAC-SHA-1, salt and count from the manifest
part        AES-256-CBC of the deflated part, its last block filled up
checksum    SHA-256 of the first 1,024 bytes of the part
"""

import base64
import binascii
import hashlib
import hmac
import zlib
from typing import Final, NamedTuple

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from extract.errors import DamagedError, EncryptedError, LimitError, UnsupportedError
from extract.readers.archive import Element

__all__ = ["Encryption", "encryptions"]

MAX_ITERATIONS: Final = 2_000_000
MAX_PART_BYTES: Final = 256 << 20


class Encryption(NamedTuple):
    """How one part is encrypted, as the manifest states it."""

    name: str
    algorithm: str
    vector: bytes
    salt: bytes
    iterations: int
    checksum: bytes
    size: int

    def decrypt(self, data: bytes, password: str | None) -> bytes:
        """Return the part in clear.

        Raises:
            EncryptedError: No password is given, or it is wrong.
            UnsupportedError: The method is not the documented one.
            LimitError: It asks for more work than any document.
        """
        if password is None:
            raise EncryptedError("HWPX")
        if not self.algorithm.endswith("aes256-cbc") or len(self.vector) != 16:
            raise UnsupportedError("HWPX", self.algorithm)
        if not 0 < self.iterations <= MAX_ITERATIONS or self.size > MAX_PART_BYTES:
            raise LimitError(self.name, f"{self.iterations} iterations, {self.size} bytes")
        start = hashlib.sha256(password.encode()).digest()
        # The manifest does not say which hash PBKDF2 runs on; OpenDocument 1.2 means SHA-1.
        for digest in ("sha1", "sha256"):
            key = hashlib.pbkdf2_hmac(digest, start, self.salt, self.iterations, 32)
            clear = self._inflated(data, key)
            if hmac.compare_digest(hashlib.sha256(clear[:1024]).digest(), self.checksum):
                return clear
        raise EncryptedError("HWPX", "wrong password")

    def _inflated(self, data: bytes, key: bytes) -> bytes:
        decryptor = Cipher(algorithms.AES(key), modes.CBC(self.vector)).decryptor()
        packed = decryptor.update(data[: len(data) // 16 * 16])
        try:
            return zlib.decompressobj(-15).decompress(packed, self.size + 1)
        except zlib.error:
            return b""


def encryptions(manifest: Element) -> dict[str, Encryption]:
    """Read the manifest: the name of each encrypted part -> how.

    Raises:
        DamagedError: It says that a part is encrypted, and not how.
    """
    found: dict[str, Encryption] = {}
    for entry in manifest.iterfind(".//{*}file-entry"):
        data = entry.find("{*}encryption-data")
        if data is None:
            continue
        name = _attribute(entry, "full-path")
        algorithm = data.find("{*}algorithm")
        derivation = data.find("{*}key-derivation")
        if algorithm is None or derivation is None:
            raise DamagedError("META-INF/manifest.xml", name)
        try:
            found[name] = Encryption(
                name,
                _attribute(algorithm, "algorithm-name"),
                base64.b64decode(_attribute(algorithm, "initialisation-vector")),
                base64.b64decode(_attribute(derivation, "salt")),
                int(_attribute(derivation, "iteration-count")),
                base64.b64decode(_attribute(data, "checksum")),
                int(_attribute(entry, "size") or MAX_PART_BYTES),
            )
        except (binascii.Error, ValueError) as error:
            raise DamagedError("META-INF/manifest.xml", str(error)) from error
    return found


def _attribute(element: Element, name: str) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
