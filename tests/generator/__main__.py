"""`python -m tests.generator`: make reports, read them back, and say what was lost.

--count N --first N   how many, from which seed
--format NAME         txt forms (tabs, pipes, cp949, ...) or docx, hwpx, hwp, pdf; may be repeated
--noise               the loss by kind of damage that scanning and typing do
--faults              name every record that was missed, is too much, or differs
--show SEED           print one report
"""

import argparse
import sys

from tests.generator.formats import FORMATS, TEXT_FORMS, as_text
from tests.generator.measure import score_file, score_text
from tests.generator.noise import KINDS, noisy
from tests.generator.report import generate
from tests.truth.__main__ import table
from tests.truth.score import Score

RECORDS = ("timeline", "funding", "projects")


def run(form: str, seeds: range) -> Score:
    """Score many reports in one format."""
    whole = Score()
    for seed in seeds:
        made = generate(seed)
        one = score_text(made, form) if form in TEXT_FORMS else score_file(made, form)
        whole += Score(one.tallies, [f"{form} {seed}: {fault}" for fault in one.faults])
    return whole


def noise_table(seeds: range) -> str:
    """Precision and recall of each record by kind of damage."""
    lines = [f"{'damage':<16}" + "".join(f"{name + ' P':>14}{name + ' R':>14}" for name in RECORDS)]
    for kind in KINDS:
        whole = Score()
        for seed in seeds:
            whole += score_text(generate(seed), change=noisy(kind, seed))
        cells = [whole.tallies[name] for name in RECORDS]
        figures = "".join(f"{each.precision:>14.4f}{each.recall:>14.4f}" for each in cells)
        lines.append(f"{kind:<16}{figures}")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Print the figures; 1 when anything was lost that was not damaged."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.generator",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--format", action="append", choices=[*TEXT_FORMS, *FORMATS])
    parser.add_argument("--noise", action="store_true")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--show", type=int, metavar="SEED")
    arguments = parser.parse_args(argv)
    if arguments.show is not None:
        print(as_text(generate(arguments.show).sheet)[0])
        return 0
    seeds = range(arguments.first, arguments.first + arguments.count)
    if arguments.noise:
        print(noise_table(seeds))
        return 0
    scores = {form: run(form, seeds) for form in arguments.format or ["tabs"]}
    print(table(scores))
    faults = [fault for whole in scores.values() for fault in whole.faults]
    if arguments.faults:
        print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
