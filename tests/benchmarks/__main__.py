"""`python -m tests.benchmarks [NAME...]`: tables of figures and ratios, each from one run.

--write    put them into tests/benchmarks/RESULTS.md, in place of those of the same title
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

from tests.benchmarks.tables import Table, rendered

BENCHMARKS: Final = {
    "expressions": "tests.benchmarks.expressions",
    "stages": "tests.benchmarks.stages",
    "whole": "tests.benchmarks.whole",
    "growth": "tests.benchmarks.growth",
    "formats": "tests.benchmarks.formats",
    "startup": "tests.benchmarks.startup",
    "loading": "tests.benchmarks.loading",
    "archives": "tests.benchmarks.archives",
    "many": "tests.benchmarks.many",
}
"""Name -> the module whose `run()` returns its tables."""

RESULTS: Final = Path(__file__).with_name("RESULTS.md")
HEAD: Final = """# Benchmarks

Made by `make bench`; 2 cores, x86-64, one core used. Times are CPU time. Ratios within a table come from one run.

"""


def main() -> None:
    """Run the named benchmarks, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - BENCHMARKS.keys()
    if unknown:
        parser.error(
            f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}"
        )
    for name in arguments.names or BENCHMARKS:
        tables = _run(name)
        if arguments.write:
            _write(tables)


def _run(name: str) -> dict[str, str]:
    """Print the tables of a benchmark; return them by their titles."""
    print(f"{name} ...", file=sys.stderr)
    found: list[Table] = import_module(BENCHMARKS[name]).run()
    tables = {table.title: rendered(table) for table in found}
    print("\n".join(tables.values()), flush=True)
    return tables


def _write(tables: dict[str, str]) -> None:
    kept: dict[str, str] = {}
    if RESULTS.exists():
        _, *parts = RESULTS.read_text(encoding="utf-8").split("\n## ")
        kept = {part.partition("\n")[0]: f"## {part.rstrip()}\n" for part in parts}
    RESULTS.write_text(HEAD + "\n".join((kept | tables).values()), encoding="utf-8")


if __name__ == "__main__":
    main()
