"""What happens inside the process that reads one document: bytes to an encoded report."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Final, Literal, NamedTuple, cast

from extract.batch.codec import encode
from extract.batch.settings import Settings
from extract.errors import InputError, MemoryLimitError, UnexpectedError, UnreadableError
from extract.inputs import read_file
from extract.readers.detect import detect
from extract.report import Report

__all__ = [
    "DIED",
    "Cause",
    "Job",
    "Result",
    "ResultStatus",
    "error_of",
    "failure",
    "read_job",
    "reader",
]

ResultStatus = Literal["ok", "partial", "failed", "crashed", "lost", "unread"]
"""Beyond what a store knows.

`crashed`: the process died, so the document is read again alone, and then it is the reason.
`lost`: the process died, or was killed, and nothing speaks against the document: the same, but it
takes `ATTEMPTS` times alone to find it guilty.
`unread`: the file went or changed.
"""

DIED: Final = frozenset({"crashed", "lost"})
"""Statuses of a document whose process is gone."""


class Job(NamedTuple):
    """A document to read.

    Attributes:
        document: Its row in the store.
        location: The row of the file it is read from.
        path: The file.
        sha256: What the file's bytes are known to be.
        source_file: Its name, for messages.
        size: Its bytes.
        alone: It was being read when a process died, so nothing else runs beside it now.
    """

    document: int
    location: int
    path: Path
    sha256: str
    source_file: str
    size: int
    alone: bool = False


class Cause(NamedTuple):
    """Why a document failed, without the name of the file.

    Attributes:
        code: `E1001` … of `extract.errors`.
        detail: What exactly was found.
        hint_korean: What to do, where it is not what the code itself says.
        hint_english: The same in English.
    """

    code: str
    detail: str = ""
    hint_korean: str = ""
    hint_english: str = ""


class Result(NamedTuple):
    """What became of a document.

    Attributes:
        status: See `ResultStatus`.
        format: As detected, or empty.
        content: The encoded report; empty unless something was read.
        cause: Why it failed.
        projects: Number of projects.
        events: Number of dated statements.
        funding: Number of amounts.
        findings: Number of findings.
    """

    status: ResultStatus
    format: str = ""
    content: bytes = b""
    cause: Cause | None = None
    projects: int = 0
    events: int = 0
    funding: int = 0
    findings: int = 0


def failure(error: InputError, form: str = "") -> Result:
    """Return the result of a document that can't be read."""
    kind = type(error)
    hints = (error.hint_korean, error.hint_english)
    own = hints if hints != (kind.hint_korean, kind.hint_english) else ("", "")
    return Result("failed", form, cause=Cause(error.code, error.detail, *own))


def error_of(cause: Cause, subject: str) -> InputError:
    """Return the error that `cause` was made of, about the file `subject`."""
    error = _by_code().get(cause.code, UnexpectedError)(subject, cause.detail)
    if cause.hint_korean:
        error.hint_korean, error.hint_english = cause.hint_korean, cause.hint_english
    return error


@cache
def _by_code() -> dict[str, type[InputError]]:
    return {kind.code: kind for kind in InputError.__subclasses__()}


def read_job(job: Job, settings: Settings) -> Result:
    """Read one document; whatever it raises is its result."""
    data = b""
    try:
        data = read_file(job.path, max_size=settings.max_size)
        if sha256(data).hexdigest() != job.sha256:
            return _unread(UnreadableError(job.source_file, "changed before it was read"))
        report = reader(settings.reader)(
            data, job.source_file, password=settings.password, ocr=settings.ocr
        )
        return _success(report)
    except InputError as error:
        return failure(error, _format(data)) if data else _unread(error)
    except MemoryError:
        return failure(MemoryLimitError(job.source_file, f"{settings.memory:,} bytes"))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - no document may stop others
        detail = f"{type(error).__name__}: {error}"[:500]
        return failure(UnexpectedError(job.source_file, detail), _format(data))


def _unread(error: InputError) -> Result:
    return failure(error)._replace(status="unread")


def _success(report: Report) -> Result:
    return Result(
        report.status,
        report.document.format,
        encode(report),
        None,
        len(report.projects),
        len(report.timeline),
        len(report.funding),
        len(report.findings),
    )


def _format(data: bytes) -> str:
    try:
        return detect(data, "")
    except InputError:
        return ""


@cache
def reader(name: str) -> Callable[..., Report]:
    """Return the function `module:function`."""
    module, _, function = name.partition(":")
    return cast("Callable[..., Report]", getattr(import_module(module), function))
