"""The one switch of the tests, and the order in which a half-built checkout is tested."""

import pytest

try:
    from extract import extract_file  # noqa: F401 - only whether it can be imported matters
except ImportError:
    collect_ignore = ["test_raw_offsets.py", "test_samples.py", "test_truth.py"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write outputs/ anew from samples/ instead of comparing; look at the diff afterwards",
    )
