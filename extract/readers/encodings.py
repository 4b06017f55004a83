"""Bytes to text: the codec by what the bytes allow, never by a guess from letter frequencies.

    byte order mark -> pattern of NUL bytes (UTF-16, UTF-32) -> strict UTF-8 -> strict CP949
    -> strict Johab -> the codec with the fewest damaged places, replaced, counted and reported

CP949 is the Windows superset of EUC-KR (KS X 1001): it holds all 11,172 syllables, `euc-kr` only
2,350.
"""

import codecs
from typing import Final, NamedTuple

from extract.findings import Finding, Span

__all__ = ["Decoded", "damage", "decode", "wide_codec"]

_WIDE_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRICT: Final[tuple[str, ...]] = ("utf-8", "cp949", "johab")
_SAMPLE: Final = 1 << 16
_DAMAGED: Final = "\ufffd"


class Decoded(NamedTuple):
    """Text as it came out of bytes.

    Attributes:
        text: The text, still with the line ends of the file.
        encoding: The codec that was used, as Python names it.
        damaged: Number of places that the codec could not read; they hold U+FFFD.
    """

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes) -> Decoded:
    """Return the text of `data`; damaged bytes never make it fail.

    >>> decode("예산".encode("cp949"))
    Decoded(text='예산', encoding='cp949', damaged=0)
    """
    wide = wide_codec(data)
    if wide:
        return _without_mark(_replacing(data, wide))
    if data.startswith(codecs.BOM_UTF8):
        return _replacing(data[len(codecs.BOM_UTF8) :], "utf-8")
    for codec in _STRICT:
        try:
            return Decoded(data.decode(codec), codec)
        except UnicodeDecodeError:
            continue
    return min((_replacing(data, codec) for codec in _STRICT), key=lambda each: each.damaged)


def wide_codec(data: bytes) -> str:
    """Name the UTF-16 or UTF-32 codec of `data`, or return an empty text.

    A byte order mark says it, or the NUL bytes: those of blanks, digits and line ends are always on
    the same side.

    >>> wide_codec("2020년 예산".encode("utf-16-le"))
    'utf-16-le'
    >>> wide_codec(b"2020")
    ''
    """
    for mark, codec in _WIDE_MARKS:
        if data.startswith(mark):
            return codec
    sample = data[:_SAMPLE]
    if 0 not in sample:
        return ""
    total = sample.count(0)
    by_place = [sample[place::4].count(0) for place in range(4)]
    quarter = len(sample) // 4
    if (
        len(data) % 4 == 0
        and quarter
        and by_place[3] >= quarter
        and by_place[2] >= quarter * 9 // 10
    ):
        return "utf-32-le"
    if (
        len(data) % 4 == 0
        and quarter
        and by_place[0] >= quarter
        and by_place[1] >= quarter * 9 // 10
    ):
        return "utf-32-be"
    odd = by_place[1] + by_place[3]
    # A sixteenth leaves room for a damaged place; binary files hold NUL bytes on both sides.
    if total * 50 >= len(sample) and odd * 16 >= total * 15:
        return "utf-16-le"
    if total * 50 >= len(sample) and odd * 16 <= total:
        return "utf-16-be"
    return ""


def damage(decoded: Decoded, text: str) -> tuple[Finding, ...]:
    """Report the damaged places of `decoded`, whose final text is `text`."""
    if not decoded.damaged:
        return ()
    first = text.find(_DAMAGED)
    line = text.count("\n", 0, first) + 1
    finding = Finding(
        "damaged-bytes",
        "warning",
        f"{line}번째 줄부터 {decoded.encoding}로 읽을 수 없는 곳이 {decoded.damaged}군데 있습니다.",
        f"{decoded.damaged} places can't be read as {decoded.encoding} (the first in line {line}).",
        actual=str(decoded.damaged),
        span=Span(first, first + 1),
    )
    return (finding,)


def _without_mark(decoded: Decoded) -> Decoded:
    return decoded._replace(text=decoded.text.removeprefix("\ufeff"))


def _replacing(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        text = data.decode(codec, errors="replace")
        # A replacement character that the file itself holds is no damage of these bytes.
        own = data.count(_DAMAGED.encode(codec)) if codec.startswith("utf") else 0
        return Decoded(text, codec, max(text.count(_DAMAGED) - own, 1))
