"""A per cent in brackets behind a figure is that figure's part of another: `16(21%)`, `8,350원 (10.9% 상승)`.

`상승`, `감소`, `▽` make it a change against the figure before. Else the other figure is the one beside it, or
the total, that gives most of the column's per cents.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from extract.audit.rates import exact_rate, is_cut_off, is_near
from extract.audit.ratios import Misfit, Rate, Recipe, best_recipe, pairs_near, terms_of
from extract.audit.sheet_sums import Sums
from extract.audit.sheets import Sheet
from extract.audit.wording import cell_name, label, make, number
from extract.findings import Finding, Severity

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check_tables"]

RULE: Final = "rate-in-brackets"
TITLE: Final = ("괄호 안 비율", "Rates in brackets")
TRIPS: Final = """구분\t교육대상\t취업자(%)
2019년\t26\t7(27%)
2018년\t26\t17(65.4%)
2017년\t24\t17(78.8%)
"""
PASSES: Final = """구분\t교육대상\t취업자(%)
2019년\t26\t7(27%)
2018년\t26\t17(65.4%)
2017년\t24\t17(70.8%)
"""


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find per cents in brackets that their figures do not give."""
    for sheet in (sums.sheet for sums in tables):
        columns: dict[int, list[Rate]] = {}
        for (row, column), figures in () if sheet.layer else sheet.read.items():
            if figures.kind != "rate" or figures.second is None:
                continue
            if figures.changes:
                yield from _check_change(sheet, row, column)
            else:
                columns.setdefault(column, []).append(Rate(row, figures.second))
        for column, rates in columns.items():
            yield from _check_column(sheet, column, rates)


def _check_column(sheet: Sheet, column: int, rates: list[Rate]) -> Iterator[Finding]:
    votes = best_recipe(sheet, rates, _recipes(sheet, column), across=True)
    if votes:
        for misfit in votes.misfits:
            yield _finding(sheet, votes.recipe, column, misfit)


def _recipes(sheet: Sheet, column: int) -> Iterator[Recipe]:
    for row, head in enumerate(sheet.rows):
        if head.rank:
            yield Recipe("share", column, row)
    others = [at for at, head in enumerate(sheet.columns) if not head.rate and at != column]
    for recipe in pairs_near([*others, column], column, "ratio"):
        if recipe.part == column:
            yield recipe


def _check_change(sheet: Sheet, row: int, column: int) -> Iterator[Finding]:
    """A change has one line only, so it is told when neither neighbour gives it."""
    second = sheet.read[row, column].second
    if second is None:
        return
    last = len(sheet.columns) - 1
    neighbours = [
        at for at in (column - 1, column + 1) if 0 <= at <= last and sheet.figure(row, at)
    ]
    for other in neighbours:
        votes = best_recipe(
            sheet, [Rate(row, second)], iter([Recipe("change", column, other)]), across=True
        )
        if votes and not votes.misfits:
            return
    for other in neighbours:
        misfit = _change(sheet, row, column, other)
        if misfit and (misfit.near or not sheet.columns[column].change):
            # Under 전년대비 the figure may be the change itself: △21.4(△8.1%).
            yield _finding(sheet, Recipe("change", column, other), column, misfit)
            return


def _change(sheet: Sheet, row: int, column: int, other: int) -> Misfit | None:
    second = sheet.read[row, column].second
    allowed = terms_of(sheet, Recipe("change", column, other), row, across=True)
    if allowed is None or second is None:
        return None
    near = is_near(second, allowed)
    return Misfit(
        Rate(row, second), allowed, near, near and is_cut_off(second, allowed), second.decimals
    )


def _finding(sheet: Sheet, recipe: Recipe, column: int, misfit: Misfit) -> Finding:
    row = misfit.rate.line
    other = (recipe.whole, column) if recipe.form == "share" else (row, recipe.whole)
    cell, base = sheet.cell(row, column), sheet.cell(other[0], other[1])
    right = exact_rate(misfit.allowed, misfit.rate.figure.decimals)
    expected = number(right.value, right.decimals)
    printed = number(misfit.rate.figure.value, misfit.rate.figure.decimals)
    text, against = cell.text if cell else "", base.text if base else ""
    name, english_name = cell_name(
        sheet.number, label(sheet.rows[row]), label(sheet.columns[column])
    )
    severity: Severity = "info" if misfit.cut else "warning" if misfit.near else "error"
    verb = "에서 달라진 비율은" if recipe.form == "change" else "에 대한 비율은"
    return make(
        RULE,
        severity,
        (
            f"{name}: {text}의 괄호 안은 {printed}%인데 {against}{verb} {expected}%입니다",
            f"{english_name}: {text} says {printed}%, but against {against} it is {expected}%",
        ),
        values=(f"{expected}%", f"{printed}%"),
        cells=(cell, base),
    )
