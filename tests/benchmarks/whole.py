"""The whole way from text to audited records, beside dateparser on the report's date expressions alone."""

from typing import Final

from extract.pipeline import extract_file
from normalize.dates import find_dates
from tests.benchmarks.expressions import OURS, PEERS
from tests.benchmarks.inputs import text_report
from tests.benchmarks.tables import Table, ratio
from tests.benchmarks.workers import Item, Reader, ask_in_turn

__all__ = ["run"]

ROUNDS: Final = 5
WHOLE: Final = Reader("bogoseo: file to audited records", OURS, "records", ours=True)
DATES: Final = Reader("bogoseo: its date expressions", OURS, "dates", ours=True)
PEER: Final = Reader("dateparser: its date expressions", PEERS, "dateparser")


def run() -> list[Table]:
    """One table."""
    path = text_report()
    text = extract_file(path).document.view
    dates: list[Item] = [
        {"text": text[found.start : found.end], "year": 2019, "today": 2019}
        for found in find_dates(text, year=2019)
    ]
    asked: dict[Reader, list[Item]] = {WHOLE: [{"path": str(path)}], DATES: dates, PEER: dates}
    found = ask_in_turn(asked, ROUNDS)
    times = {reader: answered and answered.seconds for reader, answered in found.items()}
    return [
        Table(
            "The whole way, beside the dates alone",
            f"`{path.name}` and the {len(dates)} date expressions in it; dateparser is given nothing but these. "
            f"CPU time, best of {ROUNDS} rounds in turn, our caches emptied before each.",
            ("what", "ms", "time"),
            [
                (
                    reader.label,
                    1000 * each if each else "no answer",
                    ratio(each, times[WHOLE]),
                )
                for reader, each in times.items()
            ],
        )
    ]
