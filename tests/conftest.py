"""The one switch of the tests."""

import inspect

import pytest

from extract import pipeline

if "NotImplementedError" in inspect.getsource(pipeline):
    # These run the whole way from file to records, which is not there yet.
    collect_ignore = ["test_raw_offsets.py", "test_samples.py", "test_truth.py"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write outputs/ anew from samples/ instead of comparing; look at the diff afterwards",
    )
