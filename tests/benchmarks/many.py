"""A hundred thousand small documents through `bogoseo batch`: does it stay as fast, and as small?

Wall time moves with whatever else the machine does, and so does CPU time, less. What a store that
grows could slow down is the parent; the processes that read know nothing of it. So the parent's CPU
time is compared with theirs in the same stretch. BOGOSEO_BENCH_MANY sets another number of documents.
"""

import os
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from extract.batch.running import run as run_batch
from extract.batch.settings import Settings
from extract.batch.store import Store
from extract.batch.summary import Summary, Told
from tests.benchmarks.tables import Table, ratio

__all__ = ["run"]

MANY: Final = int(os.environ.get("BOGOSEO_BENCH_MANY", "100000"))
FIRST: Final = 1000
PARTS: Final = 10
FOLDERS: Final = 100
_TICKS: Final = os.sysconf("SC_CLK_TCK")
_PAGE: Final = os.sysconf("SC_PAGESIZE")


class Mark(NamedTuple):
    """Where a run is at a moment.

    Attributes:
        done: Documents that are finished with.
        moment: By the clock, seconds.
        parent: CPU seconds of the run by now.
        readers: CPU seconds of its processes by now.
        memory: Of the parent, MB.
    """

    done: int
    moment: float
    parent: float
    readers: float
    memory: float


def run() -> list[Table]:
    """One table."""
    with tempfile.TemporaryDirectory(prefix="many-") as name:
        base = Path(name)
        folder = fill(base / "in", MANY)
        marks, summary = _read(base / "store.db", folder)
        size = (base / "store.db").stat().st_size / 1e6
    assert (summary.worked, summary.failed) == (MANY, 0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    how = (
        f"{MANY:,} texts of 1 to 2 KB, 2 processes; a store of {size:,.0f} MB; "
        f"the parent had {peak:.0f} MB at most. *Speed*: that of the first thousand is 1; *by CPU*: "
        "had reading cost the same all the time."
    )
    heads = ("documents", "a second", "speed", "reading, ms", "run, ms", "by CPU", "parent, MB")
    return [Table("Many documents", how, heads, list(_rows(marks)))]


def fill(folder: Path, count: int) -> Path:
    """Write small reports, no two alike."""
    for at in range(FOLDERS):
        (folder / f"{at:02d}").mkdir(parents=True)
    for at in range(count):
        name = f"보고서-{at * 7919 % 1_000_003:06d}.txt"
        (folder / f"{at % FOLDERS:02d}" / name).write_text(report(at), encoding="utf-8")
    return folder


def report(at: int) -> str:
    """A report of 1 to 2 KB in UTF-8: two to four projects with dates and money."""
    year = 2000 + at % 25
    projects = (_project(at, each, year) for each in range(2 + at % 3))
    return f"{year}년 주요업무 추진계획 (제{at}호)\n\n" + "\n".join(projects)


def _project(at: int, number: int, year: int) -> str:
    money = 100 + (at * 37 + number * 1009) % 9000
    state = money * (3 + number) // 10
    return (
        f"{number + 1}. 골목 {at % 997}호 상권 살리기 {number + 1}단계\n"
        f"  □ 사업기간 : {year}. {1 + at % 12}. ~ {year + 1}. {1 + (at + number) % 12}.\n"
        f"  □ 사업내용 : 간판 정비 {3 + at % 40}곳, 보행로 {1 + at % 9}.{at % 10}㎞\n"
        f"  □ 사 업 비 : {money:,}백만원(국비 {state:,}, 시비 {money - state:,})\n"
        "  □ 추진일정\n"
        f"    - 기본계획 수립 : {year}. {1 + at % 6}. {1 + at % 28}.\n"
        f"    - 착공 : {year}. {7 + at % 6}.  - 준공 : {year + 1}. {1 + at % 11}월\n"
    )


def _read(store: Path, folder: Path) -> tuple[list[Mark], Summary]:
    wanted = {1, FIRST, *(MANY * each // PARTS for each in range(1, PARTS + 1))}
    marks: list[Mark] = []
    done = 0

    def tell(told: Told | None, _summary: Summary) -> None:
        nonlocal done
        done += told is not None
        if told is not None and done in wanted:
            marks.append(_mark(done))

    with Store(store, write=True) as opened:
        summary = run_batch(opened, [str(folder)], Settings(jobs=2), tell=tell)
    return marks, summary


def _mark(done: int) -> Mark:
    return Mark(done, time.perf_counter(), time.process_time(), _readers(), _memory())


def _rows(marks: list[Mark]) -> Iterator[tuple[str | float | None, ...]]:
    speeds: list[float] = []
    costs: list[float] = []
    for one, other in pairwise(marks):
        count = other.done - one.done
        speeds.append(count / (other.moment - one.moment))
        parent, readers = (
            1000 * (now - before) / count for before, now in zip(one[2:4], other[2:4], strict=True)
        )
        costs.append(1 + parent / readers)
        speed, cost = ratio(speeds[-1], speeds[0]), ratio(costs[0], costs[-1])
        yield f"to {other.done:,}", speeds[-1], speed, readers, parent, cost, other.memory


def _readers() -> float:
    """CPU seconds of this process's children, those that ended and those that run."""
    ended = sum(os.times()[2:4])
    return ended + sum(_of_child(path) for path in Path("/proc").glob("[0-9]*/stat"))


def _of_child(path: Path) -> float:
    try:
        fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:  # it ended meanwhile
        return 0
    return sum(map(int, fields[11:13])) / _TICKS if int(fields[1]) == os.getpid() else 0


def _memory() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1e6
