"""Findings say when a figure was hard to recognise."""

from extract.audit.wording import make
from extract.findings import Span
from extract.records import CellRecord


def cell(confidence: float) -> CellRecord:
    return CellRecord(1, 1, 1, 1, False, (), (), "387", 387, confidence, 3, 3)  # noqa: FBT003 - a record's field


def test_a_cell_that_was_recognised_with_doubt_is_mentioned() -> None:
    doubted = make("total-of-rows", "error", ("합계", "Sum"), cells=(cell(0.6),))
    assert "불확실" in doubted.korean
    assert "doubt" in doubted.english


def test_a_cell_that_was_read_is_not() -> None:
    read = make("total-of-rows", "error", ("합계", "Sum"), cells=(cell(1), None))
    assert (read.korean, read.english, read.span) == ("합계", "Sum", Span(3, 6))
