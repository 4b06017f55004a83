"""A report comes back from its bytes with every record as it was."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.batch import codec
from extract.batch.codec import decode, encode
from extract.document import Document
from extract.emit.json_document import as_json
from extract.findings import Finding, Span
from extract.records import CellRecord, Event, Funding, ReportRecord, TableRecord
from extract.report import Report


def back(report: Report) -> Report:
    return decode(encode(report), report_id=report.report_id, source_file=report.source_file)


def test_every_record_comes_back_equal(report: Report) -> None:
    found = back(report)
    for name in ("about", "projects", "timeline", "funding", "tables", "findings", "status"):
        assert getattr(found, name) == getattr(report, name)
    assert as_json(found) == as_json(report)
    assert as_json(found, "en") == as_json(report, "en")


def test_types_come_back_not_only_values(report: Report) -> None:
    found = back(report)
    (event,) = found.timeline
    assert (type(event), type(event.span), type(event.start)) == (Event, Span, date)
    assert type(found.tables[0].cells[0]) is CellRecord
    assert type(found.projects[0].area_m2) is Decimal
    assert type(found.projects[0].contents) is tuple
    assert type(found.findings[0].places[0]) is Span


def test_another_name_may_be_given(report: Report) -> None:
    assert decode(encode(report), report_id="0" * 16, source_file="b.hwp").source_file == "b.hwp"


def test_what_was_encoded_with_other_fields_is_refused(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(codec, "_SHAPE", "other")
        data = encode(report)
    with pytest.raises(codec.OtherShapeError):
        decode(data, report_id="0" * 16, source_file="a.txt")


numbers = st.one_of(
    st.integers(min_value=-(10**40), max_value=10**40),
    st.decimals(allow_nan=False, allow_infinity=False, places=5),
)
texts = st.sampled_from(["", "글", "=1+1", '\u0000\t"\\', "𠀀"])
spans = st.builds(Span, st.integers(0, 10**9), st.integers(0, 10**9))
cells = st.builds(
    CellRecord,
    row=st.integers(0, 10**6),
    row_path=st.lists(texts, max_size=3).map(tuple),
    column_path=st.lists(texts, max_size=3).map(tuple),
    text=texts,
    value=st.none() | numbers,
    confidence=st.floats(0, 1),
    start=st.integers(0, 10**9),
    length=st.integers(0, 10**9),
)
tables = st.builds(
    TableRecord, caption=texts, cells=st.lists(cells, max_size=3).map(tuple), span=spans
)
fundings = st.builds(Funding, won=numbers, table=st.none() | st.integers(1, 9), span=spans)
findings = st.builds(
    Finding,
    korean=texts,
    span=st.none() | spans,
    places=st.lists(spans, max_size=3).map(tuple),
)
EMPTY = Report("0" * 16, "a.txt", Document("txt", "글", "글", ()), ReportRecord())
abouts = st.builds(ReportRecord, title=texts, departments=st.lists(texts, max_size=3).map(tuple))


@settings(derandomize=True, max_examples=30, deadline=None)
@given(
    about=abouts,
    table=st.lists(tables, max_size=2),
    funding=st.lists(fundings, max_size=2),
    finding=st.lists(findings, max_size=2),
)
def test_any_record_comes_back(
    about: ReportRecord, table: list[TableRecord], funding: list[Funding], finding: list[Finding]
) -> None:
    report = replace(
        EMPTY,
        about=about,
        tables=tuple(table),
        funding=tuple(funding),
        findings=tuple(finding),
    )
    found = back(report)
    assert (found.about, found.tables, found.funding, found.findings) == (
        report.about,
        report.tables,
        report.funding,
        report.findings,
    )


@pytest.mark.parametrize("value", [10**30, -(10**30), Decimal("7.530"), Decimal("1E+3"), 0])
def test_numbers_keep_every_digit(report: Report, value: int | Decimal) -> None:
    amount = report.funding[0]._replace(won=value)
    (found,) = back(replace(report, funding=(amount,))).funding
    assert str(found.won) == str(value)
