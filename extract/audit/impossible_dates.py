"""A date that no calendar has (`2023. 02. 30.`, `2023. 13. 45.`) gives no record: one finding tells how many there are."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "date-not-read"
TITLE: Final = ("달력에 없는 날짜", "Dates that no calendar has")
TRIPS: Final = """□ 추진실적
- 2023. 02. 30. : 공정보고회
- 2023. 13. 45. : 준공
"""
PASSES: Final = """□ 추진실적
- 2024. 02. 29. : 공정보고회
- 2023. 12. 31. : 준공
"""

_DOUBTFUL: Final = r"(?:00?+|1[3-9]|[2-9]\d)\D|\d{1,2}+[.월] ?+(?:00?+|29|[3-9]\d)(?!\d)"
"""A month that no year has, or a day that not every month has: only those are looked at in the calendar."""
_DATES: Final = tuple(
    re.compile(
        rf"({year})[.년] ?+"
        rf"(?={_DOUBTFUL})(\d{{1,2}}+)[.월] ?+(\d{{1,2}}+)(?=[.일(~:\s]|\Z)(?![.,]\d)"
    )
    for year in (r"19\d\d(?<![\d.,]....)", r"20\d\d(?<![\d.,]....)", r"'(?<![\d.,].)\s?\d\d")
)
"""A pattern for each way a year begins: fixed characters are looked for three times as fast as a set of them."""


def check(case: Case) -> Iterator[Finding]:
    """Find days that their month does not have, and months that no year has."""
    left = sorted(
        [
            Span(*found.span())
            for pattern in _DATES
            for found in pattern.finditer(case.view)
            if not _can_be(_year(found[1]), int(found[2]), int(found[3]))
        ]
    )
    if left:
        first = case.view[left[0].start : left[0].end]
        yield make(
            RULE,
            "info",
            (
                f"달력에 없는 날짜가 {len(left)}곳 있어 읽지 않았습니다 (예: {first})",
                f"{len(left)} dates that no calendar has were not read (e.g. {first})",
            ),
            values=("", first),
            places=left,
        )


def _can_be(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _year(words: str) -> int:
    return int(words) if words[0] != "'" else 2000 + int(words[-2:])
