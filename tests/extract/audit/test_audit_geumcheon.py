"""A real report's own slips are found, and nothing in it that is right is called wrong."""

from pathlib import Path

import pytest

from extract.pipeline import extract_file
from extract.report import Report

PATH = Path(__file__).parents[4] / "shared" / "reports" / "geumcheon-2019.txt"
pytestmark = pytest.mark.skipif(not PATH.exists(), reason="the report is kept beside the project")

SLIPS = {
    # 96 / 5,184 = 1.9 %
    ("rate-of-columns", "error", "1.9", "18"),
    # (184 - 192) / 192 = -4.2 %
    ("rate-of-columns", "error", "-4.2", "△41.6"),
    # 7 + 17 + 17 = 41
    ("total-of-rows", "error", "41", "34(44.7%)"),
    # 8,590 * 209 hours, as in the other five columns
    ("monthly-wage", "error", "1,795,310", "1,745,150원"),
    # 306 / 3,712 = 8.24 %
    ("rate-in-sentence", "error", "8.2%", "8.3%"),
    ("name-spelled-differently", "warning", "복숭아마을", "복승아마을"),
    ("name-spelled-differently", "warning", "소요재원", "소요자원"),
    ("dates-out-of-order", "warning", "2019.08.01.", "2019.05.24.~"),
    # the plan's line stands among the results, and among the plans as well
    ("result-after-report", "error", "≤ 2019-11", "2020-09"),
    # 분기별 is four times a year, 상·하반기 twice
    ("frequency-of-year", "warning", "4", "3"),
    ("frequency-of-year", "warning", "2", "1"),
    # the budgets of 2019 among the results, and those of the tables' columns of 2019
    ("fact-stated-twice", "warning", "237,316", "282,316천원"),
    ("fact-stated-twice", "warning", "2,802,850", "3,085,910천원"),
    # a project of ten months whose plan begins two months before it
    ("event-outside-period", "warning", "2020. 3. ~ 12.", "2020. 1. ~ 12."),
}
NOTED = {
    # 150 + 2,370 of the note
    ("headline-against-table", "info", "150백만원", "2,520,000천원"),
    # 723 / 9,211 = 7.849 %, cut off
    ("rate-in-brackets", "info", "7.85%", "7.84%"),
    # 71,403 / 278,410 = 25.6 %
    ("matching-ratio", "info", "25.6%", "25%"),
}


@pytest.fixture(scope="module")
def report() -> Report:
    return extract_file(PATH)


def told(report: Report) -> set[tuple[str, str, str, str]]:
    return {(each.rule, each.severity, each.expected, each.actual) for each in report.findings}


def test_its_slips_are_found(report: Report) -> None:
    assert SLIPS - told(report) == set()


def test_what_is_explained_is_noted(report: Report) -> None:
    assert NOTED - told(report) == set()


def test_nothing_else_is_called_an_error(report: Report) -> None:
    errors = {each for each in told(report) if each[1] == "error"}
    assert errors - SLIPS == set()


def test_the_list_is_short_enough_to_read(report: Report) -> None:
    assert sum(each.severity != "error" for each in report.findings) <= 25


def test_rounding_is_no_error(report: Report) -> None:
    text = report.document.text
    at = text.index("4,038")
    assert all(
        not (span and span.start <= at < span.end) for span in [f.span for f in report.findings]
    )


def test_findings_stand_in_the_order_of_the_report(report: Report) -> None:
    starts = [finding.span.start for finding in report.findings if finding.span]
    assert starts == sorted(starts)
