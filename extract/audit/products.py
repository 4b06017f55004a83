"""A figure with its factors in brackets is their product: `24시간(8시간*3일)`, `500천원(50천원×10명)`.

So is what stands behind an equals sign: `50,000원 × 10명 × 2회 = 1,000천원`, and the figure of the cell beside one
that holds nothing but factors (산출기초, in 천원 as a rule). Factors say what the figure counts, or are lengths of
an area; sizes of things (`간판 2개(3m×1m)`) are no factors.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from extract.audit.case import Bracket, Case
from extract.audit.wording import make
from extract.findings import Finding, Severity, Span
from extract.records import TableRecord

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "product-of-factors"
TITLE: Final = ("곱셈", "Products")
TRIPS: Final = """□ 사업개요
- 교육시간 : 28시간(8시간*3일)
- 강사료 : 50,000원 × 10명 × 2회 = 1,100천원
"""
PASSES: Final = """□ 사업개요
- 교육시간 : 24시간(8시간*3일), 사무실 14.5㎡(2.9m×5m)
- 강사료 : 50,000원 × 10명 × 2회 = 1,000천원, 보조금 3,000천원×50% = 1,500천원
- 안내판 2개(3m×1m), 부지 2,000㎡(10m×20m×10필지)
"""

_NUMBER: Final = r"(?:\d{1,3}(?>(?:,\d{3})+)(?!\d)|\d++)(?>(?:\.\d++)?)"
_UNIT: Final = r"(?:[천만억]|백만)?\s?원|[가-힣]{1,3}|㎡|m²|㎞|m|%"
_FACTOR: Final = re.compile(rf"[가-힣\s]{{0,8}}?(?P<figure>{_NUMBER})\s?(?P<unit>{_UNIT})\s?")
_TIMES: Final = re.compile(r"[×*xX]")
_WHOLE: Final = re.compile(rf"(?<![\d.,A-Za-z])(?P<figure>{_NUMBER})\s?(?P<unit>{_UNIT})\s?$")
_EQUALS: Final = re.compile(rf"\s?(?P<figure>{_NUMBER})\s?(?P<unit>(?:{_UNIT})?)")
_ROW: Final = re.compile(
    rf"(?:{_NUMBER})\s?(?:{_UNIT})?\s?(?>(?:[×*xX]\s?(?:{_NUMBER})\s?(?:{_UNIT})?\s?)+)$"
)
_SIZES: Final = {"원": 1, "천원": 1000, "만원": 10_000, "백만원": 10**6, "억원": 10**8}
_BARE: Final = ("천원", "백만원", "원")
_AREAS: Final = frozenset({"㎡", "m²"})
_ROUND: Final = 10_000  # won that budgets are rounded up to, or more
_REACH: Final = 24  # characters of a figure in front of its bracket
_ROW_REACH: Final = 60  # characters of factors in front of an equals sign


def check(case: Case) -> Iterator[Finding]:
    """Find products that their factors do not give."""
    view = case.view
    for start, words in _with_signs(case):
        base = max(start - _REACH, 0)
        whole = _WHOLE.search(view[base:start])
        if whole and "=" not in words:
            place = Span(base + whole.start("figure"), base + whole.end("figure"))
            yield from _check(whole, words, (place, Span(start + 1, start + 1 + len(words))))
    at = view.find("=")
    while at >= 0:
        base = max(at - _ROW_REACH, 0)
        row, whole = _ROW.search(view[base:at]), _EQUALS.match(view, at + 1)
        if row and whole:
            places = (Span(*whole.span("figure")), Span(base + row.start(), at))
            yield from _check(whole, row[0], places)
        at = view.find("=", at + 1)
    for table in case.report.tables if "×" in view else ():
        if view.find("×", *table.span) >= 0:
            yield from _in_table(table)


def _with_signs(case: Case) -> Iterator[Bracket]:
    """The brackets that a sign of multiplication stands in; there are few."""
    view, brackets = case.view, case.brackets
    found: set[int] = set()
    for sign in "×*xX":
        at = view.find(sign)
        while at >= 0:
            behind = bisect_left(brackets, (at, ""))
            if behind and at - brackets[behind - 1][0] <= len(brackets[behind - 1][1]):
                found.add(behind - 1)
            if behind == len(brackets):
                break
            # A line of asterisks is passed over at once: only signs in brackets matter.
            at = view.find(sign, brackets[behind][0])
    for index in sorted(found):
        yield brackets[index]


def _in_table(table: TableRecord) -> Iterator[Finding]:
    """`3,600,000원 × 12월 | 43,200`: the cell behind the factors holds their product."""
    for cell, beside in pairwise(table.cells):
        if "×" not in cell.text or beside.row != cell.row or not _ROW.fullmatch(cell.text):
            continue
        whole = _EQUALS.fullmatch(beside.text)
        if whole:
            yield from _check(whole, cell.text, (beside.span, cell.span))


def _check(whole: re.Match[str], words: str, places: tuple[Span, Span]) -> Iterator[Finding]:
    factors = [_FACTOR.fullmatch(each) for each in _TIMES.split(words)]
    known = [each for each in factors if each]
    if len(known) < len(factors) or len(known) < 2:
        return
    units = ["".join(each["unit"].split()) for each in known]
    product = Decimal(1)
    for each, name in zip(known, units, strict=True):
        product *= _value(each["figure"], name)
    unit = "".join(whole["unit"].split()) or _bare_unit(whole["figure"], product)
    if not _counts(unit, units):
        return
    printed = _value(whole["figure"], unit)
    grain = _value("1", unit).scaleb(-len(whole["figure"].partition(".")[2]))
    if abs(product - printed) < grain:
        return
    if _is_rounded_up(printed, product):
        return
    right = f"{(product / _value('1', unit)).normalize():,f}{unit}"
    worked = " × ".join(f"{each['figure']}{name}" for each, name in zip(known, units, strict=True))
    # `2명*3.5백만원 = 70백만원` leaves the ten months out.
    severity: Severity = "warning" if product and printed % product == 0 else "error"
    yield make(
        RULE,
        severity,
        (
            f"{whole['figure']}{unit}이라고 했는데 {worked} = {right}입니다",
            f"{whole['figure']}{unit} stands there, but {worked} = {right}",
        ),
        values=(right, f"{whole['figure']}{unit}"),
        places=places,
    )


def _is_rounded_up(printed: Decimal, product: Decimal) -> bool:
    """Whether a round figure is the product rounded up to it, as budgets are: 45,235,200원 to 46,000,000원."""
    digits = str(int(printed))
    grain = 10 ** (len(digits) - len(digits.rstrip("0")))
    return len(digits.rstrip("0")) > 1 and grain >= _ROUND and 0 < printed - product < grain


def _bare_unit(figure: str, product: Decimal) -> str:
    """The unit that a figure without one most likely has: that in which it is nearest to the product."""
    value = Decimal(figure.replace(",", "")) or Decimal(1)
    return min(
        _BARE, key=lambda unit: abs((product / _SIZES[unit] / value).log10()) if product else 0
    )


def _counts(unit: str, units: list[str]) -> bool:
    """Whether factors of these units give what is counted in that one."""
    if unit in _AREAS:
        return units == ["m", "m"]
    if unit in _SIZES:
        return sum(each in _SIZES for each in units) == 1
    return units.count(unit) == 1


def _value(figure: str, unit: str) -> Decimal:
    value = Decimal(figure.replace(",", ""))
    return value / 100 if unit == "%" else value * _SIZES.get(unit, 1)
