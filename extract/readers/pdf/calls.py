"""PDFium's functions that are called for every character and every stroke.

The binding checks and converts each argument, which takes longer than the functions themselves. Here they are
taken without that: a caller hands over `handle(...)`, a plain `int` and what `ctypes.byref` returns, and nothing
else. The interpreter's lock is kept meanwhile; each runs for less than a microsecond.
"""

import ctypes
from collections.abc import Callable
from typing import Final

from pypdfium2 import raw

__all__ = [
    "UNKNOWN",
    "Handle",
    "char_font_size",
    "char_is_generated",
    "char_loose_box",
    "char_origin",
    "form_object",
    "handle",
    "object_bounds",
    "object_draw_mode",
    "object_kind",
    "page_object",
    "page_text",
    "path_segment",
    "segment_closes",
    "segment_kind",
    "segment_point",
]


UNKNOWN: Final = "\ufffe"
"""How PDFium's text shows a character whose code says nothing."""


class Handle(ctypes.c_void_p):
    """An address of PDFium's; plain `c_void_p` comes back as an `int`, which is cut to 32 bits as an argument."""


def handle(pointer: object) -> Handle:
    """Return a pointer of the binding as the functions of this module take it."""
    return Handle(ctypes.cast(pointer, ctypes.c_void_p).value)  # type: ignore[arg-type]  # the stub leaves functions out


def _bare(function: object) -> Callable[..., int]:
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]  # the stub leaves functions out
    return ctypes.PYFUNCTYPE(ctypes.c_int)(address)  # type: ignore[arg-type]  # the stub leaves functions out


def _getter(function: object, index: type) -> Callable[[Handle, int], Handle]:
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]  # the stub leaves functions out
    return ctypes.PYFUNCTYPE(Handle, ctypes.c_void_p, index)(address)  # type: ignore[arg-type]  # the stub leaves functions out


char_loose_box: Final = _bare(raw.FPDFText_GetLooseCharBox)
char_font_size: Final[Callable[[Handle, int], float]] = ctypes.PYFUNCTYPE(ctypes.c_double)(
    ctypes.cast(raw.FPDFText_GetFontSize, ctypes.c_void_p).value  # type: ignore[arg-type]  # the stub leaves functions out
)
char_origin: Final = _bare(raw.FPDFText_GetCharOrigin)
char_is_generated: Final = _bare(raw.FPDFText_IsGenerated)
object_kind: Final = _bare(raw.FPDFPageObj_GetType)
object_bounds: Final = _bare(raw.FPDFPageObj_GetBounds)
object_draw_mode: Final = _bare(raw.FPDFPath_GetDrawMode)
segment_closes: Final = _bare(raw.FPDFPathSegment_GetClose)
segment_kind: Final = _bare(raw.FPDFPathSegment_GetType)
segment_point: Final = _bare(raw.FPDFPathSegment_GetPoint)
path_segment: Final = _getter(raw.FPDFPath_GetPathSegment, ctypes.c_int)
page_object: Final = _getter(raw.FPDFPage_GetObject, ctypes.c_int)
form_object: Final = _getter(raw.FPDFFormObj_GetObject, ctypes.c_ulong)


def page_text(text_page: object, count: int) -> str:
    """Return the page's characters, one for each of its `count` indices.

    Where a character is left out of the text, the whole page is asked for one by one.
    """
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    return "".join(chr(code) if 0 < code <= 0x10FFFF else UNKNOWN for code in codes)
