"""The basis of calculation (산출기초): `4,000원 × 1,500부 = 6,000`, a result in the unit of the table.

The factors are prices and counts and no funding; the result behind the last equals sign is.
"""

import re
from typing import Final, NamedTuple

from extract.findings import Span
from extract.outline import Grid
from extract.records import CellRecord, Number
from normalize.money import Unit, read_caption
from normalize.numerals import read_number

__all__ = ["Formula", "result_of"]

_RESULT: Final = re.compile(r"[=→]\s*([△▽-]?\s?[\d][\d,.]*)\s*((?:천|백만|억)?원)?\s*$")
_RULES: Final = re.compile(r"[─-╿]+")
"""Rules of a drawn box, which stand between the lines of its cells."""
_FACTORS: Final = re.compile(r"[\d△][\d,.]*\s*[^\s=]{0,6}\s*[×xX*].*$|[=→].*$", re.DOTALL)


class Formula(NamedTuple):
    """The result of a calculation.

    Attributes:
        won: The result in won, exact.
        span: Place of the result.
        unit_raw: The unit it takes, as printed.
        words: What is calculated.
    """

    won: Number
    span: Span
    unit_raw: str
    words: str


def result_of(view: str, cell: CellRecord, grid: Grid, units: dict[int, Unit]) -> Formula | None:
    """The result of the calculation in a cell, or None where there is none."""
    found = _RESULT.search(view, cell.start, cell.end)
    value = read_number(found[1]) if found else None
    if found is None or value is None:
        return None
    own = read_caption(f"(단위: {found[2]})") if found[2] else ()
    unit = own[0] if own else _unit_of(grid, units)
    if unit is None:
        return None
    ahead = _RULES.sub(" ", view[cell.start : found.start()])
    words = " ".join(_FACTORS.sub("", ahead).split())
    return Formula(
        value * unit.scale, Span(found.start(1), found.end(1)), unit.raw, words.strip("○◦·- ")
    )


def _unit_of(grid: Grid, units: dict[int, Unit]) -> Unit | None:
    """The unit of the table's money columns, where they have one."""
    scales = {unit.scale for unit in units.values()}
    return next(iter(units.values())) if len(scales) == 1 and grid.unit_raw else None
