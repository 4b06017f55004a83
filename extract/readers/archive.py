"""The ZIP container of office formats, opened with limits, and its XML, parsed without surprises.

Nothing in the file is trusted: sizes are counted while reading, names are never used as paths, a
document type declaration is refused (it can only hide or blow up text), and every error of the
libraries becomes one of ours.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final, TypeAlias

from lxml import etree

from extract.errors import DamagedError, EncryptedError, InputError, LimitError, UnsupportedError

__all__ = ["Archive", "Element", "parse_xml", "stream_xml"]

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives its element type no public name

MAX_ENTRIES: Final = 10_000
MAX_MEMBER_BYTES: Final = 512 << 20
# A table of 100,000 rows packs 48 : 1; only bombs pack better than this at such a size.
MAX_RATIO: Final = 200
RATIO_MATTERS_FROM: Final = 64 << 20
_ENCRYPTED_FLAG: Final = 0x1
_LIMIT_WORDS: Final = ("huge", "excessive depth", "amplification", "too long", "limit")


class Archive:
    """A ZIP file in memory.

    Args:
        data: The bytes of the file.

    Raises:
        DamagedError: It is no ZIP file, or its directory is broken.
        LimitError: It has more entries than any document.
    """

    def __init__(self, data: bytes) -> None:
        with as_our_errors("ZIP"):
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        if len(self._entries) > MAX_ENTRIES:
            raise LimitError("ZIP", f"{len(self._entries)} entries")

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> list[str]:
        """The names of the entries in the order of the directory."""
        return list(self._entries)

    def size(self, name: str) -> int:
        """Bytes that the directory says an entry of it unpacks to."""
        return self._entries[name].file_size

    def open(self, name: str) -> IO[bytes]:
        """Return a reader of an entry that stops at the limits.

        Raises:
            DamagedError: There is no such entry.
            EncryptedError: The entry is encrypted.
            LimitError: The entry would unpack to more than any document holds.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise DamagedError(name, "entry is missing")
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise EncryptedError(name)
        packed = max(entry.compress_size, 1)
        allowed = min(MAX_MEMBER_BYTES, max(RATIO_MATTERS_FROM, MAX_RATIO * packed))
        if entry.file_size > allowed:
            raise LimitError(name, f"{packed} bytes unpack to {entry.file_size}")
        with as_our_errors(name):
            return _Counted(self._zip.open(entry), name, allowed)

    def read(self, name: str) -> bytes:
        """Return the bytes of an entry; errors as of `open`."""
        with as_our_errors(name), self.open(name) as stream:
            return stream.read()


class _Counted(io.RawIOBase, IO[bytes]):
    """A stream that refuses to give more bytes than allowed, whatever the directory declares."""

    def __init__(self, stream: IO[bytes], name: str, allowed: int) -> None:
        self._stream = stream
        self._name = name
        self._left = allowed

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        with as_our_errors(self._name):
            data = self._stream.read(self._left + 1 if size < 0 else size)
        self._left -= len(data)
        if self._left < 0:
            raise LimitError(self._name, "unpacks to more than its directory says")
        return data


@contextmanager
def as_our_errors(name: str) -> Iterator[None]:
    """Turn what zipfile, zlib and lxml raise into errors of ours that name the entry."""
    try:
        yield
    except InputError:
        raise
    except etree.XMLSyntaxError as error:
        kind = (
            LimitError if any(word in str(error).lower() for word in _LIMIT_WORDS) else DamagedError
        )
        raise kind(name, str(error)) from error
    except NotImplementedError as error:  # what zipfile raises for a compression it does not know
        raise UnsupportedError(name, str(error)) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        OSError,
        ValueError,
        LookupError,
        RuntimeError,
    ) as error:
        raise DamagedError(name, str(error)) from error


def parse_xml(data: bytes, name: str) -> Element:
    """Parse one XML part.

    Args:
        data: The bytes of the part.
        name: Its name, for messages.

    Raises:
        DamagedError: It is not well-formed, or declares a document type.
        LimitError: It is nested deeper than 256, or one text is longer than 10 MB.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
    )
    with as_our_errors(name):
        root = etree.fromstring(data, parser)
        _refuse_doctype(root, name)
    return root


def stream_xml(
    stream: IO[bytes], name: str, tags: tuple[str, ...]
) -> Iterator[tuple[str, Element]]:
    """Yield ("start" | "end", element) for elements with one of `tags`, while the part is read.

    Errors as of `parse_xml`. The caller removes what it is done with, so that memory stays flat.
    """
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
    )
    checked = False
    with as_our_errors(name):
        for event, element in events:
            if not checked:
                _refuse_doctype(element, name)
                checked = True
            yield event, element
        if not checked:
            _refuse_doctype(events.root, name)


def _refuse_doctype(element: Element, name: str) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise DamagedError(name, "a document type declaration has no place in an office document")
