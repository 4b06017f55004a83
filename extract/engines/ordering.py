"""What the command line asks of an engine, and what it is told."""

import argparse
import os
import sys

from extract.batch.settings import Settings
from extract.batch.shard import Shard
from extract.emit.options import EmitOptions
from extract.engines.driving import drive
from extract.errors import ExitCode
from extract.messages import current, say

__all__ = ["run_engine"]


def run_engine(
    arguments: argparse.Namespace, options: EmitOptions, password: str | None
) -> ExitCode:
    """Convert as `bogoseo convert` asks for it with an engine or with addresses, and return the exit code."""
    limits = {"timeout": arguments.timeout, "memory": arguments.memory}
    settings = Settings(
        **{name: limit for name, limit in limits.items() if limit is not None},
        max_size=arguments.max_size,
        password=password,
        ocr=not arguments.no_ocr,
    )
    counts, failures = drive(
        arguments.engine or "",
        arguments.inputs,
        arguments.out,
        arguments.format,
        options,
        settings,
        _Telling(quiet=arguments.quiet),
        arguments.shard,
    )
    read, failed = counts["ok"] + counts["partial"], counts["failed"]
    sys.stderr.writelines(f"{each.message(current())}\n" for each in failures)
    if failed > len(failures):
        more = failed - len(failures)
        told = say(f"… 실패 {more}개 더: reports.csv", f"… and {more} more: see reports.csv")
        sys.stderr.write(f"{told}\n")
    if not arguments.quiet:
        sys.stderr.write(
            say(f"보고서 {read}개, 실패 {failed}개", f"{read} reports, {failed} failed")
            + f" → {arguments.out}\n"
        )
    if not failed:
        return ExitCode.OK
    return ExitCode.SOME_FAILED if read else ExitCode.ALL_FAILED


class _Telling:
    """Tells each shard on a line of its own."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._done = 0

    def __call__(self, shard: Shard) -> None:
        """Tell one."""
        self._done += 1
        name = os.path.basename(shard.output)  # noqa: PTH119 - it may be an address
        if shard.error:
            sys.stderr.write(f"{name}: {shard.error}\n")
        elif not self._quiet:
            korean = "있음" if shard.skipped else f"읽음 {shard.worked}, 실패 {shard.failed}"
            english = (
                "was there" if shard.skipped else f"read {shard.worked}, failed {shard.failed}"
            )
            line = say(
                f"묶음 {self._done}: {name} {korean}", f"shard {self._done}: {name} {english}"
            )
            sys.stderr.write(f"{line}\n")
