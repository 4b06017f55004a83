"""An area in 평 is the one in square metres beside it: `150㎡(45평)`. 1평 is 400/121㎡, or 3.3㎡ for short.

Either may be rounded or cut off at its last digit.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Bracket, Case
from extract.audit.figures import Figure, figure_of
from extract.audit.wording import make, number
from extract.findings import Finding, Severity, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "area-in-pyeong"
TITLE: Final = ("제곱미터와 평", "Areas in 평")
TRIPS: Final = """□ 사업개요
- 사업규모 : 150㎡(54평)
"""
PASSES: Final = """□ 사업개요
- 사업규모 : 150㎡(45평), 사무실 29㎡(8.8평), 창고 42평(137.9㎡)
- 부지면적 : 156,000㎡(약 4만 7천평), 건축면적 10,000㎡(3,030평)
"""

_NUMBER: Final = r"(?:\d{1,3}(?>(?:,\d{3})+)(?!\d)|\d++)(?>(?:\.\d++)?)"
_METRES: Final = r"(?:㎡|m²|m\s?\^?2)"
_INSIDE: Final = re.compile(rf"(?:약\s?)?(?P<figure>{_NUMBER})\s?(?P<unit>평|{_METRES})")
_BEFORE: Final = re.compile(rf"(?<![\d.,])(?P<figure>{_NUMBER})\s?(?P<unit>평|{_METRES})\s?$")
_NEAR: Final = re.compile(r"평[(\[【)\]】]")
_REACH: Final = 20  # characters of an area in front of its bracket


def check(case: Case) -> Iterator[Finding]:
    """Find areas whose two statements differ."""
    view = case.view
    for start, words in _of_pyeong(case):
        inside = _INSIDE.fullmatch(words)
        base = max(start - _REACH, 0)
        before = _BEFORE.search(view[base:start]) if inside else None
        if not inside or not before or (inside["unit"] == "평") is (before["unit"] == "평"):
            continue
        metres, pyeong = (before, inside) if inside["unit"] == "평" else (inside, before)
        if not _is_same(figure_of(metres["figure"]), figure_of(pyeong["figure"])):
            place = Span(start + 1 + inside.start("figure"), start + 1 + inside.end("figure"))
            other = Span(base + before.start("figure"), base + before.end("figure"))
            yield _finding(metres, pyeong, (place, other))


def _of_pyeong(case: Case) -> Iterator[Bracket]:
    """The brackets behind 평, and those that end in it; there are few."""
    brackets = case.brackets
    for near in _NEAR.finditer(case.view):
        start, end = near.span()
        at = bisect_left(brackets, (end, "")) - 1
        if at < 0:
            continue
        opened, words = brackets[at]
        if opened == end - 1 or opened + len(words) == start:
            yield brackets[at]


def _is_same(metres: Figure, pyeong: Figure) -> bool:
    """Whether the two can be one area, each up to a unit of its last digit off."""
    scale, grain = 10**metres.decimals, 10**pyeong.decimals
    # area / (400/121) - 1 <= pyeong <= area / 3.3 + 1, all times scale, grain and 400
    least = (metres.value - 1) * 121 * grain - 400 * scale
    most = (metres.value + 1) * 400 * 10 * grain // 33 + 400 * scale
    stated = pyeong.value * 400 * scale
    return bool(least <= stated <= most)


def _finding(metres: re.Match[str], pyeong: re.Match[str], places: tuple[Span, Span]) -> Finding:
    area, stated = figure_of(metres["figure"]), figure_of(pyeong["figure"])
    worked = area.value * 121 * 10**stated.decimals * 2
    unit = 400 * 10**area.decimals
    right = number((worked + unit) // (2 * unit), stated.decimals)
    far = abs(int(right.replace(",", "").replace(".", "")) - stated.value) * 20 > stated.value
    severity: Severity = "error" if far else "warning"
    return make(
        RULE,
        severity,
        (
            f"{metres['figure']}㎡는 {right}평인데 {pyeong['figure']}평이라고 적혀 있습니다",
            f"{metres['figure']} square metres are {right} pyeong, but {pyeong['figure']} is stated",
        ),
        values=(right, pyeong["figure"]),
        places=places,
    )
