"""What a record quotes is the report's text at its place, to the letter, in every report."""

from functools import lru_cache
from pathlib import Path

import pytest

from extract import extract_file
from extract.errors import InputError
from extract.report import Report

ROOT = Path(__file__).parents[1]
OURS = sorted((ROOT / "samples").iterdir())
SHARED = ROOT.parent / "shared" / "reports"
QUICK = frozenset({".txt", ".docx", ".hwpx", ".hwp"})


def reports() -> list[object]:
    shared = sorted(path for path in SHARED.glob("*.*") if path.suffix not in {".md", ".json"})
    slow = pytest.mark.slow
    return [
        pytest.param(path, marks=() if path.suffix in QUICK else slow, id=path.name)
        for path in OURS + shared
    ]


@lru_cache(maxsize=1)
def extracted(path: Path) -> Report:
    try:
        return extract_file(path)
    except InputError as error:
        pytest.skip(f"can't be read: {error}")


every_report = pytest.mark.parametrize("path", reports())


@every_report
def test_dates_and_amounts_are_quoted_from_their_place(path: Path) -> None:
    report = extracted(path)
    text = report.document.text
    quoted = [(event.date_raw, event.span) for event in report.timeline]
    quoted += [(amount.amount_raw, amount.span) for amount in report.funding]
    assert [(raw, text[a:b]) for raw, (a, b) in quoted if text[a:b] != raw] == []


@every_report
def test_nothing_ends_before_it_begins(path: Path) -> None:
    report = extracted(path)
    ends = [(each.edtf, each.start, each.end) for each in report.timeline]
    assert [each for each in ends if each[1] and each[2] and each[1] > each[2]] == []


@every_report
def test_labelled_values_are_quoted_but_for_line_ends(path: Path) -> None:
    report = extracted(path)
    fields = [field for each in report.projects for field in each.fields]
    printed = [report.document.text[slice(*field.span)] for field in fields]
    values = [field.value for field in fields]
    assert [v for v, p in zip(values, printed, strict=True) if v.split() != p.split()] == []


@every_report
def test_what_a_project_quotes_stands_inside_it(path: Path) -> None:
    report = extracted(path)
    for project in report.projects:
        inside = report.document.text[slice(*project.span)]
        for raw in (project.period_raw, project.budget_raw):
            assert raw in inside, project.path


@every_report
def test_every_place_lies_in_the_text_and_in_order(path: Path) -> None:
    report = extracted(path)
    end = len(report.document.text)
    places = [each.span for each in (*report.projects, *report.timeline, *report.funding)]
    places += [cell.span for table in report.tables for cell in table.cells]
    places += [place for finding in report.findings for place in finding.places]
    assert [place for place in places if not 0 <= place[0] <= place[1] <= end] == []
    for rows in (report.timeline, report.funding, report.tables):
        starts = [each.span[0] for each in rows]
        assert starts == sorted(starts)


@every_report
def test_figures_are_whole_and_years_possible(path: Path) -> None:
    report = extracted(path)
    assert not [each for each in report.funding if isinstance(each.won, float)]
    assert not [
        each
        for each in report.funding
        if each.fiscal_year is not None and not 1948 <= each.fiscal_year <= 2099
    ]
    assert not [
        each for each in report.timeline if each.start and each.end and each.start > each.end
    ]
