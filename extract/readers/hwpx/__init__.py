"""HWPX (OWPML, KS X 6101): a ZIP of XML parts."""

from extract.document import Document
from extract.errors import DamagedError
from extract.readers.composer import Composer
from extract.readers.hancom.doubts import concluded
from extract.readers.hancom.flow import SeenParagraph, lay
from extract.readers.hancom.pages import Pages
from extract.readers.hwpx.header import read_styles
from extract.readers.hwpx.package import Package
from extract.readers.hwpx.section import SectionReader
from extract.readers.options import ReadOptions

__all__ = ["read"]


def read(data: bytes, options: ReadOptions) -> Document:
    """Read an HWPX file.

    Args:
        data: The file's bytes.
        options: `password` opens parts that are encrypted as OWPML documents it.

    Raises:
        DamagedError: No section can be read.
        EncryptedError: A password is needed, or the given one is wrong.
        LimitError: A part is larger or deeper than any report.
    """
    package = Package(data, options)
    names = package.sections()
    if not names:
        raise DamagedError("HWPX", "no section")
    header = next((name for name in package.names if name.endswith("Contents/header.xml")), "")
    styles = read_styles(package.part(header) if header else None)
    composer = Composer("hwpx")
    reader = SectionReader(styles, package.findings)
    for name in package.master_pages():
        root = package.part(name)
        if root is not None:
            lay([SeenParagraph([reader.passage(root, "page-header")])], composer, reader.asides)
    pages = Pages()
    read_any = False
    for name in names:
        root = package.part(name)
        if root is not None:
            read_any = True
            lay(reader.paragraphs(root, pages), composer, reader.asides)
    if not read_any:
        raise DamagedError("HWPX", "no section can be read")
    return concluded(
        composer,
        package.findings,
        package.title,
        complete=package.complete,
        paged=pages.believed,
    )
