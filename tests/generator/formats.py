"""A generated report as a file of each format that people send.

Text files say their lines; in the other formats the order of the blocks is all that is kept, so labels are
compared project by project. To add a format: a function from a sheet to bytes, and a row in `FORMATS`.
"""

import io
from collections.abc import Callable
from html import escape

from docx import Document
from docx.table import Table

from tests.extract.readers import hwp_files as hancom
from tests.generator.pages import as_pdf
from tests.generator.sheet import Grid, Place, Sheet, TextLine

__all__ = ["FORMATS", "TEXT_FORMS", "as_text", "in_rows"]


def as_text(
    sheet: Sheet, *, pipes: bool = False, markup: bool = False
) -> tuple[str, dict[Place, int]]:
    """The report as a text file, and the line of each block and table row.

    Args:
        sheet: The report.
        pipes: Tables as Markdown has them, in place of tabs.
        markup: Headings keep the marks of Markdown: `## □ **사업개요**`.
    """
    lines: list[str] = []
    places: dict[Place, int] = {}
    for number, block in enumerate(sheet.blocks):
        if isinstance(block, TextLine):
            places[Place(number)] = len(lines) + 1
            bold = markup and block.text[:2] in {"□ ", "■ "}
            lines.append(f"## {block.text[:2]}**{block.text[2:]}**" if bold else block.text)
            continue
        if pipes:
            lines.append("")
        for row, cells in enumerate(in_rows(block)):
            places[Place(number, row)] = len(lines) + 1
            lines.append(f"| {' | '.join(cells)} |" if pipes else "\t".join(cells))
            if pipes and row == 0:
                lines.append("|" + "---|" * block.columns)
        if pipes:
            lines.append("")
    return "\n".join(lines) + "\n", places


def in_rows(grid: Grid) -> list[list[str]]:
    """The rows of a table; an address that a merged cell covers is empty."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for box in grid.boxes:
        rows[box.row][box.column] = box.text
    return rows


def as_docx(sheet: Sheet) -> bytes:
    """A Word file, made by python-docx."""
    document = Document()
    for block in sheet.blocks:
        if isinstance(block, TextLine):
            document.add_paragraph(block.text)
        else:
            _fill(document.add_table(block.rows, block.columns), block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fill(table: Table, grid: Grid) -> None:
    # python-docx finds a cell by walking the whole table; once is enough.
    cells = [table.rows[row].cells for row in range(grid.rows)]
    for box in grid.boxes:
        first = cells[box.row][box.column]
        if box.down > 1 or box.across > 1:
            first.merge(cells[box.row + box.down - 1][box.column + box.across - 1])
        first.text = box.text


def as_hwpx(sheet: Sheet) -> bytes:
    """An HWPX file."""
    parts = []
    for block in sheet.blocks:
        if isinstance(block, TextLine):
            parts.append(hancom.paragraph(escape(block.text)))
            continue
        cells = [
            hancom.cell(box.row, box.column, escape(box.text), (box.down, box.across))
            for box in block.boxes
        ]
        parts.append(hancom.paragraph(hancom.table(block.rows, block.columns, cells)))
    return hancom.hwpx(hancom.section(*parts))


def as_hwp(sheet: Sheet) -> bytes:
    """An HWP 5 file."""
    parts = []
    for block in sheet.blocks:
        if isinstance(block, TextLine):
            parts.append(hancom.para(0, _with_tabs(block.text)))
            continue
        cells = [
            hancom.table_cell(2, box.row, box.column, box.text, (box.down, box.across))
            for box in sorted(block.boxes, key=lambda each: (each.row, each.column))
        ]
        anchor = hancom.para(0, hancom.extended(11, b"tbl "))
        parts.append(anchor + hancom.table_control(1, block.rows, block.columns, cells))
    return hancom.hwp(b"".join(parts))


def _with_tabs(text: str) -> bytes:
    """UTF-16 units; a tab is a control of eight units."""
    return hancom.extended(9, b"\0\0\0\0").join(map(hancom.units, text.split("\t")))


FORMATS: dict[str, Callable[[Sheet], bytes]] = {
    "docx": as_docx,
    "hwpx": as_hwpx,
    "hwp": as_hwp,
    "pdf": as_pdf,
}
"""Suffix -> writer."""

TEXT_FORMS: dict[str, tuple[bool, bool, str, str]] = {
    "tabs": (False, False, "utf-8", "\n"),
    "pipes": (True, True, "utf-8", "\n"),
    "cp949": (False, False, "cp949", "\r\n"),
    "utf-16": (False, True, "utf-16", "\r\n"),
    "utf-8-sig": (True, False, "utf-8-sig", "\n"),
}
"""Name -> tables by pipes, markup in headings, encoding, line end."""
