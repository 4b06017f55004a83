"""Readers in processes of their own, asked in turn over pipes."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Self

from tests.benchmarks.environment import node_modules, python
from tests.benchmarks.inputs import ROOT

__all__ = ["Answered", "Item", "Reader", "ask_in_turn"]

Item = dict[str, object]


class Reader(NamedTuple):
    """A reader to start.

    Attributes:
        label: Its name in the table.
        module: The module that serves it, or a script for node.
        name: Its name there.
        ours: It runs in the project's environment, not in the peers'.
    """

    label: str
    module: str
    name: str
    ours: bool = False


class Answered(NamedTuple):
    """Answers to the items, and the CPU seconds of the best round for all of them."""

    answers: list[object]
    seconds: float


class _Worker:
    """A running reader."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def says(self) -> object:
        """The next line, or None when it has ended."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        return json.loads(line) if line else None

    def ask(self, items: Sequence[Item]) -> Answered | None:
        """Have it answer all items once."""
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(items) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        said = self.says()
        return Answered(said["answers"], said["seconds"]) if isinstance(said, dict) else None


def ask_in_turn(
    asked: Mapping[Reader, Sequence[Item]], rounds: int
) -> dict[Reader, Answered | None]:
    """Ask every reader for all its items, round by round in turn; None for a reader that is absent."""
    found: dict[Reader, Answered | None] = dict.fromkeys(asked)
    with ExitStack() as stack:
        running = {}
        for reader in asked:
            worker = _start(reader)
            if worker and stack.enter_context(worker).says() == "ready":
                running[reader] = worker
        for _ in range(rounds):
            for reader, worker in running.items():
                best, answered = found[reader], worker.ask(asked[reader])
                if answered and (best is None or answered.seconds < best.seconds):
                    found[reader] = answered
    return found


def _start(reader: Reader) -> _Worker | None:
    command = _command(reader)
    if command is None:
        return None
    return _Worker(
        subprocess.Popen(
            command,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    )


def _command(reader: Reader) -> list[str | Path] | None:
    if reader.module.endswith(".mjs"):
        folder = node_modules()
        return ["node", "--expose-gc", ROOT / reader.module, folder] if folder else None
    program = Path(sys.executable) if reader.ours else python()
    return [program, "-m", reader.module, reader.name] if program else None
