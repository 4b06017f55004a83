"""Runs over archives are tested apart from the code that reads, which may change meanwhile."""

import pytest


@pytest.fixture(autouse=True)
def _one_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.batch.running.edition", lambda _form: "test")
