"""Recurrences: how often.

    recurrence = period count "회" [이상 | 이내]      월 2회, 연 3회 이상
               | (매 | 격) period [count "회"]        매월, 격주
               | period "별" [count "회"]             분기별
               | count period [에 | 마다] [count "회"]  2년마다, 6개월 1회
               | 상시 | 수시 | 연중

A rule of RFC 5545 says the period and the months or weekdays; it has no word for "twice within", so the count
stays in `Recurrence.count`.
"""

import re
from typing import Final

from normalize.dates.values import Operator, Recurrence
from normalize.dates.vocabulary import CONTINUOUS, PERIOD_NAMES, words

__all__ = ["recurrence"]

_PERIOD: Final = re.compile(words(PERIOD_NAMES))
_COUNT: Final = re.compile(r"(\d{1,3})(?:[~-](\d{1,3}))?[회번](이상|이하|이내)?")
_MULTIPLE: Final = re.compile(
    r"(\d{1,2})(개월|개년|년|월|주|일|분기)(?:에|마다|당|단위|주기|(?=\d))"
)
_DOUBLE: Final[dict[str, str]] = {
    "P1M": "P2M",
    "P1W": "P2W",
    "P1Y": "P2Y",
    "P1D": "P2D",
    "P3M": "P6M",
    "P6M": "P1Y",
}
_UNITS: Final[dict[str, str]] = {
    "년": "Y",
    "개년": "Y",
    "월": "M",
    "개월": "M",
    "주": "W",
    "일": "D",
}
_FREQUENCIES: Final[dict[str, str]] = {"Y": "YEARLY", "M": "MONTHLY", "W": "WEEKLY", "D": "DAILY"}


def recurrence(raw: str, span: tuple[int, int], *, by: str = "") -> Recurrence | None:
    """Read one recurrence.

    Args:
        raw: As printed.
        span: Where it stands.
        by: What narrows it in RFC 5545 terms (`BYDAY=MO`).

    >>> recurrence("연 3회 이상", (0, 7))[:4]
    ('P1Y', 3, 'ge', 'FREQ=YEARLY')
    """
    text = "".join(raw.split())
    if text in CONTINUOUS:
        return Recurrence(None, None, "continuous", "", raw, span)
    per = _per(text)
    if per is None:
        return None
    count, op = _counted(text)
    return Recurrence(per, count, op, _rule(per, by), raw, span)


def _per(text: str) -> str | None:
    multiple = _MULTIPLE.match(text)
    if multiple:
        count = int(multiple[1])
        if not count:
            return None
        return f"P{count * 3}M" if multiple[2] == "분기" else f"P{count}{_UNITS[multiple[2]]}"
    found = _PERIOD.search(text)
    if found is None:
        return None
    per = PERIOD_NAMES[found[0]]
    return _DOUBLE[per] if text.startswith("격") else per


def _counted(text: str) -> tuple[int, Operator]:
    """`2~3회` is at least two."""
    match = _COUNT.search(text)
    if match is None:
        return 1, "eq"
    if match[3]:
        return int(match[1]), "ge" if match[3] == "이상" else "le"
    return int(match[1]), "ge" if match[2] else "eq"


def _rule(per: str, by: str) -> str:
    count, unit = int(per[1:-1]), per[-1]
    rule = f"FREQ={_FREQUENCIES[unit]}"
    if count > 1:
        rule += f";INTERVAL={count}"
    return f"{rule};{by}" if by else rule
