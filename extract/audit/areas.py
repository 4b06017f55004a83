"""An area in 평 is the one in square metres beside it: `150㎡(45평)`. 1평 is 400/121㎡, or 3.3㎡ for short.

Either may be rounded or cut off at its last digit.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Bracket, Case
from extract.audit.figures import figure_of
from extract.audit.wording import make, number
from extract.findings import Finding, Severity, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "area-in-pyeong"
TITLE: Final = ("제곱미터와 평", "Areas in 평")
TRIPS: Final = """□ 사업개요
- 사업규모 : 150㎡(54평)
- 부지조성 : 1,120천㎡(약 37.0만평)
"""
PASSES: Final = """□ 사업개요
- 사업규모 : 150㎡(45평), 사무실 29㎡(8.8평), 창고 42평(137.9㎡)
- 부지면적 : 156,000㎡(약 4만 7천평), 건축면적 10,000㎡(3,030평)
- 부지조성 : 1,120천㎡(약 33.9만평)
"""

_NUMBER: Final = r"(?:\d{1,3}(?>(?:,\d{3})+)(?!\d)|\d++)(?>(?:\.\d++)?)"
_METRES: Final = r"(?:㎡|m²|m\s?\^?2)"
_INSIDE: Final = re.compile(
    rf"(?:약\s?)?(?P<figure>{_NUMBER})\s?(?P<times>[천만]?)(?P<unit>평|{_METRES})"
)
_BEFORE: Final = re.compile(
    rf"(?<![\d.,])(?P<figure>{_NUMBER})\s?(?P<times>[천만]?)(?P<unit>평|{_METRES})\s?$"
)
_NEAR: Final = re.compile(r"평[(\[【)\]】]")
_TIMES: Final = {"": 1, "천": 1000, "만": 10_000}
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
        if not _is_same(_area(metres), _area(pyeong)):
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


def _area(found: re.Match[str]) -> tuple[int, int, int]:
    """An area as printed: its digits, what one of the last is worth, and what that is divided by."""
    figure = figure_of(found["figure"])
    return figure.value, _TIMES[found["times"]], int(10**figure.decimals)


def _is_same(metres: tuple[int, int, int], pyeong: tuple[int, int, int]) -> bool:
    """Whether the two can be one area, each up to a unit of its last digit off."""
    (area, each, scale), (stated, worth, grain) = metres, pyeong
    # (area - 1) / (400/121) - 1 <= pyeong <= (area + 1) / 3.3 + 1, all times scale, grain and 400 * 33
    least = (area - 1) * each * 121 * 33 * grain
    most = (area + 1) * each * 400 * 10 * grain
    unit = worth * scale * 400 * 33
    return least <= (stated + 1) * unit and (stated - 1) * unit <= most


def _finding(metres: re.Match[str], pyeong: re.Match[str], places: tuple[Span, Span]) -> Finding:
    (area, each, scale), (stated, worth, grain) = _area(metres), _area(pyeong)
    unit = 400 * scale * worth
    worked = (2 * area * each * 121 * grain + unit) // (2 * unit)
    right = number(worked, figure_of(pyeong["figure"]).decimals) + pyeong["times"]
    said = pyeong["figure"] + pyeong["times"]
    far = abs(worked - stated) * 20 > stated
    severity: Severity = "error" if far else "warning"
    return make(
        RULE,
        severity,
        (
            f"{metres['figure']}{metres['times']}㎡는 {right}평인데 {said}평이라고 적혀 있습니다",
            f"{metres['figure']}{metres['times']}㎡ are {right}평, but {said}평 is stated",
        ),
        values=(right, said),
        places=places,
    )
