"""`bogoseo check`: what does not hold in a report, from the report itself or from converted results."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.commands.convert import add_reading_arguments, read_password
from extract.commands.text import write_bytes
from extract.errors import ExitCode, InputError, NotFoundError
from extract.messages import current, say
from extract.sarif import Found

if TYPE_CHECKING:
    from extract.report import Report

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "보고서의 합계, 비율, 날짜가 서로 맞는지 살핍니다",
    "check a report's own sums, rates and dates",
)

_SEVERITIES: Final = (
    ("error", "오류", "Errors", "bold red"),
    ("warning", "주의", "Warnings", "yellow"),
    ("info", "참고", "For information", "cyan"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="REPORT|OUT",
        help=say("보고서, 또는 convert 의 결과 폴더", "reports, or folders that convert wrote"),
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        help=say("보이는 형식 (기본: text)", "how to show them (default: text)"),
    )
    parser.add_argument(
        "--second-engine",
        action="store_true",
        help=say(
            "PDF의 숫자를 다른 엔진으로도 읽어 견줍니다 (열 배 느림)",
            "read the figures of a PDF by another engine too and compare (ten times slower)",
        ),
    )
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Show the findings; the exit code says whether there are errors among them."""
    found: list[Found] = []
    failed = False
    for path in arguments.inputs:
        try:
            found += _of_folder(path) if path.is_dir() else _of_file(path, arguments)
        except InputError as error:
            failed = True
            sys.stderr.write(f"bogoseo: {error.message(current())}\n")
    _show(found, arguments.format, quiet=failed and not found)
    if any(each.severity == "error" for each in found):
        return ExitCode.AUDIT_ERRORS
    return ExitCode.SOME_FAILED if failed else ExitCode.OK


def _of_file(path: Path, arguments: argparse.Namespace) -> list[Found]:
    from extract.pipeline import extract_file

    report = extract_file(
        path,
        password=read_password(arguments.password_file),
        ocr=not arguments.no_ocr,
        second_engine=arguments.second_engine,
        max_size=arguments.max_size,
    )
    return list(_of_report(report, str(path)))


def _of_report(report: "Report", file: str) -> Iterator[Found]:
    document = report.document
    for each in report.findings:
        start = each.span.start if each.span else None
        yield Found(
            file,
            each.rule,
            each.severity,
            each.english if current() == "en" else each.korean,
            each.expected,
            each.actual,
            document.page(start) if start is not None else None,
            document.line(start) if start is not None else None,
            tuple((place.start, place.end) for place in each.places or filter(None, (each.span,))),
        )


def _of_folder(folder: Path) -> list[Found]:
    """Read the findings of every report that `convert` wrote into a folder."""
    import orjson

    found: list[Found] = []
    reports = 0
    for path in sorted(folder.glob("*.json")):
        content = orjson.loads(path.read_bytes())
        if not isinstance(content, dict) or "findings" not in content or "report" not in content:
            continue
        reports += 1
        file = content["report"]["source_file"]
        found += [_of_row(file, row) for row in content["findings"]]
    if not reports:
        raise NotFoundError(
            str(folder), say("결과 JSON이 없는 폴더", "a folder without JSON results")
        )
    return found


def _of_row(file: str, row: dict[str, object]) -> Found:
    def words(name: str) -> str:
        return str(row.get(name) or "")

    def number(name: str) -> int | None:
        value = row.get(name)
        return value if isinstance(value, int) else None

    places = row.get("places")
    spans = [
        (int(place["char_start"]), int(place["char_end"]))
        for place in (places if isinstance(places, list) else [])
    ]
    return Found(
        file,
        words("rule"),
        words("severity"),
        words("message"),
        words("expected"),
        words("actual"),
        number("page"),
        number("line"),
        tuple(spans),
    )


def _show(found: Sequence[Found], style: str, *, quiet: bool) -> None:
    if style == "text":
        if not quiet:
            _show_text(found)
        return
    import orjson

    content: object = [each._asdict() for each in found]
    if style == "sarif":
        from extract.audit.catalogue import titles
        from extract.sarif import as_sarif

        content = as_sarif(found, titles(current()), _version())
    write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("bogoseo")
    except PackageNotFoundError:
        return ""


def _show_text(found: Sequence[Found]) -> None:
    if sys.stdout.isatty():
        from rich.console import Console

        console = Console(highlight=False, soft_wrap=True)
        for line, look in _lines(found):
            console.print(line, style=look or None, markup=False)
        return
    for line, _ in _lines(found):
        print(line)


def _lines(found: Sequence[Found]) -> Iterator[tuple[str, str]]:
    """The findings as lines with their look: by severity, then in the order of the reports."""
    for severity, korean, english, look in _SEVERITIES:
        group = [each for each in found if each.severity == severity]
        if not group:
            continue
        yield f"{say(korean, english)} ({len(group)})", look
        for each in group:
            yield f"  {_where(each)}  {each.message} [{each.rule}]", ""
    if not found:
        yield say("어긋나는 곳을 찾지 못했습니다", "Nothing was found that does not hold"), "green"


def _where(each: Found) -> str:
    if each.line is None:
        return each.file
    page = say(f" {each.page}쪽", f" page {each.page}") if each.page else ""
    return f"{each.file}:{each.line}{page}"
