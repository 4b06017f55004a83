"""`bogoseo export`: a store to files."""

import argparse
import sys
from pathlib import Path
from typing import Final

from extract.commands.convert import add_output_arguments, emit_options
from extract.errors import ExitCode
from extract.messages import say

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "저장소의 결과를 파일로 씁니다",
    "write what a store holds into files",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("store", type=Path, metavar="STORE", help=say("저장소", "the store"))
    add_output_arguments(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write the files."""
    from extract.batch.export import export
    from extract.batch.store import Store
    from extract.cloud.delivery import delivered

    with Store(arguments.store, write=False) as store, delivered(arguments.out) as out:
        count = export(store, out, arguments.format, emit_options(arguments))
    if not arguments.quiet:
        told = say(f"보고서 {count:,}개", f"{count:,} reports")
        sys.stderr.write(f"{told} → {arguments.out}\n")
    return ExitCode.OK
