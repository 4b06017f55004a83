"""`bogoseo test`: documents beside their golden records."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.commands.convert import add_reading_arguments, read_password
from extract.commands.text import write_bytes
from extract.errors import ExitCode, UsageError
from extract.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.regression.golden import Result

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "문서를 다시 읽어 곁에 둔 기준 기록과 견줍니다",
    "read documents again and compare with the golden records beside them",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "samples",
        nargs="+",
        metavar="SAMPLES",
        help=say(
            "문서, 폴더, 이름꼴. 기준은 문서 곁의 <문서이름>.golden.json",
            "documents, folders, patterns; golden records are <document>.golden.json beside each",
        ),
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "junit"),
        default="text",
        help=say("결과의 꼴 (기본: text)", "form of the result (default: text)"),
    )
    parser.add_argument(
        "--accept",
        action="store_true",
        help=say(
            "차이를 보인 뒤 오늘 읽은 것을 새 기준으로 남깁니다",
            "show the differences, then keep what is read today as the golden records",
        ),
    )
    add_reading_arguments(parser)
    parser.epilog = say(
        "끝 번호: 0 모두 같음, 7 다르거나 기준이 없음, 4 읽지 못한 문서가 있음, 5 모두 읽지 못함. -v 는 자리만 옮긴 기록도 보입니다",
        "exit: 0 all as before, 7 different or without golden records, 4 some not read, 5 none read. -v names the records that only moved, too",
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Compare every document, tell what differs, and accept it if asked to."""
    from extract.gathering import gather
    from extract.readers.options import ReadOptions
    from extract.regression.golden import check

    gathered = gather(arguments.samples)
    if not gathered.inputs:
        raise UsageError(" ".join(arguments.samples), say("문서가 없습니다", "no documents"))
    options = ReadOptions(password=read_password(arguments.password_file), ocr=not arguments.no_ocr)
    results = [check(each, options, arguments.max_size) for each in gathered.inputs]
    _tell(results, arguments.format, moves=arguments.verbose)
    if arguments.accept:
        _accept([each.path for each in gathered.inputs], results, quiet=arguments.format != "text")
    return _exit_code(results, accepted=arguments.accept)


def _tell(results: "Sequence[Result]", form: str, *, moves: bool) -> None:
    from extract.regression import telling

    if form == "text":
        write_bytes(telling.as_text(results, moves=moves).encode("utf-8", "replace"))
    else:
        write_bytes({"json": telling.as_json, "junit": telling.as_junit}[form](results))


def _accept(paths: "Sequence[Path]", results: "Sequence[Result]", *, quiet: bool) -> None:
    from extract.regression.golden import write_golden

    kept = 0
    for path, result in zip(paths, results, strict=True):
        if result.state in ("different", "new"):
            write_golden(path, result.found)
            kept += 1
    if not quiet:
        told = say(f"새 기준으로 남김: {kept}개", f"kept as golden records: {kept}")
        write_bytes(f"{told}\n".encode())


def _exit_code(results: "Sequence[Result]", *, accepted: bool) -> ExitCode:
    states = {each.state for each in results}
    if states == {"failed"}:
        return ExitCode.ALL_FAILED
    if "failed" in states:
        return ExitCode.SOME_FAILED
    return ExitCode.OK if accepted or states <= {"same"} else ExitCode.DIFFERENT
