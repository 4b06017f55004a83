"""Every spelling of the corpus gives its value; nothing else gives any."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from money_corpus import CAPTIONS, FORMS, NOTHING
from money_notation import page, written

from normalize.money import find_amounts, read_amounts, read_caption

PAGE = Path(__file__).parents[3] / "normalize" / "FORMS-money.md"
CASES = [
    pytest.param(value, caption, spelling, id=spelling)
    for rows in FORMS.values()
    for value, caption, spellings in rows
    for spelling in spellings
]
MUST_NOT = [pytest.param(words, id=words[:40]) for table in NOTHING.values() for words in table]


@pytest.mark.parametrize(("value", "caption", "spelling"), CASES)
def test_spelling_gives_value(value: str, caption: str, spelling: str) -> None:
    assert value == written(read_amounts(spelling, unit=caption or None))


@pytest.mark.parametrize("words", MUST_NOT)
def test_nothing_is_read_as_a_whole(words: str) -> None:
    assert read_amounts(words) is None


@pytest.mark.parametrize("words", MUST_NOT)
def test_nothing_is_found_in_a_line(words: str) -> None:
    assert find_amounts(f"○ {words}") == []


@pytest.mark.parametrize(
    ("units", "spelling"),
    [(units, spelling) for units, spellings in CAPTIONS.items() for spelling in spellings],
)
def test_caption_gives_units(units: str, spelling: str) -> None:
    assert units == "; ".join(f"{unit.scale} {unit.code}" for unit in read_caption(spelling))


def test_page_of_forms_is_current(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--regenerate", default=False):
        PAGE.write_text(page(), encoding="utf-8")
    assert page() == PAGE.read_text(encoding="utf-8")
