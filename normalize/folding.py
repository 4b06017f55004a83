"""Folding: the look-alikes of Korean typing brought to one character each, at the same length.

Office files write one thing in many characters: six apostrophes before a two-digit year, five tildes in a
range, full-width digits, private-use bullets. Every reader of this package works on folded text. A fold
replaces one character by exactly one, so an offset into the folded text is an offset into the text.

To add a look-alike: a line in `LOOKALIKES`, and a row in tests/normalize/test_folding.py.
"""

import re
import unicodedata
from typing import Final

__all__ = ["LOOKALIKES", "compose", "fold"]

LOOKALIKES: Final[dict[str, str]] = {
    "'": "’‘‛´΄′ʹʼ`＇ˈ‵",
    '"': "“”„‟″＂〃\U000f0852\U000f0853",
    "~": "∼～〜˜∽⁓〰",
    "-": "–—―−‐‑‒﹣－ㅡ─",
    "·": "・‧∙•ㆍᆞ･⋅․",
    ":": "：∶ː﹕",
    "₩": "￦",
    ",": "，﹐",
    "/": "／⁄∕",
    "%": "％﹪",
    "→": "⇒➔➜➡⇨",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u3164\ufeff\u200b",
    # Hancom's private-use bullets, and Wingdings and Symbol as they come out of Word and PDF.
    "○": "\U000f02ef\U000f02f0\uf0a1\uf06d\U000f0289",
    "□": "\uf06f\uf0a8\uf072\U000f03d2",
    "『": "\U000f0854",
    "』": "\U000f0855",
    "■": "\uf06e\uf0a7",
    "●": "\uf06c\uf09f",
    "▶": "\uf0e8\uf0d8",
    "※": "\uf0bf",
} | {
    # Digits in a box number projects as ① does; told from it, for no other format keeps them.
    boxed: chr(0xF02B1 + index)
    for index, boxed in enumerate("⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾")
}
"""Canonical character -> the characters that are read as it."""

_FULL_WIDTH: Final[dict[int, str]] = {
    code: chr(code - 0xFEE0)
    for code in range(0xFF01, 0xFF5F)
    if chr(code - 0xFEE0) not in "'\"~-:,/%"
}
_TABLE: Final[dict[int, str]] = _FULL_WIDTH | {
    ord(variant): canonical for canonical, variants in LOOKALIKES.items() for variant in variants
}
_ODD: Final[frozenset[str]] = frozenset(map(chr, _TABLE))
# Hangul, ASCII and the marks of items are nearly all of a report; to run over them is faster than to look for the
# others between. ` is the one odd ASCII.
_PLAIN: Final = re.compile(r"[\x00-_a-\x7f가-힣\u25a0-\u266f·※]++")


def fold(text: str) -> str:
    """Return `text` with look-alikes folded; the length and every offset stay the same.

    >>> fold("’20. 1.∼３월")
    "'20. 1.~3월"
    """
    if text.isascii():
        return text.replace("`", "'")
    # Replacing the few odd characters that occur is far cheaper than translating every character.
    for odd in _ODD.intersection(_PLAIN.sub("", text)):
        text = text.replace(odd, _TABLE[ord(odd)])
    return text


def compose(text: str) -> str:
    """Return `text` in NFC, the form in which Korean syllables are one character each.

    File systems and some converters hand over NFD, where `가` is two characters. Composition changes
    offsets, so it belongs to reading, before anything points into the text.

    >>> compose("\u1100\u1161")
    '가'
    """
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
