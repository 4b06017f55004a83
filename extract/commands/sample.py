"""`bogoseo sample add`: keep a report, with its records, as a sample."""

import argparse
from pathlib import Path
from typing import Final

from extract.commands.convert import add_reading_arguments, read_password
from extract.commands.text import write_bytes
from extract.errors import ExitCode, UsageError
from extract.messages import say

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "보고서를 기록과 함께 견본으로 남깁니다",
    "keep a report with its records as a sample",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("action", choices=("add",), help=say("견본에 더하기", "add to the samples"))
    parser.add_argument("report", type=Path, metavar="REPORT", help=say("보고서", "a report"))
    parser.add_argument(
        "--to",
        type=Path,
        default=Path("samples"),
        metavar="SAMPLES",
        help=say("견본 폴더 (기본: samples)", "folder of the samples (default: samples)"),
    )
    parser.add_argument(
        "--records",
        type=Path,
        metavar="JSON",
        help=say(
            "바로잡은 기록. 없으면 오늘 읽은 대로", "corrected records; by default as read today"
        ),
    )
    parser.add_argument(
        "--mask",
        action="store_true",
        help=say(
            "이름, 전화, 전자우편, 주민번호를 같은 길이로 가립니다 (글 파일만)",
            "replace names, telephone numbers, e-mail and resident numbers (text files only)",
        ),
    )
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Copy the report, masked if asked for, and keep its records beside it."""
    from extract.emit.json_document import as_json
    from extract.inputs import read_file
    from extract.pipeline import extract_bytes
    from extract.regression.golden import golden_path, records_of, write_golden, write_whole
    from extract.regression.mask import mask, mask_file

    data = read_file(arguments.report, max_size=arguments.max_size)
    if arguments.mask:
        data = mask_file(data, arguments.report.name)
    target = arguments.to / arguments.report.name
    if target.exists() and target.read_bytes() != data:
        raise UsageError(
            str(target), say("같은 이름의 다른 견본이 있습니다", "another sample has this name")
        )
    password = read_password(arguments.password_file)
    report = extract_bytes(data, target.name, password=password, ocr=not arguments.no_ocr)
    records = as_json(report)
    if arguments.records:
        records = read_file(arguments.records)
        records_of(records, str(arguments.records))
        if arguments.mask:
            records = mask(records.decode()).encode()
    write_whole(target, data)
    write_golden(target, records)
    counts = say(
        f"일정 {len(report.timeline)}, 예산 {len(report.funding)}, 사업 {len(report.projects)}",
        f"{len(report.timeline)} events, {len(report.funding)} amounts, {len(report.projects)} projects",
    )
    write_bytes(f"{target}\n{golden_path(target)}: {counts}\n".encode("utf-8", "replace"))
    return ExitCode.OK
