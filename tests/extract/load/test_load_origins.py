"""A store loaded again: what it holds now is there, what it held before is not, all else stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.errors import LoadError
from extract.load import load
from extract.load.address import parse
from extract.load.stored import rows_of
from extract.report import Report
from tests.extract.load.databases import Database, counts, held

TEXT = "2024년 주요업무계획\n1. 골목 상권 살리기\n○ 사업비 : {}백만원\n○ 2024. 3. 4. 착공\n"


def load_as(database: Database, origin: str, reports: list[Report]) -> int:
    address = parse(database.url)
    assert address is not None
    return load(address, map(rows_of, reports), origin).removed


def ids(database: Database) -> list[str]:
    return [found for (found,) in database.ask("select report_id from reports order by 1")]


@pytest.mark.slow
def test_a_file_that_changed_is_in_the_database_once(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, store = tmp_path / "in", str(tmp_path / "archive.store")
    folder.mkdir()
    (folder / "other.txt").write_text(TEXT.format(70), encoding="utf-8")
    for cost in (100, 200):
        (folder / "plan.txt").write_text(TEXT.format(cost), encoding="utf-8")
        assert main(["batch", str(folder), "--store", store, "-j", "1", "-q"]) == 0
        assert main(["load", database.url, store, "--lang", "en"]) == 0
    assert "1 reports" in (told := capsys.readouterr().err.splitlines()[-1])
    assert "1 unchanged, 1 removed" in told
    assert database.ask("select source_file from reports order by 1") == [
        ("other.txt",),
        ("plan.txt",),
    ]
    (total,) = database.ask("select sum(amount_thousand_won) from funding")
    assert int(total[0]) == 270_000


@pytest.mark.parametrize(
    ("loads", "left"),
    [
        ([("a", "01"), ("a", "12")], "12"),  # 0 changed into 2
        ([("a", "01"), ("b", "34"), ("a", "12")], "1234"),  # another store is not touched
        ([("a", "01"), ("b", "03"), ("a", "12")], "0123"),  # … also where both have the same bytes
        ([("a", "01"), ("b", "03"), ("a", "12"), ("b", "3")], "123"),  # until neither has them
        ([("a", "01"), ("", "0"), ("a", "12")], "012"),  # nor what a folder of results brought
        ([("", "01"), ("", "2")], "012"),  # folders are loaded one after the other
        ([("a", "01"), ("a", "2"), ("a", "01")], "01"),  # and back again
        ([("a", "01"), ("a", "")], ""),
    ],
)
def test_a_store_takes_away_what_it_alone_brought(
    database: Database, several: list[Report], loads: list[tuple[str, str]], left: str
) -> None:
    for origin, held_by_it in loads:
        load_as(database, origin, [several[int(each)] for each in held_by_it])
    assert ids(database) == [several[int(each)].report_id for each in left]
    assert counts(database)["funding"] == 2 * len(left)
    assert database.ask("select count(*) from bogoseo_loads") == [(len(left),)]


def test_a_load_that_fails_takes_nothing_away(database: Database, several: list[Report]) -> None:
    load_as(database, "a", several[:2])
    before = held(database)
    twice = several[2].timeline[:1] * 2
    object.__setattr__(several[2], "timeline", twice)
    broken = rows_of(several[2])
    broken.tables["timeline"][1] = broken.tables["timeline"][0]  # two rows under one key
    address = parse(database.url)
    assert address is not None
    with pytest.raises(LoadError):
        load(address, [rows_of(several[1]), broken], "a")
    assert held(database) == before


def test_a_database_from_before_learns_what_each_store_brought(
    database: Database, several: list[Report]
) -> None:
    load_as(database, "a", several[:2])
    database.ask("drop table bogoseo_origins")
    database.ask("delete from bogoseo_schema where version = 2")
    assert load_as(database, "a", several[:2]) == 0
    assert load_as(database, "a", [replace(several[2], timeline=())]) == 2
    assert ids(database) == [several[2].report_id]
