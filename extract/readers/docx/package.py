"""The parts of a DOCX file: which part is the document, and what it refers to."""

import io
import posixpath
from typing import IO, Final, NamedTuple

from extract.errors import DamagedError
from extract.readers.archive import Archive, Element, parse_xml
from extract.readers.docx.names import STRICT_TO_TRANSITIONAL, integer, w
from extract.readers.docx.paragraphs import PageMarks

__all__ = ["Package", "Part", "notes_by_id"]

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_PAGES: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
MAX_WHOLE_BYTES: Final = 4 << 20
"""Up to this size a document is parsed at once, which takes two thirds of the time."""

_RENDERED: Final = b"lastRenderedPageBreak"
_STRICT_MARK: Final = b"purl.oclc.org/ooxml/"


class Part(NamedTuple):
    """A part that the document refers to: the last word of its relationship type, and its entry."""

    kind: str
    name: str


class Package:
    """An opened DOCX file.

    Args:
        data: The bytes of the file.

    Raises:
        DamagedError: No ZIP file, or none with a document in it.
        LimitError: See `Archive`.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        main = [part.name for part in self._relations("") if part.kind == "officeDocument"]
        found = [name for name in (*main, "word/document.xml") if name in self._archive]
        if not found:
            raise DamagedError("DOCX", "there is no document part")
        self.main = found[0]
        self.parts = [part for part in self._relations(self.main) if part.name in self._archive]

    def named(self, kind: str) -> list[str]:
        """Entries of the parts of one kind, each once."""
        return list(dict.fromkeys(part.name for part in self.parts if part.kind == kind))

    def root(self, kind: str) -> Element | None:
        """The root of the first part of a kind, or None."""
        names = self.named(kind)
        return self.xml(names[0]) if names else None

    def xml(self, name: str) -> Element:
        """The root of a part."""
        return parse_xml(_transitional(self._archive.read(name)), name)

    def stream(self) -> IO[bytes]:
        """The document part, to be read piece by piece."""
        with self._archive.open(self.main) as stream:
            strict = _STRICT_MARK in stream.read(4096)
        if strict:
            return io.BytesIO(_transitional(self._archive.read(self.main)))
        return self._archive.open(self.main)

    def small_document(self) -> Element | None:
        """The root of the document part, or None where it is too large to stand in memory at once."""
        if self._archive.size(self.main) > MAX_WHOLE_BYTES:
            return None
        return self.xml(self.main)

    def title(self) -> str:
        """The title of the file's properties, or nothing."""
        root = self._property_root("core-properties")
        return "" if root is None else (root.findtext(_TITLE) or "").strip()

    def pages(self) -> int:
        """The number of pages that the file states, or 0."""
        root = self._property_root("extended-properties")
        return 0 if root is None else integer((root.findtext(_PAGES) or "").strip())

    def page_marks(self) -> PageMarks:
        """What begins a page; nothing, where the file does not state its pages."""
        if self.pages() < 2:
            return "none"
        with self._archive.open(self.main) as stream:
            tail = b""
            while chunk := stream.read(1 << 20):
                if _RENDERED in tail + chunk:
                    return "rendered"
                tail = chunk[-len(_RENDERED) :]
        return "explicit"

    def _property_root(self, kind: str) -> Element | None:
        for part in self._relations(""):
            if part.kind == kind and part.name in self._archive:
                return self.xml(part.name)
        return None

    def _relations(self, source: str) -> list[Part]:
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._archive:
            return []
        parts = []
        for relation in parse_xml(self._archive.read(name), name).iter(_RELATION):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                parts.append(Part(relation.get("Type", "").rpartition("/")[2], target.lstrip("/")))
        return parts


def _transitional(data: bytes) -> bytes:
    if _STRICT_MARK in data[:4096]:
        for strict, transitional in STRICT_TO_TRANSITIONAL:
            data = data.replace(strict, transitional)
    return data


def notes_by_id(root: Element | None, name: str) -> dict[str, Element]:
    """The notes of a part by their id; separators have a type and are none."""
    if root is None:
        return {}
    return {
        note.get(w("id"), ""): note
        for note in root.findall(w(name))
        if note.get(w("type")) in {None, "normal"}
    }
