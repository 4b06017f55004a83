"""Letters that are pictures: what a symbol font shows where the text layer says `w` or `v`.

Hancom and Word set bullets in Wingdings; the text layer holds the letter whose place the picture
takes. To add one: its code in `WINGDINGS`, a row in tests/extract/readers/pdf/test_pdf_symbols.py.
"""

import re
from typing import Final

__all__ = ["LOST_GLYPH", "WINGDINGS", "is_symbol_font", "pictured"]

LOST_GLYPH: Final = "\uf000"
"""Hancom PDF writes each glyph of its private plane as this one: boxes, boxed numbers, brackets."""

_WINGDINGS_FONT: Final = re.compile(r"wingdings(?!\s*+[23])", re.IGNORECASE)

WINGDINGS: Final[dict[int, str]] = {
    ord(letter): picture
    for letter, picture in zip(
        "lmnopqrstuvwxEFJ§¨¡¤ª«Ÿ\x9fÀÖØàáâãèéêëðûüýþ¢£¥",
        "●○■□□□□◆◆◆❖◆☒☜☞☺■□○◎✦★··▶▶▶→↑←↓→←↑↓⇒✘✔☒☑○○◎",
        strict=True,
    )
}
"""Code of the letter -> the picture."""


def is_symbol_font(name: str) -> bool:
    """Tell whether the font named `name` shows pictures in the places of letters.

    >>> is_symbol_font("INPILL+Wingdings-Regular"), is_symbol_font("Wingdings2")
    (True, False)
    """
    return _WINGDINGS_FONT.search(name) is not None


def pictured(character: str) -> str:
    """Return what a symbol font shows for `character`, or the character itself.

    Some writers put the letters of symbol fonts at U+F000 to U+F0FF.

    >>> pictured("w"), pictured("\uf06e"), pictured("가")
    ('◆', '■', '가')
    """
    code = ord(character)
    if 0xF000 <= code <= 0xF0FF:
        code -= 0xF000
    return WINGDINGS.get(code, character)
