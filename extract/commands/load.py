"""`bogoseo load`: results into a database."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.errors import ExitCode, UsageError
from extract.messages import say

if TYPE_CHECKING:
    from extract.load.summary import Summary

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "결과를 데이터베이스(SQLite, DuckDB, PostgreSQL)에 넣습니다",
    "load results into a database (SQLite, DuckDB, PostgreSQL)",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "address",
        metavar="URL",
        help=say(
            "sqlite:///파일, duckdb:///파일, 또는 postgresql://사용자@서버/이름 "
            "(암호는 PGPASSWORD나 ~/.pgpass에)",
            "sqlite:///FILE, duckdb:///FILE, or postgresql://USER@HOST/NAME "
            "(the password in PGPASSWORD or ~/.pgpass)",
        ),
    )
    parser.add_argument(
        "source",
        type=Path,
        metavar="OUT_OR_STORE",
        help=say(
            "bogoseo convert 의 결과 폴더, 또는 bogoseo batch 의 저장소",
            "the folder that bogoseo convert made, or the store of bogoseo batch",
        ),
    )
    parser.epilog = say(
        "저장소를 다시 넣으면 그 저장소에서 바뀐 파일의 지난 보고서는 지워집니다. 다른 저장소나 결과 폴더가 넣은 보고서는 "
        "그대로 둡니다",
        "Loading a store again removes the former reports of its files that changed; what another "
        "store or a folder of results brought stays.",
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Load, tell what changed, and return the exit code."""
    from extract.load import LOADERS, load, origin, read
    from extract.load.address import parse

    address = parse(arguments.address)
    if address is None or address.scheme not in LOADERS:
        raise UsageError(arguments.address, ", ".join(f"{name}://" for name in LOADERS))
    if not address.path and address.scheme in {"sqlite", "duckdb"}:
        raise UsageError(arguments.address, f"{address.scheme}:///FILE")
    reports = read(arguments.source)
    summary = load(address, reports, origin(arguments.source))
    if not arguments.quiet or summary.refused:
        _tell(summary, address.shown)
    return summary.exit_code


def _tell(summary: "Summary", shown: str) -> None:
    for each in summary.refused:
        sys.stderr.write(
            say(
                f"뺌: {each.source_file} - {each.place}에 넣을 수 없는 값: {each.reason}",
                f"left out: {each.source_file} - {each.place} can't hold {each.reason}",
            )
            + "\n"
        )
    left, gone = len(summary.refused), summary.removed
    sys.stderr.write(
        say(
            f"보고서 {summary.loaded}개({summary.rows}행)를 넣고 {summary.unchanged}개는 그대로"
            + (f", {left}개는 뺌" if left else "")
            + (f", 저장소에 더는 없는 {gone}개는 지움" if gone else ""),
            f"{summary.loaded} reports ({summary.rows} rows) loaded, {summary.unchanged} unchanged"
            + (f", {left} left out" if left else "")
            + (f", {gone} removed that the store has no longer" if gone else ""),
        )
        + f" → {shown}\n"
    )
