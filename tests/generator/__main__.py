"""`python -m tests.generator`: make reports, read them, and say what was lost."""

import argparse
import sys

from tests.generator.formats import as_text
from tests.generator.measure import score_text
from tests.generator.report import generate
from tests.truth.__main__ import table
from tests.truth.score import Score


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--show", type=int, help="print one report")
    parser.add_argument("--faults", action="store_true")
    a = parser.parse_args(argv)
    if a.show is not None:
        print(as_text(generate(a.show).sheet)[0])
        return 0
    whole = Score()
    for seed in range(a.first, a.first + a.count):
        one = score_text(generate(seed))
        whole += Score(one.tallies, [f"{seed}: {f}" for f in one.faults])
    print(table({"generated": whole}))
    if a.faults:
        print("\n".join(whole.faults))
    return 0


if __name__ == "__main__":
    sys.exit(main())
