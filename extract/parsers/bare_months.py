"""Bare months behind a comma or an arrow, which go on from the date that their line begins with."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from extract.parsers.stamp import Stamp, stamps_in
from normalize.dates import Period

__all__ = ["bare_months"]

_GOES_ON: Final = re.compile(
    r"[,→/]\s+((?:1[0-2]|[1-9])\.(?:\s?(?:3[01]|[12]\d|[1-9])\.)?(?:\s?~)?)\s+(?=[가-힣]{2})"
)


def bare_months(view: str, stop: int, stamps: Sequence[Stamp]) -> list[Stamp]:
    """Bare months behind a comma or an arrow: `'25. 3. 설계공모 → 7. 설계착수, 9. 1. 착공`.

    They go on from the date that the statement begins with; one that would fall back is not certain.
    """
    if not _GOES_ON.search(view, stamps[0].end, stop):
        return []
    return [*_going_on(view, stop, stamps)]


def _going_on(view: str, stop: int, stamps: Sequence[Stamp]) -> Iterator[Stamp]:
    last = stamps[0]
    for found in _GOES_ON.finditer(view, last.end, stop):
        start, end = found.span(1)
        ahead = [stamp for stamp in stamps if stamp.start < start]
        taken = any(stamp.start < end and start < stamp.end for stamp in stamps)
        if taken:
            continue
        last = max([*ahead, last], key=lambda stamp: stamp.start)
        if last.period.start is None:
            continue
        for stamp in stamps_in(view, start, end, partial(_first_year, last.period)):
            if stamp.period.start and stamp.period.start > last.period.start:
                last = stamp
                yield stamp


def _first_year(period: Period) -> int | None:
    return period.start.year if period.start else None
