"""A point printed where all neighbours print a comma: `1.234천원` beside `12,345천원`.

It reads as a decimal, a thousandth of what is meant. Told where three digits stand behind a point while the other
figures of its column and row, of its split, or of its unit in the text are whole and grouped. An error where the
sum of its line holds only when the point is a comma.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.audit.case import Case
from extract.audit.sheet_sums import Sums, sums_of
from extract.audit.sheets import read_sheets
from extract.audit.wording import make, particle
from extract.findings import Finding, Severity, Span
from extract.records import TableRecord
from normalize.sources import read_source

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "point-for-comma"
TITLE: Final = ("쉼표 자리의 점", "A point for a comma")
TRIPS: Final = """(단위 : 천원)
재원별\t합계\t2019년\t2020년
계\t500,000\t150,000\t350,000
시비\t300,000\t90.000\t210,000
구비\t200,000\t60,000\t140,000
"""
PASSES: Final = """(단위 : 백만원)
구분\t합계\t2019년\t2020년
계\t8,250.125\t3,125.000\t5,125.125
시비\t5,125.125\t2,000.000\t3,125.125
구비\t3,125.000\t1,125.000\t2,000.000
- 공원 면적 1.234㎢, 총사업비 12.345억원
"""

_POINT: Final = re.compile(r"\.\d{3}(?!\d)")
_FRONT: Final = re.compile(r"(?<![\d.,])(?:0*[1-9]\d{0,2})(?>(?:[.,]\d{3})*)\Z")
_BACK: Final = re.compile(r"(?>(?:[.,]\d{3})*)(?![.,]?\d)")
_UNIT: Final = re.compile(r"\s?((?:천|백만)?\s?원)")
_LABEL: Final = re.compile(r"([가-힣]{1,4})\s?:?\s?$")
_GROUPED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,])")
_DECIMAL: Final = re.compile(r"(?<![\d.,])[\d,]+\.\d+(?![\d.])")
_CELL: Final = re.compile(r"[△▽-]?\s?\d[\d.,]*\s?(?:(?:천|백만)?원)?")
_REACH: Final = 16  # characters of a figure in front of its last point


class _Doubt(NamedTuple):
    """A figure with a point that may be a comma, and what it says if it is one."""

    span: Span
    printed: str
    comma: str


def check(case: Case) -> Iterator[Finding]:
    """Find points that stand for commas."""
    doubts = list(_doubts(case.view))
    if not doubts:
        return
    tables = sorted([(table.span, number) for number, table in enumerate(case.report.tables)])
    starts = [span.start for span, _ in tables]
    held: dict[int, list[_Doubt]] = {}
    for doubt in doubts:
        at = bisect_right(starts, doubt.span.start) - 1
        if at >= 0 and doubt.span.start < tables[at][0].end:
            held.setdefault(tables[at][1], []).append(doubt)
        else:
            yield from _in_text(case, doubt)
    for at, inside in held.items():
        yield from _in_table(case.report.tables[at], at + 1, inside)


def _doubts(view: str) -> Iterator[_Doubt]:
    end = 0
    for point in _POINT.finditer(view):
        base = max(point.start() - _REACH, end)
        front = _FRONT.search(view[base : point.start()])
        back = _BACK.match(view, point.end())
        if front and back:
            start, end = base + front.start(), back.end()
            printed = view[start:end]
            yield _Doubt(Span(start, end), printed, printed.replace(".", ","))


def _in_table(table: TableRecord, number: int, doubts: list[_Doubt]) -> Iterator[Finding]:
    sheet = next(read_sheets(table, number), None) if "원" in table.unit_raw else None
    if sheet is None:
        return
    sums = sums_of(sheet)
    at = {cell.start: cell for cell in table.cells if not cell.is_header}
    doubtful = {doubt.printed for doubt in doubts}
    for doubt in doubts:
        cell = at.get(doubt.span.start)
        if cell is None or not _CELL.fullmatch(cell.text):
            continue
        beside = [
            other.text
            for other in at.values()
            if (other.row == cell.row) is not (other.column == cell.column)
        ]
        decimals = [text for text in beside if _DECIMAL.search(text)]
        grouped = sum(bool(_GROUPED.search(text)) for text in beside)
        if grouped < 2 or grouped <= len(decimals) or not doubtful.issuperset(decimals):
            continue
        yield _finding(doubt, sums=_holds(sums, cell.row, cell.column, doubt))


def _holds(sums: Sums, row: int, column: int, doubt: _Doubt) -> bool:
    """Whether a sum that the cell takes part in holds when the point is a comma."""
    matrix = sums.sheet.matrix
    meant = int(doubt.comma.replace(",", "")) * int(10**sums.sheet.decimals)
    for relations, item, line, turned in (
        (sums.rows, row, column, False),
        (sums.columns, column, row, True),
    ):
        for relation in relations:
            if item != relation.total and item not in relation.parts:
                continue
            values = {
                each: (matrix[line][each] if turned else matrix[each][line]) or 0
                for each in (relation.total, *relation.parts)
            } | {item: meant}
            if values[relation.total] == sum(values[part] for part in relation.parts):
                return True
    return False


def _in_text(case: Case, doubt: _Doubt) -> Iterator[Finding]:
    view, (start, end) = case.view, doubt.span
    unit = _UNIT.match(view, end)
    label = _LABEL.search(view[max(start - 8, 0) : start])
    if unit:
        # An amount with its own unit: judged by the others of that unit.
        if _has_decimals(case, "".join(unit[1].split())):
            return
    elif not (label and read_source(label[1])):
        return
    first = view.rfind("\n", 0, start) + 1
    last = view.find("\n", end) % (len(view) + 1)
    line = view[first:last]
    rest = f"{view[first:start]} {view[end:last]}"
    if not unit and (not _GROUPED.search(rest) or _DECIMAL.search(rest)):
        return
    yield _finding(doubt, sums=_splits(line, doubt), twice=doubt.comma in view)


def _has_decimals(case: Case, unit: str) -> bool:
    """Whether the report prints decimals of a unit elsewhere, other than three digits."""
    return any(
        "".join(row.unit_raw.split()) == unit and re.search(r"\.\d{1,2}(?!\d)", row.amount_raw)
        for row in case.report.funding
    )


def _splits(line: str, doubt: _Doubt) -> bool:
    """Whether the line is an amount and its split, and adds up with commas for points."""
    words = re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", ",", line)
    found = re.search(r"([\d,]+)\s?(?:천|백만)?\s?원\s?\(([^()]*)\)", words)
    if not found or doubt.comma not in found[0]:
        return False
    parts = [
        int(part.replace(",", "")) for part in re.findall(r"\d[\d,]*", found[2].replace(", ", " "))
    ]
    return len(parts) > 1 and sum(parts) == int(found[1].replace(",", "") or 0)


def _finding(doubt: _Doubt, *, sums: bool, twice: bool = False) -> Finding:
    severity: Severity = "error" if sums else "warning"
    printed = doubt.printed
    why = ("", "")
    if sums:
        why = ("; 쉼표로 읽어야 합이 맞습니다", "; its sum holds only with a comma")
    elif twice:
        why = ("; 다른 곳에는 쉼표로 적혀 있습니다", "; elsewhere it is printed with a comma")
    return make(
        RULE,
        severity,
        (
            f"{printed}{particle(printed, '은', '는')} 소수로 읽히는데 쉼표 자리에 점을 찍은 듯합니다{why[0]}",
            f"{printed} reads as a decimal, but the point seems to stand for a comma{why[1]}",
        ),
        values=(doubt.comma, printed),
        places=(doubt.span,),
    )
