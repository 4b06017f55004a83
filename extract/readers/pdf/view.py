"""From the coordinates of a PDF page to the page as a reader sees it: upright, y downwards."""

from typing import NamedTuple, TypeVar

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

__all__ = ["Box", "PageView", "page_view"]


Coordinate = TypeVar("Coordinate", float, NDArray[np.float64])


class Box(NamedTuple):
    """A rectangle on the page; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float


class PageView(NamedTuple):
    """How a page is shown.

    Attributes:
        left: Left edge of the visible part, in the coordinates of the file.
        bottom: Its bottom edge.
        right: Its right edge.
        top: Its top edge.
        turn: Clockwise turn in degrees: 0, 90, 180 or 270.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def width(self) -> float:
        """Width of the page as shown."""
        return self.top - self.bottom if self.turn in {90, 270} else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the page as shown."""
        return self.right - self.left if self.turn in {90, 270} else self.top - self.bottom

    def point(self, x: Coordinate, y: Coordinate) -> tuple[Coordinate, Coordinate]:
        """Place of a point, or of each of many, as shown.

        >>> PageView(0, 0, 100, 200, 0).point(10, 20), PageView(0, 0, 100, 200, 90).point(10, 20)
        ((10, 180), (20, 10))
        """
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Place of a rectangle as shown."""
        if self.turn == 0:
            x, y = self.left, self.top
            return Box(left - x, y - top, right - x, y - bottom)
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def page_view(page: pdfium.PdfPage) -> PageView:
    """Return how `page` is shown."""
    left, bottom, right, top = page.get_bbox()
    if not (right - left > 1 and top - bottom > 1):
        left, bottom = 0, 0
        right, top = page.get_size()
    return PageView(left, bottom, right, top, page.get_rotation() % 360)
