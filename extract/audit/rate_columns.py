"""A column (or row) of rates is made of the figures beside it: 증감률, 집행률, 달성률, 구성비.

What it is made of is found from the lines in which the rate fits. A rate may be off by half its last digit,
over the interval that its rounded terms allow; one that is cut off instead of rounded is only mentioned.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from extract.audit.axes import Head
from extract.audit.rates import exact_rate
from extract.audit.ratios import Misfit, Rate, Recipe, best_recipe, pairs_near
from extract.audit.sheet_sums import Sums
from extract.audit.sheets import Sheet
from extract.audit.wording import cell_name, label, make, number
from extract.findings import Finding, Severity

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check_tables"]

RULE: Final = "rate-of-columns"
TITLE: Final = ("증감률·집행률·구성비", "Columns of rates")
TRIPS: Final = """(단위 : 백만원, %)
구분\t예산현액\t집행액\t집행률
국비\t1,092\t682\t62.5
시비\t546\t273\t50.0
구비\t1,092\t410\t57.3
"""
PASSES: Final = """(단위 : 백만원)
구분\t2020년\t2019년\t증감\t증감률(%)
정책\t1,145\t1,801\t△656\t△36.4
운영\t97\t93\t4\t3.7
사업\t3,853\t3,098\t755\t24.3
"""

_RATE: Final = re.compile(r"[률율](?![가-힣])|구성비|비중|비율|점유|%")
_CHANGE: Final = re.compile(r"증감|증가|신장|성장|상승|대비")
_SHARE: Final = re.compile(r"구성|비중|비율|점유")


def check_tables(tables: Iterable[Sums]) -> Iterator[Finding]:
    """Find rates that their figures do not give."""
    for sheet, _, _, (rated_rows, rated_columns) in tables:
        if sheet.layer:
            continue
        if rated_columns:
            columns = _rates_of(sheet.columns)
            yield from _check_axis(sheet, columns, sheet.columns, sheet.rows, across=True)
        if rated_rows:
            rows = _rates_of(sheet.rows)
            yield from _check_axis(sheet, rows, sheet.rows, sheet.columns, across=False)


def _rates_of(heads: Sequence[Head]) -> list[int]:
    """The rows or columns whose heads name a rate."""
    return [item for item, head in enumerate(heads) if head.rate and _RATE.search(head.words[-1])]


def _check_axis(
    sheet: Sheet, named: list[int], items: Sequence[Head], lines: Sequence[Head], *, across: bool
) -> Iterator[Finding]:
    for item in named:
        rates = [
            Rate(line, figure)
            for line in range(len(lines))
            if (figure := sheet.figure(*((line, item) if across else (item, line))))
        ]
        if not rates:
            continue
        figures_of = [at for at, other in enumerate(items) if not other.rate and at != item]
        recipes = _recipes("".join(items[item].words), figures_of, item, lines)
        votes = best_recipe(sheet, rates, recipes, across=across)
        if votes:
            sure = votes.fits >= 2 * sum(not each.near for each in votes.misfits)
            for misfit in votes.misfits:
                yield _finding(sheet, votes.recipe, item, misfit, across=across, sure=sure)


def _recipes(
    words: str, figures: Sequence[int], item: int, lines: Sequence[Head]
) -> Iterator[Recipe]:
    if _CHANGE.search(words):
        yield from pairs_near(figures, item, "change")
        return
    if _SHARE.search(words):
        for line, head in enumerate(lines):
            if head.rank:
                yield from (Recipe("share", part, line) for part in reversed(figures))
    yield from pairs_near(figures, item, "ratio")


def _finding(
    sheet: Sheet, recipe: Recipe, item: int, misfit: Misfit, *, across: bool, sure: bool
) -> Finding:
    line = misfit.rate.line
    places = [(line, item), (line, recipe.part)]
    places.append((recipe.whole, recipe.part) if recipe.form == "share" else (line, recipe.whole))
    cells = [
        sheet.cell(row, column) if across else sheet.cell(column, row) for row, column in places
    ]
    items, lines = (sheet.columns, sheet.rows) if across else (sheet.rows, sheet.columns)
    printed = cells[0].text if cells[0] else ""
    right = exact_rate(misfit.allowed, misfit.decimals)
    expected = number(right.value, right.decimals)
    part, whole = (cell.text if cell else "" for cell in cells[1:])
    worked = f"({part} - {whole}) / {whole}" if recipe.form == "change" else f"{part} / {whole}"
    name, english_name = cell_name(sheet.number, label(lines[line]), label(items[item]))
    severity: Severity = (
        "info" if misfit.cut else "error" if sure and not misfit.near else "warning"
    )
    return make(
        RULE,
        severity,
        (
            f"{name}: {printed}인데 {worked} = {expected}입니다",
            f"{english_name}: {printed} stands there, but {worked} = {expected}",
        ),
        values=(expected, printed),
        cells=cells,
    )
