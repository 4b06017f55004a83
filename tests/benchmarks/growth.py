"""Time and memory as the text and the pages grow."""

import json
import subprocess
import sys
from typing import Final

from tests.benchmarks.inputs import ROOT, file_of
from tests.benchmarks.tables import Table, ratio

__all__ = ["run"]

SIZES: Final = (100_000, 1_000_000, 10_000_000, 100_000_000)
PAGES: Final = (1, 10, 100, 1000)
FEW: Final = 3
"""Rounds for what takes little time; the large ones are run once."""


def run() -> list[Table]:
    """A table for text, and one for pages where a PDF is here."""
    tables = [_text()]
    if file_of("busan-park-2025.pdf"):
        tables.append(_pages())
    return tables


def _text() -> Table:
    found = [_measured("text", size) for size in SIZES]
    base = found[1]["seconds"] / found[1]["bytes"]
    rows = [
        (
            f"{each['bytes'] / 1e6:.1f} MB",
            each["records"],
            each["seconds"],
            each["bytes"] / 1e6 / each["seconds"],
            ratio(each["seconds"] / each["bytes"], base),
            # A small text fits into what the process holds already.
            ratio(each["peak"], each["bytes"]) if each["bytes"] > SIZES[0] else None,
        )
        for each in found
    ]
    return Table(
        "Growth: text",
        "Copies of one report, with other amounts, to audited records in a process of its own. *A byte*: its "
        "time as a multiple of that at 1 MB. *Peak memory*: above what the process held before, as a multiple of the "
        "text.",
        ("text", "records", "s", "MB/s", "a byte", "peak memory"),
        rows,
    )


def _pages() -> Table:
    found = [(count, _measured("pages", count)) for count in PAGES]
    base = found[2][1]["seconds"] / PAGES[2]
    rows = [
        (
            str(count),
            each["records"],
            each["seconds"],
            1000 * each["seconds"] / count,
            ratio(each["seconds"] / count, base),
            each["peak"] / 1e6,
        )
        for count, each in found
    ]
    return Table(
        "Growth: pages of a PDF",
        "The pages of one report again and again. *A page*: its time as a multiple of that at 100 pages.",
        ("pages", "records", "s", "ms a page", "a page", "peak memory, MB"),
        rows,
    )


def _measured(kind: str, size: int) -> dict[str, float]:
    found = []
    for _ in range(FEW if size <= SIZES[1] else 1):
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.peers.volume", kind, str(size)],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        found.append(json.loads(done.stdout))
    return min(found, key=lambda each: each["seconds"])
