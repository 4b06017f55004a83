"""Characters that are set on one line in one go, taken as one: a page has a thousand characters and fifty runs."""

from typing import Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from extract.readers.pdf.places import Ints, Places

__all__ = ["COLUMN_GAP", "OVERPRINT", "WIDE_GAP", "Blank", "Characters", "Glyph", "runs_of"]

Blank = Literal[0, 1, 2]
"""What stands before a character: 0 nothing, 1 a blank PDFium made up, 2 a blank of the file."""

WIDE_GAP: Final = 0.3
"""A gap wider than this part of the line's height is a blank, even where the file has none."""

COLUMN_GAP: Final = 1.2
"""A gap wider than this part of the line's height may part columns."""

OVERPRINT: Final = 0.25
"""The same character drawn again within this part of its width is bold type."""

_new: Final = tuple.__new__  # a third of the time of calling the class


class Glyph(NamedTuple):
    """A visible character, or a run of them; y grows downwards from the page's upper left corner as shown.

    Attributes:
        text: The character, or those of a run with the blanks between.
        left: Left edge of its advance box, in points.
        top: Top edge of its font's line.
        right: Right edge of its advance box.
        bottom: Bottom edge of its font's line.
        base: Height of its baseline.
        order: Its place among the visible characters in drawing order; of a run, that of the first.
        before: See `Blank`; about the character drawn before it.
        turn: Direction of writing in degrees, clockwise: 0, 90, 180 or 270.
        size: Type size in points.
        length: Number of visible characters.
        height: Of a run, the height of its first character's box.
        source: Of a run, the characters of the page.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    order: int
    before: Blank
    turn: int
    size: float
    length: int = 1
    height: float | None = None
    source: "Characters | None" = None

    def letters(self) -> "list[Glyph]":
        """Its characters one by one."""
        if self.source is None or self.length == 1:
            return [self]
        return self.source.glyphs(self.order, self.order + self.length)


class Characters(NamedTuple):
    """The visible characters of a page in drawing order; the attributes of `Glyph`, each in an array."""

    text: str
    before: Ints
    places: Places

    def glyphs(self, begin: int, end: int) -> list[Glyph]:
        """The characters from `begin` to `end`, one by one."""
        left, top, right, bottom, base, turn, size = (
            each[begin:end].tolist() for each in self.places
        )
        before = self.before[begin:end].tolist()
        return [
            Glyph(*each)
            for each in zip(
                self.text[begin:end], left, top, right, bottom, base, range(begin, end), before,
                turn, size, strict=True,
            )
        ]  # fmt: skip


def _with_blanks(
    codes: npt.NDArray[np.uint32], blank: npt.NDArray[np.bool_]
) -> tuple[str, npt.NDArray[np.int64]]:
    """The characters with a blank in front of those that have one, and how far each has moved."""
    shift = np.zeros(len(codes) + 1, np.int64)
    np.cumsum(blank, out=shift[1:-1])
    shift[-1] = shift[-2]
    spaced = np.full(len(codes) + shift[-1], ord(" "), np.uint32)
    spaced[np.arange(len(codes)) + shift[:-1]] = codes
    return spaced.tobytes().decode("utf-32-le"), shift


def runs_of(page: Characters) -> list[Glyph]:
    """Join characters that follow each other on one line, in one size, and not further than a blank apart."""
    text, before, places = page
    if not text or places.turn.any():
        return page.glyphs(0, len(text))
    left, top, right, bottom, base, _, size = places
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    height = bottom - top
    gap = left[1:] - right[:-1]
    blank = (before[1:] > 0) | (gap > WIDE_GAP * np.maximum(height[1:], 4.0))
    parted = (base[1:] != base[:-1]) | (size[1:] != size[:-1]) | (gap < 0)
    parted |= gap > COLUMN_GAP * height[1:]
    drawn_again = left[1:] - left[:-1] < OVERPRINT * (right - left)[1:]
    parted |= drawn_again & (codes[1:] == codes[:-1])
    blank &= ~parted
    begins = np.concatenate(([0], np.flatnonzero(parted) + 1))
    ends = np.append(begins[1:], len(text))
    words, shift = _with_blanks(codes, blank)
    return [
        _new(Glyph, (words[a:b], *rest, page))
        for a, b, *rest in zip(
            (begins + shift[begins]).tolist(),
            (ends + shift[ends]).tolist(),
            left[begins].tolist(),
            np.minimum.reduceat(top, begins).tolist(),
            right[ends - 1].tolist(),
            np.maximum.reduceat(bottom, begins).tolist(),
            base[begins].tolist(),
            begins.tolist(),
            before[begins].tolist(),
            places.turn[begins].tolist(),
            size[begins].tolist(),
            (ends - begins).tolist(),
            height[begins].tolist(),
            strict=True,
        )
    ]
