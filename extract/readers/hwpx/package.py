"""The package of an HWPX file: which parts it has, in which order, decrypted and parsed.

    mimetype                application/hwp+zip
    META-INF/manifest.xml   what is encrypted, and how
    Contents/content.hpf    the parts, and the reading order of sections
    Contents/header.xml     numberings, bullets, shapes of characters and paragraphs
    Contents/section0.xml   the text

A package without a readable directory (a cut download) is searched for its entries.
"""

import re
import zlib
from typing import Final
from xml.etree.ElementTree import ParseError, XMLParser, fromstring

from lxml import etree

from extract.errors import DamagedError, EncryptedError, InputError, LimitError
from extract.findings import Finding
from extract.readers.archive import Archive, Element
from extract.readers.hancom.doubts import damaged
from extract.readers.hwpx.encryption import Encryption, encryptions
from extract.readers.options import ReadOptions

__all__ = ["LOCAL", "Package", "parse"]

_SECTION: Final = re.compile(r"(?:^|/)section(\d+)\.xml$", re.IGNORECASE)
_MASTER_PAGE: Final = re.compile(r"(?:^|/)masterpage\d+\.xml$", re.IGNORECASE)
_LOCAL_HEADER: Final = b"PK\x03\x04"
MAX_PART_BYTES: Final = 256 << 20
MAX_QUICK_BYTES: Final = 32 << 20
"""Larger sections are left to lxml, whose trees take half the memory."""

_LAYOUT: Final = re.compile(
    rb"<hp:(?:linesegarray>(?>(?:<hp:lineseg\b[^<>]*+>)*)</hp:linesegarray>(?=</hp:p></hp:subList>)"
    rb"|cell(?:Sz|Margin)\b[^<>]*+(?<=/)>)"
)
"""How lines of cells were last laid out, and the sizes of cells: a third of the elements, none with text."""
_LIST: Final = re.compile(rb'<hp:subList(?>(?: \w++="[^"<]*+")+)>')
"""Nine attributes of every cell's list, a quarter of the bytes, none of them read."""
_CELL: Final = re.compile(rb'<hp:tc(?>(?: (?!header="1")\w++="[^"<]*+")+)>')
"""Seven attributes of a cell that is no header cell."""
_PARAGRAPH: Final = re.compile(
    rb' styleIDRef="\d*+" pageBreak="0" columnBreak="0" merged="0"(?>(?: id="\d*+")?)(?=><hp:)'
)
"""The attributes of a paragraph that say nothing, as the word processor writes them."""
_ONE_ADDRESS: Final = b'<hp:cellSpan colSpan="1" rowSpan="1"/>'
_STYLE: Final = re.compile(
    rb"<hh:(?:fontRef|ratio|spacing|relSz|offset|underline|strikeout|outline|shadow|slash|backSlash"
    rb"|leftBorder|rightBorder|topBorder|bottomBorder|diagonal|align|breakSetting|autoSpacing|border"
    rb"|typeInfo|style|font)\b[^<>]*+(?<=/)>"
)
"""Looks of characters, borders and paragraphs: two thirds of the header, and nothing that is read."""
_DECLARATION: Final = b"<!DOCTYPE"
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of UTF-16."""


class Package:
    """The parts of an HWPX file.

    Args:
        data: The file's bytes.
        options: The password is used where parts are encrypted.

    Raises:
        DamagedError: No part can be found.
        EncryptedError: A password is needed, or the given one is wrong.
    """

    def __init__(self, data: bytes, options: ReadOptions) -> None:
        self.findings: list[Finding] = []
        self.complete = True
        self.title = ""
        self._password = options.password
        self._data = data
        self._archive: Archive | None = None
        self._salvaged: dict[str, bytes] = {}
        try:
            self._archive = Archive(data)
            self.names = self._archive.names
        except DamagedError as error:
            self._salvaged = _salvage(data)
            self.names = list(self._salvaged)
            self.gave_up("ZIP", error.detail)
        if not self.names:
            raise DamagedError("HWPX", "no entries")
        self._encryptions: dict[str, Encryption] = {}
        if "META-INF/manifest.xml" in self.names:
            manifest = self.part("META-INF/manifest.xml")
            self._encryptions = {} if manifest is None else encryptions(manifest)

    def gave_up(self, part: str, detail: str) -> None:
        """Note that `part` was read in part only, or not at all."""
        self.findings.append(damaged(part, detail))
        self.complete = False

    def sections(self) -> list[str]:
        """Names of the sections in reading order."""
        found = [(int(match[1]), name) for name in self.names if (match := _SECTION.search(name))]
        spine = {name: place for place, name in enumerate(self._read_contents())}
        return [
            name
            for _, name in sorted(found, key=lambda each: (spine.get(each[1], len(spine)), each))
        ]

    def master_pages(self) -> list[str]:
        """Names of the master pages (바탕쪽), which hold what every page repeats."""
        return sorted(name for name in self.names if _MASTER_PAGE.search(name))

    def _read_contents(self) -> list[str]:
        """Return the parts in reading order, and note the title, as content.hpf states them."""
        root = self.part("Contents/content.hpf") if "Contents/content.hpf" in self.names else None
        if root is None:
            return []
        items: dict[str, str] = {}
        order: list[str] = []
        for element in root.iter():
            name = LOCAL[element.tag]
            if name == "item":
                items[element.get("id", "")] = element.get("href", "")
            elif name == "itemref":
                order.append(element.get("idref", ""))
            elif name == "title":
                self.title = " ".join((element.text or "").split())
        return [items[each] for each in order if each in items]

    def part(self, name: str) -> Element | None:
        """Return the root of a part; None, and a finding, where nothing of it can be read.

        Raises:
            EncryptedError: A password is needed, or the given one is wrong.
            LimitError: It is larger or deeper than any document.
        """
        try:
            data = self._bytes(name)
            in_section = _SECTION.search(name) is not None
            if b"<![CDATA[" not in data:
                data = _without_idle_parts(data) if in_section else _STYLE.sub(b"", data)
            root, fault = _well_formed(data) if in_section else None, ""
            if root is None:
                root, fault = parse(data, name)
        except (EncryptedError, LimitError):
            raise
        except InputError as error:
            self.gave_up(name, error.detail)
            return None
        if fault:
            self.gave_up(name, fault)
        return root

    def _bytes(self, name: str) -> bytes:
        data = self._packed(name)
        if name in getattr(self, "_encryptions", {}):
            data = self._encryptions[name].decrypt(data, self._password)
        if len(data) > MAX_PART_BYTES:
            raise LimitError(name, f"{len(data)} bytes")
        return data

    def _packed(self, name: str) -> bytes:
        if self._archive is None:
            return self._salvaged.get(name, b"")
        try:
            return self._archive.read(name)
        except DamagedError as error:
            # The checksum is wrong, or the stream breaks off: what comes before is still text.
            self._salvaged = self._salvaged or _salvage(self._data)
            if name not in self._salvaged:
                raise
            self.gave_up(name, error.detail)
            return self._salvaged[name]


class _Names(dict[str, str]):
    """Remembers the names; a file has some hundred different tags and a hundred thousand elements."""

    def __missing__(self, tag: str) -> str:
        name = tag.rpartition("}")[2]
        if len(self) < 4096:
            self[tag] = name
        return name


LOCAL: Final = _Names()
"""A tag -> its name without the name space; Hancom has changed these, never the names.

>>> LOCAL["{http://www.hancom.co.kr/hwpml/2011/paragraph}tbl"]
'tbl'
"""


def _without_idle_parts(data: bytes) -> bytes:
    """Cut out what no record needs: parsing it would take twice as long as all the rest."""
    data = _LIST.sub(b"<hp:subList>", _LAYOUT.sub(b"", data))
    data = _PARAGRAPH.sub(b"", _CELL.sub(b"<hp:tc>", data))
    return data.replace(_ONE_ADDRESS, b"")


def _well_formed(data: bytes) -> Element | None:
    """Parse a part that is as it should be; its tree takes half as long to walk as that of lxml."""
    if len(data) > MAX_QUICK_BYTES or _DECLARATION in data or data.startswith(_WIDE):
        return None
    try:
        return fromstring(data, XMLParser(encoding="utf-8"))  # noqa: S314 - declares nothing
    except (ParseError, ValueError, LookupError):
        return None


def parse(data: bytes, name: str) -> tuple[Element, str]:
    """Parse a part; returns its root and, where it is not well-formed, what is wrong with it.

    Raises:
        DamagedError: Nothing can be read, or it declares a document type.
        LimitError: It is nested deeper than any document.
    """
    if data.startswith(_WIDE):
        data = data.decode("utf-16", errors="replace").encode()
    if _DECLARATION in data:
        raise DamagedError(name, "a document type declaration has no place in it")
    # `encoding` overrides what the part declares, so the search above can't be fooled by a codec.
    # `huge_tree` lifts the depth limit to 2048: 64 tables inside each other are 400 elements deep.
    fault = ""
    try:
        root = etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        fault = str(error)
        if "xcessive depth" in fault:
            raise LimitError(name, fault) from error
        root = _recovered(data, name, fault)
    return root, fault


def _recovered(data: bytes, name: str, fault: str) -> Element:
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError as error:
        raise DamagedError(name, fault) from error
    if root is None:
        raise DamagedError(name, fault)
    return root


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,  # so that every tag is a text
        recover=recover,
    )


def _salvage(data: bytes) -> dict[str, bytes]:
    """Find entries by their local headers, and inflate each as far as it goes."""
    found: dict[str, bytes] = {}
    at = data.find(_LOCAL_HEADER)
    while at >= 0 and len(found) < 1000:
        head = data[at : at + 30]
        if len(head) < 30:
            break
        begin = at + 30 + int.from_bytes(head[26:28], "little")
        name = data[at + 30 : begin].decode("utf-8", errors="replace")
        begin += int.from_bytes(head[28:30], "little")
        following = data.find(_LOCAL_HEADER, begin)
        packed = data[begin : following if following >= 0 else len(data)]
        if name.endswith((".xml", ".hpf")):
            text = packed if head[8:10] == b"\0\0" else _inflated(packed, name)
            if text:
                found[name] = text
        at = following
    return found


def _inflated(packed: bytes, name: str) -> bytes:
    engine = zlib.decompressobj(-15)
    chunks: list[bytes] = []
    size = 0
    for at in range(0, len(packed), 4096):
        try:
            chunks.append(engine.decompress(packed[at : at + 4096], MAX_PART_BYTES))
        except zlib.error:
            break
        size += len(chunks[-1])
        if size > MAX_PART_BYTES:
            raise LimitError(name, f"more than {MAX_PART_BYTES} bytes")
        if engine.eof:
            break
    return b"".join(chunks)
