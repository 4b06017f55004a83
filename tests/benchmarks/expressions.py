"""Labelled expressions of dates and money: ours and the peers', exact, wrong, and time for each.

The expressions of every form are hard ones, each form once; those of the events are what reports print.
"""

from collections import Counter
from typing import Final

from tests.benchmarks.inputs import Row, dates_of_events, labelled
from tests.benchmarks.tables import Table, ratio
from tests.benchmarks.workers import Answered, Reader, ask_in_turn

__all__ = ["OURS", "PEERS", "run"]

ROUNDS: Final = 5
PEERS: Final = "tests.benchmarks.peers.expressions"
OURS: Final = "tests.benchmarks.peers.ours"

READERS: Final = {
    "dates": (
        Reader("bogoseo", OURS, "dates", ours=True),
        Reader("dateparser", PEERS, "dateparser"),
        Reader("dateparser, split at ~", PEERS, "dateparser_split"),
        Reader("korean-datetime", PEERS, "korean_datetime"),
    ),
    "money": (
        Reader("bogoseo", OURS, "money", ours=True),
        Reader("price-parser", PEERS, "price_parser"),
        Reader("quantulum3", PEERS, "quantulum3"),
    ),
}
HOW: Final = (
    "{count} expressions, {empty} of them holding no value. *Exact*: the whole list of values is right, or empty "
    "where there is none; *wrong*: an answer that is not right. One run in turn, each in a process of its own, "
    "CPU time, best of {rounds} rounds; our caches are emptied before each round, the peers keep theirs."
)


def run() -> list[Table]:
    """One table for dates of every form, one for those that reports print, one for money."""
    return [
        _table("dates", labelled("dates"), READERS["dates"]),
        _table("dates of events", dates_of_events(), READERS["dates"]),
        _table("money", labelled("money"), READERS["money"]),
    ]


def _table(what: str, items: list[Row], readers: tuple[Reader, ...]) -> Table:
    found = ask_in_turn(dict.fromkeys(readers, items), ROUNDS)
    ours = found[readers[0]]
    how = HOW.format(
        count=len(items), empty=sum(bool(item["nothing"]) for item in items), rounds=ROUNDS
    )
    heads = ("reader", "exact", "wrong", "nothing", "exact %", "µs an expression", "time")
    rows = [_row(reader, found[reader], items, ours) for reader in readers]
    return Table(f"Expressions: {what}", how, heads, rows)


def _row(
    reader: Reader, answered: Answered | None, items: list[Row], ours: Answered | None
) -> tuple[str | int | float | None, ...]:
    if answered is None:
        return (reader.label, "no answer", *[None] * 5)
    outcomes = Counter(
        "exact" if given == item["answer"] else "wrong" if given else "nothing"
        for given, item in zip(answered.answers, items, strict=True)
    )
    return (
        reader.label,
        outcomes["exact"],
        outcomes["wrong"],
        outcomes["nothing"],
        100 * outcomes["exact"] / len(items),
        1e6 * answered.seconds / len(items),
        ratio(answered.seconds, ours.seconds if ours else None),
    )
