"""Tesseract with the Hangul script model, on small pictures: a cell, or the text between tables."""

import os
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Final, NamedTuple

from PIL import Image

from extract.errors import NeedsOcrError

__all__ = ["Engine", "Word", "available", "engine"]

_MODELS: Final = ("Hangul", "script/Hangul")
"""Debian keeps script models beside the languages, others in a folder."""

_FOLDERS: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
DIGITS: Final = "0123456789,.-()%△▲~"
BLANK: Final = 0.28
"""A gap wider than this part of the line's height is a blank."""

_BLOCK, _LINE = 6, 7


class Word(NamedTuple):
    """A recognised line: its text, its box in pixels of the picture, and how sure the engine is.

    Attributes:
        text: Without blanks at its ends.
        left: Left edge.
        top: Top edge.
        right: Right edge.
        bottom: Bottom edge.
        confidence: 0 to 1.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


def _model() -> tuple[str, str]:
    """The folder and the name of the model, or two empty strings."""
    given = os.environ.get("TESSDATA_PREFIX")
    for folder in (*([given] if given else []), *_FOLDERS):
        for name in _MODELS:
            if (Path(folder) / f"{name}.traineddata").is_file():
                return folder, name
    return "", ""


def available() -> bool:
    """Tell whether text recognition is installed: the extra `[ocr]` and the Hangul script model."""
    return find_spec("tesserocr") is not None and bool(_model()[1])


class Engine:
    """One loaded model; loading takes a second, so there is one a process."""

    def __init__(self) -> None:
        if not available():
            raise NeedsOcrError("OCR", "tesserocr, tesseract-ocr-script-hang")
        folder, name = _model()
        self._library: ModuleType = import_module("tesserocr")
        self._api = self._library.PyTessBaseAPI(path=folder, lang=name, psm=_BLOCK)

    def lines(self, picture: Image.Image, dpi: float, *, single: bool = False) -> list[Word]:
        """The lines of a picture from top to bottom.

        Args:
            picture: Grey, on white.
            dpi: Its resolution.
            single: It holds one line.
        """
        self._api.SetPageSegMode(_LINE if single else _BLOCK)
        self._api.SetImage(picture)
        self._api.SetSourceResolution(int(dpi))
        self._api.Recognize()
        level = self._library.RIL
        found: list[Word] = []
        for word in self._library.iterate_level(self._api.GetIterator(), level.WORD):
            box = word.BoundingBox(level.WORD)
            try:
                text = word.GetUTF8Text(level.WORD).strip()
            except RuntimeError:  # the library's word for a place without text
                continue
            if not text or not box:
                continue
            sure = round(max(word.Confidence(level.WORD) / 100, 0.0), 2)
            piece = Word(text, box[0], box[1], box[2], box[3], sure)
            if found and not word.IsAtBeginningOf(level.TEXTLINE):
                found[-1] = _joined(found[-1], piece)
            else:
                found.append(piece)
        return found

    def digits(self, picture: Image.Image, dpi: float) -> Word | None:
        """One line that can only be a figure, or nothing."""
        self._api.SetVariable("tessedit_char_whitelist", DIGITS)
        try:
            lines = self.lines(picture, dpi, single=True)
        finally:
            self._api.SetVariable("tessedit_char_whitelist", "")
        return lines[0] if len(lines) == 1 else None


def _joined(line: Word, word: Word) -> Word:
    """The line with one more word; the engine parts Hangul where there is no blank."""
    height = max(line.bottom - line.top, word.bottom - word.top)
    gap = " " if word.left - line.right > BLANK * height else ""
    return Word(
        line.text + gap + word.text,
        min(line.left, word.left),
        min(line.top, word.top),
        max(line.right, word.right),
        max(line.bottom, word.bottom),
        min(line.confidence, word.confidence),
    )


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The engine of this process."""
    return Engine()
