"""A total behind a list of its parts is their sum: `회화 42점, 조각 15점, 영상 9점 등 총 66점`.

Behind 등 parts may be missing, so that the parts may give less, and never more.
"""

import re
from collections.abc import Iterator
from typing import Final

from extract.audit.case import Case
from extract.audit.figures import figure_of
from extract.audit.wording import make, number, sum_of
from extract.findings import Finding, Span

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "total-of-list"
TITLE: Final = ("나열 뒤의 합계", "Totals behind lists")
TRIPS: Final = """□ 전시개요
- 회화 42점, 조각 18점, 사진 28점, 영상 9점 등 총 94점
"""
PASSES: Final = """□ 전시개요
- 회화 42점, 조각 15점, 사진 28점, 영상 9점 등 총 94점
- 교육 3회, 간담회 2회 등 총 12회 운영
- 본관 2개소, 별관 1개소 총 3개소, 총 5명
"""

_NUMBER: Final = r"(?:\d{1,3}(?>(?:,\d{3})+)(?!\d)|\d++)(?>(?:\.\d++)?)"
_WHOLE: Final = re.compile(
    rf"총(?<![가-힣]총)\s?(?P<whole>{_NUMBER})\s?(?P<unit>(?:[천만억]|백만)?원|[가-힣㎡]{{1,3}}?)"
    r"(?=[^가-힣]|$|(?:을|를|이|은|는|의|에|로|으로|과|와|가|씩)(?:[^가-힣]|$))"
)
_PART: Final = re.compile(
    rf"[가-힣A-Za-z)]\s?(?P<number>{_NUMBER})\s?(?P<unit>(?:[천만억]|백만)?원|[가-힣㎡]{{1,3}})(?=\s?(?:[,·/+]\s?|$))"
)
_BETWEEN: Final = re.compile(r"\s?[,·/+]\s?[가-힣A-Za-z][가-힣A-Za-z·\s]{0,15}")
_ETC: Final = re.compile(r"(?P<etc>\s?등)?(?:\s?모두)?\s*$")
_REACH: Final = 160  # characters of a list
_NEW: Final = 4  # characters in front of a total that a list has at least


def check(case: Case) -> Iterator[Finding]:
    """Find totals that the parts listed in front of them do not give."""
    view = case.view
    for whole in _WHOLE.finditer(view):
        base = max(whole.start() - _REACH, 0)
        base = max(view.rfind("\n", base, whole.start()) + 1, base)
        if whole.start() - base < _NEW:
            continue
        etc = _ETC.search(view, base, whole.start())
        parts = _parts(view, base, etc.start(), whole["unit"]) if etc else []
        if etc and len(parts) > 1:
            yield from _check(whole, parts, open_ended=bool(etc["etc"]))


def _parts(view: str, base: int, stop: int, unit: str) -> list[re.Match[str]]:
    """The parts of one unit that stand in a row up to `stop`."""
    parts = list(_PART.finditer(view, base, stop))
    row: list[re.Match[str]] = []
    for part in reversed(parts):
        close = row[-1].start() + 1 if row else stop
        joined = _BETWEEN.fullmatch(view, part.end(), close) if row else part.end() == stop
        if not joined or part["unit"] != unit:
            break
        row.append(part)
    return row[::-1]


def _check(
    whole: re.Match[str], parts: list[re.Match[str]], *, open_ended: bool
) -> Iterator[Finding]:
    figures = [figure_of(each["number"]) for each in parts]
    said = figure_of(whole["whole"])
    if any(each.decimals for each in (said, *figures)):
        return
    terms = [each.value for each in figures]
    together = sum(terms)
    if together == said.value or (open_ended and together < said.value):
        return
    unit = whole["unit"]
    yield make(
        RULE,
        "warning",
        (
            f"총 {whole['whole']}{unit}이라고 했는데 앞의 것을 더하면 {sum_of(terms)} = {number(together)}{unit}입니다",
            f"{whole['whole']}{unit} in all, it says, but {sum_of(terms)} = {number(together)}",
        ),
        values=(f"{number(together)}{unit}", f"{whole['whole']}{unit}"),
        places=(Span(*whole.span("whole")), *(Span(*each.span("number")) for each in parts)),
    )
