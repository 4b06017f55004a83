"""Loading a million amounts into PostgreSQL, beside a bare staged COPY of the same rows.

The bare ones do without digests, replacing, other tables and a ledger. One reads the CSV, as it
must to know what a row is; the other sends the file unread, which is all that the server can do.
"""

import csv
import os
import time
from collections.abc import Callable
from contextlib import closing, suppress
from io import StringIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import psycopg
from psycopg import Copy

from extract.emit.datapackage import datapackage
from extract.emit.layout import OUTPUTS
from extract.load import load, read
from extract.load.address import Address, parse
from tests.benchmarks.tables import Table, ratio
from tests.extract.load.server import serving

__all__ = ["measure", "run", "write_results"]

ROWS: Final = int(os.environ.get("BOGOSEO_BENCH_ROWS", "1000000"))
ROUNDS: Final = 2
EACH: Final = 500
BLOCK: Final = 1 << 18


def write_results(folder: Path, rows: int) -> None:
    """Write results as a run does, of reports that hold nothing but amounts of one table."""
    files = {name: (folder / f"{name}.csv").open("w", encoding="utf-8-sig") for name in OUTPUTS}
    for name, output in OUTPUTS.items():
        files[name].write(",".join(column.name for column in output.columns) + "\n")
    for at in range(rows // EACH):
        report, name = f"{at * 2654435761:016x}", f"보고서{at}.hwp"
        files["reports"].write(
            f"{report},{name},hwp,주요업무,가람구,,,2020-01,2019,2020,일자리과,,1000,0,0,{EACH},1,0,ok\n"
        )
        files["tables"].write(
            f"{report}-t001,{report},{name},일자리과/1,예산,,천원,0,0,1,1,false,,계,계,,,3,10,12,1\n"
        )
        files["funding"].writelines(
            f"{report}-f{each:04d},{report},{name},일자리과/{each // 10},상권 {each // 10},table,"
            f"budget,{2015 + each % 9},국비,국비,{each * 37}.5,{each * 37500},"
            f'"{each * 37:,}.5",천원,{report}-t001,,{each},{each * 10},{each * 10 + 8}\n'
            for each in range(1, EACH + 1)
        )
    for file in files.values():
        file.close()
    (folder / "datapackage.json").write_bytes(datapackage())


class Cost(NamedTuple):
    """What a load took.

    Attributes:
        seconds: By the clock.
        processor: CPU seconds of this process and of the server.
    """

    seconds: float
    processor: float


def measure(folder: Path, server: Path) -> dict[str, Cost]:
    """Return what our load and two bare ones took, the best of rounds in turn."""
    url = f"postgresql://postgres@/postgres?host={server}"
    best: dict[str, Cost] = {}
    for turn in range(ROUNDS):
        for name, prepared in WAYS.items():
            work = prepared(folder, url, f"{prepared.__name__.strip('_')}_{turn}")
            processor, start = _processor(server), time.perf_counter()
            work()
            seconds = time.perf_counter() - start
            cost = Cost(seconds, _processor(server) - processor)
            best[name] = Cost(*map(min, cost, best.get(name, cost)))
    return best


def _processor(server: Path) -> float:
    """CPU seconds of this process and of the server's, those that ended too."""
    time.sleep(0.5)  # until what ends has ended
    ticks = 0
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile
            if (process / "cwd").resolve() == server / "data":
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                ticks += sum(map(int, fields[11:15]))
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def _alone(folder: Path, url: str, schema: str) -> Callable[[], object]:
    address = _schema(url, schema)
    return lambda: load(address, read(folder))


def _disturbed(folder: Path, url: str, schema: str) -> Callable[[], object]:
    address = _schema(url, schema)
    load(address, [])

    def work() -> None:
        with closing(psycopg.connect(url)) as other:
            other.execute(f"lock table {schema}.bogoseo_loads in row exclusive mode")
            load(address, read(folder))

    return work


def _rows(folder: Path, url: str, schema: str) -> Callable[[], object]:
    return _copy_staged(folder, url, schema, by_rows)


def _whole(folder: Path, url: str, schema: str) -> Callable[[], object]:
    return _copy_staged(folder, url, schema, whole)


WAYS: Final = {
    "bogoseo load": _alone,
    "bogoseo load beside another loader": _disturbed,
    "staged COPY of rows": _rows,
    "staged COPY of the unread file": _whole,
}


def _schema(url: str, name: str) -> Address:
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        connection.execute(f"create schema {name}")
    address = parse(f"{url}&options=-csearch_path%3D{name}")
    assert address is not None
    return address


def _copy_staged(
    folder: Path, url: str, schema: str, send: Callable[[Copy, Path], None]
) -> Callable[[], None]:
    """Copy into a temporary table, and from there into one with the same keys as ours."""
    load(_schema(url, schema), [])
    with closing(psycopg.connect(url)) as connection, connection.cursor() as cursor:
        for name in ("reports", "table_list"):
            source = f"alone_{schema.rpartition('_')[2]}.{name}"
            cursor.execute(f"insert into {schema}.{name} select * from {source}")  # noqa: S608 - names of ours
        connection.commit()

    def work() -> None:
        with closing(psycopg.connect(url)) as connection, connection.cursor() as cursor:
            cursor.execute(f"set search_path to {schema}")
            cursor.execute("create temp table staged (like funding) on commit drop")
            header = ", header true" if send is whole else ""
            with cursor.copy(f"copy staged from stdin with (format csv{header})") as copy:
                send(copy, folder / "funding.csv")
            cursor.execute(
                "insert into funding select * from staged order by funding_id on conflict do nothing"
            )
            connection.commit()

    return work


def whole(copy: Copy, path: Path) -> None:
    """Send the file as it is, unread."""
    with path.open("rb") as file:
        file.read(3)  # the byte order mark
        while block := file.read(BLOCK):
            copy.write(block)


def by_rows(copy: Copy, path: Path) -> None:
    """Read the file as CSV, and send what was read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        while part := list(islice(rows, 1000)):
            lines = StringIO()
            csv.writer(lines).writerows(part)
            copy.write(lines.getvalue())


def run() -> list[Table]:
    """One table."""
    with TemporaryDirectory() as name, serving() as server:
        folder = Path(name)
        write_results(folder, ROWS)
        costs = measure(folder, server)
        with closing(psycopg.connect(f"host={server} user=postgres")) as connection:
            version = connection.info.server_version // 10_000
    ours = costs["bogoseo load"]
    how = (
        f"{ROWS:,} rows of funding.csv into the same table with the same keys; PostgreSQL "
        f"{version} on this machine, fsync off; best of {ROUNDS} rounds in turn. *CPU*: of both "
        "sides together. A ratio above 1 says that ours is faster."
    )
    rows = [
        (
            name,
            each.seconds,
            ROWS / each.seconds,
            ratio(each.seconds, ours.seconds),
            each.processor,
            ratio(each.processor, ours.processor),
        )
        for name, each in costs.items()
    ]
    heads = ("way", "s", "rows/s", "speed of ours", "CPU s", "by CPU")
    return [Table("Loading PostgreSQL", how, heads, rows)]
