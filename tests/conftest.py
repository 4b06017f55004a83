"""The one switch of the tests."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write outputs/ anew from samples/ instead of comparing; look at the diff afterwards",
    )
