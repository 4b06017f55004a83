"""The edition of a format changes with the code that reads it, and with no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.batch import edition as editions
from extract.readers import READERS


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    editions.edition.cache_clear()
    yield
    editions.edition.cache_clear()


def changed_by(module: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    forms = ["", *READERS]
    before = {form: editions.edition(form) for form in forms}
    editions.edition.cache_clear()
    source = editions._source
    monkeypatch.setattr(
        editions, "_source", lambda name: source(name) + (b"#" if name == module else b"")
    )
    return {form for form in forms if editions.edition(form) != before[form]}


@pytest.mark.parametrize(
    ("module", "formats"),
    [
        ("extract.readers.pdf.lines", {"", "pdf"}),
        ("extract.readers.text.lines", {"", "txt"}),
        ("extract.batch.codec", {"", *READERS}),
        ("extract.parsers.timeline", {"", *READERS}),
        ("normalize.money.reading", {"", *READERS}),
        ("normalize.dates.read", {"", *READERS}),
        ("extract.records", {"", *READERS}),
        ("extract.emit.csv_tables", set()),
        ("extract.commands.convert", set()),
        ("extract.batch.running", set()),
    ],
)
def test_a_change_is_a_reason_for_what_goes_through_it(
    monkeypatch: pytest.MonkeyPatch, module: str, formats: set[str]
) -> None:
    assert editions._path(module), f"{module} is not there any more: name another one"
    assert changed_by(module, monkeypatch) == formats


def test_hwp_and_hwpx_share_what_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = next(Path(editions.__file__).parents[1].glob("readers/hancom/g*.py"))
    changed = changed_by(f"extract.readers.hancom.{shared.stem}", monkeypatch)
    assert {"hwp", "hwpx"} <= changed
    assert "txt" not in changed
