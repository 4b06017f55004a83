"""A line that states a number of items and their sum is followed by so many amounts with that sum, or by a table of them.

도시재생 연계사업 : 8건 30,317백만원(진행 5건, 완료 3건)
- 특화상권 활성화(218백만원), 그린푸줏간 조성(18,036백만원) …
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.audit.budgets import slack_of
from extract.audit.case import Case
from extract.audit.wording import amount, make
from extract.findings import Finding, Span
from extract.outline import Outline
from extract.records import Funding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check", "end_of_list"]

RULE: Final = "list-of-amounts"
TITLE: Final = ("건수와 금액의 목록", "Lists of amounts")
TRIPS: Final = """1. 우시장 재생
□ 소요예산
▶ 연계사업 : 3건 900백만원
- 상권 활성화사업(200백만원), 경관 조성사업(400백만원)
- 센터 건립사업(200백만원)
□ 총괄 : 3개소 600백만원
연번\t시설명\t사업비(백만원)
1\t안골 세천\t310
2\t밖골 세천\t290
"""
PASSES: Final = """1. 우시장 재생
□ 소요예산
▶ 연계사업 : 3건 900백만원(진행 2건, 완료 1건)
- 상권 활성화사업(200백만원), 경관 조성사업(400백만원)
- 센터 건립사업(300백만원)
□ 총괄 : 2개소 600백만원
연번\t시설명\t사업비(백만원)
1\t안골 세천\t310
2\t밖골 세천\t290
"""

_COUNT: Final = re.compile(
    r"(?<![\d,.])(?P<count>\d{1,3})\s?(?P<counter>건|개\s?사업|개소|개)\s*[,:/]?\s*$"
)
_BEFORE: Final = frozenset("건업소개,:/ \n\t")
"""What stands right in front of an amount that a count is stated with."""
_PARTS: Final = re.compile(r"\s?\((?P<parts>[^()\n]*)\)")
_NEAR, _LINES = 240, 4  # characters and lines between an amount and the table that divides it
_MOST: Final = 100  # amounts of a table that is too long to divide one
_REACH: Final = 14  # characters that a count takes in front of its amount
_PART: Final = re.compile(r"(\d{1,3})\s?(건|개소|개)")


class _Stated(NamedTuple):
    number: int
    counter: str
    row: Funding
    span: Span


def check(case: Case) -> Iterator[Finding]:
    """Find lists whose number or sum is not the one stated."""
    rows, starts, lines, view = case.written, case.written_starts, case.lines, case.view
    for at, row in enumerate(rows):
        start = starts[at]
        if view[start - 1 : start] not in _BEFORE:
            continue
        base = max(start - _REACH, 0)
        words = view[base:start]
        found = _COUNT.search(words) if "건" in words or "개" in words else None
        if not found:
            continue
        stated = _Stated(
            int(found["count"]),
            found["counter"],
            row,
            Span(base + found.start(), base + found.end("count")),
        )
        yield from _check_parts(stated, _PARTS.match(view, row.span.end))
        end = end_of_list(case.outline, lines, row.span.start)
        stop = bisect_left(starts, end)
        items = [each for each in rows[at + 1 : stop] if each.source == "계"] or _in_table(
            case, row
        )
        if len(items) > 1:
            yield from _check_items(stated, items)


def _in_table(case: Case, row: Funding) -> list[Funding]:
    """The amounts of a table right below an amount, one for each row that has a name; nothing where rows have more."""
    funding, end = case.report.funding, row.span.end
    first = bisect_left(case.amount_starts, end)
    if first == len(funding) or funding[first].table is None:
        return []
    if (
        funding[first].span.start - end > _NEAR
        or case.view.count("\n", end, funding[first].span.start) > _LINES
    ):
        return []
    number = funding[first].table
    rows = [each for each in funding[first : first + _MOST] if each.table == number]
    if len(rows) == _MOST:
        return []
    named = [each for each in rows if each.program]
    lines = {case.view.count("\n", end, each.span.start) for each in rows}
    return named if len(named) > 1 and len(lines) == len(rows) else []


def end_of_list(outline: Outline, starts: Sequence[int], offset: int) -> int:
    """Where the lines below the one at `offset` end.

    A pointer such as ▶ stands above dashes in one report and below them in another, so the first line behind
    it says how deep its list is.
    """
    statements = outline.statements
    at = bisect_right(starts, offset) - 1
    if at < 0 or at + 1 >= len(statements):
        return offset
    mark, rank = statements[at].mark, statements[at + 1].rank
    if rank == statements[at].rank and mark.isnumeric() and mark != statements[at + 1].mark:
        return offset  # ④ behind ③ is no part of it
    for index in range(at + 1, len(statements)):
        statement = statements[index]
        if statement.heading or statement.rank < rank or (mark and statement.mark == mark):
            return statement.start
    return len(outline.document.view)


def _check_parts(stated: _Stated, found: re.Match[str] | None) -> Iterator[Finding]:
    """`8건 …(진행 5건, 완료 3건)`: the counts in brackets add up to the count."""
    words = found["parts"] if found else ""
    parts = [int(count) for count, counter in _PART.findall(words) if counter in stated.counter]
    if found and len(parts) > 1 and sum(parts) != stated.number:
        worked = " + ".join(map(str, parts))
        counted = f"{stated.number}{stated.counter}"
        yield make(
            RULE,
            "error",
            (
                f"{counted}이라고 했는데 괄호 안을 더하면 {worked} = {sum(parts)}입니다",
                f"{stated.number} items, it says, but the brackets give {worked} = {sum(parts)}",
            ),
            values=(str(sum(parts)), str(stated.number)),
            places=(stated.span, Span(*found.span("parts"))),
        )


def _check_items(stated: _Stated, items: Sequence[Funding]) -> Iterator[Finding]:
    together = sum(int(item.won) for item in items)
    off = int(stated.row.won) - together
    adds_up = 2 * abs(off) <= slack_of(stated.row, *items)
    counted = len(items) == stated.number
    if adds_up is counted:
        # Both right; or both wrong, and the lines below are no list of these items.
        return
    if counted:
        words = (
            f"{stated.number}건의 합이 {stated.row.amount_raw}이라고 했는데 더하면 {amount(together)}입니다",
            f"{stated.number} items are said to sum to {stated.row.amount_raw}, but give {amount(together)}",
        )
        values = (amount(together), stated.row.amount_raw)
    else:
        words = (
            f"{stated.number}건이라고 했는데 금액이 적힌 것은 {len(items)}건입니다",
            f"{stated.number} items, it says, but {len(items)} amounts follow",
        )
        values = (str(len(items)), str(stated.number))
    places = (stated.row.span if counted else stated.span, *(item.span for item in items))
    yield make(RULE, "error" if counted else "warning", words, values=values, places=places)
