"""A scanned page as an array of darkness, set upright."""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

__all__ = ["Darkness", "darkness", "set_upright"]

Darkness: TypeAlias = NDArray[np.uint8]
"""Rows of pixels, 0 for paper and 255 for ink."""

STEEPEST: Final = 3.0
"""Pages lie at most this many degrees askew in a feeder."""

LEAST_TURN: Final = 0.04
"""A turn that moves the end of a line by less than a pixel; turning would only blur."""


def darkness(image: Image.Image) -> Darkness:
    """How dark each pixel is, the paper's own shade taken off."""
    gray = np.asarray(image.convert("L"))
    paper = int(np.percentile(gray, 90))
    return np.asarray(np.clip(paper - gray.astype(np.int16), 0, 255), dtype=np.uint8)


def set_upright(image: Image.Image) -> Image.Image:
    """Return the page turned so that its lines run level; grey, on white."""
    gray = image.convert("L")
    angle = _skew(darkness(gray))
    if abs(angle) < LEAST_TURN:
        return gray
    return gray.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def _skew(dark: Darkness) -> float:
    """Degrees to turn the page; level lines and rules fill few rows of pixels, so these stand out."""
    ys, xs = np.nonzero(dark[:, ::3] > 96)
    xs = xs * 3
    if len(ys) < 500:
        return 0.0
    step = max(len(ys) // 120_000, 1)
    ys, xs = ys[::step], xs[::step]

    def sharpness(angle: float) -> float:
        rows = ys - xs * np.tan(np.radians(angle))
        counts = np.bincount((rows - rows.min()).astype(np.int64))
        return float(np.square(counts.astype(np.float64)).sum())

    best = 0.0
    for width, step_size in ((STEEPEST, 0.2), (0.2, 0.04), (0.04, 0.01)):
        angles = np.arange(best - width, best + width + step_size / 2, step_size)
        best = float(max(angles, key=sharpness))
    return best
