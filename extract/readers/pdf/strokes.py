"""The straight strokes of a page, which its ruling lines are made of, and what else is painted."""

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.errors import LimitError
from extract.readers.pdf.view import Box, PageView

__all__ = ["Stroke", "Strokes", "read_strokes"]

THIN: Final = 2.6
"""A painted rectangle thinner than this, in points, is a line."""

PILE: Final = 5
"""From this many strips that touch each other on, they are shading and no rules."""

TOUCHING: Final = 0.35
"""Strips this close together, in points, touch each other."""

MAX_OBJECTS: Final = 1_000_000
"""More objects on one page than any report has; a page of 300 x 300 boxes has 90,000."""

_MAX_FORM_DEPTH: Final = 8
_MAX_SEGMENTS: Final = 2_000
_LETTER: Final = (2.0, 40.0)

Matrix = tuple[float, float, float, float, float, float]
_HERE: Final[Matrix] = (1, 0, 0, 1, 0, 0)


class Stroke(NamedTuple):
    """A horizontal or vertical stroke.

    Attributes:
        at: Its height (horizontal) or its x (vertical).
        start: Where it begins along its direction.
        end: Where it ends.
    """

    at: float
    start: float
    end: float


class Strokes(NamedTuple):
    """What is painted on a page, besides text.

    Attributes:
        across: Horizontal strokes.
        down: Vertical strokes.
        drawn_letters: Number of small filled outlines, as letters are when a program draws them.
        pictured: Part of the page that pictures cover, 0 to 1 (or more, where they overlap).
        texts: Number of pieces of text.
    """

    across: list[Stroke]
    down: list[Stroke]
    drawn_letters: int
    pictured: float
    texts: int


class _Canvas:
    """Collects the strokes of one page."""

    def __init__(self, view: PageView) -> None:
        self.view = view
        self.across: list[tuple[bool, Box]] = []
        self.down: list[tuple[bool, Box]] = []
        self.drawn_letters = 0
        self.pictured = 0.0
        self.seen = 0
        self.texts = 0
        self.edges = tuple(ctypes.c_float() for _ in range(4))

    def thin(self, box: Box, *, drawn: bool) -> bool:
        """Take a box that is a line, drawn or painted as an area; tell whether it was one."""
        width, height = box.right - box.left, box.bottom - box.top
        if height <= THIN and width >= height:
            self.across.append((drawn, box))
        elif width <= THIN:
            self.down.append((drawn, box))
        else:
            return False
        return True

    def line(self, a: tuple[float, float], b: tuple[float, float]) -> None:
        """Take the stroke from `a` to `b`, if it is level or upright."""
        if abs(a[1] - b[1]) <= 1 or abs(a[0] - b[0]) <= 1:
            self.thin(
                Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])), drawn=True
            )


def read_strokes(page: pdfium.PdfPage, view: PageView) -> Strokes:
    """Return the straight strokes of a page.

    Raises:
        LimitError: The page holds more objects than any report.
    """
    canvas = _Canvas(view)
    _walk(
        canvas,
        page.raw,
        raw.FPDFPage_CountObjects,
        raw.FPDFPage_GetObject,
        _HERE,
        0,
    )
    sideways = [(drawn, Box(b.top, b.left, b.bottom, b.right)) for drawn, b in canvas.down]
    return Strokes(
        _without_shading(canvas.across),
        _without_shading(sideways),
        canvas.drawn_letters,
        canvas.pictured,
        canvas.texts,
    )


def _without_shading(lines: list[tuple[bool, Box]]) -> list[Stroke]:
    """Turn level lines to strokes, but for strips that paint an area by lying on each other."""
    strokes = [_stroke(box) for drawn, box in lines if drawn]
    strips = [box for drawn, box in lines if not drawn]
    pile: list[Box] = []

    def close() -> None:
        if len({strip.top for strip in pile}) < PILE:
            strokes.extend(map(_stroke, pile))
        pile.clear()

    for strip in sorted(strips, key=lambda s: (round(s.left), round(s.right), s.top)):
        if pile and not (
            round(pile[-1].left) == round(strip.left)
            and round(pile[-1].right) == round(strip.right)
            and strip.top <= pile[-1].bottom + TOUCHING
        ):
            close()
        pile.append(strip)
    close()
    return strokes


def _stroke(box: Box) -> Stroke:
    return Stroke((box.top + box.bottom) / 2, box.left, box.right)


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _matrix(item: object) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _bounds(canvas: _Canvas, item: object, place: Matrix) -> Box:
    left, bottom, right, top = canvas.edges
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    if place == _HERE:
        return canvas.view.box(left.value, bottom.value, right.value, top.value)
    xs = [left.value * place[0] + y * place[2] + place[4] for y in (bottom.value, top.value)]
    xs += [right.value * place[0] + y * place[2] + place[4] for y in (bottom.value, top.value)]
    ys = [left.value * place[1] + y * place[3] + place[5] for y in (bottom.value, top.value)]
    ys += [right.value * place[1] + y * place[3] + place[5] for y in (bottom.value, top.value)]
    return canvas.view.box(min(xs), min(ys), max(xs), max(ys))


def _walk(
    canvas: _Canvas,
    holder: object,
    count: Callable[[object], int],
    get: Callable[[object, int], object],
    place: Matrix,
    depth: int,
) -> None:
    number = count(holder)
    canvas.seen += number
    if canvas.seen > MAX_OBJECTS:
        raise LimitError("PDF", f"more than {MAX_OBJECTS} objects on a page")
    for index in range(number):
        item = get(holder, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            canvas.texts += 1
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            _path(canvas, item, place)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(canvas, item, place)
            area = (box.right - box.left) * (box.bottom - box.top)
            canvas.pictured += area / (canvas.view.width * canvas.view.height)
            if canvas.thin(box, drawn=False):
                continue
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
            inside = _times(_matrix(item), place)
            _walk(
                canvas,
                item,
                raw.FPDFFormObj_CountObjects,
                raw.FPDFFormObj_GetObject,
                inside,
                depth + 1,
            )


def _path(canvas: _Canvas, item: object, place: Matrix) -> None:
    box = _bounds(canvas, item, place)
    fill, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not (fill.value or stroke.value) or canvas.thin(box, drawn=bool(stroke.value)):
        return
    segments = raw.FPDFPath_CountSegments(item)
    if not stroke.value and segments <= 5:
        return  # one painted area: shading, no rule
    if segments > _MAX_SEGMENTS:
        return
    tall, wide = box.bottom - box.top, box.right - box.left
    low, high = _LETTER
    if not stroke.value and segments >= 8 and low < max(tall, wide) < high:
        canvas.drawn_letters += 1
    to_page = _times(_matrix(item), place)
    for points in _straight_parts(item, segments, to_page, canvas.view):
        if fill.value and len(points) >= 4:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            part = Box(min(xs), min(ys), max(xs), max(ys))
            if canvas.thin(part, drawn=bool(stroke.value)) or not stroke.value:
                continue
        if stroke.value:
            for a, b in pairwise(points):
                canvas.line(a, b)


def _straight_parts(
    item: object, segments: int, place: Matrix, view: PageView
) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each sub-path that has no curves."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = raw.FPDFPathSegment_GetType(segment)
        point = view.point(
            x.value * place[0] + y.value * place[2] + place[4],
            x.value * place[1] + y.value * place[3] + place[5],
        )
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [point], False
            continue
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
