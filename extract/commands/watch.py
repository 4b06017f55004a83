"""`bogoseo watch`: a folder into which reports keep coming."""

import argparse
import sys
from typing import Final

from extract.commands.batch import (
    add_limits,
    add_store,
    refuse_addresses,
    settings_of,
    stopping,
)
from extract.commands.limits import seconds
from extract.errors import ExitCode
from extract.messages import say

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "폴더를 지켜보며 새 보고서를 저장소로 읽습니다",
    "watch a folder and read what arrives into a store",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    from extract.batch.watching import EVERY, SETTLE

    parser.add_argument(
        "folders", nargs="+", metavar="FOLDER", help=say("지켜볼 폴더", "folders to watch")
    )
    add_store(parser)
    parser.add_argument(
        "--every",
        type=seconds,
        default=EVERY,
        metavar="SECONDS",
        help=say("살펴보는 간격 (기본: 5초)", "time between two looks (default: 5)"),
    )
    parser.add_argument(
        "--settle",
        type=seconds,
        default=SETTLE,
        metavar="SECONDS",
        help=say(
            "쓰기가 끝났다고 볼 때까지의 시간 (기본: 3초)",
            "time a file must have been left alone (default: 3)",
        ),
    )
    add_limits(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Watch until an interrupt or a request to terminate, which is the way to end it."""
    from extract.batch.progress import following
    from extract.batch.running import roots_of
    from extract.batch.store import Store
    from extract.batch.watching import watch

    refuse_addresses(arguments.folders)
    told = following(arguments.log_format, quiet=arguments.quiet, verbose=arguments.verbose)
    with Store(arguments.store, write=True) as store, stopping() as stop:
        if not arguments.quiet:
            stop_with = say("지켜봅니다. 끝내려면 Ctrl-C", "watching; Ctrl-C ends it")
            sys.stderr.write(f"{', '.join(arguments.folders)} → {arguments.store}: {stop_with}\n")
        with told as tell:
            watch(
                store,
                roots_of(arguments.folders),
                settings_of(arguments),
                tell=tell,
                stopped=stop,
                every=arguments.every,
                settle=arguments.settle,
            )
    return ExitCode.OK
