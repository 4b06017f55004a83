"""Pieces of a page to lines: cut out, cleaned of rules, recognised, put back at their place."""

import re
from collections import Counter
from typing import Final

import numpy as np
from PIL import Image

from extract.readers.ocr.engine import Engine, Word
from extract.readers.ocr.raster import Darkness
from extract.readers.pdf.lines import Line
from extract.readers.pdf.view import Box

__all__ = ["Recognizer"]

INK: Final = 70
"""Darkness from which a pixel is part of a letter."""

MARGIN: Final = 8
"""White pixels around a picture; the engine misreads letters at the edge."""

INSET: Final = 0.014
"""So many inches inside its rules a cell's letters begin."""

SPECK: Final = 0.02
"""Ink that is smaller than this many inches in both directions is dirt."""

WORKING_DPI: Final = 300.0
"""The engine was trained near this resolution; smaller type is enlarged to it."""

SURE: Final = 0.8
"""From this confidence on a cell is read once."""

LOOKS: Final = ((1.5, 1.0), (0.75, 2.0))
"""Size and darkness of the further looks at a doubtful cell."""

_FIGURE: Final = re.compile(r"[\d.,\s\-()%△▲~]*+\d[\d.,\s\-()%△▲~]*+")
_GROUPED: Final = re.compile(r"\d{1,3}(?>(?:,\d{3})+)")
_CONFUSED: Final = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5"})


class Recognizer:
    """Recognises pieces of one upright page."""

    def __init__(self, image: Image.Image, dark: Darkness, dpi: float, engine: Engine) -> None:
        self._image = image
        self._dark = dark
        self._dpi = dpi
        self._engine = engine
        self._scale = 72 / dpi
        self.confidence: dict[str, float] = {}
        """How sure the engine is of a line's text, the least where it stands twice."""

    def cell(self, box: Box, holes: list[Box]) -> list[Line]:
        """The lines of a cell; `holes` are tables in it, which are read by themselves."""
        inset = INSET * 72
        inner = Box(box.left + inset, box.top + inset, box.right - inset, box.bottom - inset)
        return self._read(inner, holes, one_cell=True)

    def outside(self, height: float, width: float, blocks: list[Box]) -> list[Line]:
        """The lines above, between and below the tables."""
        lines: list[Line] = []
        top = 0.0
        for box in [*sorted(blocks, key=lambda each: each.top), Box(0, height, width, height)]:
            if box.top - top > 4:
                lines += self._read(Box(0, top, width, box.top), blocks, one_cell=False)
            top = max(top, box.bottom)
        return lines

    def _read(self, box: Box, holes: list[Box], *, one_cell: bool) -> list[Line]:
        piece = self._cut(box, holes)
        if piece is None:
            return []
        picture, left, top, single = piece
        if one_cell and self._is_dash(picture):
            edges = (left + MARGIN, top + MARGIN, left + picture.width - MARGIN)
            return [self._line(Word("-", *edges, top + picture.height - MARGIN, 1.0), 0, 0, 1.0)]
        enlarged = max(WORKING_DPI / self._dpi, 1.0)
        if enlarged > 1:
            size = (round(picture.width * enlarged), round(picture.height * enlarged))
            picture = picture.resize(size, Image.Resampling.LANCZOS)
        dpi = self._dpi * enlarged
        words = self._engine.lines(picture, dpi, single=single and one_cell)
        if one_cell and single:
            words = self._looked_at_again(picture, dpi, self._as_figure(picture, dpi, words))
        return [self._line(word, left, top, enlarged) for word in words]

    def _looked_at_again(self, picture: Image.Image, dpi: float, words: list[Word]) -> list[Word]:
        """Read a doubtful cell twice more, larger and darker; what most readings say holds."""
        if not words or len(words) > 1 or words[0].confidence >= SURE:
            return words
        [first] = words
        readings = [first]
        for scale, gamma in LOOKS:
            size = (round(picture.width * scale), round(picture.height * scale))
            other = picture.resize(size, Image.Resampling.BICUBIC).point(
                [round(255 * (shade / 255) ** gamma) for shade in range(256)]
            )
            found = self._engine.lines(other, dpi * scale, single=True)
            readings += self._as_figure(other, dpi * scale, found)[:1]
        often = Counter(reading.text for reading in readings)
        best = max(readings, key=lambda each: (often[each.text], each.confidence))
        sure = best.confidence if often[best.text] > 1 else min(best.confidence, 0.5)
        return [first._replace(text=best.text, confidence=sure)]

    def _as_figure(self, picture: Image.Image, dpi: float, words: list[Word]) -> list[Word]:
        """Read a cell again with figures only, where it seems to hold one; keep what agrees."""
        text = " ".join(word.text for word in words)
        plain = text.translate(_CONFUSED)
        if words and not _FIGURE.fullmatch(plain):
            return words
        again = self._engine.digits(picture, dpi)
        if again is None or not _FIGURE.fullmatch(again.text):
            return words
        if words and _bare(text) == _bare(again.text):
            if _GROUPED.fullmatch(again.text):
                # A comma in pale print reads as a full stop.
                return [again._replace(confidence=max(words[0].confidence, again.confidence))]
            return [
                word._replace(confidence=max(word.confidence, again.confidence)) for word in words
            ]
        if words and words[0].confidence >= again.confidence and _FIGURE.fullmatch(text):
            # Two readings that differ: the surer one, marked as doubtful.
            return [words[0]._replace(confidence=min(words[0].confidence, 0.5))]
        return [again._replace(confidence=min(again.confidence, 0.5))]

    def _cut(self, box: Box, holes: list[Box]) -> tuple[Image.Image, int, int, bool] | None:
        """The part of `box` that holds ink, with its place in pixels; None where there is none."""
        k = 1 / self._scale
        x0, y0 = max(round(box.left * k), 0), max(round(box.top * k), 0)
        x1, y1 = round(box.right * k), round(box.bottom * k)
        part = self._dark[y0:y1, x0:x1]
        if part.size == 0:
            return None
        # A shaded cell: its own shade is its paper.
        shade = int(np.median(part))
        part = np.where(part > shade, (part - shade) * (255 / (255 - min(shade, 200))), 0)
        for hole in holes:
            a, b = round(hole.left * k) - x0 - 2, round(hole.top * k) - y0 - 2
            c, d = round(hole.right * k) - x0 + 3, round(hole.bottom * k) - y0 + 3
            part[max(b, 0) : max(d, 0), max(a, 0) : max(c, 0)] = 0
        rows, columns = (
            np.nonzero((part > INK).sum(axis=1))[0],
            np.nonzero((part > INK).sum(axis=0))[0],
        )
        least = self._dpi * SPECK
        if not len(rows) or max(np.ptp(rows), np.ptp(columns)) < least:
            return None
        top, bottom = max(int(rows[0]) - 2, 0), int(rows[-1]) + 3
        left, right = max(int(columns[0]) - 2, 0), int(columns[-1]) + 3
        ink = np.pad(np.clip(part[top:bottom, left:right], 0, 255), MARGIN)
        picture = Image.fromarray((255 - ink).astype(np.uint8))
        return picture, x0 + left - MARGIN, y0 + top - MARGIN, self._is_line(part[top:bottom])

    def _is_line(self, part: Darkness) -> bool:
        """One printed line: no row of paper runs through it, or it is as low as one."""
        inked = (part > INK).any(axis=1)
        gaps = np.diff(np.flatnonzero(np.diff(np.pad(inked, 1).astype(np.int8))))[1::2]
        low = part.shape[0] < self._dpi * 0.2
        return low or not (gaps > self._dpi * 0.02).any()

    def _is_dash(self, picture: Image.Image) -> bool:
        """A lone short stroke, which stands for nothing; the engine reads letters into it."""
        width, height = (side - 2 * MARGIN - 4 for side in picture.size)
        return height <= self._dpi * 0.03 and 2 * height <= width <= self._dpi * 0.2

    def _line(self, word: Word, left: int, top: int, enlarged: float) -> Line:
        text = _tidy(word.text)
        self.confidence[text] = min(self.confidence.get(text, 1.0), word.confidence)
        k = self._scale / enlarged
        x0, y0 = left * self._scale, top * self._scale
        height = (word.bottom - word.top) * k
        return Line(
            text,
            x0 + word.left * k,
            y0 + word.top * k,
            x0 + word.right * k,
            y0 + word.bottom * k,
            round(height * 2) / 2,
            0,
        )


def _bare(text: str) -> str:
    return re.sub(r"[^\d]", "", text)


def _tidy(text: str) -> str:
    """A figure has no blanks between its digits; a lone stroke is a dash."""
    if text in {"–", "—", "―", "ㅡ", "一"}:
        return "-"
    return re.sub(r"(?<=\d)\s*,\s*(?=\d{3}(?:\D|\Z))", ",", text)
