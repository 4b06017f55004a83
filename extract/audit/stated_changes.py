"""A figure is the one before it and the change between them: `86.8%(전년 84.2% 대비 2.6%p 증)`.

Counts are exact; each of three rates may be off by half its last digit.
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.figures import Figure, figure_of
from extract.audit.wording import make, number
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "change-in-sentence"
TITLE: Final = ("문장 속 증감", "Changes in sentences")
TRIPS: Final = """□ 주요성과
- 수료율 86.8%(전년 84.2% 대비 4.6%p 증)
"""
PASSES: Final = """□ 주요성과
- 수료율 88.8%(전년 84.2% 대비 4.6%p 증)
- 가입자 1,240명(2023년 1,310명 대비 70명 감소)
- 이용률 71.3%('23년 70.0% 대비 1.2%p 상승)
"""

_NUMBER: Final = r"\d(?:\d{0,2}(?>(?:,\d{3})+)(?!\d)|\d*+)(?>(?:\.\d++)?)"
_CHANGE: Final = re.compile(
    rf"(?P<now>{_NUMBER})\s?(?P<unit>%|[가-힣㎡㎞]{{1,4}})\s?\((?:전년|지난해|작년|당초|'\d\d년|20\d\d년)[^()\d]{{0,6}}"
    rf"(?P<before>{_NUMBER})\s?(?P=unit)\s?(?:대비|보다)\s?(?P<by>{_NUMBER})\s?(?P=unit)p?\s?(?P<way>증|상승|늘|↑|감|하락|줄|↓)"
)
_COMPARED: Final = re.compile("대비|보다")
_FRONT, _BACK = 48, 24  # characters around 대비
_UP: Final = frozenset("증상늘↑")


def check(case: Case) -> Iterator[Finding]:
    """Find changes that do not lead from the figure before to the one stated."""
    view = case.view
    done = 0
    for compared in _COMPARED.finditer(view):
        base = max(done, view.rfind("\n", 0, compared.start()) + 1, compared.start() - _FRONT)
        found = _CHANGE.search(view, base, compared.end() + _BACK)
        if found and found.end() > compared.end():
            done = found.end()
            yield from _check(found)


def _check(found: re.Match[str]) -> Iterator[Finding]:
    now, before, by = (figure_of(found[name]) for name in ("now", "before", "by"))
    decimals = max(now.decimals, before.decimals, by.decimals)
    change = _scaled(by, decimals) if found["way"][0] in _UP else -_scaled(by, decimals)
    off = _scaled(now, decimals) - _scaled(before, decimals) - change
    rounded = found["unit"] == "%" or decimals
    if abs(off) <= (10 ** (decimals - min(now.decimals, by.decimals)) if rounded else 0):
        return
    unit = found["unit"]
    right = number(_scaled(before, decimals) + change, decimals)
    worked = f"{found['before']}{unit} {'+' if change > 0 else '-'} {found['by']}{unit}"
    yield make(
        RULE,
        "error",
        (
            f"{found['now']}{unit}라고 했는데 {worked} = {right}{unit}입니다",
            f"{found['now']}{unit} stands there, but {worked} = {right}{unit}",
        ),
        values=(f"{right}{unit}", f"{found['now']}{unit}"),
        places=tuple(Span(*found.span(name)) for name in ("now", "before", "by")),
    )


def _scaled(figure: Figure, decimals: int) -> int:
    return figure.value * int(10 ** (decimals - figure.decimals))
