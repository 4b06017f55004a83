"""The command line: its help, the options that every command shares, and its errors."""

import argparse
import difflib
import errno
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final, NoReturn

from extract.commands import COMMANDS
from extract.errors import BogoseoError, ExitCode, FaultError, OutputError, UsageError
from extract.messages import LANGUAGES, choose, current, say, speak
from extract.stopping import Terminated, orderly

__all__ = ["run", "tell_unwritten"]

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What writing meets where there is no more room, or the device fails."""


def run(arguments: list[str]) -> int:
    """Do what `arguments` say and return the exit code; every error of ours ends as one line."""
    speak(choose(_language_of(arguments), os.environ))
    _let_any_text_be_printed()
    try:
        if not arguments or arguments[0] in {"-h", "--help", "help"}:
            sys.stdout.write(f"{_overview()}\n")
            return ExitCode.OK if arguments else ExitCode.USAGE
        with orderly():
            return _run_command(arguments)
    except BogoseoError as error:
        sys.stderr.write(f"bogoseo: {error.message(current())}\n")
        return error.exit_code
    except KeyboardInterrupt as stop:
        stopped = say(
            "중단했습니다. 지난 결과는 그대로입니다", "Stopped; earlier results are untouched"
        )
        sys.stderr.write(f"\nbogoseo: {stopped}\n")
        return ExitCode.TERMINATED if isinstance(stop, Terminated) else ExitCode.INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:
        # An error in opening or reading names its file; one in writing to standard output names none.
        if error.filename is None and error.errno in _FULL:
            raise
        return _tell_fault(error, verbose="-v" in arguments or "--verbose" in arguments)
    except Exception as error:  # noqa: BLE001 - the border: a fault of ours is one line, too
        return _tell_fault(error, verbose="-v" in arguments or "--verbose" in arguments)


def tell_unwritten(error: OSError) -> ExitCode:
    """Say that standard output could not be written, as a folder that can't be is told."""
    told = OutputError(say("표준 출력", "standard output"), error.strerror or str(error))
    sys.stderr.write(f"bogoseo: {told.message(current())}\n")
    return told.exit_code


def _run_command(arguments: list[str]) -> int:
    name = arguments[0]
    if name not in COMMANDS:
        raise UsageError(name, _suggestion(name))
    module = import_module(COMMANDS[name])
    parser = _parser(name, module)
    parsed = parser.parse_args(arguments[1:])
    return int(module.run(parsed))


class _Parser(argparse.ArgumentParser):
    """Speaks both languages, and reports a wrong option like every other error."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(self.prog, message)

    def format_help(self) -> str:
        text = super().format_help()
        if current() == "en":
            return text
        for english, korean in (
            ("usage: ", "사용법: "),
            ("positional arguments:", "입력:"),
            ("options:", "선택:"),
            ("show this help message and exit", "이 도움말을 보입니다"),
        ):
            text = text.replace(english, korean)
        return text


def _parser(name: str, module: ModuleType) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=f"bogoseo {name}",
        description=say(*module.SUMMARY),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        help=say("메시지의 언어 (기본: 한국어)", "language of messages (default: Korean)"),
    )
    parser.add_argument(
        "-v", "--verbose", action="store_true", help=say("자세히 알립니다", "say more")
    )
    parser.add_argument(
        "-q", "--quiet", action="store_true", help=say("오류만 알립니다", "say errors only")
    )
    return parser


def _overview() -> str:
    lines = [
        say(
            "한국 정부 보고서(HWP, HWPX, PDF, DOCX, TXT)에서 일정, 예산, 사업을 뽑습니다.",
            "Korean reports (HWP, HWPX, PDF, DOCX, text) to timelines, funding and projects.",
        ),
        "",
        say("사용법: bogoseo 명령 [선택] ...", "usage: bogoseo COMMAND [options] ..."),
        "",
        say("명령:", "commands:"),
    ]
    for name, path in COMMANDS.items():
        lines.append(f"  {name:<11} {say(*import_module(path).SUMMARY)}")
    lines += [
        "",
        say(
            "명령마다 bogoseo 명령 --help 로 설명을 봅니다. 판 번호: bogoseo --version",
            "Each command explains itself: bogoseo COMMAND --help. Version: bogoseo --version",
        ),
        "",
        say(
            "예: bogoseo convert 보고서.hwp --out 결과",
            "e.g. bogoseo convert report.hwp --out results",
        ),
    ]
    return "\n".join(lines)


def _suggestion(name: str) -> str:
    if Path(name).exists():
        return f"bogoseo convert {name} --out DIR ?"
    close = difflib.get_close_matches(name, COMMANDS, 1, 0.5)
    return f"{close[0]} ?" if close else ", ".join(COMMANDS)


def _language_of(arguments: Sequence[str]) -> str | None:
    """Find `--lang` before anything is parsed, for the help and the parser's own errors."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return None


def _let_any_text_be_printed() -> None:
    """Korean must not raise on a terminal that can't show it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _tell_fault(error: Exception, *, verbose: bool) -> int:
    if verbose:
        traceback.print_exception(error)
    fault = FaultError(type(error).__name__, str(error))
    sys.stderr.write(f"bogoseo: {fault.message(current())}\n")
    return fault.exit_code
