"""`python -m tests.truth`: precision, recall, F1 and confidence of every field, as a table.

--faults   name every record that was missed, is too much, or differs
--raise    lift the floors to today's figures
--json     the figures as JSON
"""

import argparse
import json
import sys

from extract import extract_file
from tests.truth.floors import below, lift, read_floors, write_floors
from tests.truth.labels import corpora, rows_of
from tests.truth.score import Score, Tally, interval, score

HEAD = (
    f"{'field':<36}{'precision':>10}{'recall':>8}{'F1':>8}"
    f"{'95 % of precision':>20}{'95 % of recall':>17}{'n':>6}"
)


def run() -> dict[str, Score]:
    """Read every labelled report and score it, pooled by the group whose floors apply."""
    scores: dict[str, Score] = {}
    for corpus in corpora():
        one = score(corpus, rows_of(extract_file(corpus.report)))
        one.faults = [f"{corpus.name}: {fault}" for fault in one.faults]
        whole = scores.setdefault(corpus.group, Score())
        whole += one
    return scores


def table(scores: dict[str, Score]) -> str:
    """The figures for people."""
    lines = []
    for group, whole in scores.items():
        lines += [f"\n{group}", HEAD]
        lines += [_line(name, tally) for name, tally in sorted(whole.tallies.items())]
    return "\n".join(lines)


def _line(name: str, tally: Tally) -> str:
    low, high = interval(tally.hit, tally.predicted)
    least, most = interval(tally.hit, tally.wanted)
    return (
        f"{name:<36}{tally.precision:>10.4f}{tally.recall:>8.4f}{tally.f1:>8.4f}"
        f"{low:>12.3f} - {high:.3f}{least:>9.3f} - {most:.3f}{tally.wanted:>6}"
    )


def main(argv: list[str] | None = None) -> int:
    """Print the figures; 1 when one lies below its floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.truth", description=__doc__)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--raise", action="store_true", dest="lift")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args(argv)
    scores = run()
    if arguments.json:
        figures = {g: {n: t._asdict() for n, t in s.tallies.items()} for g, s in scores.items()}
        json.dump(figures, sys.stdout, indent=1, sort_keys=True)
    else:
        print(table(scores))
    if arguments.faults:
        print("\n".join(fault for whole in scores.values() for fault in whole.faults))
    floors = read_floors()
    fallen = below(floors, scores)
    print("\n".join(fallen), file=sys.stderr)
    if arguments.lift:
        write_floors(lift(floors, scores))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
