"""A column whose head is a formula holds its result: `(B-A)`, `㉰=㉮-㉯`, `총사업비(A+B)`, `(B-A)/A` in per cent.

The letters are those that other heads of the same table carry. Rounded figures may be off by half a unit a
term, and a rate by half its last digit over what its rounded inputs allow.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from extract.audit.axes import LETTERS
from extract.audit.rates import Allowed, is_within
from extract.audit.sheet_sums import Sums
from extract.audit.sheets import Sheet
from extract.audit.wording import cell_name, label, make, number
from extract.findings import Finding

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check_tables"]

RULE: Final = "formula-in-head"
TITLE: Final = ("머리글의 계산식", "Formulas in heads")
TRIPS: Final = """(단위 : 백만원)
사업명\t당초(A)\t확정(B)\t증감(B-A)\t(B-A)/A
디지털 전환\t42,000\t46,200\t2,400\t10.0
"""
PASSES: Final = """(단위 : 백만원)
사업명\t당초(A)\t확정(B)\t증감(B-A)\t(B-A)/A
디지털 전환\t42,000\t46,200\t4,200\t10.0
"""

_LETTER: Final = rf"[{LETTERS}]"
_FORMULA: Final = re.compile(
    rf"(?P<own>{_LETTER})?[=(（]?(?P<open>[(（])?(?P<terms>{_LETTER}(?:[-+−]{_LETTER})+)[)）]?"
    rf"(?:[/÷](?P<by>{_LETTER}))?|(?P<part>{_LETTER})[/÷](?P<whole>{_LETTER})"
)
_NAME: Final = re.compile(r"[(（]([A-Z])[)）]$|([A-Z])=|(?<![-+−/÷])([㉠-㉻①-⑳ⓐ-ⓩ])(?==|$)")


class _Formula(NamedTuple):
    """Signed terms, and the letter that they are divided by, or empty."""

    terms: tuple[tuple[int, str], ...]
    by: str
    raw: str


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find cells that are not what their column's formula gives."""
    for sheet in (sums.sheet for sums in tables):
        formulas = {
            column: formula
            for column, head in enumerate(sheet.columns)
            if head.lettered and (formula := _formula(head.words))
        }
        if not formulas:
            continue
        letters = {
            letter: column
            for column, head in enumerate(sheet.columns)
            if (letter := _letter(head.words))
        }
        for column, formula in formulas.items():
            known = {letter for _, letter in formula.terms} | ({formula.by} - {""})
            if known <= letters.keys():
                yield from _check_column(sheet, column, formula, letters)


@lru_cache(maxsize=1024)
def _formula(words: tuple[str, ...]) -> _Formula | None:
    found = _FORMULA.search("".join(words))
    if not found:
        return None
    if found["part"]:
        return _Formula(((1, found["part"]),), found["whole"], found[0])
    terms: list[tuple[int, str]] = []
    sign = 1
    for character in found["terms"]:
        if character in "-−+":
            sign = 1 if character == "+" else -1
        else:
            terms.append((sign, character))
    return _Formula(tuple(terms), found["by"] or "", found[0])


@lru_cache(maxsize=1024)
def _letter(words: tuple[str, ...]) -> str:
    named = _NAME.search("".join(words))
    return named[1] or named[2] or named[3] if named else ""


def _check_column(
    sheet: Sheet, column: int, formula: _Formula, letters: dict[str, int]
) -> Iterator[Finding]:
    for row, line in enumerate(sheet.matrix):
        result = line[column]
        terms = [(sign, line[letters[letter]]) for sign, letter in formula.terms]
        if result is None or any(value is None for _, value in terms):
            continue
        gives = sum(sign * (value or 0) for sign, value in terms)
        if formula.by:
            base = line[letters[formula.by]]
            if not base or _rate_fits(sheet, row, column, (gives, base), len(terms)):
                continue
            expected = number(gives * 1000 // base, 1)
        else:
            slack = _slack(sheet, row, column, len(terms))
            if abs(gives - result) * 2 <= slack:
                continue
            expected = number(gives, sheet.decimals)
        yield _finding(sheet, (row, column), formula, letters, expected)


def _rate_fits(sheet: Sheet, row: int, column: int, ratio: tuple[int, int], terms: int) -> bool:
    figure = sheet.figure(row, column)
    if figure is None:
        return True
    rough = 1 if sheet.coarse else 0
    unit = 10**sheet.decimals
    return is_within(figure, Allowed(*ratio, rough * unit * terms, rough * unit))


def _slack(sheet: Sheet, row: int, column: int, terms: int) -> int:
    grain = sheet.grains[row][column] if sheet.grains else 1
    return (terms + 1) * grain if sheet.coarse or grain < 10**sheet.decimals else 0


def _finding(
    sheet: Sheet, at: tuple[int, int], formula: _Formula, letters: dict[str, int], expected: str
) -> Finding:
    row, column = at
    cell = sheet.cell(row, column)
    printed = cell.text if cell else ""
    worked = formula.raw.strip("()（）=")
    name, english_name = cell_name(sheet.number, label(sheet.rows[row]))
    used = [
        *(letters[letter] for _, letter in formula.terms),
        *([letters[formula.by]] if formula.by else []),
    ]
    return make(
        RULE,
        "error",
        (
            f"{name}: {label(sheet.columns[column])} 칸이 {printed}인데 {worked}로 계산하면 {expected}입니다",
            f"{english_name}: the cell says {printed}, but {worked} gives {expected}",
        ),
        values=(expected, printed),
        cells=(cell, *(sheet.cell(row, each) for each in dict.fromkeys(used))),
    )
