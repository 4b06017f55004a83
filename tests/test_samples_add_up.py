"""Our samples add up everywhere but for the slips planted on purpose: their labels prove it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

import pytest

from tests.truth.labels import TRUTH, Row, read_labels

NAMES = sorted(folder.name for folder in TRUTH.iterdir() if (folder / "funding.jsonl").exists())


def value(label: Row) -> Decimal:
    return Decimal(str(label["amount_thousand_won"]))


def slips(name: str, *ideas: str) -> list[int]:
    path = TRUTH / name / "slips.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = [json.loads(line) for line in lines]
    return [slip["line"] for slip in found if slip["rule_idea"] in ideas]


def blocks(name: str) -> Iterator[list[list[Row]]]:
    """Rows of a table from a line of totals (계) to the last of its sources."""
    rows: defaultdict[int, list[Row]] = defaultdict(list)
    for label in read_labels(TRUTH / name)["funding"]:
        if label["kind"] == "table":
            rows[int(str(label["line"]))].append(label)
    block: list[list[Row]] = []
    for line in sorted(rows):
        starts = rows[line][0]["source"] == "계" or not block
        if starts or line != int(str(block[-1][0]["line"])) + 1:
            yield block
            block = []
        block.append(rows[line])
    yield block


def faulty_lines(block: list[list[Row]]) -> Iterator[set[int]]:
    """Lines of each sum that does not hold: sources against the total, years against theirs."""
    lines = {int(str(row[0]["line"])) for row in block}
    total, *sources = block
    if sources and all(len(row) == len(total) for row in sources):
        for index, label in enumerate(total):
            if value(label) != sum(value(row[index]) for row in sources):
                yield lines
    for first, *rest in block:
        years = [label["fiscal_year"] for label in rest if "fiscal_year" in label]
        whole = first.get("fiscal_year", 0) is None and len(years) == len(set(years)) == len(rest)
        if whole and years and None not in years and value(first) != sum(map(value, rest)):
            yield {int(str(first["line"]))}


@pytest.mark.parametrize("name", NAMES)
def test_tables_add_up_but_for_the_slips(name: str) -> None:
    planted = set(slips(name, "total-of-rows"))
    faults = [lines for block in blocks(name) if block for lines in faulty_lines(block)]
    assert [lines for lines in faults if not lines & planted] == []
    assert planted <= set().union(*faults), "a planted slip breaks a sum"


@pytest.mark.parametrize("name", NAMES)
def test_splits_add_up_to_their_amount(name: str) -> None:
    splits: defaultdict[tuple[object, object], list[Row]] = defaultdict(list)
    for label in read_labels(TRUTH / name)["funding"]:
        if label["kind"] != "table":
            splits[label["line"], label["kind"]].append(label)
    for whole, *parts in splits.values():
        assert whole["source"] == "계"
        assert not parts or value(whole) == sum(map(value, parts)), whole


@pytest.mark.parametrize("name", NAMES)
def test_totals_and_headlines_agree_with_the_table(name: str) -> None:
    labels = read_labels(TRUTH / name)["funding"]
    planted = slips(name, "unit-factor")
    tables = {
        (label["project_path"], label["fiscal_year"]): value(label)
        for label in labels
        if label["kind"] == "table" and label["source"] == "계" and "optional" not in label
        if label.get("project_path")
    }
    told = [each for each in labels if each["kind"] in ("headline", "total_cost")]
    wrong = [
        label["line"]
        for label in told
        if label["source"] == "계" and "project_path" in label
        if value(label) != tables.get((label["project_path"], label["fiscal_year"]), value(label))
    ]
    assert wrong == planted


def test_planted_slips_stand_in_reports_of_their_own() -> None:
    counts = {name: len(list(slips_of(name))) for name in NAMES}
    assert {name: count for name, count in counts.items() if count} == {
        "scanned-with-slips-utf16": 6,
        "settlement-2023-won": 2,
    }


def slips_of(name: str) -> Iterator[str]:
    path = TRUTH / name / "slips.jsonl"
    if path.exists():
        yield from path.read_text(encoding="utf-8").splitlines()


def test_a_wrong_digit_would_be_seen() -> None:
    row = {"line": 1, "source": "계", "fiscal_year": None, "amount_thousand_won": 10}
    part = row | {"line": 2, "source": "국비", "amount_thousand_won": 9}
    assert list(faulty_lines([[row], [part]])) == [{1, 2}]
    years = [row, row | {"fiscal_year": 2020}, row | {"fiscal_year": 2021}]
    assert list(faulty_lines([years])) == [{1}]
