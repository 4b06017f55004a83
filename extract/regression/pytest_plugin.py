"""The documents of a folder as tests: `pytest --bogoseo samples/` makes one of each that has golden records."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

TracebackStyle = Literal["long", "short", "line", "no", "native", "value", "auto"]

__all__ = ["pytest_addoption", "pytest_collect_file"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch; without it nothing is collected and nothing of ours is loaded."""
    parser.getgroup("bogoseo").addoption(
        "--bogoseo",
        action="store_true",
        help="collect documents that have golden records beside them (report.hwp.golden.json)",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "_Document | None":
    """Collect a document that has golden records beside it."""
    golden = file_path.with_name(f"{file_path.name}.golden.json")
    if not parent.config.getoption("--bogoseo") or not golden.exists():
        return None
    return _Document.from_parent(parent, path=file_path)


class _Document(pytest.File):
    def collect(self) -> Iterator["_Golden"]:
        yield _Golden.from_parent(self, name="golden")


class _Different(Exception):  # noqa: N818 - shown as a difference, not as an error
    """Carries what differs to the report of the test."""


class _Golden(pytest.Item):
    def runtest(self) -> None:
        from extract.gathering import Input  # noqa: PLC0415 - only where the switch is set
        from extract.regression.golden import check  # noqa: PLC0415 - only where the switch is set
        from extract.regression.telling import as_text  # noqa: PLC0415 - only where the switch is set

        result = check(Input(self.path, self.path.name))
        if result.state != "same":
            raise _Different(as_text([result]))

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: "TracebackStyle | None" = None,
    ) -> str:
        if isinstance(excinfo.value, _Different):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.path.name
