"""A count in front of a list is the number of its items: `공모사업(4개) : 가, 나, 다, 라`."""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "count-of-items"
TITLE: Final = ("개수와 나열", "Counts of items")
TRIPS: Final = """□ 사업개요
- 일반사업(3개) : 지역공동체 일자리사업, 공공근로 사업
"""
PASSES: Final = """□ 사업개요
- 일반사업(2개) : 지역공동체 일자리사업, 공공근로 사업
- 대상사업(5개) : 해피콜사업 등
"""

_LIST: Final = re.compile(
    r"\((?P<count>\d{1,2})개(?:소|사업|과제)?\)\s?:\s?(?P<items>[^:\n]{4,300}(?:\n[^\s\-○□·※◦▶*<(\n][^:\n]{0,200})?)"
)
_OPEN: Final = re.compile(r"등\b|등$|외\s|~|포함|\d,\d|※")
_BRACKETS: Final = re.compile(r"\([^()]*\)")


def check(case: Case) -> Iterator[Finding]:
    """Find counts that are not the number of items behind them."""
    for found in _LIST.finditer(case.view):
        words = _BRACKETS.sub("", found["items"])
        if _OPEN.search(words) or ", " not in words:
            continue
        items = [item for item in words.split(",") if item.strip()]
        count = int(found["count"])
        if len(items) == count:
            continue
        yield make(
            RULE,
            "warning",
            (
                f"{count}개라고 했는데 나열한 것은 {len(items)}개입니다",
                f"{count} items, it says, but {len(items)} are listed",
            ),
            values=(str(len(items)), str(count)),
            places=(Span(*found.span("count")), Span(*found.span("items"))),
        )
