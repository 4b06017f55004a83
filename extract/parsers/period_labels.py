"""The label that makes a date the period of something (사업기간 : 2024. 3. ~ 2026. 12.), unless more is said there."""

import re
from typing import Final

from extract.outline import Outline, Statement
from extract.parsers.deeds import ends_in_deed
from extract.parsers.labels import Labelled, clean_label, label_meaning
from extract.parsers.stamp import Stamp

__all__ = ["period_label"]

_OWN_PERIOD: Final = re.compile(r"[(/,▹▷▸*]\s*((?:[가-힣][ ]?){0,8}기[ ]?간)\s*:?\s*$")
"""A period with a label of its own inside a line: `119억원(시비) / 지원기간 : 2023년 ~ 2033년`, `(가람재단, 위탁기간 : …)`."""
_PERIOD: Final = re.compile(r"(?:[가-힣]{1,6}\s?){0,2}기간")
_DEED_AHEAD: Final = re.compile(r"[가-힣]{2}\s$")
_STEP: Final = re.compile(r"[^(\n]*[가-힣]{2}[^(\n]*\(")
_STROKE: Final = re.compile(r"\s*(?:/|$)")
_MEANT: Final = re.compile(r"\s*(?:예정|계획|목표)?[\s.]*$")
_REMARK: Final = re.compile(r"\s[*※▸▹▶▷►]")
_LABEL_REACH: Final = 24
_NEAR: Final = 400
_COARSE: Final = frozenset({"year", "half", "quarter"})


def period_label(
    outline: Outline, statement: Statement, stamp: Stamp, labelled: Labelled | None
) -> str:
    """The label that makes a date the period of something: of its line, of the line above its item, or right before it."""
    view = outline.document.view
    floor = max(statement.body, stamp.start - _LABEL_REACH)
    own = view.find("간", floor, stamp.start) >= 0 and _OWN_PERIOD.search(view, floor, stamp.start)
    if own:
        return clean_label(own[1])
    if (
        labelled
        and stamp.start >= labelled.start
        and label_meaning(labelled.label) == "period"
        and not _says_more(view, labelled, stamp)
    ):
        return labelled.label
    if labelled and _is_item_of_overview(view, labelled, stamp):
        return labelled.label
    spans = stamp.period.start and stamp.period.end and "/" in stamp.period.edtf
    if (
        labelled
        and spans
        and stamp.start - labelled.start <= 1
        and (whole := _above(outline, statement))
    ):
        return f"{whole} {labelled.label}"
    return ""


def _is_item_of_overview(view: str, labelled: Labelled, stamp: Stamp) -> bool:
    """Whether a period is all of an item between strokes: `개요 : 신촌동 일원 / 6.2km / 2024. ~ 2026. / 4,260백만원`."""
    if not labelled.label.endswith("개요") or "/" not in stamp.period.edtf:
        return False
    ahead = view[labelled.start : stamp.start].rstrip()
    return ahead.endswith("/") and _STROKE.match(view, stamp.end, labelled.end) is not None


def _above(outline: Outline, statement: Statement) -> str:
    """`산불조심기간` above `봄철 : 2024. 2. 1. ~ 5. 15.`: the label of a period whose parts are items; else empty."""
    if statement.parent < 0:
        return ""
    above = outline.statements[statement.parent]
    label = clean_label(outline.document.view[above.body : min(above.end, above.body + _NEAR)])
    return label if _PERIOD.fullmatch(label) else ""


def _says_more(view: str, labelled: Labelled, stamp: Stamp) -> bool:
    """Whether words in front of a date tell something else than the period that the label announces.

    일정 : 선정('26. 5.) → 제작('26. 6. ~);  시기 : 3월 ~ 5월 ▸ '25년 사업을 위해 조기 시행
    """
    if labelled.label.endswith("일정"):
        near = min(stamp.start, labelled.start + _NEAR)
        arrow = view.find("→", labelled.start, min(labelled.end, stamp.end + _NEAR))
        if arrow >= 0 or _STEP.match(view, labelled.start, near):
            return True
        # 향후일정 : '27. 3월 준공, 6월 개관 예정
        comma = view.find(",", stamp.end, labelled.end)
        if ends_in_deed(_MEANT.sub("", view[stamp.end : comma if comma >= 0 else labelled.end])):
            return True
        # 추진일정 : 신청 접수 1. 6. ~ 9. 30., 공사 3월 ~ 11월
        return _DEED_AHEAD.search(view, labelled.start, near) is not None
    coarse = stamp.period.precision in _COARSE and "/" not in stamp.period.edtf
    floor = max(labelled.start, stamp.start - _NEAR)
    return coarse and _REMARK.search(view, floor, stamp.start) is not None
