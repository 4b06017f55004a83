"""Loading a million amounts into PostgreSQL, beside a bare staged COPY of the same rows.

The bare ones do without digests, replacing, other tables and a ledger. One reads the CSV, as it
must to know what a row is; the other sends the file unread, which is all that the server can do.
"""

import csv
import time
from collections.abc import Callable
from contextlib import closing
from io import StringIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psycopg
from psycopg import Copy

from extract.emit.datapackage import datapackage
from extract.emit.layout import OUTPUTS
from extract.load import load, read
from extract.load.address import Address, parse
from tests.benchmarks.tables import Table, ratio
from tests.extract.load.server import serving

__all__ = ["measure", "run", "write_results"]

ROWS: Final = 1_000_000
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


def measure(folder: Path, url: str) -> dict[str, float]:
    """Return seconds of our load and of two bare ones, the best of rounds in turn."""
    best: dict[str, float] = {}
    for turn in range(ROUNDS):
        start = time.perf_counter()
        load(_schema(url, f"ours_{turn}"), read(folder))
        times = {"bogoseo load": time.perf_counter() - start}
        for name, send in SENDERS.items():
            load(_schema(url, f"{send.__name__}_{turn}"), [])
            times[name] = _copy_staged(folder, url, turn, send)
        best = {name: min(each, best.get(name, each)) for name, each in times.items()}
    return best


def _schema(url: str, name: str) -> Address:
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        connection.execute(f"create schema {name}")
    address = parse(f"{url}&options=-csearch_path%3D{name}")
    assert address is not None
    return address


def _copy_staged(folder: Path, url: str, turn: int, send: Callable[[Copy, Path], None]) -> float:
    """Copy into a temporary table, and from there into one with the same keys as ours."""
    with closing(psycopg.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(f"set search_path to {send.__name__}_{turn}")
        for name in ("reports", "table_list"):
            cursor.execute(f"insert into {name} select * from ours_{turn}.{name}")  # noqa: S608 - names of ours
        connection.commit()
        start = time.perf_counter()
        cursor.execute("create temp table staged (like funding) on commit drop")
        header = ", header true" if send is whole else ""
        with cursor.copy(f"copy staged from stdin with (format csv{header})") as copy:
            send(copy, folder / "funding.csv")
        cursor.execute(
            "insert into funding select * from staged order by funding_id on conflict do nothing"
        )
        connection.commit()
        return time.perf_counter() - start


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


SENDERS: Final = {"staged COPY of rows": by_rows, "staged COPY of the unread file": whole}


def run() -> list[Table]:
    """One table."""
    with TemporaryDirectory() as name, serving() as server:
        folder = Path(name)
        write_results(folder, ROWS)
        times = measure(folder, f"postgresql://postgres@/postgres?host={server}")
        with closing(psycopg.connect(f"host={server} user=postgres")) as connection:
            version = connection.info.server_version // 10_000
    return [
        Table(
            "Loading PostgreSQL",
            f"{ROWS:,} rows of funding.csv into the same table with the same keys; PostgreSQL "
            f"{version} on this machine, fsync off; best of {ROUNDS} rounds in turn.",
            ("way", "s", "rows/s", "speed of ours"),
            [
                (name, each, ROWS / each, ratio(each, times["bogoseo load"]))
                for name, each in times.items()
            ],
        )
    ]
