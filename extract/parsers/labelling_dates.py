"""Dates that say which thing is meant, and not when something happens: `'20. 2. ~ 6. : 상반기 사업 시행`."""

import re
from typing import Final

from extract.parsers.stamp import Stamp
from normalize.dates import Period

__all__ = ["labels_other", "names_a_half", "names_a_plan", "names_a_year"]

_BUILT_THEN: Final = re.compile(
    r"\s(?:착공|준공|완공|개통|개관|개소|개장|개원|개교|착수|발주|입주|시행)(?![가-힣])"
)
_WHICH: Final = re.compile(
    r"(?:20\d\d|'\d\d)학년도 [가-힣]{2}|(?:20\d\d년\s?)?\d{1,2}월\s?(?:중\s?)?(?:[월주]간\s?)?(?:주요\s?|추진\s?)?(?:업무\s?)?(?:계획|실적|일정)\s*(?::|$)"
)
"""`2026학년도 운영계획 수립 : 2월 중`, `8월 계획 : 주민설명회(8. 20.)`: which plan is meant."""
_BRACKET_BEHIND: Final = re.compile(r"[.\s]*\(")


def labels_other(view: str, last: Stamp, stamp: Stamp) -> bool:
    """Whether a half or a year in brackets only labels the date in front: `2020. 5. ~ 6.(하반기)`, `(2026학년도)`."""
    if stamp.period.precision not in ("half", "quarter", "year"):
        same = stamp.period.start == last.period.start and stamp.period.end == last.period.end
        if not same:
            return False
    elif stamp.explicit and not _within(last.period, stamp.period):
        return False
    return _BRACKET_BEHIND.fullmatch(view, last.end, stamp.start) is not None


def _within(inner: Period, outer: Period) -> bool:
    """Whether a period lies inside another one, both closed."""
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def names_a_plan(view: str, stamp: Stamp, stop: int) -> bool:
    """Whether a date says which plan is meant: that of a school year, or of a month."""
    return view[stamp.end - 1] in "월도" and _WHICH.match(view, stamp.start, stop) is not None


def names_a_year(view: str, stamp: Stamp) -> bool:
    """Whether a year behind a date says which thing is meant: `2025. 4. 16. 2026년 공모 신청`."""
    return (
        stamp.period.precision == "year"
        and "/" not in stamp.period.edtf
        and view[stamp.start - 1] not in "(,"
        and view[stamp.end : stamp.end + 1] not in (")", ",", "")
    )


def names_a_half(view: str, stamp: Stamp) -> bool:
    """Whether a half or a quarter behind a date only says which one is meant.

    '20. 2. ~ 6. : 상반기 사업 시행, '24. 2. 21. : 2024년 상반기 사업 공고
    """
    if stamp.period.precision not in ("half", "quarter") or view[stamp.start - 1] in "([":
        return False
    if view[max(0, stamp.start - 2) : stamp.start] == ", " and _BUILT_THEN.match(view, stamp.end):
        return False  # 6월 : 실시설계 완료, 하반기 착공
    if view[stamp.end : stamp.end + 1] == ")":
        return False  # '28. 12월  준공(개관 : '29년 상반기)
    return not stamp.explicit or view[max(0, stamp.start - 2) : stamp.start].rstrip().endswith(":")
