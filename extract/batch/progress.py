"""Telling how a run over an archive goes: a bar on a terminal, lines elsewhere, or JSON lines."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from extract.batch.summary import Summary, Told
from extract.messages import current, say

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["following", "tell_end"]

Tell = Callable[[Told | None, Summary], None]

_EVERY: Final = 30  # seconds between two lines about how far it is
_EVERY_JSON: Final = 5


@contextmanager
def following(log_format: str, *, quiet: bool, verbose: bool) -> Iterator[Tell]:
    """Give a function that tells how the run goes.

    Args:
        log_format: `text` or `json`.
        quiet: Tell failures only.
        verbose: Tell every document.
    """
    if log_format == "json":
        yield _Lines(_EVERY_JSON, _json_document, _json_progress)
    elif sys.stderr.isatty() and not quiet:
        with _bar(verbose=verbose) as tell:
            yield tell
    else:
        yield _Lines(
            _EVERY,
            lambda told: _line(told, verbose=verbose),
            lambda summary: "" if quiet else _state(summary),
        )


def tell_end(summary: Summary, store: str, log_format: str, *, stopped: bool) -> None:
    """Write the sums of the run."""
    if log_format == "json":
        _write(_json("summary", summary, stopped=stopped))
        return
    listed = summary.listed
    parts = [
        say(f"읽음 {summary.worked:,}", f"{summary.worked:,} read"),
        say(f"실패 {summary.failed:,}", f"{summary.failed:,} failed"),
    ]
    for number, korean, english in (
        (summary.same, "같은 내용", "with the same bytes as another"),
        (listed.found - summary.total, "이미 읽음", "read before"),
        (listed.changed, "바뀐 파일", "changed"),
        (listed.gone, "사라진 파일", "gone"),
        (listed.skipped, "보고서가 아닌 파일", "no documents"),
        (
            summary.renewed,
            "프로그램이 바뀌어 다시 읽을 문서",
            "to be read again: the program changed",
        ),
        (summary.suspected, "지난 중단 때 읽던 문서", "in work when an earlier run was killed"),
    ):
        if number > 0:
            parts.append(say(f"{korean} {number:,}", f"{number:,} {english}"))
    _write(f"{store}: {', '.join(parts)} ({_time(summary.seconds)})")
    if not stopped and summary.worked:
        next_step = f"bogoseo export {store} --out DIR"
        _write(say(f"결과를 파일로: {next_step}", f"to files: {next_step}"))
    if stopped:
        _write(
            say(
                f"중단했습니다. 남은 {summary.left:,}건은 같은 명령으로 이어서 합니다",
                f"Stopped; the same command goes on with the {summary.left:,} that are left",
            )
        )


class _Lines:
    """Lines on standard error: failures as they come, and how far it is from time to time."""

    def __init__(
        self, every: float, document: Callable[[Told], str], state: Callable[[Summary], str]
    ) -> None:
        self._every = every
        self._document = document
        self._state = state
        self._last = time.monotonic()

    def __call__(self, told: Told | None, summary: Summary) -> None:
        if told is not None:
            _write(self._document(told))
        now = time.monotonic()
        if now - self._last >= self._every:
            self._last = now
            _write(self._state(summary))


def _write(line: str) -> None:
    if line:
        sys.stderr.write(f"{line}\n")


def _line(told: Told, *, verbose: bool) -> str:
    if told.error is not None:
        return told.error.message(current())
    return f"{told.name}: {told.status} ({told.seconds:.1f} s)" if verbose else ""


def _state(summary: Summary) -> str:
    left = summary.seconds_left
    to_go = "" if left is None else say(f", {_time(left)} 남음", f", {_time(left)} to go")
    return say(
        f"끝남 {summary.worked + summary.same:,}, 실패 {summary.failed:,}, 남음 {summary.left:,}, "
        f"{summary.speed / 1e6:.1f} MB/s{to_go}",
        f"{summary.worked + summary.same:,} done, {summary.failed:,} failed, "
        f"{summary.left:,} left, {summary.speed / 1e6:.1f} MB/s{to_go}",
    )


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


def _json_document(told: Told) -> str:
    content = {
        "event": "document",
        "name": told.name,
        "status": told.status,
        "code": told.error.code if told.error else "",
        "message": told.error.message(current()) if told.error else "",
        "size": told.size,
        "seconds": round(told.seconds, 3),
    }
    return json.dumps(content, ensure_ascii=False)


def _json_progress(summary: Summary) -> str:
    return _json("progress", summary)


def _json(event: str, summary: Summary, *, stopped: bool | None = None) -> str:
    left = summary.seconds_left
    content: dict[str, object] = {
        "event": event,
        "done": summary.worked + summary.same,
        "failed": summary.failed,
        "left": summary.left,
        "mb_per_second": round(summary.speed / 1e6, 3),
        "seconds": round(summary.seconds, 1),
        "seconds_left": None if left is None else round(left),
    }
    if stopped is not None:
        listed = summary.listed._asdict()
        content |= {
            "stopped": stopped,
            "same": summary.same,
            "renewed": summary.renewed,
            "suspected": summary.suspected,
            **listed,
        }
    return json.dumps(content, ensure_ascii=False)


@contextmanager
def _bar(*, verbose: bool) -> Iterator[Tell]:
    # rich is slow to import, and needed only where somebody watches.
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415 - see above

    console = Console(stderr=True, highlight=False, markup=False)
    columns = (BarColumn(bar_width=30), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True) as progress:
        yield _teller(progress, verbose=verbose)


def _teller(progress: "Progress", *, verbose: bool) -> Tell:
    task = progress.add_task("", total=None)
    last = 0.0

    def tell(told: Told | None, summary: Summary) -> None:
        nonlocal last
        line = _line(told, verbose=verbose) if told is not None else ""
        if line:
            progress.console.print(line)
        now = time.monotonic()
        if now - last > 0.1 or not summary.left:
            last = now
            done = summary.total - summary.left
            progress.update(task, total=summary.total, completed=done, description=_state(summary))

    return tell
