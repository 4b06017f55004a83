"""Shapes of paragraphs and characters: what stands before a paragraph, where, how large."""

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from extract.readers.hancom.flow import Part, SeenParagraph
from extract.readers.hancom.numbering import Counters, Level

__all__ = ["Heading", "ParagraphShape", "Styles"]

Heading = Literal["", "outline", "number", "bullet"]

_DEFAULT_SIZE: Final = 10.0
_UNITS_PER_POINT: Final = 100
"""HWPUNIT is 1/7200 inch."""


class ParagraphShape(NamedTuple):
    """A paragraph shape (문단 모양).

    Attributes:
        heading: What it prints before the text.
        key: Which numbering or bullet; for an outline the section says which.
        level: Level of the numbering, from 0.
        left: Left edge of the first line, in HWPUNIT.
    """

    heading: Heading = ""
    key: str = ""
    level: int = 0
    left: float = 0


_PLAIN: Final = ParagraphShape()


@dataclass(slots=True)
class Styles:
    """All shapes of a document, by the names that its paragraphs use, and its running numbers.

    Attributes:
        shapes: Paragraph shapes.
        sizes: Character shape -> points.
        numberings: Numbering -> its levels.
        bullets: Bullet -> its character.
        outline: The numbering that outline paragraphs of the current section use.
        tracked: The document keeps what was deleted (변경 추적).
    """

    shapes: dict[str, ParagraphShape] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    numberings: dict[str, tuple[Level, ...]] = field(default_factory=dict)
    bullets: dict[str, str] = field(default_factory=dict)
    outline: str = "1"
    tracked: bool = False
    _counters: Counters = field(default_factory=Counters)

    def opening(self, shape_name: str) -> str:
        """Count a paragraph of this shape; returns what is printed before it, and a blank."""
        shape = self.shapes.get(shape_name, _PLAIN)
        if not shape.heading:
            return ""
        if shape.heading == "bullet":
            printed = self.bullets.get(shape.key, "")
        else:
            key = self.outline if shape.heading == "outline" else shape.key
            printed = self._counters.advance(key, self.numberings.get(key, ()), shape.level)
        return printed + " " if printed else ""

    def paragraph(self, parts: list[Part], shape_name: str, size_name: str) -> SeenParagraph:
        """Return a body paragraph with its level, its left edge and its size."""
        shape = self.shapes.get(shape_name, _PLAIN)
        size = self.sizes.get(size_name, _DEFAULT_SIZE) or _DEFAULT_SIZE
        indent = round(shape.left / (size * _UNITS_PER_POINT / 2) + _leading_blanks(parts), 2)
        depth = shape.level + 1 if shape.heading == "outline" else 0
        return SeenParagraph(parts, depth, indent, size)


def _leading_blanks(parts: list[Part]) -> int:
    """Count the blanks that a paragraph begins with; the file may cut its text anywhere."""
    blanks = 0
    for part in parts:
        if not isinstance(part, str):
            break
        kept = part.lstrip()
        blanks += len(part) - len(kept)
        if kept:
            break
    return blanks
