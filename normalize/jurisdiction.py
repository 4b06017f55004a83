"""Which government body a text is about (관할): the one that has most of the mentions of such bodies."""

import re
from collections import Counter
from collections.abc import Container
from functools import lru_cache
from typing import Final

from normalize.folding import fold
from normalize.places import REGION_OF_WORD, REGIONS_OF, only_region

__all__ = ["find_jurisdiction", "jurisdiction_of_folded"]

_MENTIONED: Final = REGION_OF_WORD.keys() - {"경기", "세종"}  # also words for business and a king
_OPENINGS: Final = {name[:2] for name in (*REGIONS_OF, *REGION_OF_WORD)}
_LONGEST: Final = max(map(len, (*REGIONS_OF, *REGION_OF_WORD)))
_FIRSTS, _SECONDS = ("".join(sorted({name[at] for name in _OPENINGS})) for at in (0, 1))
_WORD: Final = re.compile(
    rf"[{_FIRSTS}][{_SECONDS}](?<![가-힣]..)[가-힣]*+(?!\s?캠퍼스)", re.DOTALL
)
_READ: Final = 200_000
_FEW: Final = 3


def find_jurisdiction(text: str) -> str:
    """Return the body a report is about, as far as its own words show it; empty where they do not.

    A city, county or district wins where it has most of the mentions of such places, else a region that
    has most of the mentions of regions. A report of a ministry names many places, none of them mostly.

    >>> find_jurisdiction("서울 금천구 계획 … 금천구청 … 금천구민 … 구로구와 함께")
    '서울특별시 금천구'
    """
    return jurisdiction_of_folded(fold(text[:_READ]))


def jurisdiction_of_folded(folded: str) -> str:
    """`find_jurisdiction` for folded text, all of it."""
    local: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    # A name begins a word: to look words up is twenty times as fast as to search for 300 names.
    for word, count in Counter(_WORD.findall(folded)).items():
        if word[:2] in _OPENINGS:
            place, region = _named_by(word)
            local[place] += count
            regions[region] += count
    del local[""], regions[""]
    region = _mostly(regions)
    if name := _mostly(local):
        mine = only_region(name) or (region if region in REGIONS_OF[name] else "")
        return f"{mine} {name}" if mine else ""
    return region


@lru_cache(maxsize=4096)
def _named_by(word: str) -> tuple[str, str]:
    """Return the city, county or district that a word begins with, and the region; each may be empty."""
    region = _opening(word, _MENTIONED)
    campus = region and word.startswith("캠퍼스", len(region))
    return _local_in(word), "" if campus or not region else REGION_OF_WORD[region]


def _local_in(word: str) -> str:
    """Return the city, county or district that a word begins with, perhaps behind its region, or empty."""
    region = _opening(word, REGION_OF_WORD)
    return _opening(word[len(region) :], REGIONS_OF) or _opening(word, REGIONS_OF)


def _opening(word: str, names: Container[str]) -> str:
    """Return the longest of `names` that a word begins with, or empty."""
    for length in range(min(_LONGEST, len(word)), 1, -1):
        if word[:length] in names:
            return word[:length]
    return ""


def _mostly(mentions: "Counter[str]") -> str:
    """Return what has three mentions and more than half of them all, or empty."""
    if not mentions:
        return ""
    name, count = mentions.most_common(1)[0]
    return name if count >= _FEW and 2 * count > mentions.total() else ""
