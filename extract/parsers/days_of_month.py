"""Days whose month the item above names: `4일(월) : 수질검사 결과 공개` below `○ 8월 계획`."""

import re
from collections.abc import Iterator
from functools import partial
from operator import itemgetter
from typing import Final

from extract.outline import Outline
from extract.parsers.stamp import Stamp, stamps_in
from extract.parsers.years import YearContext

__all__ = ["with_days_of_months"]

_WEEKDAY: Final = r"(?:\s?\([월화수목금토일]\))?"
_DAY: Final = r"(?:3[01]|[12]\d|[1-9])일"
_DAYS: Final = re.compile(
    rf"{_DAY}{_WEEKDAY}(?:\s?~\s?{_DAY}{_WEEKDAY})?(?=\s*:\s|\s{{1,4}}[가-힣])"
)
_PLANNED: Final = r"월\s?(?:중\s?)?(?:주요\s?)?(?:추진\s?)?(?:계획|일정|행사|업무)"
_MONTH: Final = re.compile(rf"(?:20\d\d년\s?)?(?P<month>1[0-2]|[1-9]){_PLANNED}$")
_RARE: Final = re.compile(rf"{_PLANNED}\s*\n")
"""A line that names a month so; in most reports there is none, and no line need be asked."""
_DIGITS: Final = frozenset("123456789")


def with_days_of_months(
    outline: Outline, years: YearContext, found: list[tuple[int, list[Stamp]]]
) -> list[tuple[int, list[Stamp]]]:
    """The stamps by statement, and those of statements that begin with days of the month their parent names."""
    if not _RARE.search(outline.document.view):
        return found
    known = {index for index, _ in found}
    days = [each for each in _days(outline, years) if each[0] not in known]
    return sorted([*found, *days], key=itemgetter(0)) if days else found


def _days(outline: Outline, years: YearContext) -> Iterator[tuple[int, list[Stamp]]]:
    view, statements = outline.document.view, outline.statements
    for index, (_, body, end, mark, _, parent, _, _) in enumerate(statements):
        if not mark or parent < 0 or view[body] not in _DIGITS:
            continue
        days = _DAYS.match(view, body, end)
        above = statements[parent]
        month = _MONTH.match(view, above.body, above.end) if days else None
        if not days or not month:
            continue
        section = outline.section_at(body)
        year = years.of_section(section) if section else None
        ahead = f"{month['month']}월 "
        words = f"{ahead}{days[0]}"
        found = [
            stamp._replace(
                start=max(stamp.start - len(ahead), 0) + body, end=stamp.end - len(ahead) + body
            )
            for stamp in stamps_in(words, 0, len(words), partial(_same, year))
        ]
        if found:
            yield index, found


def _same(year: int | None) -> int | None:
    return year
