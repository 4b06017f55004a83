"""How long the command takes to answer, as a ratio to starting Python itself."""

import resource
import subprocess
import sys
from tempfile import TemporaryDirectory
from typing import Final

from tests.benchmarks.inputs import ROOT, text_report
from tests.benchmarks.tables import Table, ratio

__all__ = ["measure", "run"]

ROUNDS: Final = 7

COMMANDS: Final = {
    "python": ("-c", "pass"),
    "--version": ("-m", "extract", "--version"),
    "--help": ("-m", "extract", "--help"),
    "convert --help": ("-m", "extract", "convert", "--help"),
    "schema": ("-m", "extract", "schema"),
    "convert, cold": ("-m", "extract", "convert", str(text_report()), "--out"),
}


def measure() -> dict[str, float]:
    """Return the least CPU seconds of each command; they take turns, so that load hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, arguments in COMMANDS.items():
            with TemporaryDirectory() as folder:
                out = [folder] if arguments[-1] == "--out" else []
                command = [sys.executable, *arguments, *out]
                start = _used()
                subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
                times[name].append(_used() - start)
    return {name: min(each) for name, each in times.items()}


def _used() -> float:
    """CPU seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run() -> list[Table]:
    """One table."""
    found = measure()
    bare = found["python"]
    return [
        Table(
            "Start-up",
            f"CPU seconds of the whole process, best of {ROUNDS} rounds in turn.",
            ("command", "s", "of starting Python"),
            [(name, each, ratio(each, bare)) for name, each in found.items()],
        )
    ]
