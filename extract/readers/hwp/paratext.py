"""PARA_TEXT: the characters of a paragraph, with its controls between them.

0 10 13 24-31      one unit: line break, paragraph end, hyphen, fixed blanks
4-9 19 20          eight units that say all there is to say: field end, tab, title mark
1-3 11-18 21-23    eight units that stand for a control: the next CTRL_HEADER of the paragraph
"""

import re
import sys
from array import array
from typing import Final, NamedTuple

__all__ = ["FIELD_END", "Piece", "pieces"]

FIELD_END: Final = 4
_SINGLE: Final[dict[int, str]] = {10: "\n", 24: "-", 30: " ", 31: " "}
_ONE_UNIT: Final = frozenset({0, 10, 13, *range(24, 32)})
_INLINE: Final = frozenset({4, 5, 6, 7, 8, 9, 19, 20})
_TAB: Final = 9
_CONTROL: Final = re.compile("[\0-\x1f]")
_END: Final = b"\r\0"


class Piece(NamedTuple):
    """Text, or a control, at its place.

    Attributes:
        start: In UTF-16 units from the beginning of the paragraph.
        text: Text, or empty for a control.
        code: 0 for text, else the control's character.
        control: Identifier of an extended control as the file has it, or empty.
    """

    start: int
    text: str
    code: int = 0
    control: bytes = b""


def pieces(data: bytes) -> list[Piece]:
    r"""Take a paragraph's text apart.

    >>> pieces("가나\n다\r".encode("utf-16-le"))
    [Piece(start=0, text='가나\n다', code=0, control=b'')]
    """
    body = data[: len(data) // 2 * 2].removesuffix(_END)
    if not body:
        return []
    text = body.decode("utf-16-le", errors="replace")
    if _CONTROL.search(text) is None:
        return [Piece(0, text)]
    return _with_controls(body)


def _with_controls(body: bytes) -> list[Piece]:
    units = array("H", body)
    if sys.byteorder == "big":
        units.byteswap()
    found: list[Piece] = []
    words: list[str] = []
    begin = text_from = at = 0
    size = len(units)
    while at < size:
        code = units[at]
        if code >= 32:
            at += 1
            continue
        words.append(body[2 * text_from : 2 * at].decode("utf-16-le", errors="replace"))
        if code in _ONE_UNIT:
            words.append(_SINGLE.get(code, ""))
            at += 1
        elif code == _TAB:
            words.append("\t")
            at += 8
        else:
            if any(words):
                found.append(Piece(begin, "".join(words)))
            words.clear()
            control = b"" if code in _INLINE else body[2 * at + 2 : 2 * at + 6][::-1]
            found.append(Piece(at, "", code, control))
            at += 8
            begin = at
        text_from = at
    words.append(body[2 * text_from :].decode("utf-16-le", errors="replace"))
    if any(words):
        found.append(Piece(begin, "".join(words)))
    return found
