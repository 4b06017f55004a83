"""The one switch of the tests, and their patience: a busy machine fails none of them."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write outputs/ anew from samples/ instead of comparing; look at the diff afterwards",
    )
