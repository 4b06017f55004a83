"""The garbage collector is paused while a document is read, and goes on as it was."""

import gc

import pytest

from extract.collector import collector_paused


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
