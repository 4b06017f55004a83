"""A run over many files: each read apart, all written together.

One file's failure is that file's: it becomes a row with status `failed` and a finding, and the run
goes on. Nothing is kept of a report once it is written: a run needs the memory of its largest file.
"""

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from extract.emit import begin
from extract.emit.options import EmitOptions
from extract.emit.staging import Staging
from extract.errors import ExitCode, InputError, UnexpectedError
from extract.gathering import Input
from extract.inputs import MAX_SIZE, read_file, report_id
from extract.pipeline import extract_bytes, failed_report
from extract.report import Report

__all__ = ["Options", "Outcome", "Summary", "convert"]


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a run.

    Attributes:
        out: The folder to write into.
        formats: Output formats, of `extract.emit.EMITTERS`.
        emit: See `EmitOptions`.
        password: Opens protected documents.
        ocr: Recognise pages that are pictures.
        max_size: Bytes that a file may have.
    """

    out: Path
    formats: tuple[str, ...] = ("json", "csv")
    emit: EmitOptions = field(default_factory=EmitOptions)
    password: str | None = None
    ocr: bool = True
    max_size: int = MAX_SIZE


class Outcome(NamedTuple):
    """What became of one input.

    Attributes:
        source_file: Its name.
        report: The result; None when the same bytes came before.
        error: Why it failed, or None.
        same_as: The earlier file with the same bytes, or empty.
        trace: Where an unexpected failure happened, for `-v`.
    """

    source_file: str
    report: Report | None
    error: InputError | None = None
    same_as: str = ""
    trace: str = ""


@dataclass(slots=True)
class Summary:
    """How a run went.

    Attributes:
        worked: Files that gave a report, partly read ones too.
        failed: Files that gave none.
        repeated: Files whose bytes came before.
        events: Dated statements written.
        funding: Amounts written.
        findings: Findings written.
        kept: Nothing worked and an earlier run's results were left in place.
    """

    worked: int = 0
    failed: int = 0
    repeated: int = 0
    events: int = 0
    funding: int = 0
    findings: int = 0
    kept: bool = False

    @property
    def exit_code(self) -> ExitCode:
        """What the command returns."""
        if not self.worked:
            return ExitCode.ALL_FAILED
        return ExitCode.SOME_FAILED if self.failed else ExitCode.OK

    def count(self, outcome: Outcome) -> None:
        """Add one input."""
        if outcome.report is None:
            self.repeated += 1
            return
        if outcome.error is None:
            self.worked += 1
        else:
            self.failed += 1
        self.events += len(outcome.report.timeline)
        self.funding += len(outcome.report.funding)
        self.findings += len(outcome.report.findings)


def convert(inputs: Iterable[Input], options: Options, tell: Callable[[Outcome], None]) -> Summary:
    """Convert `inputs` in their order into the files of `options.out`.

    Args:
        inputs: What to read.
        options: How to read and write.
        tell: Called with the outcome of each input as soon as it is known.

    Raises:
        OutputError: Nothing was written; an earlier run's files are as they were.
    """
    summary = Summary()
    seen: dict[str, str] = {}
    with Staging(options.out) as staging:
        emitters = begin(options.formats, staging, options.emit)
        for each in inputs:
            outcome = _outcome(each, options, seen)
            if outcome.report is not None:
                for emitter in emitters:
                    emitter.add(outcome.report)
            summary.count(outcome)
            tell(outcome)
        for emitter in emitters:
            emitter.close()
        # A run in which nothing worked (a mistyped name) must not wipe out an earlier one.
        summary.kept = not summary.worked and any(
            staging.exists(name) for name in ("reports.csv", "reports-0001.csv")
        )
        if not summary.kept:
            staging.commit()
    return summary


def _outcome(each: Input, options: Options, seen: dict[str, str]) -> Outcome:
    data: bytes | None = None
    try:
        data = read_file(each.path, max_size=options.max_size)
        known = report_id(data)
        if known in seen:
            return Outcome(each.source_file, None, same_as=seen[known])
        seen[known] = each.source_file
        report = extract_bytes(data, each.source_file, password=options.password, ocr=options.ocr)
    except InputError as error:
        return _failed(each, data, seen, error)
    except Exception as error:  # noqa: BLE001 - the border: no file may stop the others
        detail = f"{type(error).__name__}: {error}"
        unexpected = UnexpectedError(each.source_file, detail)
        return _failed(each, data, seen, unexpected)._replace(trace=traceback.format_exc())
    return Outcome(each.source_file, report)


def _failed(each: Input, data: bytes | None, seen: dict[str, str], error: InputError) -> Outcome:
    # What the finding tells must not depend on where the run was started: the name, not the path.
    error.subject = each.source_file
    report = failed_report(error, each.source_file, data)
    if data is None and report.report_id in seen:
        # A second empty file: the same bytes as the first.
        return Outcome(each.source_file, None, same_as=seen[report.report_id])
    seen.setdefault(report.report_id, each.source_file)
    return Outcome(each.source_file, report, error)
