"""Plain text as archives hold it: any encoding, left-over markup, tables drawn with characters.

decode       bytes to text (encodings)
clean        line ends, composed syllables; a view without markup (markup)
read_blocks  lines to paragraphs and tables (blocks; one module a form of table)
"""

from extract.collector import collector_paused
from extract.document import Document
from extract.readers.encodings import damage, decode
from extract.readers.options import ReadOptions
from extract.readers.text.blocks import read_blocks
from extract.readers.text.markup import blank_markup
from normalize.folding import compose, fold

__all__ = ["read"]


def read(data: bytes, options: ReadOptions) -> Document:  # noqa: ARG001 - every reader is called alike
    r"""Read a text file.

    Lines end in a line feed and keep their numbers; a form feed begins a page. Damaged bytes
    are replaced and reported, never fatal.

    >>> document = read("□ 예산\r\n구분\t금액\r\n계\t10\r\n".encode("cp949"), ReadOptions())
    >>> document.encoding, [type(block).__name__ for block in document.blocks]
    ('cp949', ['Paragraph', 'Table'])
    """
    with collector_paused():
        return _document(data)


def _document(data: bytes) -> Document:
    decoded = decode(data)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = compose(text)
    view = blank_markup(fold(text))
    blocks, doubts = read_blocks(text, view)
    return Document(
        format="txt",
        text=text,
        view=view,
        blocks=tuple(blocks),
        page_starts=_pages(text),
        findings=(*damage(decoded, text), *doubts),
        encoding=decoded.encoding,
    )


def _pages(text: str) -> tuple[int, ...]:
    if "\f" not in text:
        return ()
    starts = [0]
    at = text.find("\f")
    last = len(text.rstrip())
    while 0 <= at < last:
        starts.append(at + 1)
        at = text.find("\f", at + 1)
    return tuple(starts)
