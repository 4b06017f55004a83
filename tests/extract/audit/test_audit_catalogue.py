"""The page of documentation is what the checks say."""

from pathlib import Path

from extract.audit import CHECKS
from extract.audit.catalogue import PAGE, page, titles

FOLDER = Path(PAGE).parent


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m extract.audit.catalogue"


def test_every_rule_has_a_section() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [rule for rule in CHECKS if f"\n## {rule}\n" not in text] == []


def test_every_check_in_the_folder_is_in_the_table() -> None:
    with_rules = {
        f"extract.audit.{path.stem}"
        for path in FOLDER.glob("*.py")
        if "\nRULE: Final" in path.read_text(encoding="utf-8")
    }
    assert with_rules == set(CHECKS.values())


def test_titles_differ_in_each_language() -> None:
    for language in ("ko", "en"):
        assert len(set(titles(language).values())) == len(CHECKS)
