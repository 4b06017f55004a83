"""The label that stands inside a line, right before an amount, and not at its head.

`기 간 : 2020. 6. ~ 2025. 7. * 사업비 : 20억원`, `사업비 : 46억원 / 2025년 예산 : 8억원`, `3곳 선정 ※ 총사업비 982억원`
"""

import re
from typing import Final

from extract.parsers.amount_line import AmountLine
from extract.parsers.labels import Labelled, clean_label, label_meaning, part_at

__all__ = ["BUDGET_OF_YEAR", "with_own_label"]

_INNER_LABEL: Final = re.compile(r"[*/▷▸▹※]\s*(?P<label>(?:[가-힣][ ]?){2,8}):\s*(?:약|총)?\s*$")
_BUDGET_BESIDE: Final = re.compile(
    r"(?P<mark>[/(*※▷▸▹])\s*(?P<label>(?:20\d\d|'\d\d)년도?\s?(?:[가-힣][ ]?){2,8}):\s*(?:약|총)?\s*$"
)
"""`사업비 : 46억원 / 2025년 예산 : 8억원`, `사업기간 : 2025. ~ 2027. ※ 2026년 예산 : 20억원`"""
_WHOLE_COST: Final = re.compile(r"(?P<label>총\s?사\s?업\s?비)\s*약?\s*$")
BUDGET_OF_YEAR: Final = re.compile(
    r"(?:20\d\d|'\d\d)학?년도?\s?(?:소요|사업)?\s?(?:예산|사업비|연구비)\s?(?:액|안|(?:요구|편성|산출)(?:액|안|\s?내역)?)?"
)
_LABEL_REACH: Final = 40
_WORD_REACH: Final = 12


def with_own_label(line: AmountLine, start: int) -> AmountLine:
    """The line with the label that stands right before an amount inside it, if one does."""
    view = line.outline.document.view
    if line.labelled and "/" in line.labelled.label:
        line = line._replace(labelled=part_at(view, line.labelled, start))
    floor = max(line.statement.body, start - _LABEL_REACH)
    if view.find("비", floor, start) < 0 and view.find("예", floor, start) < 0:
        return line
    found = _INNER_LABEL.search(view, floor, start) or _budget_beside(line, floor, start)
    if found and not _is_cost(clean_label(found["label"])):
        found = None
    if found is None and line.section and line.tells_the_whole:
        found = _WHOLE_COST.search(view, max(floor, start - _WORD_REACH), start)
    if found is None:
        return line
    own = Labelled(clean_label(found["label"]), start, start, *found.span("label"))
    return line._replace(labelled=own)


def _budget_beside(line: AmountLine, floor: int, start: int) -> re.Match[str] | None:
    """The budget of a year behind another value; as a remark it is the project's in the overview only."""
    found = _BUDGET_BESIDE.search(line.outline.document.view, floor, start)
    return found if found and (found["mark"] == "/" or line.tells_the_whole) else None


def _is_cost(label: str) -> bool:
    return label_meaning(label) == "total_cost" or BUDGET_OF_YEAR.fullmatch(label) is not None
