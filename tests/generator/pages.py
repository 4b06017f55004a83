"""A generated report as PDF pages: lines that wrap at the margin, tables with ruled and merged cells."""

from tests.extract.readers.pdf.pdf_pages import PdfPage, pdf
from tests.generator.sheet import Grid, Sheet, TextLine

__all__ = ["as_pdf"]

LEFT, RIGHT, TOP, BOTTOM = 40, 555, 60, 790
SIZE, STEP, ROW, SMALL = 10, 16, 18, 8


def as_pdf(sheet: Sheet) -> bytes:
    """The report's pages."""
    return pdf(*_Pages().all_of(sheet))


class _Pages:
    def __init__(self) -> None:
        self.pages = [PdfPage()]
        self.y = TOP

    def all_of(self, sheet: Sheet) -> list[PdfPage]:
        for block in sheet.blocks:
            if isinstance(block, Grid):
                self._table(block)
            else:
                self._line(block)
        return self.pages

    def _room(self, height: float) -> None:
        if self.y + height > BOTTOM:
            self.pages.append(PdfPage())
            self.y = TOP

    def _line(self, line: TextLine) -> None:
        left = LEFT + 10 * line.level
        for part in wrapped(line.text, RIGHT - left, SIZE):
            self._room(STEP)
            self.pages[-1].text(left, self.y, part, SIZE)
            self.y += STEP
            left = LEFT + 10 * line.level + 10
        if not line.text:
            self.y += STEP // 2

    def _table(self, grid: Grid) -> None:
        xs = _columns(grid)
        cells = {
            (box.row, box.column): wrapped(
                box.text, xs[box.column + box.across] - xs[box.column] - 6, SMALL
            )
            for box in grid.boxes
        }
        heights = [ROW] * grid.rows
        for box in grid.boxes:
            needed = 8 + 10 * len(cells[box.row, box.column])
            if box.down == 1:
                heights[box.row] = max(heights[box.row], needed)
        self._room(sum(heights) + ROW)
        ys = [self.y]
        for height in heights:
            ys.append(ys[-1] + height)
        page = self.pages[-1]
        for box in grid.boxes:
            x0, x1 = xs[box.column], xs[box.column + box.across]
            y0, y1 = ys[box.row], ys[box.row + box.down]
            page.line(x0, y0, x1, y0).line(x0, y1, x1, y1).line(x0, y0, x0, y1).line(x1, y0, x1, y1)
            for at, part in enumerate(cells[box.row, box.column]):
                page.text(x0 + 3, y0 + 12 + 10 * at, part, SMALL)
        self.y = ys[-1] + STEP


def _columns(grid: Grid) -> list[float]:
    """Left edges of the columns, and the right edge of the last: the first as wide as its words need."""
    needed = max((width(box.text, SMALL) for box in grid.boxes if not box.column), default=0) + 10
    first = min(max(needed, 60.0), 160.0)
    other = (RIGHT - LEFT - first) / max(grid.columns - 1, 1)
    return [LEFT, *(LEFT + first + other * at for at in range(grid.columns))]


def width(text: str, size: float) -> float:
    """Width of a line: Hangul and signs are square, everything else half of that."""
    return sum(size if ord(char) >= 0x1100 else size / 2 for char in text)


def wrapped(text: str, room: float, size: float) -> list[str]:
    """A line broken at blanks where it is too long; a word that is too long is broken anywhere."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines
