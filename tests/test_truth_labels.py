"""The labels of our samples fit the samples, and the scorer measures what it says."""

import json
from datetime import date
from math import isclose
from pathlib import Path

import pytest

from extract.readers import read
from tests.truth.floors import below, lift
from tests.truth.labels import ROOT, SAMPLES, TRUTH, Corpus, Row, read_labels
from tests.truth.score import Score, Tally, interval, score

NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def sample_lines(name: str) -> list[str]:
    path = SAMPLES / f"{name}.txt"
    return read(path.read_bytes(), path.name).text.split("\n")


def test_there_are_samples_and_each_has_labels() -> None:
    assert len(NAMES) >= 7
    assert {
        folder.name for folder in TRUTH.iterdir() if folder.is_dir() and folder.name[0] != "_"
    } == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_label_stands_in_its_line(name: str) -> None:
    lines = sample_lines(name)
    labels = read_labels(TRUTH / name)
    wrong = [
        label
        for record, raw in (("events", "date_raw"), ("funding", "amount_raw"))
        for label in labels[record]
        if str(label[raw]) not in lines[int(str(label["line"])) - 1]
    ]
    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_days_of_labels_are_days(name: str) -> None:
    for label in read_labels(TRUTH / name)["events"]:
        start, end = (
            label[key] and date.fromisoformat(str(label[key])) for key in ("start", "end")
        )
        assert start or end, label
        assert not (start and end) or start <= end, label
        assert ("/.." in str(label["edtf"])) == (end is None), label


@pytest.mark.parametrize("name", NAMES)
def test_planted_slips_name_their_place(name: str) -> None:
    path = TRUTH / name / "slips.jsonl"
    if not path.exists():
        return
    lines = sample_lines(name)
    for line in path.read_text(encoding="utf-8").splitlines():
        slip = json.loads(line)
        assert slip["expected"] != slip["actual"]
        actual = slip["actual"].split()[0]
        assert actual in lines[slip["line"] - 1], slip


def test_two_samples_hold_planted_slips() -> None:
    assert len(list(TRUTH.glob("*/slips.jsonl"))) == 2


EVENT: Row = {
    "line": 3, "page": None, "section": "추진실적", "kind": "milestone", "date_raw": "2019.07.17",
    "edtf": "2019-07-17", "start": "2019-07-17", "end": "2019-07-17", "approximate": False,
    "ongoing": False, "recurrence": None, "text": "개소식", "project_path": "과/1", "project": "",
}  # fmt: skip
AMOUNT: Row = {
    "line": 9, "page": None, "kind": "table", "source": "국비", "fiscal_year": 2020,
    "program": None, "measure": "budget", "amount_thousand_won": 5, "amount_raw": "5",
    "project_path": "과/1", "project": "",
}  # fmt: skip


def measure(labels: dict[str, list[Row]], found: dict[str, list[Row]]) -> dict[str, Tally]:
    empty: dict[str, list[Row]] = {"events": [], "funding": [], "projects": []}
    corpus = Corpus("samples", "one", Path("one.txt"), empty | labels)
    return score(corpus, empty | found).tallies


@pytest.mark.parametrize(
    ("labels", "found", "tally"),
    [
        ([EVENT], [EVENT], Tally(1, 1, 1)),
        ([EVENT], [], Tally(0, 0, 1)),
        ([], [EVENT], Tally(0, 1, 0)),
        ([EVENT], [EVENT | {"line": 4}], Tally(0, 1, 1)),
        ([EVENT], [EVENT | {"end": None}], Tally(0, 1, 1)),
        ([EVENT], [EVENT, EVENT], Tally(1, 2, 1)),
        ([EVENT | {"optional": True}], [EVENT], Tally(0, 0, 0)),
        ([EVENT | {"optional": True}], [], Tally(0, 0, 0)),
        ([EVENT | {"kind": "mention"}], [EVENT], Tally(0, 0, 0)),
        ([], [EVENT | {"kind": "mention"}], Tally(0, 0, 0)),
    ],
)
def test_events_are_matched_by_place_and_days(
    labels: list[Row], found: list[Row], tally: Tally
) -> None:
    assert measure({"events": labels}, {"events": found})["timeline"] == tally


@pytest.mark.parametrize(
    ("column", "value", "hit"),
    [
        ("kind", "inline", 0),
        ("date_raw", "2019.07.17.", 1),
        ("text", "지원센터 개소식", 1),
        ("text", "준공", 0),
        ("ongoing", True, 0),
        ("recurrence", "", 1),
        ("recurrence", "월1회", 0),
    ],
)
def test_fields_of_events_are_compared_on_pairs(column: str, value: object, hit: int) -> None:
    tallies = measure({"events": [EVENT]}, {"events": [EVENT | {column: value}]})
    assert tallies["timeline"] == Tally(1, 1, 1)
    assert tallies[f"timeline.{column}"] == Tally(hit, 1, 1)


def test_equal_amounts_in_one_line_find_their_own_label() -> None:
    other = AMOUNT | {"source": "시비"}
    tallies = measure({"funding": [AMOUNT, other]}, {"funding": [other, AMOUNT]})
    assert tallies["funding"] == Tally(2, 2, 2)
    assert tallies["funding.source"] == Tally(2, 2, 2)


def test_a_label_compares_only_what_it_names() -> None:
    label = {key: AMOUNT[key] for key in ("line", "kind", "amount_thousand_won", "source")}
    tallies = measure({"funding": [label]}, {"funding": [AMOUNT | {"fiscal_year": 1999}]})
    assert tallies["funding"] == Tally(1, 1, 1)
    assert "funding.fiscal_year" not in tallies


def test_an_unlabelled_statement_is_no_false_alarm() -> None:
    assert measure({}, {"funding": [AMOUNT | {"kind": "statement"}]})["funding"] == Tally(0, 0, 0)


def test_wilson_interval_is_wide_for_few_and_narrow_for_many() -> None:
    few, many = interval(9, 10), interval(900, 1000)
    assert isclose(few[0], 0.5958, abs_tol=1e-3)
    assert isclose(few[1], 0.9821, abs_tol=1e-3)
    assert many[1] - many[0] < 0.04


def test_floors_rise_and_never_fall() -> None:
    worse = Score()
    worse.count("timeline", Tally(1, 2, 2))
    floors = {"samples": {"timeline": 0.9, "gone": 0.5}}
    assert lift(floors, {"samples": worse}) == floors
    assert len(below(floors, {"samples": worse})) == 2
    better = Score()
    better.count("timeline", Tally(2, 2, 2))
    assert lift(floors, {"samples": better})["samples"]["timeline"] == 1.0


def test_the_samples_lie_flat_under_names_for_any_system() -> None:
    found = list((ROOT / "samples").iterdir())
    assert [path.name for path in found if not path.is_file() or not path.name.isascii()] == []
