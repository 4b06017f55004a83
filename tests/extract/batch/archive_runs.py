"""Runs over small archives, with a reader that does what the text of a document tells it to.

Run as a program it is a run of its own that tests may kill: `python -m tests.extract.batch.archive_runs
STORE FOLDER`. It says `at work` when the first document is finished with.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from extract.batch import running
from extract.batch.export import export
from extract.batch.running import roots_of, run
from extract.batch.settings import Settings
from extract.batch.store import Store
from extract.batch.summary import Summary, Told
from extract.emit.options import EmitOptions

READER = "tests.extract.batch.archive_reader:read"


def settings(**more: float) -> Settings:
    """Return settings for tests: the reader above, little time and memory."""
    base = Settings(jobs=1, timeout=20, memory=1 << 28, reader=READER)
    return replace(base, **more)  # type: ignore[arg-type]  # jobs and memory are integers


def read_archive(
    store: Path,
    *roots: Path,
    with_settings: Settings | None = None,
    retry_failed: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Summary, list[Told]]:
    """Run over `roots` and return the sums and all that was told."""
    told: list[Told] = []
    with Store(store, write=True) as opened:
        summary = run(
            opened,
            roots_of(map(str, roots)),
            with_settings or settings(),
            retry_failed=retry_failed,
            tell=lambda each, _summary: None if each is None else told.append(each),
            stopped=stopped,
        )
    return summary, told


def exported(store: Path, out: Path, *formats: str) -> dict[str, bytes]:
    """Export the store and return all files by name."""
    with Store(store, write=False) as opened:
        export(opened, out, formats or ("json", "csv"), EmitOptions())
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def fill(folder: Path, count: int, *, faults: tuple[str, ...] = (), wait: int = 0) -> Path:
    """Write small documents, the first ones with the given faults."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        fault = f"FAULT-{faults[number]}\n" if number < len(faults) else ""
        pause = f"WAIT-{wait}\n" if wait else ""
        text = f"보고서 {number}\n{fault}{pause}" + "".join(f"줄 {each}\n" for each in range(5))
        # Faults shall not all come first: names are in another order than numbers.
        name = f"{number * 7919 % 100_003:06d}-{number}.txt"
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def main() -> None:
    """Run once over the folder, saying when work has begun."""
    running.edition = lambda _form: "test"  # type: ignore[assignment]  # others edit the code meanwhile
    spoken = False

    def tell(told: Told | None, _summary: Summary) -> None:
        nonlocal spoken
        if told is not None and not spoken:
            spoken = True
            print("at work", flush=True)

    with Store(Path(sys.argv[1]), write=True) as store:
        running.run(store, roots_of([sys.argv[2]]), settings(jobs=2), tell=tell)


if __name__ == "__main__":
    main()
