"""JSON lines, Parquet, DuckDB and tables in parts: the same rows as the CSV files, typed."""

import csv
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import frictionless
import pytest

from extract.emit import EMITTERS, begin
from extract.emit.layout import OUTPUTS
from extract.emit.options import EmitOptions
from extract.emit.staging import Staging
from extract.emit.typed_tables import as_typed_lines
from extract.errors import UsageError
from extract.records import Number
from extract.report import Report

TABLES = tuple(OUTPUTS)


def write(out: Path, *reports: Report, formats: tuple[str, ...], part_rows: int = 0) -> set[str]:
    with Staging(out) as staging:
        emitters = begin(formats, staging, EmitOptions(part_rows=part_rows))
        for report in reports:
            for emitter in emitters:
                emitter.add(report)
        for emitter in emitters:
            emitter.close()
        staging.commit()
    return {path.name for path in out.iterdir()}


def many(report: Report, count: int) -> list[Report]:
    return [replace(report, report_id=f"{number:016x}") for number in range(count)]


def csv_rows(out: Path, name: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in sorted(out.glob(f"{name}*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows += csv.DictReader(file)
    return rows


def json_rows(out: Path, name: str) -> list[dict[str, object]]:
    lines: list[str] = []
    for path in sorted(out.glob(f"{name}*.jsonl")):
        lines += path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line, parse_float=Decimal) for line in lines]


def ids(rows: list[dict[str, object]] | list[dict[str, str]], name: str) -> list[tuple[str, ...]]:
    return [tuple(str(row[column]) for column in OUTPUTS[name].key) for row in rows]


def test_every_format_of_the_table_writes(report: Report, tmp_path: Path) -> None:
    names = write(tmp_path, report, formats=tuple(EMITTERS))
    for suffix in ("csv", "jsonl", "parquet"):
        assert {f"{name}.{suffix}" for name in TABLES} <= names
    assert {"bogoseo.duckdb", f"{report.report_id}.json"} <= names
    assert not {name for name in names if name.startswith(".") or "scratch" in name}


def test_json_lines_are_typed_and_exact(report: Report, tmp_path: Path) -> None:
    write(tmp_path, report, formats=("jsonl",))
    first, second = json_rows(tmp_path, "funding")
    assert first["amount_thousand_won"] == Decimal("7.53")
    assert (second["amount_won"], second["table_id"]) == (-1_234_000, "0123456789abcdef-t001")
    (event,) = json_rows(tmp_path, "timeline")
    assert (event["start"], event["approximate"]) == ("2019-07-17", False)
    assert event["text"] == '=개소식("첫날")'  # no apostrophe: nothing here is a spreadsheet
    (project,) = json_rows(tmp_path, "projects")
    assert project["contents"] == ["간판 정비", "- 공동 판촉"]
    assert project["total_cost_thousand_won"] is None


@pytest.mark.parametrize("source", ["parquet", "duckdb"])
def test_parquet_and_duckdb_are_typed_and_exact(
    report: Report, tmp_path: Path, source: str
) -> None:
    write(tmp_path, *many(report, 2), formats=(source,))
    with duckdb.connect(
        str(tmp_path / "bogoseo.duckdb") if source == "duckdb" else ":memory:"
    ) as database:

        def all_of(name: str, columns: str) -> list[tuple[object, ...]]:
            return table_of(database, name, tmp_path, source).project(columns).fetchall()

        amounts = [(Decimal("7.53"), 7530), (Decimal(-1234), -1_234_000)] * 2
        assert all_of("funding", "amount_thousand_won, amount_won") == amounts
        assert all_of("timeline", "start, approximate, text, actor")[0] == (
            date(2019, 7, 17),
            False,
            '=개소식("첫날")',
            "",
        )
        assert all_of("projects", "contents, list_page, area_m2")[1] == (
            ["간판 정비", "- 공동 판촉"],
            None,
            Decimal("150.5"),
        )
        for name, output in OUTPUTS.items():
            table = table_of(database, name, tmp_path, source)
            types = dict(zip(table.columns, map(str, table.types), strict=True))
            assert list(types) == [column.name for column in output.columns]
            assert {"DATE", "BOOLEAN", "BIGINT"} >= {
                types[column.name]
                for column in output.columns
                if column.type in {"date", "boolean", "integer"}
            }


def table_of(
    database: duckdb.DuckDBPyConnection, name: str, out: Path, source: str
) -> duckdb.DuckDBPyRelation:
    if source == "parquet":
        return database.read_parquet(str(out / f"{name}.parquet"))
    return database.table(name)


def test_the_words_for_people_are_in_the_file(report: Report, tmp_path: Path) -> None:
    write(tmp_path, report, formats=("parquet", "duckdb"))
    rows = duckdb.execute(
        "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)",
        [str(tmp_path / "funding.parquet")],
    ).fetchall()
    words = dict(rows)
    assert words["title"] == "예산. Funding"
    assert words["amount_won"].startswith("금액(원)")
    with duckdb.connect(str(tmp_path / "bogoseo.duckdb"), read_only=True) as database:
        comments = dict(
            database.execute(
                "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'funding'"
            ).fetchall()
        )
    assert comments["amount_won"] == words["amount_won"]
    assert set(comments) == {column.name for column in OUTPUTS["funding"].columns}


@pytest.mark.parametrize("part_rows", [1, 3, 4, 100])
def test_parts_hold_every_row_once_and_in_order(
    report: Report, tmp_path: Path, part_rows: int
) -> None:
    reports = many(report, 5)
    write(tmp_path / "whole", *reports, formats=("csv", "jsonl"))
    write(tmp_path / "parts", *reports, formats=("csv", "jsonl", "parquet"), part_rows=part_rows)
    for name in TABLES:
        wanted = csv_rows(tmp_path / "whole", name)
        assert csv_rows(tmp_path / "parts", name) == wanted
        assert json_rows(tmp_path / "parts", name) == json_rows(tmp_path / "whole", name)
        parts = sorted((tmp_path / "parts").glob(f"{name}-*.csv"))
        assert len(parts) == max(1, -(-len(wanted) // part_rows))
        key = ", ".join(f'"{column}"' for column in OUTPUTS[name].key)
        found = duckdb.read_parquet(f"{tmp_path}/parts/{name}-*.parquet").project(key).fetchall()
        assert [tuple(map(str, row)) for row in found] == ids(wanted, name)
    assert frictionless.Package(str(tmp_path / "parts" / "datapackage.json")).validate().valid


def test_parts_of_an_earlier_run_go(report: Report, tmp_path: Path) -> None:
    (tmp_path / "timeline-of-mine.csv").write_text("mine", encoding="utf-8")
    write(tmp_path, *many(report, 3), formats=("csv",), part_rows=1)
    assert (tmp_path / "timeline-0003.csv").exists()
    write(tmp_path, *many(report, 2), formats=("csv",), part_rows=1)
    assert not (tmp_path / "timeline-0003.csv").exists()
    names = write(tmp_path, report, formats=("csv",))
    tables = {f"{name}.csv" for name in TABLES}
    assert names == tables | {"datapackage.json", "timeline-of-mine.csv"}


def test_the_same_reports_give_the_same_bytes(report: Report, tmp_path: Path) -> None:
    for out in ("1", "2"):
        write(tmp_path / out, *many(report, 3), formats=("jsonl", "parquet"))
    for path in (tmp_path / "1").iterdir():
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, b'"0"'),
        (-1234, b'"-1234"'),
        (10**29 - 1, b'"99999999999999999999999999999"'),
        (10**29, b"null"),
        (Decimal("7.530"), b'"7.53"'),
        (Decimal("0.123456789"), b'"0.123456789"'),
        (Decimal("0.1234567891"), b"null"),
        (Decimal("1E+3"), b'"1000"'),
        (Decimal("-1E+40"), b"null"),
    ],
)
def test_a_number_is_exact_or_left_out(report: Report, value: Number, expected: bytes) -> None:
    column = next(each for each in OUTPUTS["tables"].columns if each.name == "value")
    assert as_typed_lines((column,), [(value,)]) == b'{"value":' + expected + b"}\n"


def test_a_missing_extra_is_told_before_the_work(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"bogoseo\[parquet\]"):
        write(tmp_path / "out", report, formats=("parquet",))
    assert not (tmp_path / "out").exists()
