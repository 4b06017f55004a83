"""A figure is the one before it and the change between them: `86.8%(전년 84.2% 대비 2.6%p 증)`, `1,860명(2024년 1,720명, 8.1% 증)`.

Counts are exact; each of three rates may be off by half its last digit.
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.figures import Figure, figure_of
from extract.audit.rates import Allowed, exact_rate, is_near
from extract.audit.wording import make, number
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "change-in-sentence"
TITLE: Final = ("문장 속 증감", "Changes in sentences")
TRIPS: Final = """□ 주요성과
- 수료율 86.8%(전년 84.2% 대비 4.6%p 증)
- 참여인원 : 1,860명(2024년 1,720명, 8.9% 증)
"""
PASSES: Final = """□ 주요성과
- 수료율 88.8%(전년 84.2% 대비 4.6%p 증)
- 가입자 1,240명(2023년 1,310명 대비 70명 감소)
- 이용률 71.3%('23년 70.0% 대비 1.2%p 상승)
- 참여인원 : 1,860명(2024년 1,720명, 8.1% 증)
- 예산 68,420백만원(전년 대비 2,180백만원, 3.3% 증)
"""

_NUMBER: Final = r"\d(?:\d{0,2}(?>(?:,\d{3})+)(?!\d)|\d*+)(?>(?:\.\d++)?)"
_CHANGE: Final = re.compile(
    rf"(?P<now>{_NUMBER})\s?(?P<unit>%|[가-힣㎡㎞]{{1,4}})\s?\((?:전년|지난해|작년|당초|'\d\d년|20\d\d년)(?:(?!대비|보다)[^()\d]){{0,6}}"
    rf"(?P<before>{_NUMBER})\s?(?P=unit)(?:\s?(?:대비|보다)\s?|,\s?)(?:(?P<by>{_NUMBER})\s?(?P=unit)p?|(?P<rate>{_NUMBER})\s?%)"
    r"\s?(?P<way>증|상승|늘|↑|감|하락|줄|↓)"
)
_COMPARED: Final = (re.compile("대비"), re.compile(r"%\s?[증감]"))
"""Fixed characters first: they are looked for fast."""
_FRONT, _BACK = 48, 24  # characters around 대비
_UP: Final = frozenset("증상늘↑")


def check(case: Case) -> Iterator[Finding]:
    """Find changes that do not lead from the figure before to the one stated."""
    view = case.view
    done: set[int] = set()
    for pattern in _COMPARED:
        for compared in pattern.finditer(view):
            base = max(compared.start() - _FRONT, 0)
            base = max(view.rfind("\n", base, compared.start()) + 1, base)
            found = _CHANGE.search(view, base, compared.end() + _BACK)
            if found and found.end() >= compared.end() and found.start() not in done:
                done.add(found.start())
                yield from _check(found)


def _check(found: re.Match[str]) -> Iterator[Finding]:
    if found["rate"]:
        yield from _check_rate(found)
        return
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


def _check_rate(found: re.Match[str]) -> Iterator[Finding]:
    now, before, rate = (figure_of(found[name]) for name in ("now", "before", "rate"))
    decimals = max(now.decimals, before.decimals)
    first, last = _scaled(before, decimals), _scaled(now, decimals)
    rough = int(bool(decimals))
    change = last - first if found["way"][0] in _UP else first - last
    allowed = Allowed(change, first, 2 * rough, rough)
    if not first or is_near(rate, allowed):
        return
    right = exact_rate(allowed, rate.decimals)
    expected = f"{number(right.value, right.decimals)}%"
    unit = found["unit"]
    yield make(
        RULE,
        "error",
        (
            f"{found['before']}{unit}에서 {found['now']}{unit}로 달라진 비율은 {expected}인데 {found['rate']}%라고 적혀 있습니다",
            f"From {found['before']} to {found['now']} is {expected}, but {found['rate']}% stands there",
        ),
        values=(expected, f"{found['rate']}%"),
        places=tuple(Span(*found.span(name)) for name in ("rate", "now", "before")),
    )


def _scaled(figure: Figure, decimals: int) -> int:
    return figure.value * int(10 ** (decimals - figure.decimals))
