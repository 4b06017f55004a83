"""Telling how a run goes: a bar on a terminal, plain lines elsewhere, failures always."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from extract.conversion import Outcome
from extract.messages import current, say

__all__ = ["following"]


@contextmanager
def following(total: int, *, verbose: bool, quiet: bool) -> Iterator[Callable[[Outcome], None]]:
    """Give a function that tells each outcome as it comes.

    Args:
        total: Number of inputs.
        verbose: Tell what worked, too, and where something unexpected happened.
        quiet: Tell failures only.
    """
    if total > 1 and sys.stderr.isatty() and not quiet:
        with _bar(total, verbose=verbose) as tell:
            yield tell
        return
    yield lambda outcome: _print(_line(outcome, verbose=verbose, quiet=quiet))


def _print(line: str) -> None:
    if line:
        sys.stderr.write(f"{line}\n")


def _line(outcome: Outcome, *, verbose: bool, quiet: bool) -> str:
    if outcome.error is not None:
        line = outcome.error.message(current())
        return f"{line}\n{outcome.trace.rstrip()}" if verbose and outcome.trace else line
    if quiet:
        return ""
    name = outcome.source_file
    if outcome.report is None:
        same = outcome.same_as
        return say(f"{name}: {same} 와 내용이 같아 건너뜁니다", f"{name}: the same bytes as {same}")
    if not verbose:
        return ""
    report = outcome.report
    return say(
        f"{name}: 사업 {len(report.projects)}개, 일정 {len(report.timeline)}건, "
        f"예산 {len(report.funding)}건, 확인 사항 {len(report.findings)}건",
        f"{name}: {len(report.projects)} projects, {len(report.timeline)} events, "
        f"{len(report.funding)} amounts, {len(report.findings)} findings",
    )


@contextmanager
def _bar(total: int, *, verbose: bool) -> Iterator[Callable[[Outcome], None]]:
    # rich is slow to import, and needed only where somebody watches.
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.progress import (  # noqa: PLC0415 - see above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True, highlight=False, markup=False)
    failed = 0
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    ) as progress:
        task = progress.add_task(say("읽는 중", "reading"), total=total)

        def tell(outcome: Outcome) -> None:
            nonlocal failed
            line = _line(outcome, verbose=verbose, quiet=False)
            if line:
                console.print(line)
            failed += outcome.error is not None
            text = say(f"읽는 중 (실패 {failed})", f"reading ({failed} failed)")
            progress.update(task, advance=1, description=text)

        yield tell
