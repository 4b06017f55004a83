"""The audit finds the one amount that was changed, and nothing where nothing was."""

import pytest

from extract import extract_bytes
from extract.findings import Finding
from tests.generator.formats import as_text
from tests.generator.report import generate
from tests.generator.sheet import Grid, Place, Sheet
from tests.generator.slips import plant


def errors(sheet: Sheet) -> tuple[list[tuple[int, Finding]], dict[Place, int]]:
    text, places = as_text(sheet)
    report = extract_bytes(text.encode(), "report.txt")
    found = [each for each in report.findings if each.severity == "error"]
    return [
        (report.document.line(each.span[0]) if each.span else 0, each) for each in found
    ], places


@pytest.mark.parametrize("first", range(0, 60, 30))
def test_a_report_that_adds_up_has_no_error(first: int) -> None:
    found = {seed: errors(generate(seed).sheet)[0] for seed in range(first, first + 30)}
    assert {seed: each for seed, each in found.items() if each} == {}


@pytest.mark.parametrize("first", range(0, 60, 30))
def test_a_slip_is_found_in_its_table(first: int) -> None:
    missed = []
    for seed in range(first, first + 30):
        planted = plant(generate(seed).sheet, seed)
        if planted is None:
            continue
        sheet, place, slipped = planted
        grid = sheet.blocks[place.block]
        assert isinstance(grid, Grid)
        found, places = errors(sheet)
        lines = {places[Place(place.block, row)] for row in range(grid.rows)}
        if not any(line in lines for line, _ in found):
            missed.append((seed, places[place], slipped))
    assert missed == []
