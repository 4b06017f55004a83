"""Every error a user can meet: its codes, and a sentence with a way on in both languages."""

import re

import pytest

from extract import errors
from extract.errors import BogoseoError, ExitCode

CODES = {
    "UsageError": ("E0002", ExitCode.USAGE),
    "NotFoundError": ("E1001", ExitCode.SOME_FAILED),
    "NotAFileError": ("E1002", ExitCode.SOME_FAILED),
    "UnreadableError": ("E1003", ExitCode.SOME_FAILED),
    "EmptyFileError": ("E1004", ExitCode.SOME_FAILED),
    "TooLargeError": ("E1005", ExitCode.SOME_FAILED),
    "UnknownFormatError": ("E1006", ExitCode.SOME_FAILED),
    "DamagedError": ("E1007", ExitCode.SOME_FAILED),
    "EncryptedError": ("E1008", ExitCode.SOME_FAILED),
    "UnsupportedError": ("E1009", ExitCode.SOME_FAILED),
    "NeedsOcrError": ("E1010", ExitCode.SOME_FAILED),
    "LimitError": ("E1011", ExitCode.SOME_FAILED),
    "UnexpectedError": ("E1012", ExitCode.SOME_FAILED),
    "TimeLimitError": ("E1013", ExitCode.SOME_FAILED),
    "MemoryLimitError": ("E1014", ExitCode.SOME_FAILED),
    "CrashedError": ("E1015", ExitCode.SOME_FAILED),
    "OutputError": ("E2001", ExitCode.OUTPUT),
    "BusyError": ("E2002", ExitCode.BUSY),
    "LoadError": ("E2003", ExitCode.OUTPUT),
    "FaultError": ("E9999", ExitCode.FAULT),
}


def test_the_table_names_every_error() -> None:
    found = {
        name
        for name in errors.__all__
        if isinstance(getattr(errors, name), type)
        and issubclass(getattr(errors, name), BogoseoError)
    }
    assert found - {"BogoseoError", "InputError"} == set(CODES)


@pytest.mark.parametrize(("name", "expected"), CODES.items())
def test_an_error_has_its_code_and_speaks_both_languages(
    name: str, expected: tuple[str, ExitCode]
) -> None:
    error: BogoseoError = getattr(errors, name)("보고서.hwp", "detail")
    assert (error.code, error.exit_code) == expected
    korean, english = error.message("ko"), error.message("en")
    for message in (korean, english):
        assert message.startswith(f"{error.code} ")
        assert "보고서.hwp (detail) - " in message
        assert "\n" not in message
    assert re.search("[가-힣]", korean.replace("보고서", ""))
    assert not re.search("[가-힣]", english.replace("보고서", ""))


def test_the_exit_codes_are_what_scripts_rely_on() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "FAULT": 1,
        "USAGE": 2,
        "SOME_FAILED": 4,
        "ALL_FAILED": 5,
        "AUDIT_ERRORS": 6,
        "DIFFERENT": 7,
        "OUTPUT": 74,
        "BUSY": 75,
        "INTERRUPTED": 130,
        "TERMINATED": 143,
    }
