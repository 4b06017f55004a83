"""Where the characters of a page stand: each property in an array of its own, in drawing order.

A page has hundreds of characters and a few dozen heights; what the characters of one height share is asked
for once.
"""

from collections.abc import Sequence
from ctypes import byref, c_double
from math import pi
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from extract.readers.pdf.calls import char_font_size, char_loose_box, char_origin, handle
from extract.readers.pdf.view import PageView

__all__ = ["Floats", "Ints", "Places", "read_places"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Places(NamedTuple):
    """Where visible characters stand on the page as shown, y downwards, in points.

    Attributes:
        left: Left edges of their advance boxes.
        top: Top edges of their fonts' lines.
        right: Right edges of their advance boxes.
        bottom: Bottom edges of their fonts' lines.
        base: Heights of their baselines.
        turn: Directions of writing in degrees, clockwise: 0, 90, 180 or 270.
        size: Type sizes.
    """

    left: Floats
    top: Floats
    right: Floats
    bottom: Floats
    base: Floats
    turn: Ints
    size: Floats


def read_places(page: object, visible: Sequence[int], view: PageView) -> Places:
    """Return where the characters with the indices `visible` stand."""
    boxes = _boxes(page, visible)
    left, top, right, bottom = _shown(boxes, view)
    turn: Ints | None = None
    if not view.turn:
        # Characters whose boxes are equally high stand on one baseline, if they are upright.
        edges = np.ascontiguousarray(boxes[:, 1::2]).view(np.uint64).ravel()
        _, first, which = np.unique(edges, return_index=True, return_inverse=True)
        asked = [visible[number] for number in first.tolist()]
        base = _origins(page, asked, view)[1][which]
        size = _sizes(page, asked, (bottom - top)[first])[which]
        turn = _turns(page, visible, left, base, view)
    if turn is None or turn.any():
        start, base = _origins(page, visible, view)
        size = _sizes(page, visible, bottom - top)
        turn = _turns(page, visible, start, base, view)
    # Condensed type: the font's own width reaches over the next character.
    over = (left[1:] < right[:-1]) & (left[:-1] < left[1:])
    over &= np.abs(base[1:] - base[:-1]) < (bottom - top)[1:]
    np.copyto(right[:-1], left[1:], where=over)
    return Places(left, top, right, bottom, base, turn, size)


def _boxes(page: object, visible: Sequence[int]) -> NDArray[np.float32]:
    """Return the advance boxes of characters (left, top, right, bottom), in the file's coordinates."""
    address, box, found = handle(page), raw.FS_RECTF(), bytearray()
    where = byref(box)
    for index in visible:
        char_loose_box(address, index, where)
        found += box
    return np.frombuffer(found, np.float32).reshape(-1, 4)


def _shown(boxes: NDArray[np.float32], view: PageView) -> tuple[Floats, Floats, Floats, Floats]:
    """Return the edges of boxes as shown: left, top, right, bottom."""
    left, top, right, bottom = boxes.astype(np.float64).T
    if view.turn == 0:
        return left - view.left, view.top - top, right - view.left, view.top - bottom
    a, b = view.point(left, bottom), view.point(right, top)
    return (
        np.minimum(a[0], b[0]),
        np.minimum(a[1], b[1]),
        np.maximum(a[0], b[0]),
        np.maximum(a[1], b[1]),
    )


def _origins(page: object, indices: Sequence[int], view: PageView) -> tuple[Floats, Floats]:
    """Return where characters begin, from the left and from the top of the page as shown."""
    address, origin, found = handle(page), (c_double * 2)(), bytearray()
    x, y = byref(origin), byref(origin, 8)
    for index in indices:
        char_origin(address, index, x, y)
        found += origin
    places = np.frombuffer(found, np.float64).reshape(-1, 2)
    return view.point(places[:, 0], places[:, 1])


def _sizes(page: object, indices: Sequence[int], heights: Floats) -> Floats:
    """Return the type sizes of characters; one is measured of each font size and height."""
    address = handle(page)
    fonts = np.array([char_font_size(address, index) for index in indices], np.float32)
    kinds = np.rint(heights * 100).astype(np.int64) << 32 | fonts.view(np.uint32)
    _, first, which = np.unique(kinds, return_index=True, return_inverse=True)
    return np.array([_size(page, indices[number]) for number in first.tolist()], np.float64)[which]


def _size(page: object, index: int) -> float:
    matrix = raw.FS_MATRIX()
    size = float(raw.FPDFText_GetFontSize(page, index))
    if raw.FPDFText_GetMatrix(page, index, matrix):
        size *= float((matrix.b**2 + matrix.d**2) ** 0.5)
    return round(size, 1)


def _turns(
    page: object, visible: Sequence[int], start: Floats, base: Floats, view: PageView
) -> Ints:
    """Return the direction of writing of each character; one on the baseline before it goes on."""
    turns = np.zeros(len(visible), np.int64)
    # A new line, or writing that runs up or down.
    aside = np.abs(_steps(start)) < np.abs(_steps(base))
    for number in np.flatnonzero(aside).tolist():
        index = visible[number]
        turn = turns[number] = _turn(page, index, view)
        if turn and number and turns[number - 1] != turn == _turn(page, index - 1, view):
            turns[number - 1] = turn
    return turns


def _steps(places: Floats) -> Floats:
    """Return how far each place is from the one before it."""
    steps = places.copy()
    steps[1:] -= places[:-1]
    return steps


def _turn(page: object, index: int, view: PageView) -> int:
    """Direction of writing of a character in quarter turns; a slant is none."""
    angle = raw.FPDFText_GetCharAngle(page, index)
    return int(round(angle * 2 / pi) * 90 + view.turn) % 360
