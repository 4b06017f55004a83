"""A sheet: the lines and tables of a report in the making, and the labels that belong to them.

A label's place is the number of its block and the row inside it; each format turns that into its own lines.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Box", "Grid", "Label", "Place", "Sheet", "TextLine"]

Label = dict[str, object]


class Place(NamedTuple):
    """Where a label stands: the block, and the row in it."""

    block: int
    row: int = 0


class Box(NamedTuple):
    """A table cell that covers `down` rows and `across` columns."""

    text: str
    row: int
    column: int
    down: int = 1
    across: int = 1


class TextLine(NamedTuple):
    """One line of text; `level` is its depth for formats that indent."""

    text: str
    level: int = 0


class Grid(NamedTuple):
    """A table."""

    rows: int
    columns: int
    boxes: tuple[Box, ...]


@dataclass
class Sheet:
    """Collects blocks and labels from front to back."""

    blocks: list[TextLine | Grid] = field(default_factory=list)
    events: list[tuple[Place, Label]] = field(default_factory=list)
    funding: list[tuple[Place, Label]] = field(default_factory=list)
    projects: list[tuple[Place, Label]] = field(default_factory=list)

    def line(self, text: str, level: int = 0) -> Place:
        """Add a line of text."""
        self.blocks.append(TextLine(text, level))
        return Place(len(self.blocks) - 1)

    def blank(self) -> None:
        """Add an empty line where text files have one."""
        self.blocks.append(TextLine(""))

    def grid(self, grid: Grid) -> Place:
        """Add a table."""
        self.blocks.append(grid)
        return Place(len(self.blocks) - 1)
