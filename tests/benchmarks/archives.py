"""Archives: what the processes and the store cost, how they scale, and what they survive."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from extract.batch.codec import encode
from extract.batch.running import run as run_batch
from extract.batch.settings import Settings
from extract.batch.store import Store
from extract.batch.summary import Summary, Told
from tests.benchmarks.tables import Table
from tests.extract.batch.archive_reader import FAULTS, READS, read
from tests.extract.batch.archive_runs import exported, fill, settings

__all__ = ["run"]

ROOT: Final = Path(__file__).parents[2]
FAULTY: Final = 2000
EACH: Final = 20
DOCUMENTS: Final = 300
MILLISECONDS: Final = 50
ROUNDS: Final = 20


def run() -> list[Table]:
    """Measure all."""
    with tempfile.TemporaryDirectory(prefix="archives-") as folder:
        base = Path(folder)
        return [_cost(base / "cost"), _faults(base / "faults"), _kills(base)]


def _timed(store: Path, folder: Path, with_settings: Settings) -> tuple[float, Summary]:
    """Return the seconds of a run from the first document that is done to the last."""
    moments: list[float] = []

    def tell(told: Told | None, _summary: Summary) -> None:
        if told is not None:
            moments.append(time.perf_counter())

    with Store(store, write=True) as opened:
        summary = run_batch(opened, [str(folder)], with_settings, tell=tell)
    return moments[-1] - moments[0], summary


def _plain(path: Path) -> int:
    """Do in a plain pool what a process of the sandbox does."""
    return len(encode(read(path.read_bytes(), path.name)))


def _pool(folder: Path, jobs: int) -> float:
    files = sorted(folder.iterdir())
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        assert all(pool.map(_plain, files[: 2 * jobs]))
        began = time.perf_counter()
        assert all(pool.map(_plain, files))
        return time.perf_counter() - began


def _cost(base: Path) -> Table:
    folder = fill(base / "in", DOCUMENTS, wait=MILLISECONDS)
    pool = _pool(folder, 2)
    two, _ = _timed(base / "2.db", folder, settings(jobs=2))
    one, _ = _timed(base / "1.db", folder, settings(jobs=1))
    rows = [
        ("plain process pool, 2 processes", pool, 1.0),
        ("batch -j 2", two, two / pool),
        ("batch -j 1", one, one / pool),
        ("speed of -j 2 to -j 1", None, one / two),
    ]
    how = f"{DOCUMENTS} documents of {MILLISECONDS} ms (asleep), from the first that is done to the last."
    return Table("Cost of sandbox and store", how, ("run", "seconds", "ratio"), rows)


def _faults(base: Path) -> Table:
    kinds = tuple(FAULTS)
    folder = fill(base / "in", FAULTY, faults=kinds * EACH)
    seconds, summary = _timed(
        base / "store.db", folder, settings(jobs=2, timeout=1, memory=1 << 28)
    )
    rows = [
        ("documents", FAULTY),
        (f"faulty ({len(kinds)} kinds, {EACH} of each)", len(kinds) * EACH),
        ("failed", summary.failed),
        ("done", summary.worked),
        ("seconds", seconds),
    ]
    return Table("Faults", ", ".join(kinds), ("", "number"), rows)


def _kills(base: Path) -> Table:
    bad = ("segfault", "abort", "exit", "recursion", "exception", "damaged") + ("exception",) * 4
    folder = fill(base / "killed", 300, faults=bad)
    reads = base / "reads"
    _until_done(base / "whole.db", folder, base / "reads-whole", ())
    once = _lines(base / "reads-whole")
    wanted = exported(base / "whole.db", base / "whole")
    same = kills = redone = 0
    for each in range(ROUNDS):
        reads.unlink(missing_ok=True)
        store = base / f"{each}.db"
        kills += _until_done(store, folder, reads, (0.02 * each, 0.3))
        redone += _lines(reads) - once
        same += exported(store, base / f"out-{each}") == wanted
    rows = [
        ("rounds", ROUNDS),
        ("kills while at work", kills),
        ("exports with the same bytes", same),
        ("documents read again", redone),
        ("at most", 2 * kills),
    ]
    return Table("kill -9", "300 documents, ten of them bad, 2 processes.", ("", "number"), rows)


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _until_done(store: Path, folder: Path, reads: Path, moments: tuple[float, ...]) -> int:
    """Run again and again, killed so many seconds after work began; return the kills."""
    kills = 0
    for moment in (*moments, None):
        command = [sys.executable, "-m", "tests.extract.batch.archive_runs", store, folder]
        environment = {**os.environ, READS: str(reads)}
        run = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert run.stdout is not None
        run.stdout.readline()
        timer = threading.Timer(moment, run.kill) if moment is not None else None
        if timer:
            timer.start()
        run.wait()
        run.stdout.close()
        if timer:
            timer.cancel()
        kills += run.returncode != 0
        if run.returncode == 0:
            break
    return kills
