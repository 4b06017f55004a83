"""`bogoseo normalize`: JSON lines in, one JSON line each out, in order."""

import io
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from extract.__main__ import main

Line = dict[str, Any]
Ask = Callable[..., list[Line]]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Ask:
    def answer(what: str, *lines: object, explain: bool = False) -> list[Line]:
        given = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        out = io.BytesIO()
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(given.encode())))
        monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out, write_through=True))
        arguments = ["normalize", what, *["--explain"] * explain]
        assert main(arguments) == 0
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return answer


def test_money_under_a_unit(ask: Ask) -> None:
    (line,) = ask("money", {"id": "a", "text": "101,635", "unit": "(단위: 천원)"})
    value = line["values"][0]
    assert line["id"] == "a"
    assert (value["kind"], value["currency"]) == ("money", "KRW")
    assert (value["won"], value["thousand_won"]) == ("101635000", "101635")


def test_quantity_and_part_of_a_thousand(ask: Ask) -> None:
    (line,) = ask("money", {"id": 1, "text": "56,611㎡에 7,530원"})
    assert (
        line["values"][0] | {"kind": "quantity", "value": "56611", "unit": "m2"}
        == line["values"][0]
    )
    assert line["values"][1]["thousand_won"] == "7.53"


def test_foreign_money_has_no_won(ask: Ask) -> None:
    (line,) = ask("money", {"id": 1, "text": "US$ 5백만"})
    assert line["values"][0]["currency"] == "USD"
    assert "won" not in line["values"][0]


def test_whole_source_is_one_printed_number(ask: Ask) -> None:
    (line,) = ask("money", {"id": 1, "text": "3,400백만원(전액 시비)"})
    assert [(value["won"], value["source"]) for value in line["values"]] == [("3400000000", "시비")]


def test_expressions_as_arguments(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["normalize", "dates", "3. 1.~5.", "없음", "--year", "2025"]) == 0
    one, other = map(json.loads, capfdbinary.readouterr().out.splitlines())
    assert (one["id"], one["values"][0]["edtf"]) == ("3. 1.~5.", "2025-03-01/2025-03-05")
    assert (other["id"], other["values"]) == ("없음", [])


def test_caption_is_a_unit(ask: Ask) -> None:
    (line,) = ask("money", {"id": 1, "text": "(단위: US$ 천)"})
    assert line["values"] == [{"kind": "unit", "scale": "1000", "unit": "USD"}]


def test_nothing_certain_is_an_empty_list(ask: Ask) -> None:
    assert ask("money", {"id": 1, "text": "수억원"}) == [{"id": 1, "values": []}]


def test_dates(ask: Ask) -> None:
    (line,) = ask("dates", {"id": 1, "text": "'19. 11. ~ 2.", "year": None, "today": "2019-11-30"})
    value = line["values"][0]
    assert (value["start"], value["end"], value["edtf"]) == (
        "2019-11-01",
        "2020-02-29",
        "2019-11/2020-02",
    )


def test_recurrence_alone_stands_beside_the_values(ask: Ask) -> None:
    (line,) = ask("dates", {"id": 1, "text": "매월 2회"})
    assert line["values"] == []
    assert (line["recurrence"]["per"], line["recurrence"]["count"]) == ("P1M", 2)


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        "[1]",
        {"id": 7},
        {"id": 7, "text": 5},
        {"id": 7, "text": "3월", "year": "2019"},
        {"id": 7, "text": "3월", "year": True},
        {"id": 7, "text": "3월", "today": "yesterday"},
    ],
)
def test_bad_line_is_answered_and_the_rest_goes_on(ask: Ask, bad: object) -> None:
    first, second = ask("dates", bad, {"id": 8, "text": "2019. 3. 4."})
    assert "error" in first
    assert "values" not in first
    assert second["values"][0]["edtf"] == "2019-03-04"


def test_bad_unit_is_answered(ask: Ask) -> None:
    assert "error" in ask("money", {"id": 1, "text": "5", "unit": 3})[0]


def test_explanation_names_rule_and_characters(ask: Ask) -> None:
    (line,) = ask("money", {"id": 1, "text": "10억원(국비 5, 시비 5)"}, explain=True)
    assert "split" in line["explain"][0]
