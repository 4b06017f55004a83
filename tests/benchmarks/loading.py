"""Loading a million amounts into PostgreSQL, as a ratio to a bare staged COPY of the same file."""

import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psycopg

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


def measure(folder: Path, url: str) -> tuple[float, float]:
    """Return seconds of our load and of the bare COPY, the best of rounds in turn."""
    ours: list[float] = []
    bare: list[float] = []
    for turn in range(ROUNDS):
        start = time.perf_counter()
        load(_schema(url, f"ours_{turn}"), read(folder))
        ours.append(time.perf_counter() - start)
        load(_schema(url, f"bare_{turn}"), [])
        bare.append(_copy_bare(folder, url, turn))
    return min(ours), min(bare)


def _schema(url: str, name: str) -> Address:
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        connection.execute(f"create schema {name}")
    address = parse(f"{url}&options=-csearch_path%3D{name}")
    assert address is not None
    return address


def _copy_bare(folder: Path, url: str, turn: int) -> float:
    """Copy the file as it is into a temporary table, and that into one with the same keys."""
    with closing(psycopg.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(f"set search_path to bare_{turn}")
        for name in ("reports", "table_list"):
            cursor.execute(f"insert into {name} select * from ours_{turn}.{name}")  # noqa: S608 - names of ours
        connection.commit()
        start = time.perf_counter()
        cursor.execute("create temp table staged (like funding) on commit drop")
        statement = "copy staged from stdin with (format csv, header true)"
        with (folder / "funding.csv").open("rb") as file, cursor.copy(statement) as copy:
            file.read(3)  # the byte order mark
            while block := file.read(BLOCK):
                copy.write(block)
        cursor.execute("insert into funding select * from staged")
        connection.commit()
        return time.perf_counter() - start


def run() -> list[Table]:
    """One table."""
    with TemporaryDirectory() as name, serving() as server:
        folder = Path(name)
        write_results(folder, ROWS)
        ours, bare = measure(folder, f"postgresql://postgres@/postgres?host={server}")
        with closing(psycopg.connect(f"host={server} user=postgres")) as connection:
            version = connection.info.server_version // 10_000
    return [
        Table(
            "Loading PostgreSQL",
            f"{ROWS:,} rows of funding.csv into the same table with the same keys; PostgreSQL "
            f"{version} on this machine, fsync off; best of {ROUNDS} rounds in turn.",
            ("way", "s", "rows/s", "of the speed of a bare staged COPY"),
            [
                ("bare staged COPY", bare, ROWS / bare, ratio(1.0, 1.0)),
                ("bogoseo load", ours, ROWS / ours, ratio(bare, ours)),
            ],
        )
    ]
