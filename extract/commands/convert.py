"""`bogoseo convert`: reports to JSON and CSV."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.cloud.address import is_address
from extract.commands.limits import add_limits_of_documents, size
from extract.errors import ExitCode, UsageError
from extract.messages import current, say

if TYPE_CHECKING:
    from extract.conversion import Options, Summary
    from extract.emit.options import EmitOptions
    from extract.gathering import Gathered

__all__ = [
    "SUMMARY",
    "add_arguments",
    "add_output_arguments",
    "add_reading_arguments",
    "emit_options",
    "read_password",
    "run",
]

SUMMARY: Final = (
    "보고서를 JSON과 CSV로 바꿉니다",
    "convert reports to JSON and CSV",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help=say(
            "파일, 폴더, '*.hwp' 같은 이름꼴, 또는 s3://버킷/폴더",
            "files, folders, patterns like '*.hwp', or s3://BUCKET/FOLDER",
        ),
    )
    add_output_arguments(parser)
    add_reading_arguments(parser)
    parser.add_argument(
        "--engine",
        metavar="URL",
        help=say(
            "여러 컴퓨터에서 읽습니다: ray 또는 ray://서버:포트",
            "read on many machines: ray, or ray://HOST:PORT",
        ),
    )
    parser.add_argument(
        "--shard",
        type=_rows,
        default=200,
        metavar="N",
        help=say(
            "--engine 이나 s3:// 에서 한 묶음의 파일 수 (기본: 200)",
            "files of a shard, with --engine or s3:// (default: 200)",
        ),
    )
    add_limits_of_documents(
        parser, " (--engine, s3://, gs:// 에서만)", ", with --engine, s3:// or gs:// only"
    )
    parser.epilog = say(
        "convert 는 한 프로세스에서 읽습니다. 자료실에는 문서마다 따로 읽는 bogoseo batch 를 쓰세요: 문서 하나가 "
        "프로세스를 죽여도\n나머지는 계속합니다. --engine, s3://, gs:// 에서는 convert 도 문서마다 따로 읽습니다.",
        "convert reads in one process. For an archive use bogoseo batch, which reads each document in a "
        "process of its own:\nif one kills it, the others go on. With --engine, s3:// or gs:// convert "
        "does so, too.",
    )


def add_output_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of writing results, the same for every command that writes them."""
    parser.add_argument(
        "--out",
        "-o",
        required=True,
        type=_place,
        metavar="DIR",
        help=say(
            "결과를 쓸 폴더 (없으면 만듭니다), 또는 s3://버킷/폴더",
            "folder for the results (made if missing), or s3://BUCKET/FOLDER",
        ),
    )
    parser.add_argument(
        "--format",
        default="json,csv",
        type=_formats,
        metavar="LIST",
        help=say("쓸 형식 (기본: json,csv)", "formats to write (default: json,csv)"),
    )
    parser.add_argument(
        "--no-bom",
        action="store_true",
        help=say(
            "CSV 앞에 BOM을 쓰지 않습니다 (엑셀은 BOM이 있어야 한글을 읽습니다)",
            "CSV without a byte order mark (Excel needs one to read Korean)",
        ),
    )
    parser.add_argument(
        "--part-rows",
        type=_rows,
        default=0,
        metavar="N",
        help=say("표를 N행씩 여러 파일로 나눕니다", "tables in numbered files of N rows each"),
    )


def emit_options(arguments: argparse.Namespace) -> "EmitOptions":
    """Return the options of writing that the command line asks for."""
    from extract.emit.options import EmitOptions

    return EmitOptions(arguments.lang or "ko", not arguments.no_bom, arguments.part_rows)


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of reading a file, the same for every command that reads one."""
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=say("암호가 첫 줄에 있는 파일", "file whose first line is the password"),
    )
    parser.add_argument(
        "--no-ocr",
        action="store_true",
        help=say(
            "그림인 쪽의 글자를 인식하지 않습니다", "do not recognise pages that are pictures"
        ),
    )
    parser.add_argument(
        "--max-size",
        type=size,
        default=size("512M"),
        metavar="SIZE",
        help=say("파일 크기 한도 (기본: 512M)", "largest file to read (default: 512M)"),
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Convert, tell what failed, and return the exit code."""
    places = [*arguments.inputs, str(arguments.out)]
    if arguments.engine or any(map(is_address, places)):
        from extract.engines.ordering import run_engine

        password = read_password(arguments.password_file)
        return run_engine(arguments, emit_options(arguments), password)
    if (arguments.timeout, arguments.memory) != (None, None):
        raise _limits_elsewhere()
    from extract.conversion import Options, convert
    from extract.gathering import gather
    from extract.progress import following

    gathered = gather(arguments.inputs)
    _tell_gathered(gathered, quiet=arguments.quiet)
    if not gathered.inputs:
        return ExitCode.ALL_FAILED
    options = Options(
        out=arguments.out,
        formats=arguments.format,
        emit=emit_options(arguments),
        password=read_password(arguments.password_file),
        ocr=not arguments.no_ocr,
        max_size=arguments.max_size,
    )
    watching = following(len(gathered.inputs), verbose=arguments.verbose, quiet=arguments.quiet)
    with watching as tell:
        summary = convert(gathered.inputs, options, tell)
    if not arguments.quiet:
        _tell_summary(summary, options)
    return summary.exit_code


def _limits_elsewhere() -> UsageError:
    told = say(
        "이 컴퓨터에서 한도를 두고 읽으려면: bogoseo batch FOLDER --store STORE",
        "to read under limits on this machine: bogoseo batch FOLDER --store STORE",
    )
    return UsageError("--timeout, --memory", told)


def read_password(path: Path | None) -> str | None:
    """Return the first line of the password file, or None where none is given.

    Raises:
        UsageError: The file can't be read.
    """
    from extract.errors import InputError
    from extract.inputs import read_file

    if path is None:
        return None
    try:
        data = read_file(path, max_size=1 << 16)
    except InputError as error:
        raise UsageError("--password-file", error.message(current())) from error
    return data.decode("utf-8-sig", "replace").partition("\n")[0].rstrip("\r")


def _tell_gathered(gathered: "Gathered", *, quiet: bool) -> None:
    lines: list[str] = []
    if gathered.repeated:
        lines.append(
            say(
                f"두 번 지정된 파일 {gathered.repeated}개는 한 번만 읽습니다",
                f"{gathered.repeated} files were named twice and are read once",
            )
        )
    if gathered.skipped:
        lines.append(
            say(
                f"보고서 형식이 아닌 파일 {gathered.skipped}개를 건너뜁니다",
                f"{gathered.skipped} files that are no documents are left out",
            )
        )
    if not gathered.inputs:
        lines.append(say("읽을 보고서가 없습니다", "There is no report to read"))
    if not quiet or not gathered.inputs:
        sys.stderr.writelines(f"{line}\n" for line in lines)


def _tell_summary(summary: "Summary", options: "Options") -> None:
    failed = summary.failed
    counts = say(
        f"보고서 {summary.worked}개: 일정 {summary.events}건, 예산 {summary.funding}건, "
        f"확인 사항 {summary.findings}건" + (f", 실패 {failed}개" if failed else ""),
        f"{summary.worked} reports: {summary.events} events, {summary.funding} amounts, "
        f"{summary.findings} findings" + (f", {failed} failed" if failed else ""),
    )
    kept = say(
        "읽은 것이 없어 지난 결과를 그대로 두었습니다",
        "nothing could be read; the earlier results were left as they were",
    )
    sys.stderr.write(f"{counts} → {options.out}\n" + (f"{kept}\n" if summary.kept else ""))


def _place(text: str) -> Path | str:
    """Return a folder, or an address as it is."""
    return text.rstrip("/") if is_address(text) else Path(text)


def _formats(text: str) -> tuple[str, ...]:
    from extract.emit import EMITTERS

    names = tuple(dict.fromkeys(name.strip() for name in text.split(",")))
    unknown = [name for name in names if name not in EMITTERS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: {', '.join(EMITTERS)}")
    return names


def _rows(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10**12:
        raise argparse.ArgumentTypeError(f"{text}: 1, 1000000")
    return int(text)
