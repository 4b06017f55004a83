"""The list of statuses and codes is one, and the page that people read says the same."""

from pathlib import Path
from typing import get_args

from extract.batch import statuses
from extract.errors import ExitCode, InputError
from extract.report import Status


def test_the_page_is_what_the_code_says() -> None:
    page = Path(statuses.__file__).with_name("statuses.md")
    assert page.read_text(encoding="utf-8") == statuses.as_markdown()


def test_nothing_is_left_out() -> None:
    assert set(statuses.EXIT_CODES) == set(ExitCode)
    assert set(statuses.STATUSES) == set(get_args(Status))
    page = statuses.as_markdown()
    for kind in InputError.__subclasses__():
        assert f"| `{kind.code}` |" in page
