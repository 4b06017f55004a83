"""The parts of a cost that stand behind it, or in the lines below it, in its unit, where they add up to it.

1,107억원(국 510, 시 597) ▷ 공사비 964, 설계 및 감리비 83, 부대비 3, 부지비 57
3,850백만원 / 국비 700, 시비 2,200, 구비 950
142,600백만원
- 공사비 96,300, 보상비 38,900, 용역비 등 7,400
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from extract.findings import Span
from extract.records import Number
from normalize.money import Amount, read_caption
from normalize.numerals import read_number
from normalize.sources import read_source

__all__ = ["CostPart", "parts_behind", "parts_below"]

_BEHIND: Final = re.compile(r"[)\]】]?(?:\s*(?:[▷▸▹▶※*☞/|=-]\s?|[〈<])|\s)(?=[가-힣])")
_PART: Final = re.compile(
    r"((?:20\d\d|'\d\d)년도?|[가-힣][가-힣 ·]{0,14}?)\s?:?\s?(\d[\d,]*(?:\.\d+)?)\s*(?:[,/·+]\s*|[)\]〉>]?$)"
)
_COST: Final = re.compile(
    r"(?:비|비용|료|금|용역|공사|보상|매입|설계|감리|시설|장비|기타)(?:\s?등)?$|^(?:20|')\d\d년?"
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
    return _adding_up(_parts(view, opened.end(), stop, whole), whole) if opened else ()


def parts_below(view: str, lines: Iterable[tuple[int, int]], whole: Amount) -> tuple[CostPart, ...]:
    """The parts in the lines below a cost; none where they don't add up to the whole or leave words over."""
    parts: list[CostPart] = []
    for start, stop in lines:
        found = [part for part in _parts(view, start, stop, whole) if _is_cost(part.words)]
        parts += found
        if not found or sum(part.won for part in parts) >= (whole.won or 0):
            break
    return _adding_up(parts, whole)


def _is_cost(words: str) -> bool:
    """Whether words name a cost, a source of funds or a year: small counts (동부 1, 서부 2) add up by chance."""
    return _COST.search(words) is not None or read_source(words) is not None


def _parts(view: str, at: int, stop: int, whole: Amount) -> list[CostPart]:
    """The parts that fill the words from `at` to `stop`, or none."""
    units = read_caption(f"(단위: {whole.unit_raw})")
    parts: list[CostPart] = []
    while units and at < stop:
        found = _PART.match(view[at:stop])
        value = read_number(found[2]) if found else None
        if found is None or value is None:
            return []
        span = Span(at + found.start(2), at + found.end(2))
        parts.append(CostPart(" ".join(found[1].split()), value * units[0].scale, span))
        at += found.end()
    return parts


def _adding_up(parts: Sequence[CostPart], whole: Amount) -> tuple[CostPart, ...]:
    adds_up = len(parts) >= _FEWEST and sum(part.won for part in parts) == whole.won
    return tuple(parts) if adds_up else ()
