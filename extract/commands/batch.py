"""`bogoseo batch`: an archive into a store, each document in a process of its own."""

import argparse
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from extract.cloud.address import is_address
from extract.commands.convert import add_reading_arguments, read_password
from extract.commands.limits import add_limits_of_documents
from extract.errors import ExitCode, UsageError
from extract.messages import current, say
from extract.stopping import Interrupted, Terminated

if TYPE_CHECKING:
    from extract.batch.settings import Settings

__all__ = [
    "SUMMARY",
    "add_arguments",
    "add_limits",
    "add_store",
    "refuse_addresses",
    "run",
    "settings_of",
    "stopping",
]

_AT_ONCE: Final = 1.0

SUMMARY: Final = (
    "보고서가 아주 많은 자료실을 저장소로 읽습니다 (중단해도 이어서 함)",
    "read an archive of reports into a store (goes on where it was stopped)",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "inputs",
        nargs="*",
        metavar="INPUT",
        help=say(
            "폴더, 파일, 이름꼴. 없으면 저장소가 아는 것을 다시 봅니다",
            "folders, files, patterns; none means those that the store knows",
        ),
    )
    parser.add_argument(
        "--list",
        type=Path,
        metavar="FILE",
        help=say("한 줄에 하나씩 적은 목록 파일", "file that names inputs, one a line"),
    )
    add_store(parser)
    parser.add_argument(
        "--retry-failed",
        action="store_true",
        help=say("실패했던 문서도 다시 읽습니다", "read again what failed before"),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=say(
            "읽지도 쓰지도 않고 형식, 크기, 암호, 걸릴 시간만 봅니다",
            "only look, write nothing: formats, sizes, passwords, and how long it would take",
        ),
    )
    add_limits(parser)


def add_store(parser: argparse.ArgumentParser) -> None:
    """Declare the store."""
    parser.add_argument(
        "--store",
        type=Path,
        required=True,
        metavar="STORE",
        help=say("저장소 파일 (없으면 만듭니다)", "the store file (made if missing)"),
    )


def add_limits(parser: argparse.ArgumentParser) -> None:
    """Declare the limits of a document, and how to tell how it goes."""
    from extract.batch.settings import MEMORY, TIMEOUT, processors

    parser.add_argument(
        "-j",
        "--jobs",
        type=_jobs,
        default=processors(),
        metavar="N",
        help=say(
            "한 번에 읽을 문서 수 (기본: 처리기 수)", "documents at a time (default: processors)"
        ),
    )
    add_limits_of_documents(parser, "", "")
    parser.set_defaults(timeout=TIMEOUT, memory=MEMORY)
    parser.add_argument(
        "--log-format",
        choices=("text", "json"),
        default="text",
        help=say("진행 상황의 꼴 (기본: text)", "how progress is told (default: text)"),
    )
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read what waits, tell how it went, and return the exit code."""
    from extract.batch.progress import following, tell_end
    from extract.batch.running import roots_of
    from extract.batch.running import run as run_batch
    from extract.batch.store import Store

    settings = settings_of(arguments)
    inputs = [*arguments.inputs, *_listed(arguments.list)]
    refuse_addresses(inputs)
    roots = roots_of(inputs)
    if not roots and not arguments.store.exists():
        raise _missing(arguments.store)
    if arguments.dry_run:
        from extract.commands.dry_run import show

        return show(roots or _known_roots(arguments.store), settings, arguments.store)
    with Store(arguments.store, write=True) as store, stopping() as stop:
        roots = roots or store.roots()
        if not roots:
            raise _missing(arguments.store)
        told = following(arguments.log_format, quiet=arguments.quiet, verbose=arguments.verbose)
        with told as tell:
            summary = run_batch(
                store,
                roots,
                settings,
                retry_failed=arguments.retry_failed,
                tell=tell,
                stopped=stop,
            )
    if not arguments.quiet:
        tell_end(summary, str(arguments.store), arguments.log_format, stopped=stop.signal > 0)
    return stop.exit_code if stop.signal else summary.exit_code


def _known_roots(path: Path) -> list[str]:
    """Return what the store's runs were given; it is only read."""
    from extract.batch.store import Store

    with Store(path, write=False) as store:
        roots = store.roots()
    if not roots:
        raise _missing(path)
    return roots


def refuse_addresses(inputs: list[str]) -> None:
    """Say what reads from object storage: a store is of files."""
    for each in filter(is_address, inputs):
        raise UsageError(each, f"bogoseo convert {each} --out DIR ?")


def _missing(store: Path) -> UsageError:
    missing = say("읽을 것(INPUT)을 지정하세요", "INPUT is missing: name what is to be read")
    return UsageError(store.name, missing)


def settings_of(arguments: argparse.Namespace) -> "Settings":
    """Return the settings that the command line asks for."""
    from extract.batch.settings import Settings

    return Settings(
        jobs=arguments.jobs,
        timeout=arguments.timeout,
        memory=arguments.memory,
        max_size=arguments.max_size,
        password=read_password(arguments.password_file),
        ocr=not arguments.no_ocr,
    )


class _Stop:
    """Whether the user asked to stop; the second time it is no longer asked politely.

    Two within a second are one: a terminal and whoever started us may both pass it on.
    """

    signal = 0
    _since = 0.0

    def __call__(self) -> bool:
        return self.signal > 0

    @property
    def exit_code(self) -> int:
        return ExitCode.INTERRUPTED if self.signal == signal.SIGINT else ExitCode.TERMINATED

    def note(self, number: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if self.signal and now - self._since < _AT_ONCE:
            return
        if self.signal:
            raise Terminated if number == signal.SIGTERM else Interrupted
        self.signal, self._since = number, now
        message = say("멈추는 중입니다", "stopping")
        sys.stderr.write(f"\n{message}\n")


@contextmanager
def stopping() -> Iterator[_Stop]:
    """Take interrupts and requests to terminate as a wish to stop in good order."""
    stop = _Stop()
    before = {each: signal.signal(each, stop.note) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _listed(path: Path | None) -> list[str]:
    """Return the lines of a file of names."""
    if path is None:
        return []
    from extract.errors import InputError
    from extract.inputs import read_file

    try:
        data = read_file(path)
    except InputError as error:
        raise UsageError("--list", error.message(current())) from error
    return [line for line in data.decode("utf-8-sig", "surrogateescape").splitlines() if line]


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text}: 1-256")
    return int(text)
