"""The hand-made labels of dated expressions, with floors that may rise and not fall."""

import json
from pathlib import Path

import pytest

from normalize.dates import DateReading, read_dates

LABELS = Path(__file__).parents[4] / "shared" / "gold" / "expressions" / "dates.jsonl"
pytestmark = pytest.mark.skipif(not LABELS.exists(), reason="the labels are not beside the project")
Row = dict[str, object]


def _rows(*, dated: bool) -> list[Row]:
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if (row["kind"] not in {"nondate", "invalid"}) is dated]


def _read(row: Row) -> DateReading | None:
    year = row["ctx_year"]
    return read_dates(str(row["expr"]), year=year if isinstance(year, int) else None)


def _days(row: Row) -> list[list[str | None]]:
    reading = _read(row)
    values = reading.values if reading else ()
    return [[str(day) if day else None for day in (value.start, value.end)] for value in values]


def test_at_least_99_in_100_lists_of_days_are_exact() -> None:
    rows = _rows(dated=True)
    wrong = [row["expr"] for row in rows if _days(row) != row["values"]]
    assert len(wrong) <= len(rows) * 0.01, wrong


def test_nothing_is_read_where_there_is_no_date() -> None:
    assert [row["expr"] for row in _rows(dated=False) if _read(row)] == []


@pytest.mark.parametrize(
    ("column", "floor"),
    [("edtf", 0.99), ("precision", 0.99), ("approx", 0.99), ("recurrence", 1.0), ("duration", 1.0)],
)
def test_the_other_columns_agree(column: str, floor: float) -> None:
    rows = _rows(dated=True)
    wrong = [row["expr"] for row in rows if _column(row, column) != row[column]]
    assert len(wrong) <= len(rows) * (1 - floor), wrong


def _column(row: Row, column: str) -> object:
    reading = _read(row)
    if reading is None:
        return None
    texts = [value.edtf for value in reading.values]
    recurrence, duration = reading.recurrence, reading.duration
    return {
        "edtf": texts[0]
        if len(texts) == 1
        else "{" + ",".join(t.replace("/", "..") for t in texts) + "}"
        if texts
        else None,
        "precision": reading.values[0].precision if texts else None,
        "approx": any(value.approximate for value in reading.values)
        or bool(duration and duration.approximate),
        "recurrence": recurrence
        and {"per": recurrence.per, "n": recurrence.count, "op": recurrence.op},
        "duration": duration and duration.iso,
    }[column]
