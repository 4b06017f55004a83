"""Keys, comments and views of a database, and how one grows with the versions."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extract.errors import LoadError
from extract.load import load, schema
from extract.load.address import parse
from extract.load.tables import STORED
from extract.report import Report
from tests.extract.load.databases import Database, Write, held, load_into, wanted


def test_keys_hold(database: Database, several: list[Report], write: Write) -> None:
    load_into(database, write(several))
    columns = [each.name for each in STORED["findings"].columns]
    row = dict.fromkeys(columns, "null") | {
        "finding_id": "'x-n001'",
        "report_id": "'nowhere'",
        "source_file": "'가.hwp'",
        "rule": "'r'",
        "severity": "'info'",
        "message": "'m'",
    }
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        database.ask(f"insert into findings values ({', '.join(row.values())})")
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        database.ask("insert into reports select * from reports")


def test_every_column_explains_itself_in_korean(
    database: Database, several: list[Report], write: Write
) -> None:
    load_into(database, write(several))
    queries = {
        "sqlite": "select table_name, column_name, description from data_dictionary",
        "duckdb": "select table_name, column_name, comment from duckdb_columns() "
        "where comment is not null",
        "postgres": "select c.relname, a.attname, col_description(c.oid, a.attnum) from pg_class c "
        "join pg_attribute a on a.attrelid = c.oid "
        "where col_description(c.oid, a.attnum) is not null",
    }
    found = {(row[0], row[1]): str(row[2]) for row in database.ask(queries[database.kind])}
    for name, table in STORED.items():
        for column in table.columns:
            assert found[name, column.name].startswith(column.korean)


def test_views_answer_under_both_names(
    database: Database, several: list[Report], write: Write
) -> None:
    load_into(database, write(several))
    for korean, english in (
        ("예산_재원별_연도별", "funding_by_source_year"),
        ("사업_일정", "project_timeline"),
        ("보고서_확인사항", "report_findings"),
    ):
        rows = database.ask(f"select * from {korean}")
        assert rows
        assert sorted(map(str, rows)) == sorted(map(str, database.ask(f"select * from {english}")))
    asked = "select 사업명, 회계연도, sum(계_천원) from 예산_재원별_연도별 where 종류 = 'headline'"
    (row,) = database.ask(f"{asked} group by 1, 2")
    assert row[:2] == ("골목 상권 살리기", 2020)
    assert Decimal(str(row[2])).quantize(Decimal("0.01")) == Decimal("37.65")
    assert database.ask("select distinct project_name, text from project_timeline") == [
        ("골목 상권 살리기", '=개소식("첫날")')
    ]


@pytest.mark.parametrize(("name", "column"), [("tables", "confidence"), ("reports", "status")])
def test_an_older_database_gains_the_columns_of_a_newer_version(
    database: Database,
    several: list[Report],
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    column: str,
) -> None:
    table = STORED[name]
    assert table.columns[-1].name == column
    with monkeypatch.context() as older:
        older.setattr(schema, "STORED", STORED | {name: table._replace(columns=table.columns[:-1])})
        address = parse(database.url)
        assert address is not None
        assert load(address, []).loaded == 0
    monkeypatch.setattr(schema, "ADDED", {3: ((name, column),)})
    folder = write(several)
    assert load_into(database, folder).loaded == 5
    assert held(database) == wanted(folder)
    assert database.ask("select version from bogoseo_schema order by 1") == [(1,), (2,), (3,)]


def test_a_database_of_a_newer_version_is_left_alone(
    database: Database, several: list[Report], write: Write
) -> None:
    folder = write(several)
    load_into(database, folder)
    database.ask("insert into bogoseo_schema values (7)")
    with pytest.raises(LoadError, match="schema 7 > 2"):
        load_into(database, write([replace(several[0], timeline=())], "other"))
    assert held(database) == wanted(folder)


@pytest.mark.parametrize("made", [True, False], ids=["made without a number", "not there"])
def test_a_database_of_version_1_gains_the_table_of_origins(
    database: Database, several: list[Report], write: Write, *, made: bool
) -> None:
    folder = write(several)
    load_into(database, folder)
    database.ask("delete from bogoseo_schema where version = 2")
    if not made:
        database.ask("drop table bogoseo_origins")
    load_into(database, folder)
    assert database.ask("select version from bogoseo_schema order by 1") == [(1,), (2,)]
    assert database.ask("select count(*) from bogoseo_origins") == [(5,)]
    assert held(database) == wanted(folder)


def test_version_1_is_what_it_was() -> None:
    """A column that the layout gains needs a version of its own in `schema.ADDED`."""
    assert {name: len(table.columns) for name, table in STORED.items()} == {
        "reports": 19,
        "table_list": 2,
        "projects": 28,
        "timeline": 21,
        "funding": 19,
        "tables": 21,
        "findings": 13,
    }
    assert schema.ADDED == {}


def test_nothing_but_our_tables_is_touched(
    database: Database, several: list[Report], write: Write
) -> None:
    database.ask("create table reports (mine integer)")
    database.ask("insert into reports values (7)")
    with pytest.raises(LoadError, match="already exists"):
        load_into(database, write(several))
    assert database.ask("select mine from reports") == [(7,)]
