"""The list of statuses and codes is one, and the page that people read says the same."""

import re
from pathlib import Path
from typing import get_args

from extract.batch import statuses
from extract.errors import ExitCode
from extract.report import Status


def test_the_page_is_what_the_code_says() -> None:
    page = Path(statuses.__file__).with_name("statuses.md")
    assert page.read_text(encoding="utf-8") == statuses.as_markdown()


def test_nothing_is_left_out() -> None:
    assert set(statuses.EXIT_CODES) == set(ExitCode)
    assert set(statuses.STATUSES) == set(get_args(Status))


def test_every_code_that_the_program_prints_is_in_the_page() -> None:
    """By the source, not by the classes: a code that only a message holds counts, too."""
    page = set(re.findall(r"^\| `(E\d{4})` \|", statuses.as_markdown(), re.MULTILINE))
    folder = Path(statuses.__file__).parents[1]
    printed = {
        code
        for path in folder.rglob("*.py")
        for code in re.findall(r"\bE\d{4}\b", path.read_text(encoding="utf-8"))
    }
    assert page == printed - {"E0000"}  # of the class that all errors are
