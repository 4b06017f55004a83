"""Where the objects of a page stand, and how they are painted."""

import ctypes

import numpy as np
from numpy.typing import NDArray

from extract.readers.pdf.calls import Handle, object_bounds, object_draw_mode
from extract.readers.pdf.places import Floats
from extract.readers.pdf.placing import HERE, Matrix, bounds
from extract.readers.pdf.view import PageView

__all__ = ["boxes_of", "painting"]


def boxes_of(items: list[Handle], place: Matrix, view: PageView) -> Floats:
    """Return where objects stand on the page as shown: left, top, right, bottom."""
    edges, found = (ctypes.c_float * 4)(), bytearray()
    where = [ctypes.byref(edges, 4 * index) for index in range(4)]
    for item in items:
        object_bounds(item, *where)
        found += edges
    boxes: Floats = np.frombuffer(found, np.float32).reshape(-1, 4).astype(np.float64)
    if place != HERE:
        boxes = np.array([bounds(tuple(box), place) for box in boxes.tolist()]).reshape(-1, 4)
    if view.turn:
        return np.array([view.box(*box) for box in boxes.tolist()]).reshape(-1, 4)
    left, bottom, right, top = boxes.T
    return np.stack((left - view.left, view.top - top, right - view.left, view.top - bottom), 1)


def painting(paths: list[Handle]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell of each path whether it is filled, and whether its outline is drawn."""
    mode, found = (ctypes.c_int * 2)(), bytearray()
    fill, stroke = ctypes.byref(mode), ctypes.byref(mode, 4)
    for path in paths:
        object_draw_mode(path, fill, stroke)
        found += mode
    filled, drawn = np.frombuffer(found, np.int32).reshape(-1, 2).T != 0
    return filled, drawn
