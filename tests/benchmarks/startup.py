"""How long the command takes to answer, as a ratio to starting Python itself."""

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parents[2]
ROUNDS: Final = 15

COMMANDS: Final = {
    "python": ("-c", "pass"),
    "--version": ("-m", "extract", "--version"),
    "--help": ("-m", "extract", "--help"),
    "convert --help": ("-m", "extract", "convert", "--help"),
    "schema": ("-m", "extract", "schema"),
}


def measure() -> dict[str, float]:
    """Return the median seconds of each command; they take turns, so that load hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, arguments in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
            )
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in times.items()}


def main() -> None:
    """Print the table."""
    found = measure()
    bare = found["python"]
    print(f"{'command':<16} {'seconds':>8} {'× python':>9}")
    for name, seconds in found.items():
        print(f"{name:<16} {seconds:>8.3f} {seconds / bare:>9.1f}")


if __name__ == "__main__":
    main()
