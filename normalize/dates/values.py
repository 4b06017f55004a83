"""What reading a dated expression gives. A value never claims a day that the text does not name.

`NamedTuple` and not a dataclass: a report holds thousands of these and they cost a third to make.
"""

from datetime import date
from typing import Literal, NamedTuple

__all__ = ["DateReading", "Duration", "Operator", "Period", "Recurrence"]

Operator = Literal["eq", "ge", "le", "continuous"]


class Period(NamedTuple):
    """One dated value (시점 또는 기간).

    Attributes:
        start: First day, inclusive; None where it is open or unknown.
        end: Last day, inclusive; None where it is open or unknown.
        edtf: The value in EDTF (ISO 8601-2:2019, levels 0 to 2).
        precision: `minute`, `day`, `month`, `quarter`, `half`, `year`, `decade` or `masked`.
        approximate: 초순, 중순, 경, 말 and the like.
        ongoing: The right end is open: 현재, 계속, 이후, 부터, or nothing behind the tilde.
        span: The characters of this value in the text that was given, half open.
        weekday: The weekday as printed (`월`), which need not be the right one, or empty.
    """

    start: date | None
    end: date | None
    edtf: str
    precision: str
    approximate: bool
    ongoing: bool
    span: tuple[int, int]
    weekday: str = ""


class Recurrence(NamedTuple):
    """How often something happens (매월, 연 2회, 상시).

    Attributes:
        per: The period in ISO 8601 (`P1M`), or None where there is none (상시, 수시).
        count: How many times in it, or None.
        op: `eq`, `ge` (이상), `le` (이하, 이내), or `continuous` (상시, 수시, 연중).
        rrule: The same as a recurrence rule of RFC 5545, as far as that can say it, or empty.
        raw: As printed.
        span: The characters used.
    """

    per: str | None
    count: int | None  # type: ignore[assignment]  # the word of RFC 5545; nobody counts in this tuple
    op: Operator
    rrule: str
    raw: str
    span: tuple[int, int]


class Duration(NamedTuple):
    """A length of time (24개월), counted from an event that has no date here.

    Attributes:
        iso: ISO 8601, signed (`P24M`, `-P30D`); empty where only the event is named.
        anchor: The event it counts from (`착공`, `D`), or empty.
        approximate: 약, 정도, 내외.
        bound: `le` (이내), `ge` (이상), or empty.
        span: The characters used.
    """

    iso: str
    anchor: str
    approximate: bool
    bound: str
    span: tuple[int, int]


class DateReading(NamedTuple):
    """What one dated expression says.

    Attributes:
        start: Where the expression begins.
        end: Where it ends.
        values: Its periods, in order of appearance.
        recurrence: How often, if it says so.
        duration: How long, if it says so.
        rule: Name of the rule that read it.
    """

    start: int
    end: int
    values: tuple[Period, ...]
    recurrence: Recurrence | None
    duration: Duration | None
    rule: str
