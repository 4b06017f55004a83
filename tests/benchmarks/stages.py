"""Text to records, stage by stage, warm."""

from collections.abc import Callable
from typing import Final

from extract.audit import audit
from extract.collector import collector_paused
from extract.outline import Outline
from extract.parsers import Found, parse
from extract.parsers.funding_lines import read_funding_lines
from extract.parsers.funding_tables import read_funding_tables
from extract.parsers.projects import read_projects
from extract.parsers.tables import read_tables
from extract.parsers.timeline import read_timeline
from extract.pipeline import extract_bytes
from extract.readers import read
from extract.readers.options import ReadOptions
from extract.structure import understand
from normalize.dates import find_dates, scan_dates
from normalize.money import find_amounts, scan_amounts
from tests.benchmarks.clock import best_in_turn
from tests.benchmarks.inputs import text_report
from tests.benchmarks.peers.ours import forget
from tests.benchmarks.tables import Table

__all__ = ["run"]

ROUNDS: Final = 15


def run() -> list[Table]:
    """The stages, then dates and money by themselves."""
    path = text_report()
    data = path.read_bytes()
    text = read(data, path.name, ReadOptions()).view
    size = len(data)
    return [
        Table(
            "Text to records",
            f"`{path.name}`, {size / 1000:.0f} KB of UTF-8, warm, CPU time, best of {ROUNDS} rounds in turn. "
            "The parts are measured by themselves, so they need not add up to the whole.",
            ("stage", "ms", "MB/s", "% of the whole"),
            _rows(_stages(data, path.name), size),
        ),
        Table(
            "Dates and money by themselves",
            "The whole text of the same report in one call each. *Cold*: caches of readings emptied before the call.",
            ("what", "ms", "MB/s", "% of all, warm"),
            _rows(_scans(text), size),
        ),
    ]


def _rows(
    works: dict[str, Callable[[], object]], size: int
) -> list[tuple[str, float, float, float]]:
    times = best_in_turn(works, ROUNDS)
    whole = next(iter(times.values()))
    return [
        (name, 1000 * each, size / 1e6 / each, 100 * each / whole) for name, each in times.items()
    ]


def _records(data: bytes, name: str, options: ReadOptions) -> Found:
    """Read, structure and parse as the pipeline does, with the collector held back."""
    document = read(data, name, options)
    with collector_paused(without_cycles=True):
        return parse(understand(document))


def _stages(data: bytes, name: str) -> dict[str, Callable[[], object]]:
    options = ReadOptions()
    report = extract_bytes(data, name)
    document = read(data, name, options)
    outline = understand(document)
    return {
        "bytes to audited records": lambda: extract_bytes(data, name),
        "bytes to records": lambda: _records(data, name, options),
        "read": lambda: read(data, name, options),
        "structure": lambda: understand(document),
        "parse": lambda: parse(_fresh(outline)),
        "- timeline": lambda: read_timeline(_fresh(outline)),
        "- funding tables": lambda: list(read_funding_tables(_fresh(outline))),
        "- funding lines": lambda: list(read_funding_lines(_fresh(outline))),
        "- projects": lambda: list(read_projects(_fresh(outline), report.timeline, report.funding)),
        "- tables": lambda: list(read_tables(_fresh(outline))),
        "audit": lambda: audit(_fresh(outline), report),
    }


def _fresh(outline: Outline) -> Outline:
    """The same without what its properties remember."""
    return Outline(
        outline.document,
        outline.about,
        outline.statements,
        outline.sections,
        outline.projects,
        outline.grids,
        outline.findings,
    )


def _scans(text: str) -> dict[str, Callable[[], object]]:
    def all_of() -> None:
        find_dates(text, year=2019)
        find_amounts(text)

    def cold() -> None:
        forget()
        all_of()

    return {
        "dates and money, warm": all_of,
        "dates and money, cold": cold,
        "dates: scan": lambda: list(scan_dates(text)),
        "dates: scan and read": lambda: find_dates(text, year=2019),
        "money: scan": lambda: list(scan_amounts(text)),
        "money: scan and read": lambda: find_amounts(text),
    }
