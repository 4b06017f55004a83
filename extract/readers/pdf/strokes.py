"""The straight strokes of a page, which its ruling lines are made of, and what else is painted."""

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from extract.errors import LimitError
from extract.readers.pdf.calls import (
    Handle,
    form_object,
    handle,
    object_kind,
    page_object,
    path_segment,
    segment_closes,
    segment_kind,
    segment_point,
)
from extract.readers.pdf.objects import boxes_of, painting
from extract.readers.pdf.places import Floats
from extract.readers.pdf.placing import HERE, Matrix, matrix_of, times
from extract.readers.pdf.view import Box, PageView

__all__ = ["MANY", "Stroke", "Strokes", "read_strokes"]

THIN: Final = 2.6
"""A painted rectangle thinner than this, in points, is a line."""

PILE: Final = 5
"""From this many strips that touch each other on, they are shading and no rules."""

TOUCHING: Final = 0.35
"""Strips this close together, in points, touch each other."""

MANY: Final = 300
"""From this many paths of a page on, most are dashes."""

MAX_OBJECTS: Final = 1_000_000
"""More objects on one page than any report has; a page of 300 x 300 boxes has 90,000."""

_MAX_FORM_DEPTH: Final = 8
_MAX_SEGMENTS: Final = 2_000
_LETTER: Final = (2.0, 40.0)

_new: Final = tuple.__new__  # a third of the time of calling the class


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
        across: Horizontal strokes: in each row the attributes of a `Stroke`.
        down: Vertical strokes.
        drawn_letters: Number of small filled outlines, as letters are when a program draws them.
        pictured: Part of the page that pictures cover, 0 to 1 (or more, where they overlap).
        texts: Number of pieces of text.
    """

    across: Floats
    down: Floats
    drawn_letters: int
    pictured: float
    texts: int


class _Canvas:
    """Collects the strokes of one page."""

    def __init__(self, view: PageView) -> None:
        self.view = view
        self.levels: list[Floats] = []
        self.uprights: list[Floats] = []
        self.across: list[Stroke] = []
        self.down: list[Stroke] = []
        self.strips_across: list[Box] = []
        self.strips_down: list[Box] = []
        self.drawn_letters = 0
        self.pictured = 0.0
        self.seen = 0
        self.texts = 0

    def thin(self, box: Box, *, drawn: bool) -> bool:
        """Take a box that is a line, drawn or painted as an area; tell whether it was one."""
        left, top, right, bottom = box
        if bottom - top <= THIN and right - left >= bottom - top:
            if drawn:
                self.across.append(_new(Stroke, ((top + bottom) / 2, left, right)))
            else:
                self.strips_across.append(box)
        elif right - left <= THIN:
            if drawn:
                self.down.append(_new(Stroke, ((left + right) / 2, top, bottom)))
            else:
                self.strips_down.append(Box(top, left, bottom, right))
        else:
            return False
        return True

    def lines(self, boxes: Floats, drawn: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Take those of the boxes that are drawn lines; tell which these are."""
        left, top, right, bottom = boxes.T
        wide, tall = right - left, bottom - top
        level = drawn & (tall <= THIN) & (wide >= tall)
        upright = drawn & (wide <= THIN) & ~level
        self.levels.append(np.stack(((top + bottom) / 2, left, right), 1)[level])
        self.uprights.append(np.stack(((left + right) / 2, top, bottom), 1)[upright])
        taken: NDArray[np.bool_] = level | upright
        return taken

    def line(self, a: tuple[float, float], b: tuple[float, float]) -> None:
        """Take the stroke from `a` to `b`, if it is level or upright."""
        if abs(a[1] - b[1]) <= 1 or abs(a[0] - b[0]) <= 1:
            self.thin(
                Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])), drawn=True
            )


@np.errstate(invalid="ignore", over="ignore")  # a damaged file draws anywhere
def read_strokes(page: pdfium.PdfPage, view: PageView) -> Strokes:
    """Return the straight strokes of a page.

    Raises:
        LimitError: The page holds more objects than any report.
    """
    canvas = _Canvas(view)
    _walk(canvas, handle(page.raw), raw.FPDFPage_CountObjects(page.raw), page_object, HERE, 0)
    return Strokes(
        _rows(canvas.across + _without_shading(canvas.strips_across), canvas.levels),
        _rows(canvas.down + _without_shading(canvas.strips_down), canvas.uprights),
        canvas.drawn_letters,
        canvas.pictured,
        canvas.texts,
    )


def _rows(strokes: list[Stroke], more: list[Floats]) -> Floats:
    return np.concatenate([np.array(strokes, np.float64).reshape(-1, 3), *more])


def _without_shading(strips: list[Box]) -> list[Stroke]:
    """Turn level strips to strokes, but for those that paint an area by lying on each other."""
    strokes: list[Stroke] = []
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


def _walk(
    canvas: _Canvas,
    holder: Handle,
    count: int,
    get: Callable[[Handle, int], Handle],
    place: Matrix,
    depth: int,
) -> None:
    canvas.seen += count
    if canvas.seen > MAX_OBJECTS:
        raise LimitError("PDF", f"more than {MAX_OBJECTS} objects on a page")
    items = [get(holder, index) for index in range(count)]
    kinds = list(map(object_kind, items))
    canvas.texts += kinds.count(raw.FPDF_PAGEOBJ_TEXT)
    for item, kind in zip(items, kinds, strict=True):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            [edges] = boxes_of([item], place, canvas.view).tolist()
            box = Box(*edges)
            area = (box.right - box.left) * (box.bottom - box.top)
            canvas.pictured += area / (canvas.view.width * canvas.view.height)
            canvas.thin(box, drawn=False)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
            form = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
            inside = times(matrix_of(form), place)
            _walk(canvas, item, raw.FPDFFormObj_CountObjects(form), form_object, inside, depth + 1)
    path = raw.FPDF_PAGEOBJ_PATH
    _paths(canvas, [item for item, kind in zip(items, kinds, strict=True) if kind == path], place)


def _paths(canvas: _Canvas, paths: list[Handle], place: Matrix) -> None:
    """Take the straight strokes of paths."""
    boxes = boxes_of(paths, place, canvas.view)
    fill, stroke = painting(paths)
    rest = fill | stroke
    if len(paths) > MANY:
        rest &= ~canvas.lines(boxes, stroke)
    kept = np.flatnonzero(rest)
    edges, filled, drawn = boxes[kept].tolist(), fill[kept].tolist(), stroke[kept].tolist()
    for number, sides, fills, draws in zip(kept.tolist(), edges, filled, drawn, strict=True):
        box = _new(Box, sides)
        if not canvas.thin(box, drawn=draws):
            _outline(canvas, paths[number], box, place, fill=fills, stroke=draws)


def _outline(
    canvas: _Canvas, item: Handle, box: Box, place: Matrix, *, fill: bool, stroke: bool
) -> None:
    """Take the straight strokes of a path that is no line itself."""
    path = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
    segments = raw.FPDFPath_CountSegments(path)
    if not stroke and segments <= 5:
        return  # one painted area: shading, no rule
    if segments > _MAX_SEGMENTS:
        return
    tall, wide = box.bottom - box.top, box.right - box.left
    low, high = _LETTER
    if not stroke and segments >= 8 and low < max(tall, wide) < high:
        canvas.drawn_letters += 1
    to_page = times(matrix_of(path), place)
    for points in _straight_parts(item, segments, to_page, canvas.view):
        if fill and len(points) >= 4:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            part = Box(min(xs), min(ys), max(xs), max(ys))
            if canvas.thin(part, drawn=stroke) or not stroke:
                continue
        if stroke:
            for a, b in pairwise(points):
                canvas.line(a, b)


def _straight_parts(
    path: Handle, segments: int, place: Matrix, view: PageView
) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each sub-path that has no curves."""
    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    points: list[tuple[float, float]] = []
    curved = False
    for index in range(segments):
        segment = path_segment(path, index)
        kind = segment_kind(segment)
        if kind != raw.FPDF_SEGMENT_MOVETO and (curved or kind == raw.FPDF_SEGMENT_BEZIERTO):
            curved = True  # no point of it will be asked for
            continue
        segment_point(segment, at_x, at_y)
        point = view.point(
            x.value * place[0] + y.value * place[2] + place[4],
            x.value * place[1] + y.value * place[3] + place[5],
        )
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [point], False
            continue
        points.append(point)
        if segment_closes(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
