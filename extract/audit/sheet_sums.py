"""What adds up to what in one sheet, down and across: what the checks of a table look at."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.audit.axes import Head
from extract.audit.blanks import settle
from extract.audit.implied_sums import find_implied
from extract.audit.relations import Plane, Relation
from extract.audit.sheets import Sheet
from extract.audit.sums import find_sums

__all__ = ["Sums", "sums_of"]

_new: Final = tuple.__new__  # half the cost of calling the class
_FEW: Final = 3  # lines in which a sum must hold that no word tells of


class Sums(NamedTuple):
    """What adds up to what in a sheet.

    Attributes:
        sheet: The sheet.
        rows: Rows that are sums of rows; their lines are columns.
        columns: Columns that are sums of columns; their lines are rows.
        rated: Whether some of the rows, and of the columns, are rates.
    """

    sheet: Sheet
    rows: list[Relation]
    columns: list[Relation]
    rated: tuple[bool, bool]


def sums_of(sheet: Sheet) -> Sums:
    """Find the sums of a sheet, those that words name and those that only figures show."""
    down = across = None
    rows: list[Relation] = []
    columns: list[Relation] = []
    added = _added(sheet.rows), _added(sheet.columns)
    if len(sheet.columns) >= _FEW or any(head.rank for head in sheet.rows):
        down = _plane(sheet, sheet.matrix, sheet.grains, added, across=False)
        rows = find_sums(down)
        if _is_uncovered(rows, down):
            rows += find_implied(down, rows, backward=False)
    if len(sheet.rows) >= _FEW or any(head.rank for head in sheet.columns):
        turned = list(zip(*sheet.matrix, strict=True))
        grains = list(zip(*sheet.grains, strict=True)) if sheet.grains else None
        across = _plane(sheet, turned, grains, added, across=True)
        columns = find_sums(across)
        if _is_uncovered(columns, across):
            columns += find_implied(across, columns, backward=False)
            columns += find_implied(across, columns, backward=True)
    if down and across and rows and columns:
        rows, columns = settle(rows, columns, down), settle(columns, rows, across)
    rated = len(added[0]) < len(sheet.rows), len(added[1]) < len(sheet.columns)
    return _new(Sums, (sheet, rows, columns, rated))


def _added(heads: Sequence[Head]) -> list[int]:
    """The rows or columns that are no rates."""
    return [at for at, head in enumerate(heads) if not head.rate]


def _plane(
    sheet: Sheet,
    values: Sequence[Sequence[int | None]],
    grains: Sequence[Sequence[int]] | None,
    added: tuple[list[int], list[int]],
    *,
    across: bool,
) -> Plane:
    _, _, _, _, decimals, coarse, thousands, rows, columns, _, _, _, _ = sheet
    if across:
        lines, items = added
        heads, size = columns, len(rows)
    else:
        items, lines = added
        heads, size = rows, len(columns)
    used: list[int] = []
    totals: list[int] = []
    for item in items:
        if values[item].count(None) < size:
            used.append(item)
            if heads[item].rank:
                totals.append(item)
    unit = 10**decimals
    figures = (values, grains, heads, lines, coarse, thousands, unit)
    return _new(Plane, (*figures, across, used, totals))


def _is_uncovered(relations: list[Relation], plane: Plane) -> bool:
    """Whether items and lines enough for a sum without a name are left that no named total covers."""
    used = plane.used
    if len(used) < _FEW or len(plane.lines) < _FEW:
        return False
    if not relations:
        return True
    left = set(used)
    for relation in relations:
        left.discard(relation.total)
        left.difference_update(relation.parts)
    return bool(left) and any(any(plane.values[item]) for item in left)
