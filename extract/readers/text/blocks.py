"""Text to blocks: lines in runs, a run to the table it is, every other line a paragraph."""

from extract.document import Block, Paragraph
from extract.readers.text.lines import Line
from extract.readers.text.tabs import read_tabs

__all__ = ["read_blocks"]


def read_blocks(text: str, view: str) -> list[Block]:
    """Return the paragraphs and tables of `text` in their order; blank lines are neither."""
    blocks: list[Block] = []
    run: list[Line] = []
    start = 0
    for line in text.split("\n"):
        if "\t" in line and not line.isspace():
            run.append(Line(start, line))
        else:
            if run:
                _end_run(run, view, blocks)
                run = []
            if line:
                _paragraphs(start, line, view, blocks)
        start += len(line) + 1
    if run:
        _end_run(run, view, blocks)
    return blocks


def _end_run(run: list[Line], view: str, blocks: list[Block]) -> None:
    table = read_tabs(run, view)
    if table:
        blocks.append(table)
        return
    for line in run:
        _paragraphs(line.start, line.text, view, blocks)


def _paragraphs(start: int, line: str, view: str, blocks: list[Block]) -> None:
    words = view[start : start + len(line)]
    bare = words.strip()
    if not bare:
        return
    if len(bare) == len(line) and "\n" not in bare:
        blocks.append(Paragraph(start, start + len(line)))
        return
    indent = len(line) - len(line.lstrip())
    if "\t" in line[:indent]:
        indent = len(line[:indent].expandtabs(4))
    depth = 0
    mark = line.lstrip()
    if mark[0] == "#":
        depth = len(mark) - len(mark.lstrip("#"))
        if words.lstrip().startswith("#"):
            depth = 0
    for part in words.split("\n"):
        bare = part.strip()
        if bare:
            first = start + part.index(bare)
            blocks.append(Paragraph(first, first + len(bare), "body", depth, indent))
        start += len(part) + 1
