"""As many dates stand in the brackets as the count before them says: `소통협의회 2회(07.30 / 11.18)`."""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case, place_of
from extract.audit.wording import make
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "count-of-dates"
TITLE: Final = ("횟수와 날짜의 수", "Counts of dates")
TRIPS: Final = """2019. 11.
□ 추진실적
- 소통협의회 3회(07.30 / 11.18) 개최
"""
PASSES: Final = """2019. 11.
□ 추진실적
- 소통협의회 2회(07.30 / 11.18) 개최
- 간담회 5회('19.3.4. 등) 개최
"""

_COUNT: Final = re.compile(r"(?<![\d.,제])(?P<count>\d{1,2})\s?[회차]\s?$")
_COUNTERS: Final = frozenset("회차 ")
_DATES: Final = re.compile(r"[\d'.\s/,·월일]{3,120}")
_DAY: Final = re.compile(
    r"(?:'?\d{2,4}\.\s?)?\d{1,2}(?:\.\s?\d{1,2}\.?|월\s?\d{1,2}일|/\d{1,2})(?=\s|[,·/)]|$)"
)


def check(case: Case) -> Iterator[Finding]:
    """Find counts that are not the number of dates behind them."""
    view = case.view
    for bracket in case.brackets:
        start, words = bracket
        if view[start - 1 : start] not in _COUNTERS or not _DATES.fullmatch(words):
            continue
        found = _COUNT.search(view[max(start - 6, 0) : start])
        if not found:
            continue
        words = words.strip()
        # What is left between the dates must be separators, or the count is not known.
        days = _DAY.findall(words)
        rest = _DAY.sub("", words)
        if len(days) < 2 or rest.strip(" ,/·."):
            continue
        count = int(found["count"])
        if count == len(days):
            continue
        yield make(
            RULE,
            "warning",
            (
                f"{count}회라고 했는데 괄호 안의 날짜는 {len(days)}개입니다",
                f"{count} times, it says, but {len(days)} dates stand in the brackets",
            ),
            values=(str(len(days)), str(count)),
            places=(place_of(bracket),),
        )
