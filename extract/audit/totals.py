"""Misses of a table's sums to findings: which cell to look at, how the sum was worked out, how sure it is."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from extract.audit.relations import Miss, Relation
from extract.audit.sheet_sums import Sums
from extract.audit.sheets import Sheet
from extract.audit.wording import cell_name, label, make, number, particle, sum_of
from extract.findings import Finding, Severity
from extract.records import CellRecord

__all__ = ["Axis", "misses_of"]

Axis = Literal["rows", "columns"]

_HINTS: Final = {
    10: ("0이 하나 빠졌거나 더 붙은 듯합니다", "a zero seems lost or added"),
    100: ("0이 둘 빠졌거나 더 붙은 듯합니다", "two zeros seem lost or added"),
    1000: ("단위가 천 배 다른 듯합니다", "the unit seems off by 1,000"),
    1_000_000: ("단위가 백만 배 다른 듯합니다", "the unit seems off by 1,000,000"),
}


class _Spot(NamedTuple):
    """Where a miss is most likely: an address, and what should stand there."""

    row: int
    column: int
    expected: int
    crossed: bool


def misses_of(sums: Sums, rule: str, axis: Axis, *, named: bool) -> Iterator[Finding]:
    """Make a finding of each miss along an axis.

    A miss of a row's sum and one of a column's sum that meet in one cell are told once, with the rows.
    """
    relations = sums.rows if axis == "rows" else sums.columns
    for relation in relations:
        misses = relation.misses
        if not misses or relation.named is not named:
            continue
        if len(misses) > 3 and len(misses) > relation.holds:
            continue
        for miss in misses:
            spot = _spot(sums, axis, relation, miss)
            if spot.crossed and axis == "columns":
                continue
            yield _finding(sums.sheet, rule, axis, relation, miss, spot)


def _spot(sums: Sums, axis: Axis, relation: Relation, miss: Miss) -> _Spot:
    """Look for a sum across that fails by the same amount: the cell where they meet is the wrong one."""
    others = sums.columns if axis == "rows" else sums.rows
    off = miss.total - miss.sum
    for item in (*relation.parts, relation.total):
        sign = -1 if item == relation.total else 1
        for other in others:
            if miss.line != other.total and miss.line not in other.parts:
                continue
            for crossing in other.misses:
                away = crossing.total - crossing.sum
                turn = -1 if miss.line == other.total else 1
                if crossing.line == item and away * turn == off * sign:
                    return _at(sums.sheet, axis, item, miss.line, sign * off, crossed=True)
    return _at(sums.sheet, axis, relation.total, miss.line, -off, crossed=False)


def _at(sheet: Sheet, axis: Axis, item: int, line: int, change: int, *, crossed: bool) -> _Spot:
    row, column = (item, line) if axis == "rows" else (line, item)
    return _Spot(row, column, (sheet.matrix[row][column] or 0) + change, crossed)


def _finding(
    sheet: Sheet, rule: str, axis: Axis, relation: Relation, miss: Miss, spot: _Spot
) -> Finding:
    items, lines = (sheet.rows, sheet.columns) if axis == "rows" else (sheet.columns, sheet.rows)
    cells = [_cell(sheet, axis, item, miss.line) for item in (relation.total, *relation.parts)]
    terms = [_value(sheet, axis, part, miss.line) or 0 for part in relation.parts]
    name, english_name = cell_name(
        sheet.number, label(lines[miss.line]), label(items[relation.total])
    )
    worked, printed = sum_of(terms, sheet.decimals), number(miss.total, sheet.decimals)
    right, off = number(miss.sum, sheet.decimals), number(miss.total - miss.sum, sheet.decimals)
    korean = f"{name}{particle(name, '은', '는')} {printed}인데 더하면 {worked} = {right}입니다 (차이 {off})"
    english = f"{english_name} says {printed}, but {worked} = {right} (off by {off})"
    focus = sheet.cell(spot.row, spot.column)
    hint = _hint(sheet.matrix[spot.row][spot.column] or 0, spot.expected) if spot.crossed else None
    if spot.crossed and focus:
        korean += f"; 가로세로가 만나는 칸({focus.text})을 먼저 보세요"
        english += f"; look first at {focus.text}, where row and column meet"
    if hint:
        korean, english = f"{korean}: {hint[0]}", f"{english}: {hint[1]}"
    return make(
        rule,
        # 누계 that is the last of its parts counts what is there, not what came.
        "info" if _is_stock(relation, miss, terms, spot) else _severity(relation, miss),
        (korean, english),
        values=(number(spot.expected, sheet.decimals), focus.text if focus else printed),
        cells=(focus, *cells),
    )


def _is_stock(relation: Relation, miss: Miss, terms: Sequence[int], spot: _Spot) -> bool:
    """Whether a sum that no word tells of says what its last part does, and no sum across denies it."""
    last = miss.total in (terms[0], terms[-1])
    return not relation.named and last and miss.total != 0 and not spot.crossed


def _severity(relation: Relation, miss: Miss) -> Severity:
    if miss.slight:
        return "info"
    sure = relation.holds > 1 or (relation.named and relation.holds)
    return "error" if sure and not relation.loose else "warning"


def _hint(stands: int, expected: int) -> tuple[str, str] | None:
    small, large = sorted((abs(stands), abs(expected)))
    return _HINTS.get(large // small) if small and large % small == 0 else None


def _cell(sheet: Sheet, axis: Axis, item: int, line: int) -> CellRecord | None:
    return sheet.cell(item, line) if axis == "rows" else sheet.cell(line, item)


def _value(sheet: Sheet, axis: Axis, item: int, line: int) -> int | None:
    matrix: Sequence[Sequence[int | None]] = sheet.matrix
    return matrix[item][line] if axis == "rows" else matrix[line][item]
