"""A figure with a split in brackets is its sum: `12,500백만원(국비 5,000 / 시비 6,750 / 구비 750)`.

Told as an error where the parts are sources of funds, else as a warning: a list in brackets need not be whole.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from extract.audit.case import Bracket, Case, place_of
from extract.audit.figures import Figure, figure_of
from extract.audit.wording import make, number, sum_of
from extract.findings import Finding, Severity, Span
from normalize.numerals import DIGITS
from normalize.sources import read_source

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "split-of-amount"
TITLE: Final = ("괄호 안 내역의 합", "Splits in brackets")
TRIPS: Final = """□ 사업개요
- 총사업비 : 12,500백만원(국비 5,000/ 시비 6,570/ 구비 750)
"""
PASSES: Final = """□ 사업개요
- 총사업비 : 12,500백만원(국비 5,000/ 시비 6,750/ 구비 750)
- 건물현황 : 37개동(일반동 33, 지원동 2, 창고 2)
"""

_UNIT: Final = r"(?:[천만]|백만|십만|억|조)?\s?원|억|[가-힣]{1,3}|[㎡㎥㎞](?:/일)?"
# As `DIGITS`, with the first digit in front: places without one are skipped fast.
_NUMBER: Final = r"\d(?<![\d,.조억].)(?:\d{0,2}(?>(?:, ?\d{3})+)(?!\d)|\d*+)(?>(?:\.\d++)?)"
_WHOLE: Final = re.compile(rf"(?P<whole>{_NUMBER})\s?(?P<unit>{_UNIT})\s?$")
_GREATER: Final = re.compile(r"[조억]\s?$")
"""`1조 2,480억원` is more than 2,480억원."""
_REACH: Final = 28  # characters that a figure and its unit take in front of the bracket
_PART: Final = re.compile(
    rf"(?P<label>[^\d,/]*)(?P<number>{DIGITS})\s?(?P<unit>[가-힣㎡㎞]{{0,4}})"
)
_NO_SPLIT: Final = re.compile(
    r"[%~→:*×xX]|\d\.\s?\d+\.|각\s?\d|포함|이상|이하|미만|초과|부터|까지|별도|중\s|당\s|매[월년]|대비|보다"
)
_PARTIAL: Final = re.compile(r"등|외|약|여$|중$|이내")
_SHORTEST: Final = 4  # characters of a split: `국1구2`
_LETTERS: Final = 4
_FEW: Final = 2  # parts that need not make a whole
_NO_UNIT: Final = frozenset("\n\t0123456789.,:~'")
_SEVERAL: Final = re.compile(r"\d(?:[^\d,.]\D*+\d|,\s*+[^\d\s])")
_YEAR: Final = re.compile(r"(?:'\s?\d\d|20\d\d)\s?(?:년도?|\.)?\s?(?:본예산|추경)?(?=[^\d,]|$)")

_STAGE: Final = re.compile(r"(?<![\d,])\d(?=(?:단계|공구|구간|권역|차)\s)")
"""`1단계 45,000`: a number that names a part."""


class _Part(NamedTuple):
    label: str
    figure: Figure
    unit: str


def check(case: Case) -> Iterator[Finding]:
    """Find splits in brackets that do not add up to their figure."""
    view = case.view
    for bracket in case.brackets:
        start, words = bracket
        if len(words) < _SHORTEST or view[start - 1 : start] in _NO_UNIT:
            continue
        # No unit has so many letters that only they stand there.
        if view[start - _LETTERS : start].isalpha() or not _SEVERAL.search(words):
            continue
        found = _WHOLE.search(view[max(start - _REACH, 0) : start])
        if not found or _GREATER.search(found.string, 0, found.start()):
            continue
        parts = _parts(words, _bare(found["unit"]))
        if parts:
            yield from _check(found, max(start - _REACH, 0), bracket, parts)


@lru_cache(maxsize=1024)
def _parts(words: str, unit: str) -> tuple[_Part, ...]:
    """Read a split; nothing where it may be anything else: dates, rates, other units."""
    if _NO_SPLIT.search(words):
        return ()
    words = _YEAR.sub(lambda year: "년" * len(year[0]), words)
    words = _STAGE.sub(lambda stage: "단" * len(stage[0]), words)
    parts = tuple(
        _Part(part["label"].strip(" \t,/·"), figure_of(part["number"]), part["unit"])
        for part in _PART.finditer(words)
    )
    if len(parts) < 2 or any(_bare(part.unit) not in {"", unit} and unit for part in parts):
        return ()
    named = sum(bool(part.label) for part in parts)
    return parts if named == len(parts) else ()


def _bare(unit: str) -> str:
    """A unit without 원: `75억` and `100억원` count the same."""
    return unit.replace(" ", "").removesuffix("원")


def _check(
    found: re.Match[str], base: int, bracket: Bracket, parts: tuple[_Part, ...]
) -> Iterator[Finding]:
    whole = figure_of(found["whole"])
    decimals = max(whole.decimals, *(part.figure.decimals for part in parts))
    total = whole.value * int(10 ** (decimals - whole.decimals))
    terms = [part.figure.value * int(10 ** (decimals - part.figure.decimals)) for part in parts]
    off = total - sum(terms)
    if not off or (
        len(terms) == 2 and abs(terms[0] - terms[1]) == abs(total)
    ):  # 112명(전입 1,346, 전출 1,234)
        return
    funds = all(read_source("".join(part.label.split()[:1])) for part in parts)
    unit = found["unit"].replace(" ", "")
    rounded = decimals or unit in {"백만원", "억원", "만원", "억"}
    grains = [
        10 ** (decimals - each.decimals) for each in (whole, *(part.figure for part in parts))
    ]
    if rounded and abs(off) * 2 <= sum(grains):
        return
    if not funds and not _is_whole(found, bracket[1], parts, off, total):
        return
    expected, printed = number(sum(terms), decimals), number(total, decimals)
    severity: Severity = "error" if funds else "warning"
    worked = f"{sum_of(terms, decimals)} = {expected}{unit}"
    yield make(
        RULE,
        severity,
        (
            f"{printed}{unit}인데 괄호 안을 더하면 {worked}입니다 (차이 {number(off, decimals)})",
            f"{printed}{unit} stands there, but its split gives {worked}",
        ),
        values=(f"{expected}{unit}", f"{printed}{unit}"),
        places=(
            Span(base + found.start("whole"), base + found.end("whole")),
            place_of(bracket),
        ),
    )


def _is_whole(
    found: re.Match[str], words: str, parts: tuple[_Part, ...], off: int, total: int
) -> bool:
    """Whether a list without sources means to be whole: all its units printed, nothing left out."""
    if _PARTIAL.search(words):
        return False
    if any(_bare(part.unit) != _bare(found["unit"]) for part in parts):
        # Bare counts may be some of many; only those that come near the whole mean to make it.
        bare = not any(part.unit for part in parts)
        return bare and (off < 0 or (len(parts) > _FEW and off * 8 <= total))
    return off < 0 or abs(off) * 4 <= total
