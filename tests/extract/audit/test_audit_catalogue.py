"""The page of documentation is what the checks say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from extract.audit import CHECKS
from extract.audit.catalogue import PAGE, page, titles
from extract.audit.reading_rules import READING

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
        assert len(set(titles(language).values())) == len(CHECKS) + len(READING)


def rules_told(source: str) -> Iterator[str]:
    """The rules of the findings that a module makes; of one that has them in a table, all of its row."""
    module = ast.parse(source)
    for each in ast.walk(module):
        if isinstance(each, ast.Call) and ast.unparse(each.func) == "Finding" and each.args:
            rule = each.args[0]
            if isinstance(rule, ast.Constant):
                yield str(rule.value)
            else:
                yield from re.findall(r'\(\s*"([a-z]+(?:-[a-z]+)+)",', source)


def test_every_rule_that_is_told_is_documented_and_no_other() -> None:
    outside = [path for path in FOLDER.parent.rglob("*.py") if FOLDER not in path.parents]
    told = {rule for path in outside for rule in rules_told(path.read_text(encoding="utf-8"))}
    assert told == set(READING)
    assert [rule for rule in READING if f"| `{rule}` |" not in PAGE.read_text("utf-8")] == []
