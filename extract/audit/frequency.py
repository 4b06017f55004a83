"""How often in a year is how often in each part of it: `분기별(연 4회)`, `월 1회(연 12회)`, `상·하반기 각 2회(연 4회)`.

Without a number for each part, a multiple is as good: `상·하반기(연 4회)`.
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "frequency-of-year"
TITLE: Final = ("주기와 연간 횟수", "Frequencies")
TRIPS: Final = """□ 추진계획
- 감정치유프로그램 운영 : 분기별(연 3회 이상)
"""
PASSES: Final = """□ 추진계획
- 감정치유프로그램 운영 : 분기별(연 4회 이상)
- 권리보호 교육 : 상·하반기 각 2회(연 4회)
- 소식지 발행 : 격월(연 6회), 간담회 : 월 1회(연 12회)
"""

_YEARLY: Final = re.compile(r"연\s?(?P<count>\d{1,3})\s?회(?P<least>\s?이상)?")
_OFTEN: Final = re.compile(
    r"(?P<part>분기|반기|상\s?[·./,]?\s?하반기|격월|월)(?P<each>별|마다)?\s?(?:각\s?)?(?:(?P<times>\d{1,2})\s?회)?"
    r"\s?[(,]\s?$|(?P<open>상\s?[·./,]?\s?하반기)\s?$"
)
_PARTS: Final = {"분기": 4, "반기": 2, "격월": 6, "월": 12}
_REACH: Final = 18  # characters that say how often in each part of the year


def check(case: Case) -> Iterator[Finding]:
    """Find counts of a year that do not fit how often it is said to be."""
    view = case.view
    for yearly in _YEARLY.finditer(view):
        base = max(yearly.start() - _REACH, view.rfind("\n", 0, yearly.start()) + 1)
        often = _OFTEN.search(view[base : yearly.start()])
        if not often:
            continue
        part = often["part"] or often["open"]
        if part == "월" and not (often["times"] or often["each"] or often[0].startswith("매")):
            continue
        parts = _PARTS.get(part, 2)
        count, right = int(yearly["count"]), parts * int(often["times"] or 1)
        fits = count == right or (not often["times"] and count % parts == 0)
        if fits or (yearly["least"] and count > right) or not count:
            continue
        said = view[base + often.start() : yearly.end()].strip()
        said += ")" * (said.count("(") - said.count(")"))
        yield make(
            RULE,
            "warning",
            (
                f"‘{said}’라고 했는데 1년이면 {right}회입니다",
                f"{said}: that is {right} times a year, but {count} is stated",
            ),
            values=(str(right), str(count)),
            places=(
                Span(*yearly.span()),
                Span(base + often.start(), yearly.start()),
            ),
        )
