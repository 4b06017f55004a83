"""Tables understood: rows of text -> heads of a cell, unit, data. A bug first becomes a row here."""

import pytest

from extract import extract_bytes
from extract.records import TableRecord


def table(text: str) -> TableRecord:
    return extract_bytes(text.encode(), "report.txt").tables[0]


PATHS = [
    (
        "one head row, one head column",
        "구분\t2023년\t2024년\n국비\t100\t200\n시비\t300\t400\n",
        "400",
        (("시비",), ("2024년",)),
    ),
    (
        "two head rows: blank cells under a merged head",
        "구분\t2024년\t\t2025년\t\n\t예산\t집행\t예산\t집행\n국비\t10\t20\t30\t40\n시비\t50\t60\t70\t80\n",
        "60",
        (("시비",), ("2024년", "집행")),
    ),
    (
        "blank cells under a merged stub",
        "사업명\t재원\t금액\n공원 조성\t국비\t11\n\t시비\t12\n도로 정비\t국비\t13\n\t시비\t14\n",
        "14",
        (("도로 정비", "시비"), ("금액",)),
    ),
    (
        "Markdown with a second head row below its rule",
        "| 구분 | 2024년 |  |\n|---|---|---|\n|  | 예산 | 집행 |\n| 국비 | 10 | 20 |\n| 시비 | 30 | 40 |\n",
        "40",
        (("시비",), ("2024년", "집행")),
    ),
]


@pytest.mark.parametrize(
    ("text", "cell", "paths"), [row[1:] for row in PATHS], ids=[row[0] for row in PATHS]
)
def test_paths(text: str, cell: str, paths: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    found = [(one.row_path, one.column_path) for one in table(text).cells if one.text == cell]
    assert found == [paths]


UNITS = [
    ("above", "(단위: 백만원)\n구분\t금액\n국비\t100\n시비\t200\n", "백만원"),
    ("behind the caption", "□ 투자계획 (단위 : 천원)\n구분\t금액\n국비\t100\n시비\t200\n", "천원"),
    ("in no place", "구분\t인원\n남\t100\n여\t200\n", ""),
]


@pytest.mark.parametrize(
    ("text", "unit"), [row[1:] for row in UNITS], ids=[row[0] for row in UNITS]
)
def test_unit(text: str, unit: str) -> None:
    assert table(text).unit_raw == unit
