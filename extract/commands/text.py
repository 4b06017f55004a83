"""`bogoseo text`: a report's text, into which every offset and line of the results points."""

import argparse
import sys
from pathlib import Path
from typing import Final

from extract.commands.convert import add_reading_arguments, read_password
from extract.document import Document, Paragraph, Table
from extract.errors import ExitCode
from extract.messages import say

__all__ = ["SUMMARY", "add_arguments", "read_document", "run", "write_bytes"]

SUMMARY: Final = (
    "보고서의 글을 그대로 보입니다 (위치의 기준)",
    "print a report's text, to which all places refer",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help=say("보고서", "a report"))
    parser.add_argument(
        "--json",
        action="store_true",
        help=say("문단과 표를 위치와 함께 JSON으로", "paragraphs and tables with places, as JSON"),
    )
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the text, in UTF-8 whatever the locale: its bytes are what offsets count on."""
    document = read_document(arguments)
    if arguments.json:
        write_bytes(_as_json(document))
    else:
        write_bytes(document.text.encode("utf-8", "replace"))
    return ExitCode.OK


def read_document(arguments: argparse.Namespace) -> Document:
    """Read the file that the command line names.

    Raises:
        InputError: The file can't be read.
    """
    from extract.inputs import printable, read_file
    from extract.readers import read
    from extract.readers.options import ReadOptions

    data = read_file(arguments.file, max_size=arguments.max_size)
    password = read_password(arguments.password_file)
    options = ReadOptions(password=password, ocr=not arguments.no_ocr)
    return read(data, printable(arguments.file.name), options)


def write_bytes(data: bytes) -> None:
    """Write to standard output as it is, past the locale's encoding and line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _as_json(document: Document) -> bytes:
    import orjson

    content = {
        "format": document.format,
        "title": document.title,
        "encoding": document.encoding,
        "page_starts": document.page_starts,
        "pages_end": document.pages_end,
        "text": document.text.encode("utf-8", "replace").decode(),
        "blocks": [_block(document, block) for block in document.blocks],
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _block(document: Document, block: Paragraph | Table) -> dict[str, object]:
    place = {
        "page": document.page(block.start),
        "line": document.line(block.start),
        "char_start": block.start,
        "char_end": block.end,
    }
    if isinstance(block, Paragraph):
        return {
            "kind": "paragraph",
            "role": block.role,
            "depth": block.depth,
            "indent": block.indent,
            "size": block.size,
            **place,
        }
    return {
        "kind": "table",
        "origin": block.origin,
        "rows": block.rows,
        "columns": block.columns,
        **place,
    }
