"""Results are read as they were written, or refused."""

import os
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.emit.formula import guard
from extract.emit.layout import OUTPUTS
from extract.emit.staging import Staging
from extract.errors import BogoseoError, BusyError, LoadError
from extract.load.digest import digest, lines_of
from extract.load.results import _unguarded, read_results
from extract.load.stored import rows_of
from extract.report import Report
from tests.extract.load.databases import Write


def test_csv_and_json_say_the_same(several: list[Report], write: Write) -> None:
    folders = [write(several, kind, formats=(kind,)) for kind in ("csv", "json")]
    csv_rows, json_rows = (list(read_results(folder)) for folder in folders)
    assert [each.report_id for each in csv_rows] == [each.report_id for each in several]
    for one, other in zip(csv_rows, json_rows, strict=True):
        assert one.tables == other.tables
        assert lines_of(one) == lines_of(other)


def test_tables_in_parts_say_the_same(several: list[Report], write: Write) -> None:
    parts = write(several, "parts", part_rows=3)
    assert not (parts / "funding.csv").exists()
    for one, other in zip(read_results(parts), read_results(write(several)), strict=True):
        assert one.tables == other.tables


def test_a_store_says_the_same_as_its_export(several: list[Report], write: Write) -> None:
    odd = replace(
        several[0],
        timeline=(several[0].timeline[0]._replace(actor="가\ud800나\0", ongoing=True),),
        funding=(several[0].funding[0]._replace(won=Decimal("7.50")),),
    )
    for one, other in zip(
        read_results(write([odd, *several[1:]])), [odd, *several[1:]], strict=True
    ):
        assert digest(lines_of(one)) == digest(lines_of(rows_of(other)))


def test_the_formula_guard_is_undone(several: list[Report], write: Write) -> None:
    (first, *_) = read_results(write(several))
    column = [each.name for each in OUTPUTS["timeline"].columns].index("text")
    assert first.tables["timeline"][0][column] == '=개소식("첫날")'
    assert [row[-6] for row in first.tables["tables"]] == ["", "", "", "-1234"]


@given(st.text(alphabet="=+@\t-'1가 (", max_size=6))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_undoing_the_guard_gives_the_text_back(text: str) -> None:
    if not text.startswith("'"):  # a text with an apostrophe of its own is told apart by JSON only
        assert _unguarded(guard(text)) == text


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edited(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edited


def cut(folder: Path) -> None:
    path = folder / "funding.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a row is cut": (cut, "funding_rows = 2, 1 in funding"),
    "a cell too many": (edit("funding.csv", "보고서1.hwp", "보고서1.hwp,"), "cells ≠ 19"),
    "another header": (edit("timeline.csv", "edtf", "etdf"), "another version"),
    "a file is missing": (lambda folder: (folder / "findings.csv").unlink(), "findings.csv"),
    "a stranger's row": (
        edit("findings.csv", f"{4:016x}-n002,{4:016x}", f"{9:016x}-n002,{9:016x}"),
        "findings",
    ),
    "a report twice": (edit("reports.csv", f"{1:016x}", f"{0:016x}"), "×2"),
    "no UTF-8": (lambda folder: (folder / "projects.csv").write_bytes(b"\xff\xfe"), "projects"),
    "an open quotation": (edit("projects.csv", "일자리과", '"일자리과'), "projects"),
    "no results": (lambda folder: [each.unlink() for each in folder.iterdir()], "datapackage"),
}


@pytest.mark.parametrize(("damage", "said"), DAMAGES.values(), ids=DAMAGES)
def test_results_that_are_not_whole_are_refused(
    several: list[Report], write: Write, damage: Callable[[Path], object], said: str
) -> None:
    folder = write(several)
    damage(folder)
    with pytest.raises(LoadError, match=said):
        list(read_results(folder))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version": 1', '"version": 2'),
        ('"funding": [', '"fund": ['),
        ("{", "["),
        ('"row": 0', '"row": {}'),
    ],
)
def test_json_that_is_not_ours_is_refused(
    several: list[Report], write: Write, old: str, new: str
) -> None:
    folder = write(several, formats=("json",))
    edit(f"{several[2].report_id}.json", old, new)(folder)
    with pytest.raises(LoadError, match=several[2].report_id):
        list(read_results(folder))


def test_a_folder_that_a_run_is_writing_is_left_alone(several: list[Report], write: Write) -> None:
    folder = write(several)
    with Staging(folder), pytest.raises(BusyError, match=rf"pid {os.getpid()}, "):
        list(read_results(folder))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BogoseoError, match="nowhere"):
        list(read_results(tmp_path / "nowhere"))
