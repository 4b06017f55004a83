"""Where an object inside of forms stands on the page: matrices of PDF (ISO 32000-1, 8.3.3)."""

from typing import Final

from pypdfium2 import raw

__all__ = ["HERE", "Matrix", "bounds", "matrix_of", "times"]

Matrix = tuple[float, float, float, float, float, float]
HERE: Final[Matrix] = (1, 0, 0, 1, 0, 0)
"""The placing that changes nothing."""


def times(a: Matrix, b: Matrix) -> Matrix:
    """Return the placing that `a` inside of `b` comes to."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def matrix_of(item: object) -> Matrix:
    """Return how an object is placed in what holds it."""
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def bounds(
    box: tuple[float, float, float, float], place: Matrix
) -> tuple[float, float, float, float]:
    """Return the level rectangle around a placed one: left, bottom, right, top."""
    left, bottom, right, top = box
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    xs = [x * place[0] + y * place[2] + place[4] for x, y in corners]
    ys = [x * place[1] + y * place[3] + place[5] for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
