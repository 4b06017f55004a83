"""A small writer of PDF files for tests: text, lines and boxes at places given from the top left.

Its letters are painted boxes (Type 3 fonts with a map to Unicode), so that any letter has ink and a known width:
a full square for Hangul, half of it for everything else.
"""

import re
import zlib

WIDE, TALL = 595, 842
_FONTS = re.compile(r"/H(\d+) ")


class PdfPage:
    """The content of one page; y grows downwards."""

    def __init__(self, *, turn: int = 0) -> None:
        self.turn = turn
        self.parts: list[str] = []

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "") -> "PdfPage":
        """Write `words` with their baseline at `y`."""
        return self._show(f"1 0 0 1 {x} {TALL - y}", words, size, font)

    def turned_text(self, x: float, y: float, words: str, size: float = 10) -> "PdfPage":
        """Write `words` upwards, as in a narrow head cell."""
        return self._show(f"0 1 -1 0 {x} {TALL - y}", words, size, "")

    def _show(self, place: str, words: str, size: float, font: str) -> "PdfPage":
        if font:
            shown = f"/{font} {size} Tf <{words.encode('latin-1').hex()}> Tj"
        else:
            shown = " ".join(f"/H{ord(c) >> 8} {size} Tf <{ord(c) & 255:02x}> Tj" for c in words)
        self.parts.append(f"BT {place} Tm {shown} ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> "PdfPage":
        """Draw a stroke."""
        self.parts.append(f"{width} w {x0} {TALL - y0} m {x1} {TALL - y1} l S")
        return self

    def dots(self, x0: float, y: float, x1: float, step: float = 2) -> "PdfPage":
        """Draw a level rule as many small boxes, as Hancom does."""
        x = x0
        while x < x1:
            self.parts.append(f"{x} {TALL - y} 0.6 0.6 re f")
            x += step
        return self

    def grid(self, xs: list[float], ys: list[float], *, sides: bool = True) -> "PdfPage":
        """Draw a ruled grid; without `sides` its left and right edges stay open."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs if sides else xs[1:-1]:
            self.line(x, ys[0], x, ys[-1])
        return self

    def cells(
        self, xs: list[float], ys: list[float], rows: list[list[str]], size: float = 9
    ) -> "PdfPage":
        """Write one line into each cell of a grid."""
        for y, row in zip(ys, rows, strict=False):
            for x, words in zip(xs, row, strict=False):
                if words:
                    self.text(x + 3, y + 13, words, size)
        return self

    def raw(self, operators: str) -> "PdfPage":
        """Add operators of the page description language."""
        self.parts.append(operators)
        return self


def pdf(*pages: PdfPage, title: str = "", objects: dict[int, bytes] | None = None) -> bytes:
    """Return a PDF file of `pages`; `objects` are added under their own numbers (from 100)."""
    held: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: stream(b"1000 0 0 -120 1000 880 d1 60 0 880 700 re f"),
        4: stream(b"500 0 0 -120 500 880 d1 60 0 380 700 re f"),
        5: stream(b"500 0 d0"),
        6: b"<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings-Regular"
        b" /Encoding /WinAnsiEncoding >>",
        7: b"<< /Title (" + title.encode("latin-1") + b") >>",
    }
    used = {int(each) for page in pages for part in page.parts for each in _FONTS.findall(part)}
    fonts = " ".join(f"/H{block} {1000 + 2 * block} 0 R" for block in sorted(used))
    for block in used:
        held |= _font(block)
    kids = []
    for number, page in enumerate(pages):
        at = 10 + 2 * number
        kids.append(f"{at} 0 R")
        content = zlib.compress("\n".join(page.parts).encode("latin-1"))
        named = " ".join(f"/X{each} {each} 0 R" for each in objects or {})
        held[at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {TALL}] /Rotate {page.turn}"
            f" /Resources << /Font << {fonts} /F2 6 0 R >> /XObject << {named} >> >>"
            f" /Contents {at + 1} 0 R >>"
        ).encode()
        held[at + 1] = stream(content, "/Filter /FlateDecode")
    held[2] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>".encode()
    held |= objects or {}
    return _file(held)


def _font(block: int) -> dict[int, bytes]:
    """The font of the 256 characters from `block`, painted as boxes."""
    number = 1000 + 2 * block
    wide = block >= 0x11
    names = " ".join(f"/g{code}" for code in range(256))
    blank = 5 if block == 0 else 3
    box = 3 if wide else 4
    procedures = " ".join(f"/g{code} {blank if code == 32 else box} 0 R" for code in range(256))
    widths = " ".join(["1000" if wide else "500"] * 256)
    unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def"
        " /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange"
        f" 1 beginbfrange <00> <FF> <{block << 8:04X}> endbfrange endcmap end end"
    )
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [.001 0 0 .001 0 0]"
        f" /CharProcs << {procedures} >> /Encoding << /Type /Encoding /Differences [0 {names}] >>"
        f" /FirstChar 0 /LastChar 255 /Widths [{widths}] /ToUnicode {number + 1} 0 R"
        " /Resources << >> >>"
    )
    return {number: font.encode(), number + 1: stream(unicode.encode())}


def stream(content: bytes, entries: str = "") -> bytes:
    """Return a stream object's body."""
    head = f"<< /Length {len(content)} {entries} >>\nstream\n".encode()
    return head + content + b"\nendstream"


def _file(objects: dict[int, bytes]) -> bytes:
    parts = [b"%PDF-1.7\n"]
    places: dict[int, int] = {}
    length = len(parts[0])
    for number, body in sorted(objects.items()):
        places[number] = length
        part = f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        parts.append(part)
        length += len(part)
    last = max(objects)
    table = ["0000000000 65535 f \n"] + [
        f"{places[number]:010d} 00000 n \n" if number in places else "0000000000 65535 f \n"
        for number in range(1, last + 1)
    ]
    parts.append(f"xref\n0 {last + 1}\n{''.join(table)}".encode())
    parts.append(
        f"trailer\n<< /Size {last + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{length}\n%%EOF".encode()
    )
    return b"".join(parts)
