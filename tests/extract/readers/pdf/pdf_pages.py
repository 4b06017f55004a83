"""A small writer of PDF files for tests: text, lines and boxes at places given from the top left."""

import zlib

WIDE, TALL = 595, 842


class PdfPage:
    """The content of one page; y grows downwards."""

    def __init__(self, *, turn: int = 0) -> None:
        self.turn = turn
        self.parts: list[str] = []

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "F1") -> "PdfPage":
        """Write `words` with their baseline at `y`."""
        code = words.encode("utf-16-be").hex() if font == "F1" else words.encode("latin-1").hex()
        self.parts.append(f"BT /{font} {size} Tf {x} {TALL - y} Td <{code}> Tj ET")
        return self

    def turned_text(self, x: float, y: float, words: str, size: float = 10) -> "PdfPage":
        """Write `words` upwards, as in a narrow head cell."""
        code = words.encode("utf-16-be").hex()
        self.parts.append(f"BT /F1 {size} Tf 0 1 -1 0 {x} {TALL - y} Tm <{code}> Tj ET")
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
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /HYSMyeongJo-Medium"
        b" /Encoding /UniKS-UTF16-H /DescendantFonts [4 0 R] >>",
        4: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYSMyeongJo-Medium /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >>"
        b" /W [1 95 500] /FontDescriptor 5 0 R >>",
        5: b"<< /Type /FontDescriptor /FontName /HYSMyeongJo-Medium /Flags 4 /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontBBox [0 -120 1000 880] >>",
        6: b"<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings-Regular"
        b" /Encoding /WinAnsiEncoding >>",
        7: b"<< /Title (" + title.encode("latin-1") + b") >>",
    }
    kids = []
    for number, page in enumerate(pages):
        at = 10 + 2 * number
        kids.append(f"{at} 0 R")
        content = zlib.compress("\n".join(page.parts).encode("latin-1"))
        named = " ".join(f"/X{each} {each} 0 R" for each in objects or {})
        held[at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {TALL}] /Rotate {page.turn}"
            f" /Resources << /Font << /F1 3 0 R /F2 6 0 R >> /XObject << {named} >> >>"
            f" /Contents {at + 1} 0 R >>"
        ).encode()
        held[at + 1] = stream(content, "/Filter /FlateDecode")
    held[2] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>".encode()
    held |= objects or {}
    return _file(held)


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
