"""A generated report as a file: text with tabs or pipes, DOCX, HWPX and PDF.

Each writer gives the bytes, and the text formats the line of every block and table row as well.
"""

from tests.generator.sheet import Grid, Place, Sheet, TextLine

__all__ = ["as_text", "lines_of"]


def as_text(sheet: Sheet, *, pipes: bool = False) -> tuple[str, dict[Place, int]]:
    """The report as a text file, and the line of each block and table row."""
    lines: list[str] = []
    places: dict[Place, int] = {}
    for number, block in enumerate(sheet.blocks):
        if isinstance(block, TextLine):
            places[Place(number)] = len(lines) + 1
            lines.append(block.text)
            continue
        for row, cells in enumerate(lines_of(block)):
            places[Place(number, row)] = len(lines) + 1
            lines.append(f"| {' | '.join(cells)} |" if pipes else "\t".join(cells))
            if pipes and row == 0:
                lines.append("|" + "---|" * block.columns)
    return "\n".join(lines) + "\n", places


def lines_of(grid: Grid) -> list[list[str]]:
    """The rows of a table; an address that a merged cell covers is empty."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for box in grid.boxes:
        rows[box.row][box.column] = box.text
    return rows
