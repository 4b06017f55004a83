"""The garbage collector is paused while a document is read, and goes on as it was."""

import gc
from pathlib import Path

import pytest

from extract.collector import collector_paused
from extract.pipeline import extract_document
from extract.readers import read
from extract.readers.options import ReadOptions


@collector_paused()
def broken_off() -> None:
    assert not gc.isenabled()
    raise ValueError("halfway")


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="halfway"):
        broken_off()
    assert gc.isenabled()


def test_a_pause_inside_a_pause_ends_with_the_outer_one() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_has_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collector_paused(without_cycles=True):
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("path", sorted(Path("samples").glob("*.txt")), ids=lambda path: path.name)
def test_a_report_is_understood_without_circles(path: Path) -> None:
    document = read(path.read_bytes(), path.name, ReadOptions())
    extract_document(document, report_id="a", source_file=path.name)  # modules are imported now
    gc.collect()
    gc.disable()
    try:
        extract_document(document, report_id="a", source_file=path.name)
        assert gc.collect() == 0
    finally:
        gc.enable()
