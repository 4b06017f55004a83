"""Ruling lines of a scanned page: thin, long, unbroken streaks of ink.

    opening along the line    keeps what is dark without a gap for a quarter of an inch; letters are not
    top hat across the line   takes off what is broad: shaded cells, pictures, the fat of bold type

Thin rules at 200 dpi are paler than letters and their edge wavers by a pixel: a pixel takes the darkest
of its two neighbours across the line, and is averaged along the line, before it is compared.
"""

from collections import Counter
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.readers.ocr.raster import Darkness
from extract.readers.pdf.rules import joined_rules
from extract.readers.pdf.strokes import Stroke

__all__ = ["find_rules"]

UNBROKEN: Final = 0.17
"""A rule is unbroken for this many inches; the strokes of letters are shorter."""

BROAD: Final = 0.06
"""What is broader than this many inches is an area, no line."""

PALEST: Final = 22
"""Darkness by which a rule stands out from what lies beside it."""

SMOOTH: Final = 0.02
"""Length, in inches, over which the noise along a line is averaged."""


SOLID: Final = 0.96
"""Part of a rule's length on which there is ink; letters in a row leave gaps."""

ASIDE: Final = 0.025
"""So many inches beside a rule there is paper again."""

CLEAR: Final = 0.75
"""Part of its length with paper on its clearer side; text may stand close on the other."""


LONG: Final = 0.8
"""No stroke of a letter is so many inches long, so text may stand close on both sides."""

CLEAR_LONG: Final = 0.4


TIE: Final = 0.026
"""A rule ends at most this many inches from the middle of the rule that stops it, thick or thin."""


class _Run(NamedTuple):
    """Pixels `start` to `end` of a row."""

    row: int
    start: int
    end: int


class _Streak(NamedTuple):
    """Rows `top` to `bottom` inclusive, pixels `start` to `end`."""

    top: int
    bottom: int
    start: int
    end: int


def find_rules(dark: Darkness, dpi: float) -> tuple[list[Stroke], list[Stroke]]:
    """The horizontal and the vertical rules of a page, in points from its top left."""
    # A rule looks broken where another one crosses it.
    across = joined_rules(_rules(dark, dpi), 0)
    down = joined_rules(_rules(np.ascontiguousarray(dark.T), dpi), 0)
    for _ in range(2):
        across, down = _tied(across, down), _tied(down, across)
    return across, down


def _tied(strokes: list[Stroke], crossing: list[Stroke]) -> list[Stroke]:
    """Short strokes only where they end on two rules: others belong to letters in a cell."""
    return [
        stroke
        for stroke in strokes
        if stroke.end - stroke.start >= LONG * 72
        or (_meets(stroke.at, stroke.start, crossing) and _meets(stroke.at, stroke.end, crossing))
    ]


def _meets(at: float, end: float, crossing: list[Stroke]) -> bool:
    return any(
        abs(each.at - end) <= TIE * 72 and each.start - TIE * 72 <= at <= each.end + TIE * 72
        for each in crossing
    )


def _rules(dark: Darkness, dpi: float) -> list[Stroke]:
    """Horizontal rules."""
    tall = dark.copy()
    np.maximum(tall[1:], dark[:-1], out=tall[1:])
    np.maximum(tall[:-1], dark[1:], out=tall[:-1])
    smooth = _averaged(tall, max(int(dpi * SMOOTH), 1))
    level = _opened(smooth, max(int(dpi * UNBROKEN), 3))
    upright = np.ascontiguousarray(level.T)
    broad = _opened(upright, max(int(dpi * BROAD), 3) + 2).T
    mask = (level - broad) >= PALEST
    scale = 72 / dpi
    strokes: list[Stroke] = []
    for streak in _streaks(mask):
        half = _ink_of_rule(tall, streak, dpi)
        if half:
            start, end = _to_the_end(tall, streak, half)
            # Growing a pixel in both directions moved no middle.
            middle = (streak.top + streak.bottom + 1) / 2
            strokes.append(Stroke(middle * scale, start * scale, end * scale))
    return strokes


def _ink_of_rule(tall: Darkness, streak: _Streak, dpi: float) -> int:
    """Half the darkness of a rule; 0 for a row of letters, which has gaps or no paper beside it."""
    band = tall[streak.top : streak.bottom + 1, streak.start : streak.end]
    ink = band.max(axis=0)
    if (ink >= PALEST).mean() < SOLID:
        return 0
    # Beside a rule in a shaded cell there is shade, not paper.
    half = max(PALEST, int(np.median(ink)) // 2)
    far = max(int(dpi * ASIDE), 2)
    sides = (
        tall[row, streak.start : streak.end] < half
        for row in (streak.top - far, streak.bottom + far)
        if 0 <= row < tall.shape[0]
    )
    clear = max((float(side.mean()) for side in sides), default=1.0)
    least = CLEAR_LONG if streak.end - streak.start >= dpi * LONG else CLEAR
    return half if clear >= least else 0


def _to_the_end(tall: Darkness, streak: _Streak, half: int) -> tuple[int, int]:
    """Follow the ink to where it ends: in the rule across, or, for a letter, in paper."""
    ink = tall[streak.top : streak.bottom + 1].max(axis=0) >= half
    before, behind = ink[: streak.start][::-1], ink[streak.end :]
    more_before = int(np.argmin(before)) if not before.all() else len(before)
    more_behind = int(np.argmin(behind)) if not behind.all() else len(behind)
    return streak.start - more_before, streak.end + more_behind


def _averaged(values: Darkness, length: int) -> Darkness:
    """The mean of `length` pixels along each row."""
    padded = np.pad(values, ((0, 0), (length // 2 + 1, length - length // 2 - 1)), mode="edge")
    sums = np.cumsum(padded, axis=1, dtype=np.int32)
    return np.asarray((sums[:, length:] - sums[:, :-length]) // length, dtype=np.uint8)


def _opened(values: Darkness, length: int) -> Darkness:
    """Grey opening along rows: the least of `length` pixels, then the most of that."""
    least = _running(values, length, np.minimum)
    width = values.shape[1]
    padded = np.zeros((values.shape[0], width + length - 1), dtype=np.uint8)
    padded[:, length - 1 : length - 1 + least.shape[1]] = least
    return np.asarray(_running(padded, length, np.maximum)[:, :width])


def _running(values: Darkness, length: int, pick: np.ufunc) -> Darkness:
    """`pick` over windows of `length` pixels, by doubling."""
    have, result = 1, values
    while have < length:
        step = min(have, length - have)
        result = pick(result[:, :-step], result[:, step:])
        have += step
    return np.asarray(result)


def _streaks(mask: NDArray[np.bool_]) -> list[_Streak]:
    """The cores of groups of runs that touch from row to row."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    done: list[list[_Run]] = []
    near: list[list[_Run]] = []
    for run in map(_Run, rows.tolist(), starts.tolist(), ends.tolist()):
        joined: list[_Run] = []
        apart: list[list[_Run]] = []
        for group in near:
            if group[-1].row < run.row - 1:
                done.append(group)
            elif any(_touch(each, run) for each in group):
                joined += group
            else:
                apart.append(group)
        joined.append(run)
        near = [*apart, joined]
    return [_core(group) for group in done + near]


def _touch(run: _Run, below: _Run) -> bool:
    return run.row >= below.row - 1 and run.start <= below.end and below.start <= run.end


def _core(group: list[_Run]) -> _Streak:
    """The rows that hold most of the ink; strokes of letters may touch a rule."""
    length: Counter[int] = Counter()
    for run in group:
        length[run.row] += run.end - run.start
    longest = max(length.values())
    rows = {row for row, ink in length.items() if 2 * ink >= longest}
    runs = [run for run in group if run.row in rows]
    return _Streak(
        min(rows), max(rows), min(run.start for run in runs), max(run.end for run in runs)
    )
