"""ODT (OpenDocument text, ISO/IEC 26300) to `Document`.

lists       list numbers and bullets as printed
content     paragraphs and tables of `content.xml`, laid down with a composer
"""

from dataclasses import replace
from typing import Final

from extract.document import Document, Role
from extract.errors import EncryptedError
from extract.readers.archive import Archive, Element, parse_xml
from extract.readers.composer import Composer
from extract.readers.odt.content import ContentReader, Laid
from extract.readers.odt.lists import ListStyles
from extract.readers.odt.names import OFFICE, STYLE
from extract.readers.options import ReadOptions

__all__ = ["read"]

_META: Final = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_ENCRYPTION: Final = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_MANIFEST: Final = "META-INF/manifest.xml"


def read(data: bytes, options: ReadOptions) -> Document:
    """Read an ODT file.

    Args:
        data: The bytes of the file.
        options: Not needed: protected files are refused.

    Raises:
        DamagedError: The container or its XML is broken.
        EncryptedError: The file is protected with a password.
        LimitError: It would unpack or nest beyond what documents do.
    """
    del options
    archive = Archive(data)
    if _MANIFEST in archive and _root(archive, _MANIFEST).find(f".//{_ENCRYPTION}") is not None:
        raise EncryptedError("ODT")
    content = _root(archive, "content.xml")
    styles = [content]
    if "styles.xml" in archive:
        styles.append(_root(archive, "styles.xml"))
    title, pages = "", 0
    if "meta.xml" in archive:
        meta = _root(archive, "meta.xml")
        title = (meta.findtext(f".//{_TITLE}") or "").strip()
        statistic = meta.find(f".//{_META}document-statistic")
        stated = "" if statistic is None else statistic.get(f"{_META}page-count", "")
        pages = int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 9 else 0
    document = _lay(ContentReader(content, ListStyles(styles)), styles, title)
    # Page breaks that someone's program left behind count only where it states as many pages.
    known = 1 < len(document.page_starts) == pages
    return document if known else replace(document, page_starts=())


def _root(archive: Archive, name: str) -> Element:
    return parse_xml(archive.read(name), name)


def _lay(reader: ContentReader, parts: list[Element], title: str) -> Document:
    composer = Composer("odt")
    composer.page()
    _running(composer, reader, parts, "header", "page-header")
    body = parts[0].find(f"{OFFICE}body/{OFFICE}text")
    for block in () if body is None else reader.blocks(body):
        if isinstance(block, Laid):
            composer.paragraph(block.text, role=block.role, depth=block.depth)
        else:
            composer.table(block)
    _running(composer, reader, parts, "footer", "page-footer")
    return composer.document(title=title)


def _running(
    composer: Composer, reader: ContentReader, parts: list[Element], name: str, role: Role
) -> None:
    """Running heads or feet of all page styles, each wording once."""
    laid: set[str] = set()
    for part in parts:
        for element in part.iter(STYLE + name):
            for block in reader.blocks(element):
                if isinstance(block, Laid) and block.text.strip() and block.text not in laid:
                    laid.add(block.text)
                    composer.paragraph(block.text, role=role)
