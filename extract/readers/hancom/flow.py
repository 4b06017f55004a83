"""Paragraphs with whatever is anchored in them, laid down in reading order.

    □ 사업개요 [table] 끝.      a table parts the paragraph: text, table, text
    [box]                       the paragraphs of a text box stand where it is anchored
    본문[note]                  a note, a running head, a comment follows apart, with its role

Inside a cell the same holds, but what stands apart waits until the outermost table is laid.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

from extract.document import Role
from extract.errors import LimitError
from extract.readers.composer import Composer, SeenTable
from extract.readers.hancom.pages import Place

__all__ = ["MAX_DEPTH", "Part", "Passage", "SeenParagraph", "add", "content", "deeper", "lay"]

CONTROL: Final = 8
"""UTF-16 units that an object takes in the text of its paragraph."""

MAX_DEPTH: Final = 64
"""Tables and boxes inside each other; real documents stay below 8."""


class Passage(NamedTuple):
    """Paragraphs of their own, anchored in another one.

    Attributes:
        role: `body` for a text box, or `caption`; any other stands apart from the text around.
        paragraphs: What it holds.
    """

    role: Role
    paragraphs: "list[SeenParagraph]"


Part = str | SeenTable | Passage


class SeenParagraph(NamedTuple):
    """A paragraph as the format has it.

    Attributes:
        parts: Text and what is anchored between, in order; numbering is the first text.
        depth: Outline level (개요 수준), 1 the highest, or 0.
        indent: Left edge of the first line, in widths of a digit.
        size: Type size in points.
        place: The page on which it begins, and where in it others begin; None inside of cells and boxes.
    """

    parts: list[Part]
    depth: int = 0
    indent: float = 0
    size: float = 0
    place: Place | None = None

    def placed(self, place: Place) -> "SeenParagraph":
        """Return the paragraph at its place on the pages."""
        parts = _with_turns(self.parts, place.turns) if place.turns else self.parts
        return SeenParagraph(parts, self.depth, self.indent, self.size, place)


def deeper(depth: int, subject: str) -> int:
    """Return `depth` + 1.

    Raises:
        LimitError: That is deeper than any report goes.
    """
    if depth >= MAX_DEPTH:
        raise LimitError(subject, f"nested more than {MAX_DEPTH} deep")
    return depth + 1


def lay(paragraphs: Iterable[SeenParagraph], composer: Composer, asides: list[Passage]) -> None:
    """Lay body paragraphs down; empties `asides`, which holds what cells set apart."""
    for paragraph in paragraphs:
        if paragraph.place is not None:
            composer.turn_to(paragraph.place.page)
        _lay_one(paragraph, "body", composer, asides)
        while asides:
            passage = asides.pop(0)
            for each in passage.paragraphs:
                _lay_one(each, passage.role, composer, asides)


def _lay_one(
    paragraph: SeenParagraph, role: Role, composer: Composer, asides: list[Passage]
) -> None:
    _, depth, indent, size, _ = paragraph
    for part in _joined(paragraph.parts):
        if isinstance(part, str):
            if part and not part.isspace():
                composer.paragraph(part, role=role, depth=depth, indent=indent, size=size)
            else:
                composer.turn_by(part.count("\f"))
        elif isinstance(part, SeenTable):
            composer.table(part)
        elif part.role in ("body", "caption"):
            for each in part.paragraphs:
                _lay_one(each, part.role if role == "body" else role, composer, asides)
        else:
            asides.append(part)


def content(paragraphs: Iterable[SeenParagraph], asides: list[Passage]) -> list[str | SeenTable]:
    """Return what a cell holds, as the composer takes it; what stands apart goes to `asides`."""
    found: list[str | SeenTable] = []
    for paragraph in paragraphs:
        add(paragraph.parts, found, asides)
    return found


def add(parts: list[Part], found: list[str | SeenTable], asides: list[Passage]) -> None:
    """Add what a paragraph of a cell holds to what the cell holds already; see `content`."""
    for part in _joined(parts):
        if not isinstance(part, Passage):
            found.append(part)
        elif part.role in ("body", "caption"):
            found.extend(content(part.paragraphs, asides))
        else:
            asides.append(part)


def _with_turns(parts: list[Part], turns: tuple[int, ...]) -> list[Part]:
    """Put form feeds where pages begin inside of a paragraph, as the composer reads them."""
    turned: list[Part] = []
    at = 0
    for part in parts:
        size = len(part) if isinstance(part, str) else CONTROL
        here = [turn - at for turn in turns if at <= turn < at + size]
        at += size
        if isinstance(part, str):
            edges = pairwise([0, *here, size])
            turned.append("\f".join(part[begin:end] for begin, end in edges))
        else:
            turned += ["\f"] * len(here)
            turned.append(part)
    return turned


def _joined(parts: list[Part]) -> list[Part]:
    """Return `parts` with neighbouring text joined; blank text beside an object is dropped."""
    if len(parts) <= 1:
        return parts or [""]
    joined: list[Part] = []
    words: list[str] = []
    for part in parts:
        if isinstance(part, str):
            words.append(part)
        elif isinstance(part, Passage) and part.role not in ("body", "caption"):
            joined.append(part)  # a note does not part the sentence it stands in
        else:
            _flush(words, joined)
            joined.append(part)
    if not joined:
        return ["".join(words)]
    _flush(words, joined)
    return joined


def _flush(words: list[str], joined: list[Part]) -> None:
    text = "".join(words)
    words.clear()
    if text and (not text.isspace() or "\f" in text):
        joined.append(text)
