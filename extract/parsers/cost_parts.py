"""The parts of a cost that stand behind it in its unit, where they add up to it.

1,107억원(국 510, 시 597) ▷ 공사비 964, 설계 및 감리비 83, 부대비 3, 부지비 57
3,850백만원 / 국비 700, 시비 2,200, 구비 950
"""

import re
from typing import Final, NamedTuple

from extract.findings import Span
from extract.records import Number
from normalize.money import Amount, read_caption
from normalize.numerals import read_number

__all__ = ["CostPart", "parts_behind"]

_BEHIND: Final = re.compile(r"[)\]】]?(?:\s*(?:[▷▸▹▶※*☞/|=-]\s?|[〈<])|\s)(?=[가-힣])")
_PART: Final = re.compile(
    r"([가-힣][가-힣 ·]{0,14}?)\s?:?\s?(\d[\d,]*(?:\.\d+)?)\s*(?:[,/·+]\s*|[)\]〉>]?$)"
)
_FEWEST: Final = 2


class CostPart(NamedTuple):
    """A part of a cost: what it is for, the amount in won, where its figure stands."""

    words: str
    won: Number
    span: Span


def parts_behind(view: str, start: int, stop: int, whole: Amount) -> tuple[CostPart, ...]:
    """The parts between `start` and `stop`; none where they don't add up to the whole or leave words over."""
    opened = _BEHIND.match(view, start, stop)
    units = read_caption(f"(단위: {whole.unit_raw})") if opened else ()
    if opened is None or not units:
        return ()
    parts: list[CostPart] = []
    at = opened.end()
    while at < stop:
        found = _PART.match(view[at:stop])
        value = read_number(found[2]) if found else None
        if found is None or value is None:
            return ()
        span = Span(at + found.start(2), at + found.end(2))
        parts.append(CostPart(" ".join(found[1].split()), value * units[0].scale, span))
        at += found.end()
    adds_up = len(parts) >= _FEWEST and sum(part.won for part in parts) == whole.won
    return tuple(parts) if adds_up else ()
