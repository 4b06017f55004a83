"""A per cent in a sentence is the ratio that the sentence gives.

구직자 3,712명 중 경비직종 희망자가 306명(8.2%)
2019년 목표 8,900명, 3분기 실적 8,076명(달성률 91%)
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.figures import Figure, figure_of
from extract.audit.rates import Allowed, exact_rate, is_cut_off, is_near, is_within
from extract.audit.wording import make, number
from extract.findings import Finding, Severity, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "rate-in-sentence"
TITLE: Final = ("문장 속 비율", "Rates in sentences")
TRIPS: Final = """□ 현황
- 구직자 3,712명 중 경비직종 희망자가 306명(9.2%)
"""
PASSES: Final = """□ 현황
- 구직자 3,712명 중 경비직종 희망자가 306명(8.2%)
- 2019년 목표 8,900명, 2019년 3분기 실적 8,076명(달성률 91%)
- 참여학생 6,812명 / 재학생 9,240명(참여율 73.7%)
"""

# The first digit stands in front of all forms: places without one are skipped fast.
_NUMBER: Final = r"\d(?:\d{0,2}(?>(?:,\d{3})+)(?!\d)|\d*+)(?>(?:\.\d++)?)"
_UNIT: Final = r"(?:천|백만|억)?원|명|개소|개|건|세대|가구|대|동|㎡|㎞|톤|회|호"
_RATE: Final = re.compile(
    rf"(?P<part>{_NUMBER})\s?(?P<unit>{_UNIT})[^\d\n%]{{0,12}}?[(\s](?P<word>[가-힣]*[률율]\s?)?(?P<rate>{_NUMBER})\s?%"
)
_BEFORE: Final = re.compile(rf"(?P<whole>{_NUMBER})\s?(?P<unit>{_UNIT})")
_OF: Final = re.compile(r"중(?=[\s,]|에)")
_GOAL: Final = re.compile(r"달성|집행|이행|추진|진도|공정|참여|수료|취업|징수")
_ROUGH: Final = re.compile(r"약|여\s?$|추정|만\s?$|이상")


def check(case: Case) -> Iterator[Finding]:
    """Find per cents in sentences that their figures do not give."""
    view = case.view
    at = view.find("%")
    while at >= 0:
        start = view.rfind("\n", 0, at) + 1
        end = view.find("\n", at) % (len(view) + 1)
        if view.find("\t", start, end) < 0:
            yield from _check_line(view, start, end)
        at = view.find("%", end)


def _check_line(view: str, start: int, end: int) -> Iterator[Finding]:
    line = view[start:end]
    if "중" not in line and "률" not in line and "율" not in line:
        # A rate is said to be one `중` of another figure, or named (달성률, 이행율).
        return
    for found in _RATE.finditer(view, start, end):
        head = view[start : found.start()]
        wholes = [each for each in _BEFORE.finditer(head) if each["unit"] == found["unit"]]
        said = _OF.search(head[wholes[-1].end() :]) if wholes else None
        if not wholes or not (said or _GOAL.search(found["word"] or "")):
            continue
        whole = wholes[-1]
        rough = head[-3:] + head[max(whole.start() - 3, 0) : whole.end()]
        if not _ROUGH.search(rough):
            yield from _check(found, whole, start)


def _check(found: re.Match[str], whole: re.Match[str], start: int) -> Iterator[Finding]:
    part, base, rate = figure_of(found["part"]), figure_of(whole["whole"]), figure_of(found["rate"])
    decimals = max(part.decimals, base.decimals)
    allowed = Allowed(
        _scaled(part, decimals), _scaled(base, decimals), bool(decimals), bool(decimals)
    )
    if not allowed.whole or is_within(rate, allowed):
        return
    part_slack, whole_slack = allowed.part_slack, allowed.whole_slack
    turned = Allowed(allowed.whole, allowed.part, whole_slack, part_slack)
    if turned.whole and is_within(rate, turned):
        # 참여학생 6,812명 / 재학생 9,240명(참여율 73.7%): the whole stands behind.
        return
    near = is_near(rate, allowed)
    cut = near and is_cut_off(rate, allowed)
    right = exact_rate(allowed, rate.decimals)
    expected = f"{number(right.value, right.decimals)}%"
    unit = found["unit"]
    # Counts are exact, so a rate that is neither rounded nor cut off is wrong; rounded terms leave room.
    severity: Severity = "info" if cut else "warning" if near and decimals else "error"
    yield make(
        RULE,
        severity,
        (
            f"{whole['whole']}{unit} 가운데 {found['part']}{unit}은 {expected}인데 {found['rate']}%라고 적혀 있습니다",
            f"{found['part']} of {whole['whole']} is {expected}, but {found['rate']}% stands there",
        ),
        values=(expected, f"{found['rate']}%"),
        places=(
            Span(*found.span("rate")),
            Span(*found.span("part")),
            Span(start + whole.start("whole"), start + whole.end("whole")),
        ),
    )


def _scaled(figure: Figure, decimals: int) -> int:
    return figure.value * int(10 ** (decimals - figure.decimals))
