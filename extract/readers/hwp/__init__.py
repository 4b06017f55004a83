"""HWP 5 (한글 문서 파일 구조 5.0): records in the streams of an OLE container."""

from extract.document import Document
from extract.errors import DamagedError
from extract.readers.composer import Composer
from extract.readers.hancom.doubts import concluded
from extract.readers.hancom.flow import lay
from extract.readers.hancom.pages import Pages
from extract.readers.hwp.bodytext import SectionReader
from extract.readers.hwp.container import Container
from extract.readers.hwp.docinfo import read_styles
from extract.readers.hwp.record import read_records
from extract.readers.options import ReadOptions

__all__ = ["read"]


def read(data: bytes, options: ReadOptions) -> Document:
    """Read an HWP 5 file, a distribution document (배포용 문서) too.

    Args:
        data: The file's bytes.
        options: `password` opens files of the versions whose encryption is known.

    Raises:
        DamagedError: No section can be read.
        EncryptedError: A password is needed, or the given one is wrong.
        LimitError: A stream is larger or deeper than any report.
    """
    container = Container(data, options)
    names = container.sections()
    if not names:
        raise DamagedError("HWP", "no section")
    styles = read_styles(read_records(container.stream("docinfo"))[0])
    composer = Composer("hwp")
    reader = SectionReader(styles, container.findings)
    pages = Pages()
    read_any = False
    for name in names:
        root, whole = read_records(container.stream(name))
        if not whole and container.complete:
            container.gave_up(name, "incomplete record")
        read_any |= bool(root.children)
        lay(reader.paragraphs(root, pages), composer, reader.asides)
    if not read_any:
        raise DamagedError("HWP", "no section can be read")
    return concluded(
        composer,
        container.findings,
        container.title(),
        complete=container.complete,
        paged=pages.believed,
    )
