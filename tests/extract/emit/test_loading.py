"""What is written loads typed everywhere: pandas, DuckDB, PostgreSQL, Frictionless."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import mkdtemp

import duckdb
import frictionless
import pandas as pd
import pytest

from extract.emit import begin
from extract.emit.frames import to_frames
from extract.emit.layout import OUTPUTS
from extract.emit.options import EmitOptions
from extract.emit.staging import Staging
from extract.report import Report

SQL_TYPES = {
    "string": "text",
    "integer": "bigint",
    "number": "numeric",
    "boolean": "boolean",
    "date": "date",
}


@pytest.fixture
def written(report: Report, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    with Staging(folder) as staging:
        emitters = begin(["json", "csv"], staging, EmitOptions())
        second = replace(report, report_id="f" * 16, source_file="둘째.pdf", timeline=())
        for emitter in emitters:
            emitter.add(report)
            emitter.add(second)
            emitter.close()
        staging.commit()
    return folder


def test_frictionless_finds_nothing_wrong(written: Path) -> None:
    result = frictionless.Package(str(written / "datapackage.json")).validate()
    assert result.valid, result.flatten(["rowNumber", "fieldName", "note"])


@pytest.mark.parametrize(
    ("name", "old", "new", "error"),
    [
        ("funding", "ffffffffffffffff-f0002", "ffffffffffffffff-f0001", "primary-key"),
        ("funding", "0123456789abcdef-t001", "0123456789abcdef-t002", "foreign-key"),
        ("projects", "f" * 16 + ",둘째", "e" * 16 + ",둘째", "foreign-key"),
        ("timeline", "2019-07-17,day", "2019-17-07,day", "type-error"),
        ("timeline", "milestone", "milestones", "constraint-error"),
    ],
)
def test_frictionless_finds_what_is_wrong(
    written: Path, name: str, old: str, new: str, error: str
) -> None:
    path = written / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = frictionless.Package(str(written / "datapackage.json")).validate()
    assert error in {kind for (kind,) in result.flatten(["type"])}


@pytest.mark.parametrize("name", OUTPUTS)
def test_pandas_reads_the_files_typed(written: Path, name: str) -> None:
    frame = pd.read_csv(written / f"{name}.csv")
    for column in OUTPUTS[name].columns:
        values = frame[column.name].dropna()
        if column.type in {"integer", "number"} and len(values):
            assert pd.api.types.is_numeric_dtype(values), column.name
        if column.type == "boolean":
            assert pd.api.types.is_bool_dtype(frame[column.name])


@pytest.mark.parametrize("name", OUTPUTS)
def test_duckdb_reads_the_files_typed(written: Path, name: str) -> None:
    types = {each.name: SQL_TYPES[each.type].upper() for each in OUTPUTS[name].columns}
    types |= {key: "DECIMAL(38, 4)" for key, kind in types.items() if kind == "NUMERIC"}
    path = str(written / f"{name}.csv")
    with duckdb.connect() as database:
        strict = database.read_csv(path, dtype=types, header=True)
        sniffed = database.read_csv(path)
        assert strict.columns == sniffed.columns == list(types)
        assert len(strict.fetchall()) == len(sniffed.fetchall())


def test_duckdb_sees_exact_amounts(written: Path) -> None:
    with duckdb.connect() as database:
        total = database.execute(
            "select sum(amount_thousand_won::decimal(38, 3)), sum(amount_won) from read_csv(?)",
            [str(written / "funding.csv")],
        ).fetchone()
    assert total == (Decimal("-2452.940"), -2_452_940)


def test_frames_are_typed_and_hold_the_text_as_it_is(report: Report) -> None:
    frames = to_frames(report)
    assert list(frames) == list(OUTPUTS)
    timeline, funding = frames["timeline"], frames["funding"]
    assert timeline["text"].tolist() == ['=개소식("첫날")']
    assert timeline["start"].tolist() == [pd.Timestamp("2019-07-17")]
    assert str(funding["amount_won"].dtype) == "Float64"
    assert funding["amount_won"].sum() == -1_226_470
    assert funding["table_id"].isna().tolist() == [True, False]
    assert frames["reports"]["departments"].tolist() == ["일자리과; 공원과"]
    assert frames["reports"]["reported_year"].isna().all()


def test_exact_frames_keep_every_digit(report: Report) -> None:
    amounts = to_frames([report, report], exact=True)["funding"]["amount_thousand_won"]
    assert amounts.tolist() == [Decimal("7.53"), -1234] * 2


def test_frames_of_nothing_have_their_columns() -> None:
    frames = to_frames([])
    assert [len(frame) for frame in frames.values()] == [0] * 6
    assert list(frames["funding"]) == [column.name for column in OUTPUTS["funding"].columns]


def find_server() -> Path | None:
    found = shutil.which("postgres")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((place for place in places if (place / "initdb").exists()), None)


def start_server(server: Path, folder: Path) -> subprocess.Popen[bytes]:
    identity: dict[str, int] = {}
    if os.geteuid() == 0:  # the server refuses to be run by root
        os.chown(folder, 65534, 65534)
        identity = {"user": 65534, "group": 65534}
    subprocess.run(
        [server / "initdb", "-D", folder / "data", "-U", "postgres", "-E", "UTF8", "-A", "trust"],
        check=True,
        capture_output=True,
        env=environment(),
        cwd=folder,
        **identity,  # type: ignore[call-overload] - user and group, or nothing
    )
    options = ["-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off"]
    return subprocess.Popen(
        [server / "postgres", "-D", folder / "data", *options],
        stderr=subprocess.DEVNULL,
        env=environment(),
        cwd=folder,
        **identity,  # type: ignore[call-overload] - user and group, or nothing
    )


def environment() -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}


@pytest.fixture
def run_sql() -> Iterator[Callable[[str, bytes], str]]:
    """A PostgreSQL of our own behind a socket in a folder, gone afterwards."""
    server = find_server()
    if server is None or shutil.which("psql") is None:
        pytest.skip("there is no PostgreSQL here")
    # A folder of its own: another user's server can't enter pytest's, and a socket's path is short.
    folder = Path(mkdtemp())
    process = start_server(server, folder)

    def run(sql: str, data: bytes = b"") -> str:
        command = ["psql", "-h", str(folder), "-U", "postgres", "-v", "ON_ERROR_STOP=1"]
        result = subprocess.run(
            [*command, "-qtAc", sql], input=data, capture_output=True, check=True, env=environment()
        )
        return result.stdout.decode().strip()

    try:
        for _ in range(200):
            if (folder / ".s.PGSQL.5432").exists():
                break
            time.sleep(0.05)
        yield run
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.slow
def test_postgresql_copies_the_files_typed(
    written: Path, run_sql: Callable[[str, bytes], str]
) -> None:
    for name, output in OUTPUTS.items():
        columns = ", ".join(f'"{each.name}" {SQL_TYPES[each.type]}' for each in output.columns)
        keys = ", ".join(f'"{key}"' for key in output.key)
        run_sql(f"create table {name} ({columns}, primary key ({keys}))", b"")
        data = (written / f"{name}.csv").read_bytes().removeprefix(b"\xef\xbb\xbf")
        run_sql(f"copy {name} from stdin with (format csv, header match)", data)
    assert run_sql("select sum(amount_thousand_won) from funding", b"") == "-2452.94"
    assert run_sql('select "end" - start, ongoing from timeline', b"") == "0|f"
